"""Title, organisation, place and dates in any arrangement; statements whole and unmerged."""

from __future__ import annotations

import pytest

from standout.model import Resume
from standout.readers import markdown
from standout.readers.lines import Line, Segment
from standout.readers.structure import build
from standout.source import Source, Text
from tests.readers.structure.reading import head, section, statements

ONE = ("Data Scientist", "Lumen", "Berlin, Germany", "2020-01/2021-05")
TWO = ("Machine Learning Engineer", "Hexagon GmbH", "Remote", "2018-03/2019-12")

ARRANGEMENTS = {
    "title and dates over company and place": """
Data Scientist          Jan 2020 – May 2021
Lumen                   Berlin, Germany
- Built one thing

Machine Learning Engineer   Mar 2018 – Dec 2019
Hexagon GmbH                Remote
- Built two things
""",
    "company and place over title and dates": """
Lumen                   Berlin, Germany
Data Scientist          Jan 2020 – May 2021
- Built one thing
Hexagon GmbH                Remote
Machine Learning Engineer   Mar 2018 – Dec 2019
- Built two things
""",
    "bars": """
Data Scientist | Lumen | Berlin, Germany | 01/2020 - 05/2021
- Built one thing
Machine Learning Engineer | Hexagon GmbH | Remote | 03/2018 - 12/2019
- Built two things
""",
    "dates first": """
2020-01 – 2021-05
Data Scientist — Lumen, Berlin, Germany
- Built one thing

2018-03 – 2019-12
Machine Learning Engineer — Hexagon GmbH, Remote
- Built two things
""",
    "dates last, a line each": """
Data Scientist
Lumen, Berlin, Germany
January 2020 to May 2021
- Built one thing

Machine Learning Engineer
Hexagon GmbH, Remote
March 2018 to December 2019
- Built two things
""",
    "title at company": """
Data Scientist at Lumen, Berlin, Germany (Jan 2020 – May 2021)
- Built one thing
Machine Learning Engineer at Hexagon GmbH, Remote (Mar 2018 – Dec 2019)
- Built two things
""",
    "dates to the left": """
Jan 2020 – May 2021    Data Scientist
                       Lumen, Berlin, Germany
                       - Built one thing
Mar 2018 – Dec 2019    Machine Learning Engineer
                       Hexagon GmbH, Remote
                       - Built two things
""",
}


@pytest.mark.parametrize("body", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_an_arrangement(body: str) -> None:
    entries = section(body).entries
    assert [head(entry) for entry in entries] == [ONE, TWO]
    assert [statements(entry) for entry in entries] == [["Built one thing"], ["Built two things"]]


def test_roles_under_one_employer_share_it() -> None:
    body = """
Lumen GmbH                         Berlin, Germany
Senior Data Scientist              Jan 2020 – Present
- Led four people
Data Scientist                     Mar 2018 – Dec 2019
- Built a model
"""
    assert [head(entry) for entry in section(body).entries] == [
        ("Senior Data Scientist", "Lumen GmbH", "Berlin, Germany", "2020-01/now"),
        ("Data Scientist", "Lumen GmbH", "Berlin, Germany", "2018-03/2019-12"),
    ]


def test_a_role_without_an_employer_takes_none_from_the_entry_before() -> None:
    body = """
Engineer, Acme Inc                 Jan 2020 – Present
- Led four people
Freelance Analyst                  Mar 2018 – Dec 2019
- Built a model
"""
    assert [head(entry)[1] for entry in section(body).entries] == ["Acme Inc", ""]


def test_wrapped_bullets_are_one_statement_each() -> None:
    body = """
Engineer, Acme Inc                         2019 – 2020
- Trained transac-
  tional models that cut the cost of state-of-the-
  art search by 10 %
- Shipped them
"""
    (entry,) = section(body).entries
    assert statements(entry) == [
        "Trained transactional models that cut the cost of state-of-the-art search by 10 %",
        "Shipped them",
    ]


def test_a_list_without_glyphs_is_still_a_list() -> None:
    body = """
Engineer, Acme Inc                         2019 – 2020
Built the first search engine for parts
Reduced the error rate of the parser from 9 % to 4 %
Led two interns
"""
    (entry,) = section(body).entries
    assert len(statements(entry)) == 3


def test_a_paragraph_beside_bullets_is_a_description() -> None:
    body = """
Engineer, Acme Inc                         2019 – 2020
Acme sells anvils to coyotes all over the western desert. It has 40 people.
- Built the anvil finder
"""
    (entry,) = section(body).entries
    assert [str(each) for each in entry.description] == [
        "Acme sells anvils to coyotes all over the western desert. It has 40 people."
    ]
    assert statements(entry) == ["Built the anvil finder"]


def test_technologies_are_keywords() -> None:
    body = """
Engineer, Acme Inc                         2019 – 2020
- Built the anvil finder
Tech: Python, AWS (S3, EC2), JAX
"""
    (entry,) = section(body).entries
    assert [str(each) for each in entry.keywords] == ["Python", "AWS (S3, EC2)", "JAX"]


def test_a_project_carries_its_tools() -> None:
    body = """
TinyRank | Python, Flask          May 2022
- Served 2 million queries
"""
    (entry,) = section(body, "Projects").entries
    assert head(entry) == ("TinyRank", "", "", "2022-05")
    assert [str(each) for each in entry.keywords] == ["Python", "Flask"]


def test_awards_in_one_line_each() -> None:
    body = """
- Best Paper Award, Society of Anvils, 2021
- First Prize, Parts Hackathon, 2019
"""
    assert [head(entry) for entry in section(body, "Awards").entries] == [
        ("Best Paper Award", "Society of Anvils", "", "2021"),
        ("First Prize", "Parts Hackathon", "", "2019"),
    ]


def test_a_title_that_opens_like_a_statement_is_a_title() -> None:
    body = """
Applied Scientist, Search          2019 – 2020
Lumen
- Built a thing
"""
    (entry,) = section(body).entries
    assert head(entry) == ("Applied Scientist, Search", "Lumen", "", "2019/2020")


def test_a_title_that_opens_with_a_verb_and_has_its_date_in_brackets() -> None:
    body = "Open gripper (Dec 2021)\n- Printed by 60 schools in nine countries\n"
    (entry,) = section(body, "Projects").entries
    assert str(entry.title) == "Open gripper"
    assert statements(entry) == ["Printed by 60 schools in nine countries"]


def test_statements_without_glyphs_open_with_verbs() -> None:
    long = "Raised grasp success on unknown parts from 71 % to 93 % over 5,000 trials in simulation"
    body = f"Robotics Engineer, Acme Inc     2019 – 2021\n{long}\nWrote the controller of arms\n"
    assert statements(section(body).entries[0]) == [long, "Wrote the controller of arms"]


def test_dates_close_the_line_of_an_entry() -> None:
    body = (
        "Master of Science Physics, University of Texas at Austin (2018-2020)\n"
        "Bachelor Automation, AGH University of Kraków (2012-2016)\n"
    )
    read = section(body, "Education").entries
    assert [str(each.organization) for each in read] == [
        "University of Texas at Austin",
        "AGH University of Kraków",
    ]


def test_a_head_that_ends_in_the_stop_of_a_name() -> None:
    body = "Robotics Software Engineer, Grip Dynamics, Inc.\n2019 – 2021\n- Built the arm\n"
    assert head(section(body).entries[0])[:2] == (
        "Robotics Software Engineer",
        "Grip Dynamics, Inc.",
    )


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        ("Mar 2021", "2021-03/"),
        ("Mar 2017", "2017-03"),
        ("2021", "2021/"),
        ("since 2021", "2021/now"),
    ],
)
def test_a_lone_date_of_the_newest_job(newest: str, expected: str) -> None:
    body = (
        f"Engineer, Acme Inc     {newest}\n- Built it\n\n"
        "Intern, Beta GmbH     Jun 2019 – Feb 2021\n- Built that\n"
    )
    assert head(section(body).entries[0])[3] == expected


def test_a_field_with_the_word_of_a_company_is_no_school() -> None:
    body = "Information Technology, Bachelor\n2011 – 2014\nUniversity of Oklahoma\n"
    (entry,) = section(body, "Education").entries
    assert (str(entry.organization), str(entry.degree)) == ("University of Oklahoma", "Bachelor")


def test_a_minor_beside_a_degree_belongs_to_the_field() -> None:
    body = (
        "Bachelor of Arts in Computer Science, Minor in Business     2018 – 2021\n"
        "Norwick University     Boston, MA\n"
    )
    (entry,) = section(body, "Education").entries
    assert str(entry.degree) == "Bachelor of Arts"
    assert str(entry.field) == "Computer Science, Minor in Business"


def test_a_town_with_the_name_of_a_school() -> None:
    body = (
        "Research Assistant     June 2020 – May 2021\nNorwick University     College Station, TX\n"
        "- Built it\n"
    )
    assert head(section(body).entries[0])[1:3] == ("Norwick University", "College Station, TX")


ABROAD = {
    "Berufserfahrung": "Werkstudentin, Muster AG     10/2017 – 02/2020",
    "Expérience professionnelle": "Alternante, Muster SA     oct. 2017 – févr. 2020",
    "Experiencia laboral": "Becaria, Muster S.L.     octubre de 2017 – feb. 2020",
    "Experiência profissional": "Estagiária, Muster SA     out 2017 – fev 2020",
    "Esperienza lavorativa": "Tirocinante, Muster S.r.l.     ott. 2017 – febbraio 2020",
    "Werkervaring": "Stagiair, Muster B.V.     okt 2017 – feb 2020",
}


@pytest.mark.parametrize("heading", ABROAD)
def test_an_entry_of_another_language(heading: str) -> None:
    title, organization, _, when = head(section(ABROAD[heading], heading).entries[0])
    assert (title, organization.split()[0], when) == (
        ABROAD[heading].split(",")[0],
        "Muster",
        "2017-10/2020-02",
    )


def test_subheadings_inside_an_entry_name_what_follows() -> None:
    read = markdown.read(
        Source(
            "resume.md",
            "markdown",
            "# Jane Roe\n\njane@example.org\n\n## Experience\n\n### Data Engineer, Acme GmbH\n\n"
            "*Jan 2020 – Present*\n\n#### Highlights\n\n- Built a pipeline for 3 TB a day\n\n"
            "#### Technology\n\nPython, Spark\n\n### Analyst, Beta AG\n\n*2017 – 2019*\n\n"
            "#### Key results\n\n- Found 40 errors\n",
            editable=True,
        )
    ).resume
    (experience,) = read.sections
    assert [statements(entry) for entry in experience.entries] == [
        ["Built a pipeline for 3 TB a day"],
        ["Found 40 errors"],
    ]
    assert [item.value for item in experience.entries[0].keywords] == ["Python", "Spark"]


def test_dates_over_several_lines_are_one_range() -> None:
    body = "Engineer\nMarch 2021\n—\nPresent\nAcme Inc\n- Built it\n"
    assert head(section(body).entries[0]) == ("Engineer", "Acme Inc", "", "2021-03/now")


def test_dates_glued_to_their_neighbours() -> None:
    body = "Engineer, OutreachJun 2023 - Sep, 20243 months\n- Built it\n"
    assert head(section(body).entries[0]) == ("Engineer", "Outreach", "", "2023-06/2024-09")


def _bullets(*bold: bool) -> Resume:
    texts = ("Built a parser for logs", "Cut the costs of storage", "Led four engineers there")
    lines: list[tuple[str, bool, str | None]] = [
        ("Jane Roe", False, None),
        ("EXPERIENCE", False, None),
        ("Acme Inc, 2019", False, None),
        *((text, heavy, "•") for text, heavy in zip(texts, bold, strict=True)),
    ]
    made = []
    start = 0
    for text, heavy, bullet in lines:
        located = Text(text, tuple(range(start, start + len(text))))
        segment = Segment(located, x1=float(len(text)), bold=heavy)
        made.append(Line((segment,), bullet=bullet, gap=1.0))
        start += len(text) + 1
    return build(made)


@pytest.mark.parametrize(
    ("bold", "expected"),
    [
        ((False, True, False), [False, True, False]),
        ((True, True, True), [False, False, False]),
        ((False, False, False), [False, False, False]),
    ],
)
def test_a_bold_bullet_stands_out_among_plain_ones(
    bold: tuple[bool, bool, bool], expected: list[bool]
) -> None:
    told = list(_bullets(*bold).statements())
    assert [bool(each.emphasis) for each in told] == expected
    assert all(mark.end == len(each.text) for each in told for mark in each.emphasis)
