"""Document text on a terminal: harmless, measured, cut around what matters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.reporters.snippet import quoted
from standout.reporters.text import columns, printable, window
from standout.source import Source, Span

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


@given(st.text(max_size=80))
def test_printable_keeps_the_length_and_no_control(text: str) -> None:
    """Offsets stay good; nothing that a terminal obeys is left but the tab."""
    shown = printable(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c != "\t"]


@pytest.mark.parametrize(
    ("text", "wide"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👍", 2), ("", 0), ("a\u200db", 2)]
)
def test_columns(text: str, wide: int) -> None:
    """Wide characters take two columns, marks on others none."""
    assert columns(text) == wide


@given(TEXT, st.integers(0, 60), st.integers(0, 60), st.integers(20, 40))
def test_window_holds_the_start_and_fits(text: str, start: int, length: int, width: int) -> None:
    """The words begin inside the window, and the window is no wider than asked (by one)."""
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = window(text, start, end, width)
    assert 0 <= first <= start <= max(last, start) <= len(text)
    assert columns(text[first:last]) <= width + 1
    if columns(text[start:end]) <= width:
        assert end <= last or columns(text[start:end]) > width - 2


@given(TEXT, st.data())
def test_marks_stand_under_the_words(text: str, data: st.DataObject) -> None:
    """On one line they begin in the words' column; an empty span is marked at its place."""
    line = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    source = Source("x", "text", line)
    (shown,) = quoted(source, Span(start, end), 200)
    assert shown.text == printable(line)
    assert shown.marks.count("^") == max(1, columns(printable(line[start : max(end, start + 1)])))
    assert len(shown.marks) - len(shown.marks.lstrip()) == columns(printable(line[:start]))


@given(TEXT, st.data())
def test_any_span_of_any_text_is_quoted(text: str, data: st.DataObject) -> None:
    """No span makes the quote fail, and it stays small."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = quoted(Source("x", "text", text), Span(start, end), 40)
    assert 1 <= len(lines) <= 4


def test_a_very_long_line_is_quick_to_cut() -> None:
    """A megabyte on one line costs no more than reading it."""
    source = Source("x", "text", "x" * 1_000_000)
    (shown,) = quoted(source, Span(500_000, 500_010), 100)
    assert len(shown.text) <= 102
