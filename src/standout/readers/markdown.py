"""Markdown: headings with levels, list items, inline marks taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.model import Document, Reading
from standout.patterns import regex
from standout.readers import inline, structure
from standout.readers.lines import Line, Segment
from standout.source import Source, Text
from standout.values import frozen

_HEADING = regex(r" {0,3}(#{1,6})\s+(?=\S)")
_UNDERLINE = regex(r" {0,3}(=+|-{2,})\s*")
_BULLET = regex(r"\s*(?P<glyph>[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_RULE = regex(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_FENCE = regex(r" {0,3}(?:```|~~~)")
_TABLE_RULE = regex(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*")
_COMMENT = regex(r"\s*<!--.*-->\s*")
_TAG = regex(
    r"</?(?:br|div|p|span|center|b|i|strong|em|hr|img|sub|sup|u)\b[^<>]{0,200}>", re.IGNORECASE
)


def read(source: Source) -> Reading:
    """Read a resume written in Markdown."""
    resume = structure.build(list(lines(source)))
    document = Document(source.format, size=len(source.text.encode("utf-8", "replace")))
    return Reading(source, document, resume)


@frozen
class _Raw:
    text: Text
    gap: float


def lines(source: Source) -> Iterator[Line]:
    """The lines with words in them; front matter, rules, comments and fences are no content."""
    raws = list(_raws(source))
    for index, raw in enumerate(raws):
        value = raw.text.value
        following = raws[index + 1] if index + 1 < len(raws) else None
        if _is_mark(value) or (index and _underlines(raws[index - 1], raw)):
            continue
        level = None
        if following is not None and _underlines(raw, following):
            level = 1 if "=" in following.text.value else 2
        line = _line(raw, level)
        if line is not None:
            yield line


def _raws(source: Source) -> Iterator[_Raw]:
    start = gap = 0
    front = source.text.startswith("---\n")
    for number, raw in enumerate(source.text.split("\n")):
        text = Text.of(source, start, start + len(raw))
        start += len(raw) + 1
        if not raw.strip():
            gap += 1
            continue
        if front and number:
            front = raw.rstrip() != "---"
            # Its keys are settings of a site generator, but its values may be the person's name.
            if not front:
                continue
        yield _Raw(text, float(gap))
        gap = 0


def _is_mark(value: str) -> bool:
    return any(
        pattern.fullmatch(value.rstrip()) for pattern in (_RULE, _TABLE_RULE, _COMMENT)
    ) or bool(_FENCE.match(value))


def _underlines(raw: _Raw, following: _Raw) -> bool:
    """A line of '=' or '-' directly below words makes them a heading."""
    return (
        following.gap == 0
        and _UNDERLINE.fullmatch(following.text.value) is not None
        and re.search(r"\w", raw.text.value) is not None
        and _BULLET.match(raw.text.value) is None
        and _HEADING.match(raw.text.value) is None
    )


def _line(raw: _Raw, level: int | None) -> Line | None:
    text = raw.text
    indent = len(text.value) - len(text.value.lstrip())
    heading = _HEADING.match(text.value)
    bullet = _BULLET.match(text.value) if heading is None and level is None else None
    glyph = None
    if heading is not None:
        level = len(heading[1])
        text = text[heading.end() :].strip().strip("#")
    elif bullet is not None and bullet["glyph"] in "-*+•":
        glyph = bullet["glyph"]
        text = text[bullet.end() :]
    elif text.value.lstrip().startswith(">"):
        text = text.strip(" >")
    segments = tuple(_segments(text, float(indent + (2 if glyph else 0))))
    if not segments:
        return None
    return Line(segments, bullet=glyph, indent=float(indent), gap=raw.gap, level=level)


def _segments(text: Text, x0: float) -> Iterator[Segment]:
    value = text.value.strip()
    table = value.startswith("|") and value.endswith("|") and len(value) > 2
    cells = text.split(r"\|") if table else text.split(r"\t+|\s{3,}(?=\S)|&emsp;|&nbsp;{1,9}")
    for cell in cells:
        plain, emphasis, links = inline.unmark(_untagged(cell))
        left = len(plain.value) - len(plain.value.lstrip())
        bare = plain.strip()
        if not bare:
            continue
        shifted = tuple(
            type(mark)(max(0, mark.start - left), min(len(bare), mark.end - left), mark.style)
            for mark in emphasis
        )
        bold, italic = (
            any(m.style == style and m.end - m.start >= len(bare) for m in shifted)
            for style in ("bold", "italic")
        )
        yield Segment(bare, x0, x0 + len(bare), 0.0, bold, italic, shifted, links)
        x0 += len(bare) + 3


def _untagged(text: Text) -> Text:
    """The text without HTML tags that only set type."""
    if "<" not in text.value:
        return text
    parts: list[Text] = []
    at = 0
    for match in _TAG.finditer(text.value):
        parts.append(text[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    return Text.join(parts, "")
