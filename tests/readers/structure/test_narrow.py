"""Narrow columns: what runs over its line beside a rail of dates, in a box, in a label's column."""

from __future__ import annotations

import pytest

from standout.model import SectionKind
from tests.readers.structure.reading import head, resume, section, statements
from tests.readers.structure.test_layouts import NAME, read

RAIL = (
    NAME
    + """
#let row(date, body) = grid(columns: (70pt, 14pt, 1fr), align: (right, center, left),
  text(size: 9pt, date), circle(radius: 2pt, fill: green), block(below: 9pt, body))
*CAREER*

#row([May 2021 – Present], [*Senior Analyst* \\ Quarrel & Sons, Amman
  - Halved the cost of the nightly load])
#row([September 2018 – April 2021], [*Statistician* \\ Office of Tides, Bergen
  - Wrote the yearly report on the height of the sea])
"""
)


def test_dates_set_to_the_right_go_on_under_themselves() -> None:
    entries = read(RAIL).sections[0].entries
    assert [head(entry) for entry in entries] == [
        ("Senior Analyst", "Quarrel & Sons", "Amman", "2021-05/now"),
        ("Statistician", "Office of Tides", "Bergen", "2018-09/2021-04"),
    ]
    assert [statements(entry) for entry in entries] == [
        ["Halved the cost of the nightly load"],
        ["Wrote the yearly report on the height of the sea"],
    ]


BOX = (
    NAME
    + """
#block(width: 240pt)[
*EXPERIENCE*

*Senior Machine Learning Engineer* at *Falcon Payment Services* \\
_May 2021 – Present, Dubai_
- Lowered the losses by a third in one year with a
  gradient-boosted model over many features
- Mentor three engineers, of whom two were promoted

*Data Scientist* at *Souq Analytics* \\
_Feb 2018 – Apr 2021, Amman_
- Forecast the demand for all products, so that
  stock-outs fell from 7% to 4%
]
"""
)


def test_a_head_half_in_bold_goes_on_in_bold_and_ends_the_list_above() -> None:
    entries = read(BOX).sections[0].entries
    assert [head(entry) for entry in entries] == [
        ("Senior Machine Learning Engineer", "Falcon Payment Services", "Dubai", "2021-05/now"),
        ("Data Scientist", "Souq Analytics", "Amman", "2018-02/2021-04"),
    ]
    assert [len(entry.statements) for entry in entries] == [2, 1]


def test_labels_in_smaller_type_name_their_row() -> None:
    skills = read(
        NAME
        + """
*SKILLS*

#let row(label, ..items) = grid(columns: (90pt, 1fr), text(size: 8pt, label),
  items.pos().map(item => box(stroke: 0.4pt, inset: 2pt)[#item]).join(h(14pt)))
#row([Languages], [Python], [C++], [CUDA])
#row([Frameworks], [PyTorch], [Kaldi])
"""
    ).sections[0]
    assert [(str(group.name), [str(item) for item in group.items]) for group in skills.skills] == [
        ("Languages", ["Python", "C++", "CUDA"]),
        ("Frameworks", ["PyTorch", "Kaldi"]),
    ]


@pytest.mark.parametrize(
    "line",
    ["Applied Scientist, Speech", "Applied Research Engineer", "Data Scientist, Public Health"],
)
def test_applied_is_part_of_a_headline(line: str) -> None:
    assert str(resume(f"Ada Quillfeather\n{line}\nada@quill.example\n").basics.headline) == line


def test_what_a_form_asks_is_no_headline() -> None:
    read_ = resume("Ada Quillfeather\nPosition applied for\nada@quill.example\n")
    assert read_.basics.headline is None


@pytest.mark.parametrize(
    ("line", "degree", "field"),
    [
        ("Specialist in Computer Engineering", "Specialist", "Computer Engineering"),
        ("Specialist Degree, Geodesy", "Specialist Degree", "Geodesy"),
        ("Engineer's Degree in Optics", "Engineer's Degree", "Optics"),
    ],
)
def test_degrees_that_are_job_titles_elsewhere(line: str, degree: str, field: str) -> None:
    entry = section(f"{line}\nBrightwater University, 2011 - 2016", "Education").entries[0]
    assert (str(entry.degree), str(entry.field)) == (degree, field)


def test_an_address_goes_on_behind_its_question_mark() -> None:
    found = resume(
        "Ada Quillfeather\nada@quill.example | https://scholar.google.com/citations?\n"
        "user=Qx81kk | github.com/aquill\n\nEDUCATION\nB.Sc. Physics, Bonn University, 2014\n"
    )
    assert [link.url for link in found.basics.links] == [
        "https://scholar.google.com/citations?user=Qx81kk",
        "github.com/aquill",
    ]
    assert found.sections[-1].kind is SectionKind.EDUCATION


def test_a_label_over_two_lines_is_one_label() -> None:
    skills = read(
        NAME
        + """
#text(weight: "bold")[SKILLS]

#let row(label, items) = block(below: 12pt, grid(columns: (95pt, 1fr), label, items))
#row([DATA ANALYSIS], [SQL, Python, dbt])
#row([DATA VISUALIZATION], [Tableau, Matplotlib])
#row([OPERATIONS & LEADERSHIP], [Scheduling, Training])
"""
    ).sections[0]
    assert [str(group.name) for group in skills.skills] == [
        "DATA ANALYSIS",
        "DATA VISUALIZATION",
        "OPERATIONS & LEADERSHIP",
    ]


def test_two_labelled_lists_on_one_line_are_two() -> None:
    interests = read(
        NAME
        + """
*INTERESTS*

Cooking: Bread, Stews #h(60pt) Cycling: Gravel, Commuting
"""
    ).sections[0]
    assert [(str(each.name), len(each.items)) for each in interests.skills] == [
        ("Cooking", 2),
        ("Cycling", 2),
    ]


def test_a_centred_paragraph_below_the_name_is_one_summary() -> None:
    found = read(
        """
#align(center)[
#text(size: 20pt)[Ada Quillfeather] \\ ada\\@quill.example, Bonn \\

Ada draws maps of tides for harbours. She has worked with \\
pilots. (Go, pilots!) Before that, she kept the books of a \\
lighthouse, where her work was to count the ships that came by, \\
mostly at night.
]

*EDUCATION*

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn
"""
    )
    assert [section.kind for section in found.sections] == [
        SectionKind.SUMMARY,
        SectionKind.EDUCATION,
    ]
    assert [each.text.value[:9] for each in found.sections[0].statements] == ["Ada draws"]
    assert not found.basics.notes


def test_a_foot_with_the_name_on_one_page_is_nobodys_content() -> None:
    found = read(
        NAME
        + """
*EDUCATION*

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn

*Papers*

Tides of the North Sea. Journal of Harbours, 2016.

#place(bottom + center, text(size: 7pt, style: "italic")[Ada Quillfeather: Cartographer])
"""
    )
    assert [str(text) for text in found.furniture] == ["Ada Quillfeather: Cartographer"]


def test_a_foot_with_the_only_address_is_kept() -> None:
    found = read(
        """
#text(size: 20pt)[Ada Quillfeather]

*EDUCATION*

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn

*EXPERIENCE*

*Cartographer*, Office of Tides #h(1fr) 2016 – 2020
- Drew the map of the tides
- Counted ships by night

#place(bottom + center, text(size: 7pt)[Ada Quillfeather, ada\\@quill.example])
"""
    )
    assert str(found.basics.email) == "ada@quill.example"


LABELLED = """
#text(size: 14pt, weight: "bold")[Curriculum Vitae]

#let row(label, value) = grid(columns: (110pt, 14pt, 1fr), align: (right, center, left),
  text(size: 9pt, label), line(angle: 90deg, length: 16pt), value)
#stack(
  row([Surname(s) / First name(s)], [*Quillfeather Ada*]),
  row([Address], [12 Quay Street, 20099 Hamburg]),
  row([Private e-mail], [ada\\@quill.example]),
  row([Mobile], [+49 151 5550142]),
  row([Nationality], [Irish]),
  row([Date of birth], [4 May 1990]),
)
"""


def test_labels_set_to_the_right_stand_before_their_values() -> None:
    basics = read(LABELLED).basics
    assert (str(basics.name), str(basics.email), str(basics.phone)) == (
        "Quillfeather Ada",
        "ada@quill.example",
        "+49 151 5550142",
    )
    assert {str(text) for text in basics.personal} == {
        "Nationality Irish",
        "Date of birth 4 May 1990",
    }


def test_a_heading_of_any_words_below_the_address_opens_a_section() -> None:
    found = read(
        NAME
        + """
#let head(words) = text(size: 13pt, weight: "bold", fill: blue, words)
#head[What drives me]

The sea moves twice a day, and nobody has asked it for its reasons in a language it understands.

#head[Education]

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn

#head[Experience]

*Cartographer*, Office of Tides #h(1fr) 2016 – 2020
"""
    )
    assert [str(section.heading) for section in found.sections] == [
        "What drives me",
        "Education",
        "Experience",
    ]
    assert found.basics.headline is None


def test_an_employer_in_italics_ends_where_the_slope_ends() -> None:
    entry = (
        read(
            NAME
            + """
*EXPERIENCE*

*Tide Reader*, _Brill and Sons_, Oberon #h(1fr) 2016 – 2020 \\
Wrote down the height of the sea at noon, at dusk and at dawn, in any weather.

*Ship Counter*, _Lighthouse Nine_, Oberon #h(1fr) 2012 – 2016 \\
Counted ships that came by at night, and drew those which nobody had drawn before.
"""
        )
        .sections[0]
        .entries[0]
    )
    assert (str(entry.title), str(entry.organization)) == ("Tide Reader", "Brill and Sons")


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("Licence de Mathématiques (Université de Brest)", "Université de Brest"),
        ("M.Sc. in Optics (Brightwater University)", "Brightwater University"),
    ],
)
def test_a_school_in_brackets_behind_its_degree(line: str, school: str) -> None:
    entry = section(f"{line}\n2011 - 2016", "Education").entries[0]
    assert (str(entry.organization), entry.degree is not None) == (school, True)


def test_a_title_over_two_lines_is_no_name() -> None:
    found = read(
        """
#text(size: 18pt)[Teacher of \\ Mathematics]

*EDUCATION*

*M.Sc. Physics* #h(1fr) 2014 – 2016 \\ University of Bonn
"""
    )
    assert found.basics.name is None


def test_a_deed_is_no_employer() -> None:
    entries = section(
        "2019-03 - 2021-05\nBuilt a sales dashboard for a cafe group of three locations\n"
        "- Wrote the models in a month\n\n"
        "2017-01 - 2019-02\nLed the service shifts and managed the ordering of stock\n"
        "- Trained six people\n"
    ).entries
    assert [entry.organization for entry in entries] == [None, None]
    assert [entry.title for entry in entries] == [None, None]


def test_paragraphs_without_any_heading_are_no_summary() -> None:
    found = resume(
        "Ada Quillfeather\nada@quill.example\n\n"
        "I write to you because the sea has moved again, and nobody knows where it went.\n\n"
        "For four years I have drawn maps of tides, and each of them was wrong in another way.\n"
    )
    assert SectionKind.SUMMARY not in [each.kind for each in found.sections]


def test_lines_that_open_with_a_year_are_prizes_each() -> None:
    entries = (
        read(
            NAME
            + """
*AWARDS*

*2023* Some bootcamp of the city for programming.

*2022* Prize of the harbour for the best map of all.

*2021* Conducted a workshop on the tides in the town.
"""
        )
        .sections[0]
        .entries
    )
    assert [head(entry)[3] for entry in entries] == ["2023", "2022", "2021"]


@pytest.mark.parametrize(
    ("line", "degree", "field"),
    [
        (
            "ASSOCIATE OF APPLIED SCIENCE IN BUSINESS ADMINISTRATION",
            "ASSOCIATE OF APPLIED SCIENCE",
            "BUSINESS ADMINISTRATION",
        ),
        ("BACHELOR OF SCIENCE IN PHYSICS", "BACHELOR OF SCIENCE", "PHYSICS"),
        ("MASTER OF ARTS, HISTORY", "MASTER OF ARTS", "HISTORY"),
        ("MASTER OF SCIENCE AND TECHNOLOGY", "MASTER OF SCIENCE AND TECHNOLOGY", "None"),
    ],
)
def test_degrees_in_capitals(line: str, degree: str, field: str) -> None:
    entry = section(f"BRIGHTWATER UNIVERSITY\n{line}\n2011 - 2016", "Education").entries[0]
    assert (str(entry.degree), str(entry.field)) == (degree, field)
