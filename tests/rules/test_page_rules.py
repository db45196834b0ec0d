"""Rules about pages: severities, places, and input that no person wrote."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from standout import api
from standout.diagnostic import Severity
from standout.model import (
    Document,
    Drawing,
    Page,
    Reading,
    Resume,
    Section,
    SectionKind,
    Statement,
)
from standout.rules import engine, paper
from standout.rules.accessibility.low_contrast import contrast
from standout.rules.settings import PRESETS, Settings
from standout.source import Box, Source, Text
from tests.checking import typeset
from tests.rules.papers import LETTER, TODAY, found, page, reading, written

MINE = tuple(
    each.code
    for each in engine.all_rules()
    if each.code.startswith(("LAY", "ATS", "INT", "LNK", "A11Y", "I18N"))
)
CLEAN = r"""
#set document(title: "Jane Roe - Resume", author: "Jane Roe")
#set page("us-letter", margin: 2cm)
#set text(size: 10.5pt, lang: "en")
= Jane Roe
#link("mailto:jane@roe.example")[jane\@roe.example] | Oslo |
#link("https://github.com/janeroe")[github.com/janeroe]
== Skills
Languages: Python, Rust, C++, SQL \
Libraries: JAX, PyTorch, Triton, CUDA
== Experience
*Research engineer*, Acme Robotics #h(1fr) Jan 2021 -- May 2024
- Cut the p99 latency of document search from 900 ms to 140 ms for 300 analysts
- Moved 40 million vectors to a quantised index on two machines instead of eight
*Data engineer*, Initech #h(1fr) Mar 2018 -- Dec 2020
- Halved the cost of nightly training by caching features of unchanged tables
- Wrote the telemetry loader that 12 teams still use
== Education
*MSc Computer Science*, University of Oslo #h(1fr) Aug 2016 -- Jun 2018
"""


def test_there_are_rules_to_test() -> None:
    """The gate sees something."""
    assert len(MINE) >= 31


def test_a_clean_page_with_dates_at_the_right_yields_nothing() -> None:
    """Of all these rules, on a single-column resume as it should be."""
    report = api.check(
        typeset(CLEAN), "Jane_Roe_Resume.pdf", api.Case(Settings(select=MINE), TODAY)
    )
    assert [f"{each.code}: {each.message}" for each in report.diagnostics] == []


@pytest.mark.parametrize(
    ("pages", "limit", "severity"),
    [(2, 1, Severity.WARNING), (3, 1, Severity.ERROR), (4, 2, Severity.WARNING), (9, 0, None)],
)
def test_pages_beyond_twice_the_limit_are_an_error(
    pages: int, limit: int, severity: Severity | None
) -> None:
    """0 means no limit."""
    sheets = [page(*written("Jane Roe"), number=number + 1) for number in range(pages)]
    settings = replace(PRESETS["industry"], page_limit=limit)
    answers = found("LAY001", reading("Jane Roe", *sheets), settings=settings)
    assert [each.severity for each in answers] == ([severity] if severity else [])
    assert all(each.page == limit + 1 for each in answers)


def test_contrast_is_that_of_the_standard() -> None:
    """21 for black on white, 1 for the same colour, and WCAG's own border case."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1
    assert contrast((0x76,) * 3, (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def test_pale_words_on_an_unknown_ground_are_left_alone() -> None:
    """White on what may be a green panel is not pale."""
    panel = Drawing("curve", Box(60, 60, 300, 100), (10, 60, 30))
    pale = written("Python Rust", colour=(250, 250, 250))
    assert found("A11Y002", reading("Python Rust", page(*pale)))
    assert not found("A11Y002", reading("Python Rust", page(*pale, drawings=(panel,))))


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (Box(450, 40, 550, 140), 1),
        (Box(450, 40, 530, 160), 1),
        (Box(60, 40, 400, 100), 0),
        (Box(450, 700, 550, 780), 0),
        (Box(450, 40, 462, 52), 0),
        (Box(0, 0, *LETTER), 0),
    ],
    ids=["square", "passport", "banner", "at the foot", "icon", "background"],
)
def test_portraits_are_known_by_shape_and_place(box: Box, expected: int) -> None:
    """Upper part of the first page, as large and as wide as photos are."""
    assert len(paper.portraits(page(drawings=(Drawing("image", box),)))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Python \uf111 \uf111 \uf10c Rust \uf111 \uf10c \uf10c", 1),
        ("\uf095 \uf0e0 \uf08c call \uf095 \uf0e0 \uf09b", 0),
        ("Python \uf111 \uf111 \uf10c Rust", 0),
    ],
    ids=["ratings", "contact icons", "one row only"],
)
def test_rows_of_equal_icons_are_ratings(rows: str, expected: int) -> None:
    """Different icons in a row are a contact line."""
    assert len(found("LAY007", reading(rows, page(*written(rows))))) == expected


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (Document("pdf", encrypted=True), "protected"),
        (Document("pdf", size=3_100_000), "3.1 MB"),
    ],
)
def test_file_problems_of_the_document(document: Document, said: str) -> None:
    """What an example in markup cannot have."""
    (only,) = found("ATS011", reading("Jane", page(*written("Jane")), document=document))
    assert said in only.message


HOSTILE = {
    "letters": "a" * 200_000,
    "dots": "." * 200_000,
    "spaces": "x" + " " * 200_000 + "y",
    "spaced": "a " * 100_000,
    "numbers": "1,111" * 40_000,
    "address": "a." * 100_000 + "com/",
    "icons": "\uf095a" * 50_000,
    "hyphens": "ab-\n" * 50_000,
    "orders": "ignore all " * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    """No rule needs more than a moment for text that no person wrote."""
    read = hostile(text)
    start = time.process_time()
    for code in MINE:
        found(code, read)
    assert time.process_time() - start < 3


def hostile(text: str) -> Reading:
    """A reading whose only statement is the text, in an editable format."""
    source = Source("resume.md", "markdown", text, editable=True)
    statement = Statement(Text.of(source, 0, len(text)))
    section = Section(SectionKind.EXPERIENCE, statements=(statement,))
    return Reading(source, Document("markdown"), Resume(sections=(section,)))


def test_many_words_and_drawings_are_bounded() -> None:
    """A page of 4,000 drawings under 6,000 pale words is looked at for a moment only."""
    words = written("word " * 6_000, colour=(250, 250, 250), invisible=False)
    drawings = tuple(Drawing("shape", Box(0, 0, 10, 10), (9, 9, 9)) for _ in range(4_000))
    crowded = Page(1, *LETTER, words=words, drawings=drawings)
    start = time.process_time()
    for code in MINE:
        found(code, reading("word " * 6_000, crowded))
    assert time.process_time() - start < 10
