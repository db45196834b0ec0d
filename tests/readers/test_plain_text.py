"""Plain text: columns, bullets, gaps, and places in the file."""

from __future__ import annotations

from standout.readers import plain_text
from standout.readers.lines import Line
from standout.source import Source

TEXT = "Jane Roe\n\n\nEngineer\t2019 – 2020\n  • Built a thing,\n    a large one\n1. First\n"


def lines() -> list[Line]:
    """The lines of the text."""
    return list(plain_text.lines(Source("a.txt", "text", TEXT)))


def test_wide_gaps_and_tabs_part_segments() -> None:
    assert [[segment.text.value for segment in line.segments] for line in lines()] == [
        ["Jane Roe"],
        ["Engineer", "2019 – 2020"],
        ["Built a thing,"],
        ["a large one"],
        ["1. First"],
    ]


def test_glyphs_are_taken_off() -> None:
    assert [line.bullet for line in lines()] == [None, None, "•", None, None]


def test_empty_lines_are_a_gap() -> None:
    assert [line.gap for line in lines()] == [0, 2, 0, 0, 0]


def test_every_character_stands_where_it_says() -> None:
    for line in lines():
        for segment in line.segments:
            span = segment.text.span()
            assert TEXT[span.start : span.end] == segment.text.value


def test_carriage_returns_are_white_space() -> None:
    (first, second) = plain_text.lines(Source("a.txt", "text", "Jane Roe\r\nEngineer\r\n"))
    assert (first.text.value, second.text.value) == ("Jane Roe", "Engineer")
