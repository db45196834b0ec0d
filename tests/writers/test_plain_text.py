"""Plain text for forms: what stands on each line, and that our own reader understands it."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings

from standout import api
from standout.model import SectionKind
from standout.writers import plain_text
from standout.writers.sheet import Contact, Item, Line, Part, Run, Sheet
from tests.writers.giving_back import PROFILES, lost, sheet, untold
from tests.writers.golden import golden
from tests.writers.sheets import SMALL, printed_once, sheets

EMPTY = Sheet("en", "ltr", "Resume")


def test_the_small_resume(request: pytest.FixtureRequest) -> None:
    """One of each thing, as it is pasted."""
    golden(request, "small.txt", plain_text.write(SMALL))


@given(sheets())
@settings(max_examples=60, deadline=None)
def test_everything_is_printed_once(made: Sheet) -> None:
    """And every line is one paragraph, encodable, without white space at its ends."""
    text = plain_text.write(made)
    printed_once(made, text)
    text.encode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \t\r]$|^[ \t]", text, re.MULTILINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]|\n\n\n", text)


MATHS: list[tuple[Line, str]] = [
    ((Run("10"), Run("\N{MINUS SIGN}3", shift="super")), "10^-3"),
    ((Run("x"), Run("n+1", shift="super")), "x^(n+1)"),
    ((Run("x"), Run("i", shift="sub"), Run(" and y")), "x_i and y"),
    ((Run("x"), Run("1", shift="sub"), Run("2", shift="super")), "x_1^2"),
    ((Run("2"), Run("3", shift="super"), Run("4")), "2^(3)4"),
    ((Run("τ"), Run("2", shift="super")), "τ^2"),
    ((Run("a"), Run(" ", shift="super"), Run("b")), "a b"),
]


@pytest.mark.parametrize(("line", "written"), MATHS, ids=[written for _, written in MATHS])
def test_maths(line: Line, written: str) -> None:
    """Raised and lowered characters stay apart from their neighbours."""
    made = dataclasses.replace(EMPTY, parts=(Part(SectionKind.OTHER, "x", statements=(line,)),))
    assert plain_text.write(made) == f"X\n- {written}\n"


def test_a_link_says_where_it_leads_once() -> None:
    """Words that are the address need no second one."""
    links = (
        Contact("link", "example.org/a", "https://example.org/a"),
        Contact("link", "the code", "https://example.org/b"),
        Contact("link", "no address"),
    )
    made = dataclasses.replace(
        EMPTY, parts=(Part(SectionKind.PROJECTS, "x", (Item("Title", links=links),)),)
    )
    line = "Title    https://example.org/a    the code (https://example.org/b)    no address"
    assert plain_text.write(made) == f"X\n{line}\n"


def test_nothing_makes_nothing() -> None:
    assert plain_text.write(EMPTY) == ""


@pytest.mark.parametrize("name", PROFILES)
def test_our_reader_gives_it_back(name: str) -> None:
    """Who it is, how to reach them, every section; titles, employers, dates, statements whole."""
    read = api.read(plain_text.write(sheet(name)).encode(), "resume.txt").resume
    assert not lost(name, read)
    assert not untold(name, read)
