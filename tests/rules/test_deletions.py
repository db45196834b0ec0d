"""What goes together with a deleted piece of text, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.rules.deletion import removable
from standout.source import Source, Span

CASES = [
    ("skills:\n  - Python\n  - Internet\n  - JAX\n", "Internet", "skills:\n  - Python\n  - JAX\n"),
    ("items: [Python, Internet, JAX]\n", "Internet", "items: [Python, JAX]\n"),
    ("items: [Python, Internet]\n", "Internet", "items: [Python]\n"),
    ('items: ["Internet", JAX]\n', "Internet", "items: [JAX]\n"),
    ("  level: beginner\n  items: [x]\n", "beginner", "  items: [x]\n"),
    ("- title: Waiter\n  end: 2010\n", "Waiter", "- title: \n  end: 2010\n"),
    ("* Watching films\n", "Watching films", ""),
    ("Skills: Python, Internet", "Internet", "Skills: Python"),
    ("  - Python (beginner)\n", "beginner", "  - Python\n"),
    ("Python (beginner), SQL", "beginner", "Python, SQL"),
    ("Python 80 %, SQL 70 %", "80 %", "Python, SQL 70 %"),
    ("[Python 80 %]", "80 %", "[Python]"),
    ("Wrote a small parser", "small", "Wrote a  parser"),
]


@pytest.mark.parametrize(("text", "part", "left"), CASES)
def test_separators_bullets_and_quotes_go_too(text: str, part: str, left: str) -> None:
    """Nothing is left dangling, and no neighbour is touched."""
    at = text.index(part)
    gone = removable(Source("x", "text", text), Span(at, at + len(part)))
    assert text[: gone.start] + text[gone.end :] == left


@given(st.text(alphabet="ab,;-'\" \n:", max_size=60), st.data())
def test_a_deletion_holds_what_it_deletes(text: str, data: st.DataObject) -> None:
    """And never crosses a line that it does not delete whole."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    gone = removable(Source("x", "text", text), span)
    assert gone.contains(span)
    assert gone.end <= len(text)
    around = text[gone.start : start] + text[end : gone.end]
    assert around.count("\n") <= 1
