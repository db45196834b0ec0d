"""Patterns answer as compiled ones do, and are compiled on first use."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import standout
from standout.patterns import regex
from standout.source import Text

PACKAGE = Path(standout.__file__).parent


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


def _needing() -> Iterator[tuple[str, Any]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "needs=" in path.read_text("utf-8") and path.stem != "patterns":
            name = ".".join(("standout", *path.relative_to(PACKAGE).with_suffix("").parts))
            for held, value in vars(importlib.import_module(name)).items():
                if getattr(value, "needs", None) and isinstance(value, type(regex(""))):
                    yield f"{name}.{held}", value


NEEDING = dict(_needing())


def test_some_patterns_need_pieces() -> None:
    assert len(NEEDING) > 30


@pytest.mark.parametrize("name", NEEDING)
def test_every_match_holds_a_piece_that_it_needs(name: str) -> None:
    pattern = NEEDING[name]
    compiled = re.compile(pattern.pattern, pattern.flags)
    needs = " ".join(each.replace(" ", "_") for each in pattern.needs)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(compiled))
    def law(text: str) -> None:
        assert regex(pattern.pattern, pattern.flags, needs).search(text)

    law()


@pytest.mark.parametrize(
    ("method", "arguments", "expected"),
    [
        ("search", ("none",), None),
        ("fullmatch", ("none",), None),
        ("findall", ("none",), []),
        ("split", ("none",), ["none"]),
        ("sub", ("-", "none"), "none"),
        ("subn", ("-", "none"), ("none", 0)),
    ],
)
def test_a_text_without_them_is_answered_uncompiled(
    method: str, arguments: tuple[str, ...], expected: object
) -> None:
    """The pattern is faulty, so that compiling it would be noticed."""
    faulty = regex("(", needs="some piece_two")
    assert getattr(faulty, method)(*arguments) == expected
    assert list(faulty.finditer("piece-two")) == []
    for text in ("SOMEwhere", "a piece two"):
        with pytest.raises(re.error):
            faulty.search(text)
