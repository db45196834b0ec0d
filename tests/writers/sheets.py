"""Sheets to write: strategies whose every piece can be told from all others."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from hypothesis import strategies as st

from standout.model import SectionKind
from standout.writers.sheet import Contact, Group, Item, Part, Run, Sheet
from standout.writers.typesetting import themes

THEME = dataclasses.replace(
    themes.built_in("classic"),
    font="Libertinus Serif",
    heading_font="Source Sans Pro",
    accent="#1f3a5f",
    size=10.0,
    margin=2.0,
    leading=0.25,
    spacing=1.0,
)
"""A theme whose numbers stay, so that goldens do."""

HOSTILE = [
    "<script>alert(1)</script>", "</style><b>", "&amp;", "]]>", "<!--", '"', "'", "`", "\\", "$x$",
    "{{", "**", "- ", "# ", "\x00", "\x0b", "\x1b[31m", "\x85", "\ud83d", "\udc00", "\ufffe",
    "\uffff", "\u2028", "\t", "\n", "\r\n", " ", "\xa0", "😀", "👩‍🔬", "é", "ß", "中文", "日本語",
    "한국", "שלום", "مرحبا", "\u202e", "=1+1", "@x", "a" * 10_000,
]  # fmt: skip
URLS = [
    "", "https://example.org/a?b=c&d=%20#e", "mailto:jane@example.org", "javascript:alert(1)",
    "data:text/html,x", "JaVaScRiPt:x", "https://example.org/<b>\"'", "file:///etc/passwd",
    "vbscript:x", " https://example.org/ü", "https://example.org/" + "x" * 5000,
]  # fmt: skip
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_TOKEN = re.compile(r"q\d+z")


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets of odd text in which every string holds a token of its own."""
    numbers = itertools.count()
    filler = st.lists(st.sampled_from(HOSTILE), max_size=2).map("".join)
    flags = st.booleans()

    def text() -> str:
        return f"{draw(filler)}q{next(numbers)}z{draw(filler)}"

    def maybe() -> str:
        return text() if draw(flags) else ""

    def several() -> tuple[str, ...]:
        return tuple(text() for _ in range(draw(st.integers(0, 2))))

    def runs() -> tuple[Run, ...]:
        return tuple(
            Run(
                text(),
                draw(flags),
                draw(flags),
                draw(flags),
                draw(st.sampled_from(["", "", "super", "sub"])),
                draw(st.sampled_from(URLS)),
            )
            for _ in range(draw(st.integers(1, 3)))
        )

    def lines() -> tuple[tuple[Run, ...], ...]:
        return tuple(runs() for _ in range(draw(st.integers(0, 2))))

    def contacts() -> tuple[Contact, ...]:
        kinds = st.sampled_from(["location", "email", "link", "note"])
        url = st.sampled_from(URLS)
        return tuple(Contact(draw(kinds), each, draw(url)) for each in several())

    def item() -> Item:
        singles = (text(), maybe(), maybe(), maybe(), maybe())
        authors = runs() if draw(flags) else ()
        listed = (several(), several(), several(), several())
        return Item(*singles, authors, maybe(), contacts(), *listed, lines())

    def part() -> Part:
        items = tuple(item() for _ in range(draw(st.integers(0, 2))))
        count = range(draw(st.integers(0, 2)))
        groups = tuple(Group(maybe(), (text(), *several()), maybe()) for _ in count)
        return Part(draw(st.sampled_from(SectionKind)), text(), items, groups, lines(), lines())

    parts = tuple(part() for _ in range(draw(st.integers(0, 2))))
    direction = draw(st.sampled_from(["ltr", "rtl"]))
    return Sheet("en", direction, "title", text(), maybe(), contacts(), parts)


def pieces(sheet: Sheet) -> Iterator[str]:
    """Every string that is printed."""
    yield from filter(None, (sheet.name, sheet.headline, *(each.text for each in sheet.contacts)))
    for part in sheet.parts:
        yield part.heading
        for group in part.groups:
            yield from filter(None, (group.name, *group.items, group.level))
        for item in part.items:
            yield from _item(item)
        yield from (run.text for line in (*part.paragraphs, *part.statements) for run in line)


def _item(item: Item) -> Iterator[str]:
    singles = (item.title, item.organization, item.location, item.dates, item.grade, item.venue)
    yield from filter(None, singles)
    for several in (item.description, item.keywords, item.courses, item.notes):
        yield from several
    yield from (each.text for each in item.links)
    yield from (run.text for line in (item.authors, *item.statements) for run in line)


def printed_once(sheet: Sheet, text: str) -> None:
    """The law: every piece is in the text, whole and once."""
    folded = _folded(text)
    for piece in pieces(sheet):
        token = _TOKEN.search(piece)
        assert token is not None
        assert folded.count(token[0]) == 1, piece
        assert _folded(piece) in folded, piece


def _folded(text: str) -> str:
    return " ".join(FORBIDDEN.sub(" ", text).casefold().split())


SMALL = Sheet(
    "en",
    "ltr",
    "Jane Roe - Resume",
    "Jane Roe",
    "Engineer of search",
    (
        Contact("location", "Leeds, United Kingdom"),
        Contact("email", "jane@example.org", "mailto:jane@example.org"),
        Contact("phone", "+44 1632 960 123"),
        Contact("link", "github.com/jane-example", "https://github.com/jane-example"),
    ),
    (
        Part(SectionKind.SKILLS, "Skills", groups=(Group("Tools", ("Python", "C++ & Rust")),)),
        Part(
            SectionKind.EXPERIENCE,
            "Experience",
            (
                Item(
                    title="Engineer",
                    organization="Acme <Labs>",
                    location="Leeds",
                    dates="Jan 2022 - present",
                    statements=(
                        (
                            Run("Cut the error from 10"),
                            Run("\N{MINUS SIGN}2", shift="super"),
                            Run(" to "),
                            Run("10", bold=True),
                            Run("\N{MINUS SIGN}3", bold=True, shift="super"),
                            Run(" with "),
                            Run("fit()", code=True),
                        ),
                        (
                            Run("Wrote the "),
                            Run("public ", url="https://example.org/table"),
                            Run("table", italic=True, url="https://example.org/table"),
                            Run(" of results"),
                        ),
                    ),
                ),
            ),
        ),
        Part(
            SectionKind.PUBLICATIONS,
            "Publications",
            (
                Item(
                    title="Sorting letters",
                    dates="2021",
                    authors=(Run("J. Roe", bold=True), Run(", A. Poe")),
                    venue="NeurIPS",
                    links=(Contact("link", "doi.org/10.5555/1", "https://doi.org/10.5555/1"),),
                ),
                Item(title="Cats", links=(Contact("link", "code", "https://example.org/cats"),)),
            ),
        ),
        Part(
            SectionKind.LANGUAGES,
            "Languages",
            groups=(Group("", ("English",), "native"), Group("", ("Welsh",), "B1")),
        ),
    ),
)
"""A resume with one of each thing."""
