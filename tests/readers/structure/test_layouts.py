"""Whole pages: which headings open a section, which lines go on, what stands in the margin."""

from __future__ import annotations

from standout.model import Resume, SectionKind
from standout.readers import pdf
from tests.checking import typeset

PAGE = """
#set page(width: 420pt, height: 560pt, margin: 30pt)
#set text(size: 10pt)
#show heading: set text(size: 10pt)
"""
NAME = "#text(size: 20pt)[Ada Quillfeather] \\\nada\\@quill.example\n"


def read(markup: str) -> Resume:
    return pdf.read(typeset(PAGE + markup), "page.pdf").resume


def outline(resume: Resume) -> list[tuple[SectionKind, str]]:
    return [(each.kind, str(each.heading or "")) for each in resume.sections]


def test_names_of_groups_that_are_headings_elsewhere_open_no_section() -> None:
    resume = read(
        NAME
        + """
#text(weight: "bold")[SKILLS]

*Programming Languages* \\ Python, Julia

*Tools* \\ Docker, Git

#text(weight: "bold")[INTERESTS]

*Open Source* \\ Documentation, Triage

*Technology* \\ Accessibility, Synthesizers

*Climbing* \\ Bouldering

#text(weight: "bold")[EDUCATION]

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn
"""
    )
    assert outline(resume) == [
        (SectionKind.SKILLS, "SKILLS"),
        (SectionKind.INTERESTS, "INTERESTS"),
        (SectionKind.EDUCATION, "EDUCATION"),
    ]
    assert [[str(group.name) for group in section.skills] for section in resume.sections[:2]] == [
        ["Programming Languages", "Tools"],
        ["Open Source", "Technology", "Climbing"],
    ]


MARGIN = (
    NAME
    + """
#let part(head, body) = grid(
  columns: (80pt, 1fr), gutter: 12pt, text(12pt, weight: "bold", head), body)
#part[Summary][Statistician who builds forecasts that shops act on, and who likes to
  explain them to those who order the goods every morning.]
#part[Professional Experience][
  *Northwind Labs* #h(1fr) Berlin \\
  Research Engineer #h(1fr) 2021 – 2024
  - Cut the training time of the ranking model from nine hours to two on the same machines]
#part[Skills][Python, SQL, Julia]
#part[Community Involvement][
  *Open Source: tinytower* #h(1fr) 2020 – 2022 \\
  Maintainer of a small library for retrieval models.]
"""
)


def test_a_heading_over_two_lines_in_the_margin_with_text_beside_them() -> None:
    resume = read(MARGIN)
    assert outline(resume) == [
        (SectionKind.SUMMARY, "Summary"),
        (SectionKind.EXPERIENCE, "Professional Experience"),
        (SectionKind.SKILLS, "Skills"),
        (SectionKind.VOLUNTEER, "Community Involvement"),
    ]
    (job,) = resume.sections[1].entries
    assert (str(job.title), str(job.organization)) == ("Research Engineer", "Northwind Labs")
    assert len(job.statements) == 1


def test_short_last_lines_left_of_a_drawn_bullets_text() -> None:
    resume = read(
        NAME
        + """
#let dot = box(place(dx: -10pt, dy: -5pt, circle(radius: 1.5pt, fill: black)))
#let item(body) = par(hanging-indent: 12pt)[#h(26pt)#dot#body]
#text(weight: "bold", size: 13pt)[Experience]

*Northwind Labs* #h(1fr) Berlin \\
Research Engineer #h(1fr) 2021 – 2024

#item[Cut the training time of the ranking model from nine hours to two hours in
 the same small cluster]
#item[Wrote the evaluation harness that all five teams of the whole group now run
 SQL]
#item[Moved the nightly scoring jobs of the company's shops from three servers to a
 Spark cluster]
"""
    )
    (job,) = resume.sections[-1].entries
    assert [each.text.value.split()[-1] for each in job.statements] == ["cluster", "SQL", "cluster"]
