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


TURNED = """
#let part(head, body) = grid(columns: (24pt, 1fr), gutter: 10pt, align: horizon,
  rotate(-90deg, reflow: true, head), body)
#grid(columns: (1fr, 1fr),
  [Joséphine Corbeau \\ 3, rue des Lilas \\ 33000 Bordeaux \\ 05 56 00 00 00],
  align(right)[37 ans \\ Célibataire \\ Sans enfant \\ josephine\\@corbeau.example])
#v(10pt)
#align(right, text(18pt)[Statisticienne à Bordeaux])
#v(20pt)
#part[Expériences professionnelles][
  #grid(columns: (60pt, 1fr), row-gutter: 6pt, column-gutter: 9pt,
    align(right)[2016 – 2020], [Statisticienne], [], [_Institut Curie_],
    align(right)[2012 – 2016], [Analyste], [], [_Voyages Lenoir_],
    align(right)[2010 – 2012], [Assistante], [], [_Mairie de Pessac_])]
#v(24pt)
#part[Langues][#grid(columns: (60pt, 1fr), row-gutter: 6pt, column-gutter: 9pt,
  align(right)[Anglais], [niveau scolaire], align(right)[Grec], [lu et parlé])]
#v(24pt)
#part[Centres d’intérêts][
  #grid(columns: (60pt, 1fr), row-gutter: 6pt, column-gutter: 9pt,
    align(right)[Lecture], [- Romans policiers], [], [- Essais],
    align(right)[Informatique], [- Sites personnels],
    align(right)[Sport], [- Course à pied])]
"""


def test_headings_turned_in_the_margin_open_the_sections_beside_them() -> None:
    resume = read(TURNED)
    assert outline(resume) == [
        (SectionKind.EXPERIENCE, "Expériences professionnelles"),
        (SectionKind.LANGUAGES, "Langues"),
        (SectionKind.INTERESTS, "Centres d’intérêts"),
    ]
    assert [str(entry.title) for entry in resume.sections[0].entries] == [
        "Statisticienne",
        "Analyste",
        "Assistante",
    ]
    assert [(str(each.items[0]), str(each.level)) for each in resume.sections[1].skills] == [
        ("Anglais", "niveau scolaire"),
        ("Grec", "lu et parlé"),
    ]
    assert [str(each.name) for each in resume.sections[2].skills] == [
        "Lecture",
        "Informatique",
        "Sport",
    ]


def test_of_two_blocks_of_contact_lines_none_is_the_headline() -> None:
    basics = read(TURNED).basics
    assert str(basics.headline) == "Statisticienne à Bordeaux"
    assert [str(each) for each in basics.personal] == ["37 ans", "Célibataire", "Sans enfant"]


def test_personal_details_in_two_columns() -> None:
    basics = read(
        """
#text(size: 20pt)[Ada Quillfeather]

#grid(columns: (90pt, 1fr), row-gutter: 6pt,
  [Date of birth], [February 15, 1988], [Nationality], [Dutch],
  [E-mail], [ada\\@quill.example], [Place], [Leiden])

== Education
*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn
"""
    ).basics
    assert [str(each) for each in basics.personal] == [
        "Date of birth February 15, 1988",
        "Nationality Dutch",
    ]
    assert (str(basics.location), str(basics.email)) == ("Leiden", "ada@quill.example")


def test_a_foot_with_the_name_and_the_page_is_no_entry() -> None:
    resume = read(
        """
#set page(height: 300pt, margin: (bottom: 70pt), footer-descent: 5pt, footer: [
  _CV Ada Quillfeather_ #h(1fr) #context counter(page).display("1/1", both: true)])
"""
        + NAME
        + """
== Education
*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn
#pagebreak()
== Skills
Python, SQL
"""
    )
    assert [str(each) for each in resume.furniture] == [
        "CV Ada Quillfeather 1/2",
        "CV Ada Quillfeather 2/2",
    ]


def test_a_sidebar_with_smaller_headings_on_the_rows_of_the_main_column() -> None:
    resume = read(
        NAME
        + """
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 11pt)
#set par(leading: 5pt, spacing: 5pt)
#grid(columns: (1fr, 110pt), gutter: 22pt, [
= Summary
Statistician who builds forecasts that shops act on, and who explains them to those who order
the goods every morning, in four countries and five languages so far.
= Experience
Research Engineer #h(1fr) 2021 – 2024 \\
Northwind Labs
- Cut the training time of the ranking model from nine hours to two on the same machines
- Wrote the evaluation harness that all five teams of the group now use
], [
== Education
M.Sc. Physics \\
University of Bonn, 2016
== Skills
Python \\
PyTorch \\
SQL \\
Spark \\
Airflow
])
"""
    )
    assert sorted(kind.value for kind, _ in outline(resume)) == [
        "education",
        "experience",
        "skills",
        "summary",
    ]
    skills = next(each for each in resume.sections if each.kind is SectionKind.SKILLS)
    assert [str(item) for item in skills.skills[0].items] == [
        "Python",
        "PyTorch",
        "SQL",
        "Spark",
        "Airflow",
    ]


def test_a_right_sidebar_with_contact_lines_chips_and_rated_languages() -> None:
    resume = read(
        """
#set page(margin: 0pt)
#grid(columns: (1fr, 140pt), pad(20pt)[#text(22pt)[Layla Haddad] \\ Data Scientist
== Experience
*Data Scientist*, Beirut Health #h(1fr) 2019 – now
- Forecast the beds of nine wards, 11 % closer than the planners did before
- Moved the nightly jobs to one server
], block(fill: luma(230), height: 560pt, inset: 14pt)[
== CONTACT
layla\\@haddad.example \\ Beirut, Lebanon
== ONLINE PRESENCE
github.com/laylah
== TOOLS
#let chip(name) = box(fill: white, inset: 3pt, name)
#chip[Python] #h(3pt) #chip[R] #h(3pt) #chip[SQL]
== LANGUAGES
Arabic #h(1fr) native \\ French #h(1fr) C1
])
"""
    )
    assert resume.basics.notes == ()
    assert [str(each) for each in resume.furniture] == ["CONTACT", "ONLINE PRESENCE"]
    assert [link.url for link in resume.basics.links] == ["github.com/laylah"]
    skills, languages = resume.sections[-2:]
    assert [str(item) for item in skills.skills[0].items] == ["Python", "R", "SQL"]
    assert [(str(each.items[0]), str(each.level)) for each in languages.skills] == [
        ("Arabic", "native"),
        ("French", "C1"),
    ]


def test_languages_in_the_margin_below_skills_are_a_section() -> None:
    resume = read(
        NAME
        + """
#let part(head, body) = grid(
  columns: (90pt, 1fr), gutter: 12pt, text(weight: "bold", head), body)
#part[Formation][*Master Informatique* #h(1fr) 2018 – 2020 \\ Université Lyon 1]
#part[Compétences techniques][Python, PyTorch, Spark]
#part[Langues][Français : langue maternelle, Anglais : C1]
"""
    )
    assert [kind.value for kind, _ in outline(resume)] == ["education", "skills", "languages"]
