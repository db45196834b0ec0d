"""Plain text and Markdown as rows: bullets and marks taken off, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standout.analysis.requirements import Row
from standout.readers import inline
from standout.source import Text
from standout.vocabulary import demands

_BULLET = re.compile(
    r"(?:[-*+•◦▪‣–—·●○■□►➢❖✓✔»›>⁃∙→✅🔹🔸➡👉][\ufe0f]?\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+|[•●▪◦·](?=\S)|"
    r"o\s(?=[A-Z]))(?=\S)"
)
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-=*_~]\s?){3,}\s*")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
_SENTENCE_END = (".", "!", "?", ":", ";")
_WIDEST = 125
"""Characters to which texts are wrapped at most."""


@dataclass(frozen=True, slots=True)
class _Line:
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
        if not raw.strip() or _TABLE_RULE.fullmatch(raw):
            gap = True
            continue
        if _RULE.fullmatch(raw):
            # Below words it may underline them; either way it is no text.
            gap = True
            continue
        line = _line(Text(raw, range(start, start + len(raw))), gap)
        gap = False
        if line is not None:
            yield line


def _line(text: Text, gap: bool) -> _Line | None:  # noqa: FBT001 - private
    indent = len(text.value) - len(text.value.lstrip())
    width = len(text.value.rstrip())
    rest = text[indent:].strip()
    heading = _HEADING.match(rest.value)
    bullet = None if heading else _BULLET.match(rest.value)
    mark = heading or bullet
    if mark is not None:
        rest = rest[mark.end() :]
    left = width - len(rest)
    plain, emphasis, _ = inline.unmark(rest)
    plain = plain.strip().strip("|").strip()
    if not plain or not re.search(r"\w", plain.value):
        return None
    bold = any(
        each.style == "bold" and each.end - each.start >= len(plain.value.rstrip(" :"))
        for each in emphasis
    )
    depth = len(heading[1]) if heading else None
    return _Line(Row(plain, depth, bold, bullet is not None, indent, gap), width, left)


def _joined(lines: Sequence[_Line], width: int) -> Iterator[Row]:
    """Lines that were wrapped to a width, each paragraph as one row."""
    open_: _Line | None = None
    for line in lines:
        if open_ is None:
            open_ = line
        elif _continues(open_, line, width):
            text = Text.join([open_.row.text, line.row.text])
            open_ = replace(open_, row=replace(open_.row, text=text), width=line.width)
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
