"""Patterns answer as compiled ones do, and are compiled on first use."""

from __future__ import annotations

import re

import pytest

from standout.patterns import regex
from standout.source import Text


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [
        (r"(?P<word>[a-z]+)(\d)?", 0, "one2 three"),
        (r"^\s*(B|C)", re.IGNORECASE | re.MULTILINE, "b\n c"),
        ("x", 0, ""),
    ],
)
def test_it_answers_as_a_compiled_pattern_does(source: str, flags: int, text: str) -> None:
    ours, theirs = regex(source, flags), re.compile(source, flags)
    for method in ("search", "match", "fullmatch"):
        mine, known = getattr(ours, method)(text, 1), getattr(theirs, method)(text, 1)
        assert (mine and mine.groups()) == (known and known.groups())
    assert [each.span() for each in ours.finditer(text)] == [
        each.span() for each in theirs.finditer(text)
    ]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text, 1) == theirs.split(text, 1)
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.subn("-", text, count=1) == theirs.subn("-", text, count=1)
    assert ours.pattern == theirs.pattern


def test_bytes_are_searched_as_well() -> None:
    found = regex(rb"a(.)").search(b"xab")
    assert found
    assert found[1] == b"b"


def test_it_is_compiled_when_it_is_asked() -> None:
    faulty = regex("(")
    with pytest.raises(re.error):
        faulty.search("text")


def test_text_is_split_by_both_kinds() -> None:
    text = Text("a, b,", range(5))
    assert [each.value for each in text.split(regex(","))] == ["a", "b"]
    assert [each.value for each in text.split(",")] == ["a", "b"]
