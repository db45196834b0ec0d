"""Inline marks: what they mean, what is no mark, and time linear in the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.readers import inline
from standout.source import Source, Text

MATHS = [(9, 16, "maths"), (20, 26, "maths")]
CASES: list[tuple[str, str, list[tuple[int, int, str]], list[str]]] = [
    ("plain words", "plain words", [], []),
    ("cut **latency** by", "cut latency by", [(4, 11, "bold")], []),
    ("cut *latency* by", "cut latency by", [(4, 11, "italic")], []),
    ("__Led__ it", "Led it", [(0, 3, "bold")], []),
    ("run `a * b` now", "run a * b now", [(4, 9, "code")], []),
    (r"error of $10^{-3}$ at $\alpha$", r"error of 10^{-3} at \alpha", MATHS, []),
    ("from $5M to $10M, or $2-$3", "from $5M to $10M, or $2-$3", [], []),
    ("誤りを**42個から9個**に減らした", "誤りを42個から9個に減らした", [(3, 10, "bold")], []),
    (r"paid \$5 (and $x$)", "paid $5 (and x)", [(13, 14, "maths")], []),
    ("see [the code](https://a.b/c)", "see the code", [], ["https://a.b/c"]),
    ("see [it](<https://a.b/c (d)>)", "see it", [], ["https://a.b/c (d)"]),
    ("**bold *both* on**", "bold both on", [(0, 12, "bold"), (5, 9, "italic")], []),
    ("[**x** y](u)", "x y", [(0, 1, "bold")], ["u"]),
    (r"2 \* 3 and \_\_init\_\_", "2 * 3 and __init__", [], []),
    ("2 * 3 * 4", "2 * 3 * 4", [], []),
    ("x**2 + y**2", "x**2 + y**2", [], []),
    ("snake_case and __init__x", "snake_case and __init__x", [], []),
    ("[1] and (2) ](", "[1] and (2) ](", [], []),
    ("**never closed", "**never closed", [], []),
    ("a ` alone", "a ` alone", [], []),
    ("5*3*2", "5*3*2", [], []),
]


@pytest.mark.parametrize(("marked", "plain", "emphasis", "links"), CASES)
def test_marks(
    marked: str, plain: str, emphasis: list[tuple[int, int, str]], links: list[str]
) -> None:
    """The plain text, what was emphasised and the addresses."""
    source = Source("s", "yaml", marked)
    text, found, addresses = inline.unmark(Text.of(source, 0, len(marked)))
    assert text.value == plain
    assert [(e.start, e.end, e.style) for e in found] == emphasis
    assert [each.url for each in addresses] == links


@given(st.text(st.sampled_from(list("ab *_`[]()<>\\"))))
def test_every_character_keeps_its_place(marked: str) -> None:
    """What is left over stands where it stood, and emphasis lies in the text."""
    source = Source("s", "yaml", marked)
    text, found, _ = inline.unmark(Text.of(source, 0, len(marked)))
    assert [marked[place] for place in text.places] == list(text.value)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize("piece", ["**a ", "*a", "[", "](", "[a](", "`a", "\\", "__", "**", "[*"])
def test_hostile_marks_take_linear_time(piece: str) -> None:
    """A megabyte of open marks is answered at once."""
    value = piece * (400_000 // len(piece))
    start = time.process_time()
    inline.unmark(Text(value, range(len(value))))
    assert time.process_time() - start < 6
