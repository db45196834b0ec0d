"""Lists in two columns under one title, and pages whose columns have lists on common rows."""

from __future__ import annotations

import pytest

from standout.readers import pdf
from standout.readers.pdf.characters import is_icon
from tests.checking import typeset
from tests.readers.structure.reading import head, statements

JOBS = """
#set page(width: 500pt, height: 400pt)
#text(size: 20pt, weight: "bold")[Jane Roe] \\
jane\\@example.org
== Experience
#let item(body) = grid(columns: (8pt, 1fr), MARK, body)
#let job(name, dates, ..items) = {
  block[#strong(name) #h(1fr) #dates]
  block(columns(2, gutter: 14pt, items.pos().map(item).join()))
}
#job[Engineer, Acme][2019 – 2021][Replaced a ranking of four million products with a
  small model that learns every night][Cut the latency of the search service by a half][Wrote
  the handbook that new colleagues read]
#job[Analyst, Globex][2017 – 2019][Built a model that finds most leavers in a
  tenth of all][Wrote the store that four teams still use]
== Education
B.Sc. Physics, University of Bonn #h(1fr) 2012 – 2015
"""
MARKS = {
    "glyph": "[•]",
    "drawn": "align(center, circle(radius: 1.5pt, fill: black))",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_list_in_two_halves_under_each_title(mark: str) -> None:
    markup = JOBS.replace("MARK", "pad(top: 2.5pt, MARK)" if "circle" in mark else "MARK")
    resume = pdf.read(typeset(markup.replace("MARK", mark)), "a.pdf").resume
    jobs, education = resume.sections
    assert [head(each) for each in jobs.entries] == [
        ("Engineer", "Acme", "", "2019/2021"),
        ("Analyst", "Globex", "", "2017/2019"),
    ]
    assert [[told.split()[0] for told in statements(each)] for each in jobs.entries] == [
        ["Replaced", "Cut", "Wrote"],
        ["Built", "Wrote"],
    ]
    assert statements(jobs.entries[0])[0].endswith("every night")
    assert len(education.entries) == 1


def test_columns_of_a_page_with_items_on_common_rows() -> None:
    """Each side has titles of its own."""
    side = """== {0}
*{1}* \\
{2}
- Replaced a ranking of many products with a model
- Cut the latency of the service by a half of it
*{3}* \\
2015 – 2017
- Built a model that finds most of those who leave
- Wrote the store that all of four teams still use
"""
    left = side.format("Experience", "Engineer, Acme", "2019 – 2021", "Analyst, Globex")
    right = side.format("Volunteering", "Teacher, School", "2018 – 2020", "Cook, Kitchen")
    markup = f"""
#set page(width: 600pt, height: 500pt)
#text(size: 20pt, weight: "bold")[Jane Roe] \\\\
jane\\@example.org
#grid(columns: (1fr, 1fr), gutter: 24pt, [{left}], [{right}])
"""
    resume = pdf.read(typeset(markup), "a.pdf").resume
    assert [[len(each.statements) for each in part.entries] for part in resume.sections] == [
        [2, 2],
        [2, 2],
    ]


def test_items_of_two_columns_below_a_place_at_the_margin() -> None:
    """The place of the right column stands on the row of a date of the left one."""
    markup = """
#set page(width: 600pt, height: 400pt)
#text(size: 20pt, weight: "bold")[Jane Roe] \\
jane\\@example.org
#grid(columns: (150pt, 1fr), gutter: 24pt, [
== Awards
*Prize of the faculty* \\
May 2021
- One of three prizes among all theses
#v(4pt)
*Second of many teams* \\
League of Cities, with friends \\
Apr 2020
#v(5pt)
== Languages
German, English \\
Some French
], [
== Experience
*Research assistant* #h(1fr) 2019 – 2021 \\
Speech Laboratory #h(1fr) Bonn
- Lowered the errors of the model by a third of what they were before, and kept them there
- Shortened the training of the same model to a single night
#v(9pt)
*Analyst* #h(1fr) 2017 – 2019 \\
Globex #h(1fr) Bonn
- Built a model that finds most of those who leave, half a year ahead of the
  day on which they do
- Wrote the store that all of four teams still use
])
"""
    resume = pdf.read(typeset(markup), "a.pdf").resume
    awards, _, jobs = resume.sections
    assert [len(each.statements) for each in awards.entries] == [1, 0]
    assert [len(each.statements) for each in jobs.entries] == [2, 2]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\\faTrophy", "ABCDEF+FontAwesome6Free-Solid", True),
        ("phone:", "FontAwesome5Free-Solid-900", True),
        ("mail", "MaterialIcons-Regular", True),
        ("phone:", "Lato-Regular", False),
        ("invisible", "GlyphLessFont", False),
        ("f", "FontAwesome", True),
    ],
)
def test_words_of_an_icon_font_are_its_icons_names(text: str, font: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_icon(text, font) is expected
