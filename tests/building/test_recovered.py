"""What a page gives back as other fields is told where the profile says it, and nothing else is."""

from __future__ import annotations

import pytest

from standout.building.recovered import recovered
from standout.readers import detect
from standout.source import Source
from standout.writers.design import Design

WANTED = """
basics: {name: Ada Example, email: ada@example.org}
experience:
  - title: Engineer
    organization: Acme
    location: Berlin, Germany
    start: 2021-03
    end: present
    statements:
      - Cut latency by **40%**
education:
  - degree: MSc
    field: Statistics, with distinction
    organization: University of Calder
talks:
  - title: On maps
    venue: PyCon, Athens
    date: 2024-05
"""

HARMLESS = {
    "the grade apart from the field": (
        "field: Statistics, with distinction",
        "field: Statistics\n    grade: with distinction",
    ),
    "the place apart from the venue": (
        "venue: PyCon, Athens",
        "venue: PyCon\n    location: Athens",
    ),
    "an organisation for a venue": ("venue: PyCon, Athens", "organization: PyCon, Athens"),
}
LOST = {
    "a part of the field": ("Statistics, with distinction", "Statistics", "field"),
    "the employer": ("organization: Acme", "organization: Umbra", "organization"),
    "the month": ("2021-03", "2021-04", "dates"),
    "the statement": ("Cut latency by **40%**", "Cut latency", "statement"),
    "the place": ("    location: Berlin, Germany\n", "", "location"),
    "the name": ("Ada Example", "Ada Other", "name"),
}


def told(read: str, asked: str = WANTED) -> list[str]:
    """The messages about a page that reads so."""
    wanted = detect.read(asked.encode(), "profile.yaml").resume
    page = detect.read(read.encode(), "page.yaml").resume
    return [each.message for each in recovered(wanted, Design(), page)]


def test_the_same_is_recovered() -> None:
    assert told(WANTED) == []


@pytest.mark.parametrize(("asked", "given"), HARMLESS.values(), ids=HARMLESS)
def test_what_is_only_divided_otherwise_is_recovered(asked: str, given: str) -> None:
    assert told(WANTED.replace(asked, given)) == []


@pytest.mark.parametrize(("asked", "given", "field"), LOST.values(), ids=LOST)
def test_what_is_lost_is_told(asked: str, given: str, field: str) -> None:
    (message,) = told(WANTED.replace(asked, given))
    assert message.startswith(f"{field} `")


def test_the_finding_stands_where_the_profile_says_it() -> None:
    reading = detect.read(WANTED.encode(), "profile.yaml")
    page = detect.read(WANTED.replace("Acme", "Umbra").encode(), "page.yaml").resume
    (found,) = recovered(reading.resume, Design(), page)
    source: Source = reading.source
    assert source.text[found.span.start : found.span.end] == "Acme"
    assert found.code == "BLD004"


def test_one_date_may_be_read_as_start_or_end() -> None:
    begun = "basics: {name: Ada Example}\nexperience:\n- {title: Engineer, start: 2020-01}\n"
    assert told(begun.replace("start", "date"), begun) == []


def test_long_texts_are_cut_and_sections_called_by_their_heading() -> None:
    asked = (
        "basics: {name: Ada}\nsections:\n- {heading: Outreach, statements: [" + "a" * 999 + "]}\n"
    )
    assert told("basics: {name: Ada}\n", asked) == ["section `Outreach` is not recovered"]
    (message,) = told(asked.replace("aaa]", "b]"), asked)
    assert len(message) < 100


def test_a_section_of_ones_own_may_be_known_by_another_name() -> None:
    """The page's heading is one that a kind goes by; the profile's is in the applicant's words."""
    said = "basics: {name: Ada}\n%s\n  - {title: Mentor, organization: Coders, date: 2024}\n"
    asked = said % "sections:\n- heading: Helping out\n  entries:"
    read = said % "volunteer:\n  heading: Helping out\n  entries:"
    assert told(read, asked) == []


JOBS = """basics: {name: Ada Example}
experience:
  - {title: Engineer, organization: Acme, start: 2021-03, statements: [Cut latency by 40%]}
  - {title: Analyst, organization: Brook, start: 2019-01, statements: [Found 3 leaks]}
  - {title: Intern, organization: Umbra, start: 2018-02, statements: [Wrote the loader]}
"""


def without(title: str) -> str:
    """The jobs but one."""
    return "".join(line for line in JOBS.splitlines(keepends=True) if title not in line)


@pytest.mark.parametrize("title", ["Engineer", "Analyst", "Intern"])
def test_an_entry_that_is_missing_shifts_none_behind_it(title: str) -> None:
    assert told(without(title), JOBS) == [f"entry `{title}` is not recovered"]


def test_an_entry_too_many_shifts_none_behind_it() -> None:
    assert told(JOBS, without("Analyst")) == []


def test_an_entry_of_which_nothing_is_right_is_still_held_against_its_neighbour() -> None:
    other = JOBS.replace("Analyst", "Chef").replace("Brook", "Cafe").replace("2019-01", "2010-05")
    assert [each.split()[0] for each in told(other.replace("3 leaks", "salt"), JOBS)] == [
        "title",
        "organization",
        "dates",
        "statement",
    ]
