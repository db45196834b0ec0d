"""Sections whose headings are small, wrapped or not there, and lists with two items a line."""

from __future__ import annotations

from standout.model import Resume, SectionKind
from standout.readers import pdf
from tests.checking import typeset

START = """#set page(margin: 1.8cm)
#set text(font: "Libertinus Serif", size: 10pt)
#text(20pt)[Ines Marten] \\
ines\\@marten.example \\
"""
JOB = """
#text(13pt, weight: "bold")[Experience]

*Northwind Labs* #h(1fr) Berlin \\
Research Engineer #h(1fr) 2021 – 2024
- Cut the training time of the ranking model from nine hours to two on the same machines
"""


def read(body: str) -> Resume:
    """A resume set by Typst."""
    return pdf.read(typeset(START + body), "resume.pdf").resume


def outline(resume: Resume) -> list[tuple[SectionKind, str]]:
    return [(each.kind, str(each.heading or "")) for each in resume.sections]


def levels(resume: Resume) -> list[tuple[str, str]]:
    groups = resume.sections[-1].skills
    return [(str(group.items[0]), str(group.level or "")) for group in groups]


def test_a_paragraph_below_the_last_list_of_a_sidebar_is_the_summary() -> None:
    resume = read(
        """
#text(13pt, weight: "bold")[Languages]

Danish (native) \\
English (fluent)

#v(24pt)
Statistician who builds forecasts that shops act on, and who likes to explain them to
those who order the goods every morning.
"""
        + JOB
    )
    assert outline(resume) == [
        (SectionKind.LANGUAGES, "Languages"),
        (SectionKind.SUMMARY, ""),
        (SectionKind.EXPERIENCE, "Experience"),
    ]


SMALL = """
#text(16pt)[Projects]

*tinytower* \\
_A small library for retrieval models_

*gridwise* \\
_A planner for the charging of buses_

#v(20pt)
*Languages*

Danish (native)

#v(20pt)
*Interests*

Chess

#v(20pt)
*Awards*

Dean's List, 2019
"""


def test_smaller_headings_that_name_several_sections_open_them() -> None:
    big = "#text(16pt)[Experience]\n" + JOB.split("[Experience]")[1]
    assert [kind for kind, _ in outline(read(big + SMALL))] == [
        SectionKind.EXPERIENCE,
        SectionKind.PROJECTS,
        SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
        SectionKind.AWARDS,
    ]


def test_headings_told_apart_by_a_number() -> None:
    extra = "".join(
        f'\n#text(13pt, weight: "bold")[{name}]\n\nA word about it\n'
        for name in ("Interests", "Extra 1", "Extra 2")
    )
    assert outline(read(JOB + extra))[1:] == [
        (SectionKind.INTERESTS, "Interests"),
        (SectionKind.OTHER, "Extra 1"),
        (SectionKind.OTHER, "Extra 2"),
    ]


def test_a_plain_heading_over_two_lines_of_which_the_first_is_one_too() -> None:
    resume = read(
        """
#v(10pt)
Langues
#grid(columns: (60pt, 1fr), row-gutter: 4pt)[Anglais][niveau scolaire][Grec][lu et parlé]
#v(10pt)
Expériences \\
professionnelles
#grid(columns: (80pt, 1fr), row-gutter: 4pt,
  [2016 – 2020], [Statisticienne], [], [Institut Curie],
  [2012 – 2016], [Analyste], [], [Voyages Lenoir])
"""
    )
    assert outline(resume)[-1] == (SectionKind.EXPERIENCE, "Expériences professionnelles")
    assert [str(each.title) for each in resume.sections[-1].entries] == [
        "Statisticienne",
        "Analyste",
    ]


def test_two_languages_on_a_line_each_with_a_level() -> None:
    for sign in (" — ", ": ", " "):
        cells = f"Danish{sign}Native speaker #h(60pt) English{sign}Conversational"
        body = JOB + f'#text(13pt, weight: "bold")[Languages]\n\n{cells}'
        assert levels(read(body)) == [("Danish", "Native speaker"), ("English", "Conversational")]


def test_a_last_line_close_to_its_paragraph_is_no_title_of_the_next_entry() -> None:
    name = '\n#text(13pt, weight: "bold")[Projects]\n'
    entry = """
{} #h(1fr) {}
#v(-4pt)
{} and it was tried out by two
dozen people of the harbour in the whole of the last summer.
#v(-4pt)
#link("https://paddle.example/{}")[View on paddle.example]
#v(6pt)
"""
    made = [
        ("Echo of the Harbour", "2022 – 2023", "A game about a lighthouse,", "echo"),
        ("Dialogue Framework", "2020 – 2021", "A library for writers of games,", "talk"),
        ("Game Evenings", "2018 – 2019", "A small tool that plans evenings,", "plan"),
    ]
    resume = read(name + "".join(entry.format(*each) for each in made))
    assert [str(each.title) for each in resume.sections[-1].entries] == [each[0] for each in made]


def test_personal_details_over_two_lines_are_no_headline() -> None:
    resume = read(
        """
Sans enfant à charge \\
Nationalité grecque
"""
        + JOB
    )
    assert [str(each) for each in resume.basics.personal] == [
        "Sans enfant à charge",
        "Nationalité grecque",
    ]
