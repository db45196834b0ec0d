"""Lines of a page that stand beside each other, and cells that ran over their line."""

from __future__ import annotations

from standout.model import Resume
from standout.readers import pdf
from tests.checking import typeset
from tests.readers.structure.reading import head, statements

PAGE = '#set page(width: 500pt, height: 400pt)\n#text(size: 20pt, weight: "bold")[Jane Roe]\n\n'


def read(markup: str) -> Resume:
    return pdf.read(typeset(PAGE + markup), "a.pdf").resume


def test_a_bold_title_that_ran_over_its_line_beside_its_dates() -> None:
    resume = read(
        """
jane\\@example.org
== Education
#grid(columns: (110pt, 190pt), row-gutter: 8pt,
  [2015-09 – 2019-01], [*Bachelor of Engineering Software Technology* \\ University of Bonn],
  [2012-09 – 2015-06], [*School leaving examination* \\ Lindenhof High School, Bonn])
== Skills
#box(width: 300pt)[Python, SQL, Docker, Git, Kafka, Spark, Airflow, dbt, Terraform, Kubernetes,
Scala, Java]
"""
    )
    first = resume.sections[0].entries[0]
    assert (str(first.degree), str(first.field)) == (
        "Bachelor of Engineering",
        "Software Technology",
    )
    assert str(first.organization) == "University of Bonn"


def test_dates_that_ran_over_their_column_beside_a_bullet() -> None:
    resume = read(
        """
jane\\@example.org
== Experience
#grid(columns: (70pt, 1fr), gutter: 12pt,
  [Feb 2018 – Aug 2021], [*Analyst*, Tidewater Ltd, Leeds
- Built a model that finds most of those who leave
- Wrote the store that four teams use],
  [July 2016 – Jan 2018], [*Clerk*, Brightfold, Leeds
- Automated the weekly report for the board])
"""
    )
    found = resume.sections[0].entries
    assert [head(each) for each in found] == [
        ("Analyst", "Tidewater Ltd", "Leeds", "2018-02/2021-08"),
        ("Clerk", "Brightfold", "Leeds", "2016-07/2018-01"),
    ]
    assert [statements(each)[0][:9] for each in found] == ["Built a m", "Automated"]


def test_an_address_at_the_right_is_no_part_of_the_line_under_the_name() -> None:
    resume = read(
        """
#grid(columns: (1fr, 1fr), [#v(-8pt) Senior Machine Learning Engineer],
  align(right)[#v(-14pt) jane\\@example.org \\ Leeds, United Kingdom \\ +44 7700 900318])
== Skills
Python, SQL
"""
    )
    assert str(resume.basics.headline) == "Senior Machine Learning Engineer"
    assert str(resume.basics.location) == "Leeds, United Kingdom"


def test_ways_to_reach_the_person_at_the_foot_of_the_page() -> None:
    resume = read(
        """
== Experience
*Analyst*, Tidewater Ltd #h(1fr) 2018 – 2021
- Built a model that finds most of those who leave
== Certificates
Certified Sailor, 2022
#place(bottom + center)[Leeds, United Kingdom — +44 7700 900318 — jane\\@example.org \\
  github.com/janeroe — janeroe.example.org]
"""
    )
    basics = resume.basics
    assert (str(basics.email), str(basics.phone)) == ("jane@example.org", "+44 7700 900318")
    assert str(basics.location) == "Leeds, United Kingdom"
    assert len(basics.links) == 2


def test_a_project_that_opens_bold_above_a_plain_line() -> None:
    resume = read(
        """
jane\\@example.org
== Projects
*Parquet Peek* | Go, Arrow \\
Command-line viewer for Parquet files with 1,900 stars

*Map of Voices* | Python \\
Map for schools with four thousand samples
"""
    )
    assert [str(each.title) for each in resume.sections[0].entries] == [
        "Parquet Peek",
        "Map of Voices",
    ]
