"""Plain text and Markdown as rows: bullets and marks taken off, wrapped lines joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from standout.analysis.requirements import Row
from standout.model import Emphasis
from standout.patterns import regex
from standout.readers import inline
from standout.source import Text
from standout.vocabulary import demands

_BULLET = regex(
    r"(?:[-*+•◦▪‣–—·●○■□►➢❖✓✔»›>⁃∙→✅🔹🔸➡👉][\ufe0f]?\s+(?:\[[ xX✓]\]\s+)?|\[[ xX✓]\]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+|[•●▪◦·・](?=\S)|"
    r"o\s(?=[A-Z]))(?=\S)"
)
_HEADING = regex(r"(#{1,6})\s+(?=\S)")
_RULE = regex(r"\s*(?:[-=*_~]\s?){3,}\s*")
_TABLE_RULE = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
_MARK = regex(r"[\\*_`$\[]")
_CHARACTER = regex(r"\w")
_EDGES = ("", " ", "|")
_SENTENCE_END = (".", "!", "?", ":", ";")
_WIDEST = 125
"""Characters to which texts are wrapped at most."""
_LINE = 400
"""Characters of a line that may come again."""


class _Line(NamedTuple):
    row: Row
    width: int
    left: int
    """Where its words begin, behind the bullet."""


def rows(value: str, offset: int = 0) -> list[Row]:
    """The rows of a text that stands at `offset` of its source."""
    lines = list(_lines(value, offset))
    width = max((each.width for each in lines), default=0)
    # Texts that are wrapped come close to their width again and again.
    full = sum(each.width >= 0.8 * width for each in lines)
    wrapped = 55 <= width <= _WIDEST and full >= 4 and full * 4 >= len(lines)
    return list(_joined(lines, width)) if wrapped else [each.row for each in lines]


def _lines(value: str, offset: int) -> Iterator[_Line]:
    at, gap = offset, False
    for raw in value.split("\n"):
        start, at = at, at + len(raw) + 1
        shape = _kept(raw) if len(raw) <= _LINE else _shape(raw)
        if shape is None:
            # A line without words below some may underline them; either way it is no text.
            gap = True
        elif shape.value:
            yield _line(shape, start, gap)
            gap = False


def _line(shape: _Shape, start: int, gap: bool) -> _Line:  # noqa: FBT001 - private
    first = start + shape.first
    places = range(first, first + len(shape.value))
    text = Text(shape.value, places if shape.moved is None else [first + p for p in shape.moved])
    row = Row(text, shape.depth, shape.bold, shape.bullet, shape.indent, gap)
    return _Line(row, shape.width, shape.left)


class _Shape(NamedTuple):
    """What a line shows, wherever it stands. Without a value it is no row."""

    value: str
    first: int = 0
    """Where its value begins in the line."""
    moved: Sequence[int] | None = None
    """The place of each character behind `first`, where marks were taken out of it."""
    depth: int | None = None
    bold: bool = False
    bullet: bool = False
    indent: int = 0
    width: int = 0
    left: int = 0


def _shape(raw: str) -> _Shape | None:
    """The shape of a line; None for one that is white or ruled."""
    bare = raw.strip()
    if not bare or (not bare[0].isalnum() and (_TABLE_RULE.fullmatch(raw) or _RULE.fullmatch(raw))):
        return None
    indent, width = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    marks = not bare[0].isalpha() or bare[1:2] in (".", ")", " ")
    heading = _HEADING.match(bare) if marks else None
    bullet = _BULLET.match(bare) if marks and not heading else None
    mark = heading or bullet
    at = indent + (mark.end() if mark else 0)
    marked = Text(raw[at:width], range(at, width))
    plain = marked
    emphasis: tuple[Emphasis, ...] = ()
    if _MARK.search(raw, at):
        plain, emphasis, _ = inline.unmark(marked)
    if plain.value[-1:] in _EDGES or plain.value[:1] in _EDGES:
        plain = plain.strip().strip("|").strip()
    if not _CHARACTER.search(plain.value):
        return _Shape("")
    bold = any(
        each.style == "bold" and each.end - each.start >= len(plain.value.rstrip(" :"))
        for each in emphasis
    )
    first = plain.places[0]
    whole = plain.places[-1] - first == len(plain) - 1
    moved = None if whole else [place - first for place in plain.places]
    depth = len(heading[1]) if heading else None
    left = width - len(marked)
    return _Shape(plain.value, first, moved, depth, bold, bullet is not None, indent, width, left)


_kept = lru_cache(maxsize=8192)(_shape)


def _joined(lines: Sequence[_Line], width: int) -> Iterator[Row]:
    """Lines that were wrapped to a width, each paragraph as one row."""
    open_: _Line | None = None
    for line in lines:
        if open_ is None:
            open_ = line
        elif _continues(open_, line, width):
            text = Text.join([open_.row.text, line.row.text])
            open_ = open_._replace(row=replace(open_.row, text=text), width=line.width)
        else:
            yield open_.row
            open_ = line
    if open_ is not None:
        yield open_.row


def _continues(above: _Line, line: _Line, width: int) -> bool:
    row = line.row
    if row.bullet or row.gap or row.depth is not None or row.bold or above.row.depth is not None:
        return False
    value = row.text.value
    wording = demands.heading(value)
    if (wording is not None and wording.whole) or above.row.text.value.endswith(":"):
        return False
    if above.row.bullet:
        return row.indent >= above.left > 0 or (value[:1].islower() and above.width > 0.6 * width)
    full = above.width + 1 + len(value.split(" ", 1)[0]) > width
    ended = above.row.text.value.endswith(_SENTENCE_END)
    if value[:1].islower():
        return full or (above.width > 0.6 * width and not ended)
    return full and (not ended or above.width > 0.8 * width)
