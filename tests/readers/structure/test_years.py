"""Years in lists, in names and at the end of lines that are entries by themselves."""

from __future__ import annotations

from standout.readers import pdf
from tests.checking import typeset
from tests.readers.structure.reading import dates, section


def test_the_years_of_a_prize_given_more_than_once() -> None:
    (prize,) = section("Dean's List (2015, 2016 and 2018)", "Awards").entries
    assert (str(prize.title), str(prize.dates and prize.dates.text)) == (
        "Dean's List",
        "2015, 2016 and 2018",
    )
    assert dates(prize.dates) == "2015/2018"


def test_lines_with_a_year_in_a_name_are_entries_like_their_neighbours() -> None:
    body = "Small rankers, ICLR 2024 Workshop\nLarge rankers, ACL 2023\nOld rankers, Bonn, 2021"
    assert [str(each.title) for each in section(body, "Talks").entries] == [
        "Small rankers",
        "Large rankers",
        "Old rankers",
    ]


def test_citations_on_a_line_each_without_marks() -> None:
    body = (
        "A. Quill, B. Roe. Small rankers for shops. ICLR 2024 Workshop on Small Models.\n"
        "A. Quill. Large rankers for ports. In Proceedings of ACL, 2023."
    )
    assert [str(each.title) for each in section(body, "Publications").entries] == [
        "Small rankers for shops",
        "Large rankers for ports",
    ]


def test_numbers_of_different_width_open_items_of_one_level() -> None:
    content = typeset(
        """#set page(width: 400pt, margin: 30pt)
#text(20pt)[Ines Marten] \\ ines\\@marten.example
= Talks
#enum(start: 1, number-align: end, ..(
  "Sorting letters by hand — Harbour Days (2021)",
  "Sorting parcels by night — Harbour Nights (2022)",
  "Sorting both at once — Lighthouse Week (2023)",
).enumerate().map(((at, body)) => enum.item(at + 1, h(at * 0.9pt) + body)))
"""
    )
    talks = pdf.read(content, "page.pdf").resume.sections[-1].entries
    assert [str(each.title) for each in talks] == [
        "Sorting letters by hand",
        "Sorting parcels by night",
        "Sorting both at once",
    ]
