"""Headings in the author's own words, and what a whole section says about its doubtful heads."""

from __future__ import annotations

import pytest

from standout.model import SectionKind as K
from standout.readers import pdf
from standout.vocabulary import headings
from tests.checking import typeset
from tests.readers.structure.reading import kinds, section

OWN = """
#set page(width: 500pt, height: 600pt, margin: 30pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Where I've worked*]

*Data Scientist* \\@ Acme Corp · Berlin · Mar 2020 -- Feb 2022
- Built a model that four hospitals use

#text(13pt)[*What I studied*]

2014 -- 2018 | BSc Physics | University of Bonn

#text(13pt)[*Things I've built*]

*Potluck* | Python, Go
- Plans meals for 300 families a week

#text(13pt)[*My toolbox*]

Python, SQL, Go
"""


def test_headings_in_the_authors_own_words() -> None:
    read = pdf.read(typeset(OWN), "own.pdf").resume
    assert [each.kind for each in read.sections] == [
        K.EXPERIENCE,
        K.EDUCATION,
        K.PROJECTS,
        K.SKILLS,
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Where I've worked", K.EXPERIENCE),
        ("Languages I speak", K.LANGUAGES),
        ("In a nutshell", K.SUMMARY),
        ("Mein Studium", K.EDUCATION),
        ("Blue Heron", None),
        ("I have worked on many of the things that they built", None),
    ],
)
def test_what_words_hint_at(words: str, kind: K | None) -> None:
    assert headings.hinted(words) is kind


@pytest.mark.parametrize("words", ["Réalisations personnelles", "Compétences techniques"])
def test_an_adjective_behind_a_heading(words: str) -> None:
    found = headings.find(words)
    assert found is not None
    assert found.exact


@pytest.mark.parametrize("mark", [" at ", ", ", " / "])
def test_the_mark_that_cuts_some_heads_cuts_all(mark: str) -> None:
    text = (
        f"Data Scientist{mark}Acme Corp\nMar 2020 – Feb 2022\n- Built a model for hospitals\n\n"
        f"AI Wrangler{mark}Blue Heron\nJan 2018 – Feb 2020\n- Labelled ten thousand pictures\n\n"
        f"Engineer{mark}Globex\nJan 2016 – Dec 2017\n- Kept the lights on in two towns\n"
    )
    found = section(text).entries
    assert [(str(each.title), str(each.organization)) for each in found] == [
        ("Data Scientist", "Acme Corp"),
        ("AI Wrangler", "Blue Heron"),
        ("Engineer", "Globex"),
    ]


@pytest.mark.parametrize(
    ("line", "degree", "studied", "school"),
    [
        ("MSc in Statistics, ENSAI, Rennes (2015 – 2018)", "MSc", "Statistics", "ENSAI"),
        ("BSc in Physics, Minor in Art (2015 – 2018)", "BSc", "Physics, Minor in Art", "None"),
    ],
)
def test_a_school_that_no_word_tells(line: str, degree: str, studied: str, school: str) -> None:
    (entry,) = section(line, "Education").entries
    found = (str(entry.degree), str(entry.field), str(entry.organization))
    assert found == (degree, studied, school)


TABLE = """
#set page(width: 500pt, height: 500pt, margin: 30pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Experience*]
#table(columns: (70pt, 100pt, 1fr), stroke: .4pt,
  [Mar 2020 -- Feb 2022], [*Senior Data Scientist* \\ Acme Corp \\ Berlin, Germany],
  [- Built a model that four hospitals use \\
   - Cut the cost of labelling pictures by a third, from nine to six cents a picture],
  [Jan 2018 -- Feb 2020], [*Analyst* \\ Blue Heron \\ Ghent, Belgium],
  [- Forecast the demand of 800 shops])
"""


def test_a_table_of_entries_is_read_cell_by_cell() -> None:
    (found,) = pdf.read(typeset(TABLE), "table.pdf").resume.sections
    assert [
        (str(each.title), str(each.organization), str(each.location), len(each.statements))
        for each in found.entries
    ] == [
        ("Senior Data Scientist", "Acme Corp", "Berlin, Germany", 2),
        ("Analyst", "Blue Heron", "Ghent, Belgium", 1),
    ]


def test_several_lists_in_one_paragraph() -> None:
    page = """
#set page(width: 500pt, height: 300pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Skills*]

*Languages* Python, Rust. *Tools* Docker, Git.
"""
    (found,) = pdf.read(typeset(page), "skills.pdf").resume.sections
    assert [(str(each.name), [str(item) for item in each.items]) for each in found.skills] == [
        ("Languages", ["Python", "Rust"]),
        ("Tools", ["Docker", "Git"]),
    ]


def test_contact_lines_at_the_foot_of_the_page() -> None:
    page = """
#set page(width: 500pt, height: 400pt, footer: [
  +49 170 5550134 | ines\\@example.org | github.com/inesm
])
#set text(size: 10pt)
#text(22pt)[Ines Moreau]

#text(13pt)[*Experience*]

*Data Scientist*, Acme Corp #h(1fr) Mar 2020 -- Feb 2022
- Built a model that four hospitals use

#text(13pt)[*Languages*]

German (native), English (fluent)
"""
    read = pdf.read(typeset(page), "foot.pdf").resume
    assert (str(read.basics.email), str(read.basics.phone)) == (
        "ines@example.org",
        "+49 170 5550134",
    )
    assert kinds(read) == [K.EXPERIENCE, K.LANGUAGES]


MARGIN = """
#set page(width: 500pt, height: 500pt, margin: 30pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org
#let entry(l, r) = grid(columns: (85pt, 1fr), column-gutter: 15pt, align(right, l), r)

#text(13pt)[*Experience*]

#entry[Mar 2020 -- Feb 2022 \\ Cape Town, South \\ Africa][
  *Data Scientist*, _Acme Corp_
  - Built a model that four hospitals use
  - Cut the cost of labelling by a third
]
#entry[Jan 2018 -- Feb 2020 \\ Ghent, Belgium][
  *Analyst*, _Blue Heron_
  - Forecast the demand of 800 shops
]
"""


def test_a_place_in_the_margin_beside_the_statements() -> None:
    (found,) = pdf.read(typeset(MARGIN), "margin.pdf").resume.sections
    assert [
        (str(each.title), str(each.location), len(each.statements)) for each in found.entries
    ] == [
        ("Data Scientist", "Cape Town, South Africa", 2),
        ("Analyst", "Ghent, Belgium", 1),
    ]


def test_a_name_of_two_lines_beside_contact_lines() -> None:
    page = """
#set page(width: 500pt, height: 400pt, margin: 30pt)
#set text(size: 9pt)
#grid(columns: (1fr, auto), text(22pt)[*INES \\ MOREAU*],
  align(right)[+49 170 5550134 \\ ines\\@example.org \\ Berlin, Germany \\ github.com/inesm])

#text(13pt)[*Skills*]

Python, SQL, Go
"""
    assert str(pdf.read(typeset(page), "name.pdf").resume.basics.name) == "INES MOREAU"


@pytest.mark.parametrize("form", ["*{name}* | Python, Hy", "{name}, 2021"])
def test_a_title_in_lower_case_below_a_bullet(form: str) -> None:
    page = f"""
#set page(width: 500pt, height: 400pt, margin: 30pt)
#set text(size: 10pt)
#set list(indent: 8pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Projects*]

{form.format(name="guitarra")}
- Transcribes guitars from audio with an F1 of 0.83

{form.format(name="dagster-lisp")}
- Writes graphs of tasks in Hy
"""
    (found,) = pdf.read(typeset(page), "projects.pdf").resume.sections
    assert [len(each.statements) for each in found.entries] == [1, 1]


@pytest.mark.parametrize(
    ("line", "degree", "studied"),
    [
        (
            "Laurea magistrale in Informatica, Università di Bologna, 2015 – 2017",
            "Laurea magistrale",
            "Informatica",
        ),
        (
            "Máster universitario en Física, Universidad de Alicante, 2015 – 2017",
            "Máster universitario",
            "Física",
        ),
    ],
)
def test_a_word_that_belongs_to_the_degree(line: str, degree: str, studied: str) -> None:
    (entry,) = section(line, "Education").entries
    assert (str(entry.degree), str(entry.field)) == (degree, studied)


def test_projects_that_are_told_and_not_named() -> None:
    found = section(
        "- Built a recommender for books that serves 200 users a day\n"
        "- Ein Übersetzer von Lisp nach C, der auf drei Plattformen läuft.\n",
        "Projects",
    )
    assert (len(found.entries), len(found.statements)) == (0, 2)


def test_a_sentence_that_ends_with_its_line_ends_no_paragraph() -> None:
    page = """
#set page(width: 360pt, height: 400pt, margin: 30pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Summary*]

Data scientist with six years in hospitals, banks and schools. \\
Likes small models, honest baselines and questions that somebody will act on,
and writes tests for the code of others before changing any of it.
"""
    (found,) = pdf.read(typeset(page), "summary.pdf").resume.sections
    assert len(found.statements) == 1


def test_roles_as_bullets_under_their_employer() -> None:
    page = """
#set page(width: 500pt, height: 500pt, margin: 30pt)
#set text(size: 10pt)
#text(22pt)[Ines Moreau] \\ ines\\@example.org

#text(13pt)[*Experience*]

*Klankwerk* #h(1fr) _Ghent, Belgium_
- *Research Engineer* #h(1fr) Apr 2022 -- Present
  - Wrote the decoder that three products share
- *Research Intern* #h(1fr) Jan 2021 -- Mar 2022
  - Labelled nine hundred hours of speech

*Blue Heron* #h(1fr) _Bonn, Germany_
- *Data Analyst* #h(1fr) Jan 2019 -- Dec 2020
  - Forecast the demand of 800 shops
"""
    (found,) = pdf.read(typeset(page), "roles.pdf").resume.sections
    assert [
        (str(each.title), str(each.organization), len(each.statements)) for each in found.entries
    ] == [
        ("Research Engineer", "Klankwerk", 1),
        ("Research Intern", "Klankwerk", 1),
        ("Data Analyst", "Blue Heron", 1),
    ]


def test_headings_set_to_the_right_are_no_column() -> None:
    page = """
#set page(width: 500pt, height: 600pt, margin: 30pt)
#set text(size: 10pt)
#show heading: it => align(right, text(13pt, it.body))
#text(22pt)[Ines Moreau] \\ ines\\@example.org
= Projects
*Potluck* \\ Plans meals
= Education
*BSc in Physics* \\ _University of Bonn, 2014 -- 2018_
= Skills
Python, SQL, Go
= Languages
French (native)
"""
    assert kinds(pdf.read(typeset(page), "right.pdf").resume) == [
        K.PROJECTS,
        K.EDUCATION,
        K.SKILLS,
        K.LANGUAGES,
    ]


def test_groups_with_their_skills_in_brackets() -> None:
    found = section("Languages (Python, Rust)\nTools (Docker, Git)\n", "Skills").skills
    assert [(str(each.name), len(each.items)) for each in found] == [("Languages", 2), ("Tools", 2)]


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Moreau, Ines", "Ines Moreau"),
        ("Ines Moreau, PhD", "Ines Moreau"),
        ("Quintela Marques, Inês", "Inês Quintela Marques"),
    ],
)
def test_the_family_name_first(shown: str, name: str) -> None:
    page = f"#text(22pt)[{shown}] \\ ines\\@example.org \\ #text(13pt)[*Skills*] \\ Python, SQL, Go"
    read = pdf.read(typeset(page), "name.pdf").resume
    assert str(read.basics.name).startswith(name)
