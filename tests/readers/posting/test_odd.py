"""Files that state postings in ways of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from standout.readers import posting


def asked(content: str, name: str) -> list[str]:
    """Each demand as its level and its words."""
    (found,) = posting.read_all(content.encode(), name)
    return [
        f"{each.level.value[0].upper()} {each.text.value}" for each in found.posting.requirements
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_columns_are_parted_by_any_mark(mark: str) -> None:
    head = mark.join(["Job Title", "Company", "Minimum Qualifications", "Preferred Qualifications"])
    row = mark.join(["Miller", "Mill", "Python", "Experience with Go"])
    assert asked(f"{head}\n{row}\n", "rows.csv") == ["R Python", "P Experience with Go"]


@pytest.mark.parametrize(
    ("least", "more"),
    [
        ("Min-Qualifications", "Pref-Qualifications"),
        ("requiredSkills", "niceToHave"),
        ("BASIC QUALIFICATIONS", "PREFERRED QUALIFICATIONS"),
        ("required_qualifications", "desiredSkills"),
    ],
)
def test_names_of_columns_in_any_case(least: str, more: str) -> None:
    row = 'Miller,"Python","Experience with Go"\n'
    assert asked(f"Position-Title,{least},{more}\n{row}", "a.csv") == [
        "R Python",
        "P Experience with Go",
    ]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"title": "Miller", "skills": "['Python', 'SQL']"}, ["R Python", "R SQL"]),
        ({"job": {"title": "Miller", "id": 3, "requirements": ["SQL"]}}, ["R SQL"]),
        (
            {"title": "M", "qualifications": {"minimum": ["SQL"], "preferred": ["Skilled in Go"]}},
            ["R SQL", "P Skilled in Go"],
        ),
        (
            {"title": "M", "job_highlights": [{"title": "Qualifications", "items": ["SQL"]}]},
            ["R SQL"],
        ),
        (
            {"title": "M", "job_highlights": {"Benefits": ["SQL"], "Qualifications": ["Go"]}},
            ["R Go"],
        ),
        (
            {"title": "M", "experienceRequirements": {"monthsOfExperience": 36}},
            ["R 3+ years of experience"],
        ),
        ({"stellentitel": "Müller", "anforderungen": "- Python"}, ["R Python"]),
    ],
)
def test_objects_of_other_shapes(row: dict[str, Any], wanted: list[str]) -> None:
    assert asked(json.dumps(row) + "\n", "rows.jsonl") == wanted


def test_linked_data_that_is_commented_out() -> None:
    told = json.dumps({"@type": "JobPosting", "title": "Miller", "qualifications": "Python"})
    script = f"//<![CDATA[\n{told}\n//]]>"
    page = f'<html><script type="application/ld+json">{script}</script><p>Mill</p></html>'
    assert asked(page, "page.html") == ["R Python"]


def test_columns_of_a_page_are_parts() -> None:
    page = """<html><h1>Miller</h1><table>
      <tr><th>Criteria</th><th>Essential</th><th>Desirable</th></tr>
      <tr><td>Skills</td><td><p>SQL</p></td><td>Tableau</td></tr>
      <tr><td>Degrees</td><td>A degree in physics</td><td></td></tr>
    </table></html>"""
    assert asked(page, "page.html") == ["R SQL", "R A degree in physics", "P Tableau"]


def test_other_tables_stay_as_they_are() -> None:
    page = "<table><tr><td>Team</td><td>Four</td></tr><tr><td>Place</td><td>Ghent</td></tr></table>"
    (found,) = posting.read_all(f"<html>{page}</html>".encode(), "page.html")
    assert "Team | Four" in found.source.text
