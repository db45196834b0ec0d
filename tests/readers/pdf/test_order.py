"""Reading order, by layout."""

from __future__ import annotations

from tests.checking import typeset

from standout.readers import pdf

TITLE_AND_DATE = """
#set page(width: 400pt, height: 300pt)
= Jane Roe
*Engineer, Acme* #h(1fr) 2020 – 2021
- Built a thing
- Cut a cost by 10 %
"""


def test_a_date_at_the_right_margin_belongs_to_its_row() -> None:
    lines = pdf.lines(typeset(TITLE_AND_DATE), "a.pdf")
    assert [[part.text.value for part in line.segments] for line in lines] == [
        ["Jane Roe"],
        ["Engineer, Acme", "2020 – 2021"],
        ["Built a thing"],
        ["Cut a cost by 10 %"],
    ]
    assert [line.bullet for line in lines] == [None, None, "•", "•"]
