"""Cards side by side, dates in a column of their own, and headings that close a page."""

from __future__ import annotations

from standout.model import Resume, SectionKind
from standout.readers import pdf
from tests.checking import typeset
from tests.readers.structure.reading import head, kinds

TOP = '#text(size: 20pt, weight: "bold")[Jane Roe] \\\njane\\@example.org\n'


def read(markup: str, height: int = 500) -> Resume:
    page = f"#set page(width: 560pt, height: {height}pt, margin: 40pt)\n"
    return pdf.read(typeset(page + TOP + markup), "a.pdf").resume


def test_two_cards_of_one_height_on_common_rows() -> None:
    resume = read(
        """
#let card(body) = rect(width: 100%, height: 110pt, radius: 6pt, inset: 8pt, body)
#card[== Profile
Analyst who likes short questions and the long tables in which their answers lie hidden.]
#grid(columns: (1fr, 1fr), gutter: 8pt, card[== Education
*B.Sc.* Physics \\
University of Bonn \\
2015 – 2018], card[== Skills
*Languages* \\
Python, SQL \\
*Tools* \\
Docker, Git])
"""
    )
    assert kinds(resume) == [SectionKind.SUMMARY, SectionKind.EDUCATION, SectionKind.SKILLS]
    school = resume.sections[1].entries[0]
    assert (str(school.degree), str(school.organization)) == ("B.Sc.", "University of Bonn")
    assert [str(group.name) for group in resume.sections[2].skills] == ["Languages", "Tools"]


def test_dates_and_places_in_a_column_at_the_right() -> None:
    resume = read(
        """
== Experience
#grid(columns: (240pt, 1fr), row-gutter: 8pt,
  [*Levante Bank* \\ Data Scientist
- Designed a tool that settles most of the complaints by itself],
  align(right)[March 2020 – present \\ Valencia],
  [*Marjal* \\ Data Engineer
- Moved the nightly jobs of the whole house to one machine],
  align(right)[January 2017 – February 2020 \\ Alicante])
"""
    )
    assert [head(each) for each in resume.sections[0].entries] == [
        ("Data Scientist", "Levante Bank", "Valencia", "2020-03/now"),
        ("Data Engineer", "Marjal", "Alicante", "2017-01/2020-02"),
    ]


def test_headings_and_dates_in_the_margin() -> None:
    resume = read(
        """
#show grid.cell.where(x: 0): it => align(right, it)
#grid(columns: (120pt, 1fr), column-gutter: 16pt, row-gutter: 6pt,
  strong[EXPERIENCE], [],
  [2019 – 2021], [*Senior Analyst* \\ Acme Trading
- Built a model that finds most of those who leave
- Wrote the store that four teams use],
  [2016 – 2019], [*Clerk* \\ Globex
- Kept the books of the whole house in order],
  strong[EDUCATION], [],
  [2012 – 2015], [*B.Sc. Physics* \\ University of Bonn])
"""
    )
    assert kinds(resume) == [SectionKind.EXPERIENCE, SectionKind.EDUCATION]
    assert [head(each)[3] for each in resume.sections[0].entries] == ["2019/2021", "2016/2019"]


def test_a_heading_below_cards_goes_on_over_the_page() -> None:
    resume = read(
        """
#let card(body) = rect(width: 100%, height: 110pt, inset: 8pt, body)
== Skills
#grid(columns: (1fr, 1fr, 1fr), gutter: 8pt, card[*Data* \\ SQL \\ Python],
  card[*Charts* \\ Tableau \\ Looker], card[*People* \\ Hiring \\ Coaching])
== Volunteer
#pagebreak()
#grid(columns: (110pt, 1fr), [2020 – 2021], [*Tutor*, Open School \\ Taught the basics of
  spreadsheets to forty grown-ups, each evening of the week])
""",
        height=320,
    )
    assert kinds(resume) == [SectionKind.SKILLS, SectionKind.VOLUNTEER]
    assert [str(each.title) for each in resume.sections[1].entries] == ["Tutor"]


def test_a_title_in_italics_that_ran_over_its_line() -> None:
    resume = read(
        """
#box(width: 260pt)[
== Experience
*Fabline Semiconductor*, Berlin, Germany — _Computer Vision Engineer_ \\
2020 – 2022
- Designed a classifier of defects with few false alarms
]
"""
    )
    assert head(resume.sections[0].entries[0]) == (
        "Computer Vision Engineer",
        "Fabline Semiconductor",
        "Berlin, Germany",
        "2020/2022",
    )


def test_headings_in_the_margin_each_beside_its_first_line() -> None:
    resume = read(
        """
Staff Data Engineer \\
#grid(columns: (100pt, 1fr), row-gutter: 6pt,
  strong[Experience], [*Analyst – Levante Bank* \\ Valencia, Spain | 2019 – 2021
- Designed a tool that settles most of the complaints of all who have bought a loan from the
  bank by itself
- Moved the nightly jobs of the whole house to one machine that does them all before breakfast],
  strong[Education], [*B.Sc. Physics – University of Bonn* \\ Bonn, Germany | 2015 – 2018],
  strong[Skills], [Python, SQL, Docker])
"""
    )
    assert kinds(resume) == [SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS]
    assert len(resume.sections[0].entries[0].statements) == 2


def test_labels_in_italics_before_lists() -> None:
    resume = read("== Skills\n_Machine Learning_ PyTorch, LightGBM\n\n_Tools_ Docker, Git")
    assert [(str(group.name), len(group.items)) for group in resume.sections[0].skills] == [
        ("Machine Learning", 2),
        ("Tools", 2),
    ]
