"""Prizes, certificates and projects: whose name is whose, and what a line below tells."""

from __future__ import annotations

import pytest

from standout.model import Section
from standout.readers import markdown, pdf
from standout.source import Source
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


def test_a_level_belongs_to_the_title_and_the_issuer_does_not() -> None:
    body = "Certified Cat Sorter – Professional, Feline Society, 2023"
    (entry,) = section(body, "Certificates").entries
    assert head(entry) == (
        "Certified Cat Sorter - Professional",
        "Feline Society",
        "",
        "2023",
    )


def test_each_bullet_of_a_list_of_prizes_is_one() -> None:
    body = """
- Finalist, CatConf 2023
- Second place, Letter Cup (Dec 2022)
- Chosen among 4,000 sorters
"""
    titles = [str(entry.title) for entry in section(body, "Awards").entries]
    assert titles == ["Finalist", "Second place", "Chosen among 4,000 sorters"]


def test_a_bracket_that_a_date_closes() -> None:
    body = "Lettercat (Course project, Jan 2024 - Apr 2024)\n- Sorts 45 letters a second\n"
    (entry,) = section(body, "Projects").entries
    assert head(entry) == ("Lettercat", "", "", "2024-01/2024-04")
    assert [each.value for each in entry.description] == ["Course project"]


def test_a_dated_line_in_bold_among_headings_is_an_entry() -> None:
    text = """# Jane Roe
jane@example.org

## Projects
### Lettercat | [Code](https://github.com/jroe/lettercat)
- Sorts letters

**Papercat** (Top 3%, 2023)
- Sorts papers
"""
    read = markdown.read(Source("a.md", "markdown", text)).resume.sections[-1]
    assert [str(entry.title) for entry in read.entries] == ["Lettercat", "Papercat"]
    assert [str(link.text) for link in read.entries[0].links] == ["Code"]


def test_clients_of_a_freelancer() -> None:
    body = """
Freelance                     2016 – 2018
Machine Learning Consultant
Client: Nordwind Logistik AG
- Forecast parcel volume for 40 depots, 12 % closer than the old model
Client: Alpenrose
- Classified 2 million letters
"""
    (entry,) = section(body).entries
    assert head(entry) == ("Machine Learning Consultant", "Freelance", "", "2016/2018")
    assert [each.value for each in entry.description] == [
        "Client: Nordwind Logistik AG",
        "Client: Alpenrose",
    ]
    assert len(entry.statements) == 2


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
