"""Titles that a layout sets apart are whole; what stands right below them is whose they are."""

from __future__ import annotations

import pytest

from standout.model import Resume, Section
from standout.readers import markdown, pdf
from standout.source import Source
from tests.checking import typeset
from tests.readers.structure.reading import section


def awards(*entries: str) -> Section:
    """A section of prizes as a Markdown document sets them."""
    body = "\n\n".join(entries)
    text = f"# Jane Roe\n\njane@example.org\n\n## Awards\n\n{body}\n"
    return markdown.read(Source("resume.md", "markdown", text, editable=True)).resume.sections[-1]


def printed(body: str) -> Resume:
    """The resume of a page with this body below its name."""
    page = f"""
#set text(size: 10pt)
#let row(a, b) = grid(columns: (1fr, auto), a, b)
#text(size: 20pt)[Jane Roe]

jane\\@example.org
{body}
"""
    return pdf.read(typeset(page), "resume.pdf").resume


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Teacher of the year for science, Wales", "Teacher of the year for science, Wales"),
        ("First prize for maps, 1st of 52", "First prize for maps, 1st of 52"),
    ],
)
def test_no_comma_cuts_a_title_set_apart(title: str, kept: str) -> None:
    read = awards(f"### {title}\n\nCounty Council\n\n- Given once", "### Runner-up\n\nTown Hall")
    first = read.entries[0]
    assert (str(first.title), str(first.organization)) == (kept, "County Council")


def test_a_giver_behind_the_comma_is_told_where_nothing_stands_below() -> None:
    read = awards("### Best paper, ICML\n\n- Given once", "### Best poster, ICLR\n\n- Given twice")
    assert [str(each.organization) for each in read.entries] == ["ICML", "ICLR"]


@pytest.mark.parametrize(
    "title",
    ["Ask for the decision, not for the data", "Unicode has two accents, and you know both"],
)
def test_a_clause_behind_a_comma_is_no_giver(title: str) -> None:
    assert str(awards(f"### {title}\n\n- Read by many").entries[0].title) == title


def test_a_project_below_a_change_is_whose_it_is_and_a_tool_is_not() -> None:
    read = printed(
        """
= Open Source
#row([*Joins without a shuffle*], [May 2023])
featherstore | #link("https://github.com/f/f/pull/1")[github.com/f/f/pull/1]
- Made backfills finish in 50 minutes
#row([*Reproducible builds*], [Feb 2021])
Python
- Shrank the images
"""
    )
    first, second = read.sections[-1].entries
    assert str(first.organization) == "featherstore"
    assert second.organization is None


def test_a_talk_has_a_venue() -> None:
    read = printed(
        """
= Talks
#row([*The dashboard nobody opened*], [Apr 2025])
Data Council North
- Heard by 350 people
#row([*Holdouts for people without patience*], [Jan 2024])
dbt Meetup Toronto
"""
    )
    talks = read.sections[-1].entries
    assert [str(each.venue) for each in talks] == ["Data Council North", "dbt Meetup Toronto"]


def test_an_address_with_a_year_opens_no_entry() -> None:
    read = printed(
        """
= Awards
#row([*Grant for maintainers*], [Jun 2025])
Open Shelves Foundation | openshelves.example.org/grants/2025
- One of 9 among 310 applicants
"""
    )
    (entry,) = read.sections[-1].entries
    assert str(entry.organization) == "Open Shelves Foundation"
    assert [each.url for each in entry.links] == ["openshelves.example.org/grants/2025"]
    assert len(entry.statements) == 1


def test_venue_and_address_on_one_line() -> None:
    read = printed(
        """
= Publications
#row([*Grasping boxes*], [Oct 2025])
Ε. Καραβελλάκη, Ν. Στρατάκης

IROS | doi.org/10.5555/iros.2025.0871
#row([*A sliding window for sonar*], [May 2022])
J. Roe, K. Vestergaard

ICRA | doi.org/10.5555/icra.2022.1440
"""
    )
    papers = read.sections[-1].entries
    assert [str(each.venue) for each in papers] == ["IROS", "ICRA"]
    assert [[str(name) for name in each.authors] for each in papers] == [
        ["Ε. Καραβελλάκη", "Ν. Στρατάκης"],
        ["J. Roe", "K. Vestergaard"],
    ]


NARROW = """
#set text(size: 10pt)
#text(size: 20pt)[Jane Roe]

jane\\@example.org
#grid(columns: (4.9cm, 1fr), column-gutter: 1cm, [
  == Education
  #let entry(..lines) = block(above: 1em, stack(spacing: 0.5em, ..lines))
  #entry([*MSc in Robotics*], [Carnegie Mellon University], [Pittsburgh, PA], [Aug 2017 - May 2019])
  #entry([*BEng in Mechatronics*], [Universidad de Navarra], [San Sebastián, Spain], [2013 - 2017])
  == Languages
  English (native speaker)

  Spanish (fluent)
], [
  == Summary
  Builds walking machines and keeps them walking, on this world and on others.
  == Experience
  *Engineer* #h(1fr) Jan 2020 - present \\
  Acme Robotics
  #for part in ("arm", "leg", "eye", "ear", "hand", "foot") [
    - Built the #part of a walking machine for the moon, and wrote the manual of those at work
    - Wrote the tests of the #part and kept them running for three long years without any failure
  ]
])
#pagebreak()
*Junior engineer* #h(1fr) Jan 2019 - Dec 2019 \\
Umbra Robotics
- Built the arm of a walking machine and wrote its tests for three years
"""


def test_each_line_of_a_narrow_column_is_a_field() -> None:
    read = pdf.read(typeset(NARROW), "resume.pdf").resume
    by_kind = {each.kind.value: each for each in read.sections}
    schools = by_kind["education"].entries
    assert [
        (str(e.degree), str(e.field), str(e.organization), str(e.location)) for e in schools
    ] == [
        ("MSc", "Robotics", "Carnegie Mellon University", "Pittsburgh, PA"),
        ("BEng", "Mechatronics", "Universidad de Navarra", "San Sebastián, Spain"),
    ]
    spoken = [(str(g.items[0]), str(g.level)) for g in by_kind["languages"].skills]
    assert spoken == [("English", "native speaker"), ("Spanish", "fluent")]


def test_a_page_of_full_width_goes_on_with_the_wide_column() -> None:
    read = pdf.read(typeset(NARROW), "resume.pdf").resume
    by_kind = {each.kind.value: each for each in read.sections}
    assert [str(each.title) for each in by_kind["experience"].entries] == [
        "Engineer",
        "Junior engineer",
    ]


def test_degrees_with_a_space_and_grades_out_of_something() -> None:
    read = printed(
        """
= Education
#row([*M. Sc. Maschinenbau*], [Apr. 2016 - Sept. 2018])
Technische Universität Chemnitz
#row([*BSc in Computer Science*], [Sep 2012 - May 2015])
Northlake University

3.87 of 4.0
"""
    )
    first, second = read.sections[-1].entries
    assert (str(first.degree), str(first.field)) == ("M. Sc.", "Maschinenbau")
    assert str(second.grade) == "3.87 of 4.0"


LONG = """
= Experience
#row([*Principal Scientist for Probabilistic Forecasting, Uncertainty Quantification, Reserve Power
  and Decision Support*], align(bottom)[May 2019 - present])
#row([_Institute of Energy_], [Middelburg, Netherlands])
- Led 11 scientists
= Projects
#row([*An open archive of thirty years of hourly wind measurements at sea, cleaned, documented
  and served from a single small machine*], align(bottom)[Jan 2016 - Jun 2017])
Python, DuckDB
- Used by 40 groups
"""


def test_a_title_that_ran_over_its_line_is_whole_beside_its_date() -> None:
    job, project = (each.entries[0] for each in printed(LONG).sections)
    assert str(job.title).endswith("Reserve Power and Decision Support")
    assert str(job.organization) == "Institute of Energy"
    assert str(job.location) == "Middelburg, Netherlands"
    assert str(project.title).endswith("served from a single small machine")
    assert project.dates is not None
    assert project.dates.start is not None
    assert (str(project.dates.start.iso()), len(project.statements)) == ("2016-01", 1)


def test_a_bold_line_without_a_date_as_far_apart_as_entries_opens_one() -> None:
    read = printed(
        """
#set block(spacing: 1.6em)
= Projects
#row([*Olive counter*], [2022])
#row([*Heron*], [2021])
*Tram delays*
"""
    )
    assert [str(each.title) for each in read.sections[-1].entries] == [
        "Olive counter",
        "Heron",
        "Tram delays",
    ]


@pytest.mark.parametrize(
    ("line", "school", "degree", "field"),
    [
        ("硕士，计算机科学", "江南大学", "硕士", "计算机科学"),
        ("修士（情報学）", "北山大学", "修士", "情報学"),
        ("Магистр, Математика", "Казанский университет", "Магистр", "Математика"),
    ],
)
def test_degrees_of_other_scripts(line: str, school: str, degree: str, field: str) -> None:
    (entry,) = section(f"{line}    2016 - 2019\n{school}\n", "Education").entries
    assert (str(entry.degree), str(entry.field), str(entry.organization)) == (degree, field, school)
