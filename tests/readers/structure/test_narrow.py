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
