"""Prizes, certificates and projects: whose name is whose, and what a line below tells."""

from __future__ import annotations

import pytest

from standout.model import Section
from standout.readers import pdf
from tests.checking import typeset
from tests.readers.structure.reading import head, section

PRIZE = ("Golden Paw Award", "Feline Society", "", "2021-05")
OTHER = ("Hackathon Winner", "CatConf 2022", "", "2022-08")

PRIZES = {
    "awarded by, with the date between": """
Golden Paw Award
Awarded May 2021 by Feline Society
For sorting letters.
Hackathon Winner
Awarded Aug 2022 by CatConf 2022
For counting letters.
""",
    "a line each, the date first": """
2021-05
Awarded by: Feline Society
Golden Paw Award
For sorting letters.

2022-08
Awarded by: CatConf 2022
Hackathon Winner
For counting letters.
""",
    "the giver named by a year, the date below": """
Golden Paw Award
Feline Society
2021-05
For sorting letters.

Hackathon Winner
CatConf 2022
2022-08
For counting letters.
""",
    "the giver first": """
Feline Society            May 2021
Golden Paw Award
For sorting letters.

CatConf 2022              Aug 2022
Hackathon Winner
For counting letters.
""",
}


@pytest.mark.parametrize("body", PRIZES.values(), ids=PRIZES)
def test_prizes(body: str) -> None:
    first, second = section(body, "Awards").entries
    assert (head(first), head(second)) == (PRIZE, OTHER)
    assert [each.value for each in first.description] == ["For sorting letters."]
    assert not first.notes


def test_a_line_below_the_title_tells_what_a_project_is() -> None:
    body = """
Lettercat           2021
A map that misguides you
- Won a prize
Papercat            2020
There is no paper.
- Won no prize
"""
    first, second = section(body, "Projects").entries
    assert [each.value for each in first.description] == ["A map that misguides you"]
    assert [each.value for each in second.description] == ["There is no paper."]
    assert not first.notes
    assert not second.notes


def _read(markup: str) -> Section:
    return pdf.read(typeset(markup), "a.pdf").resume.sections[-1]


def test_certificates_side_by_side() -> None:
    read = _read("""
#set page(width: 500pt, height: 400pt)
#text(size: 20pt, weight: "bold")[Jane Roe] \\
jane\\@example.org

== Skills
Python, SQL

== Certificates
#let cell(a, b, c) = [#strong(a) \\ #text(size: 9pt, b) \\ #text(size: 8pt, c)]
#grid(columns: (200pt, 200pt), row-gutter: 24pt,
  cell("Certified Cat Sorter", "Feline Society", "2021-05-01"),
  cell("Letters and Paper for Beginners", "Postal School", "2022-08-01"),
  cell("Certified Box Opener", "Box Academy", "2020-03-01"))
""")
    assert [head(entry) for entry in read.entries] == [
        ("Certified Cat Sorter", "Feline Society", "", "2021-05-01"),
        ("Letters and Paper for Beginners", "Postal School", "", "2022-08-01"),
        ("Certified Box Opener", "Box Academy", "", "2020-03-01"),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Month 20XX – Present",
        "Month Year – Month Year",
        "MM/YYYY – MM/YYYY",
        "20XX–20XX",
        "[Start Date] – [End Date]",
    ],
)
def test_a_date_to_be_filled_in_is_a_date(written: str) -> None:
    body = f"Engineer          {written}\nAcme GmbH\n- Built one thing\n"
    (entry,) = section(body).entries
    assert entry.dates is not None
    assert entry.dates.vague
    assert (str(entry.title), str(entry.organization)) == ("Engineer", "Acme GmbH")
