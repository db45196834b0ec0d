"""Plain text: lines with columns for points, tabs and wide gaps as segments."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model import Document, Reading
from standout.patterns import regex
from standout.readers import structure
from standout.readers.lines import Line, Segment
from standout.source import Source, Text

_GAP = regex(r"\t+ *|[ \xa0]{3,}")
_BULLET = regex(r"(?P<glyph>[-*+•◦▪‣–—·●○■□►➢❖✓»>⁃∙])\s+(?=\S)|(?P<number>\(?\d{1,2}[.)])\s+(?=\S)")


def read(source: Source) -> Reading:
    """Read a resume that is nothing but text."""
    resume = structure.build(list(lines(source)))
    document = Document(source.format, size=len(source.text.encode("utf-8", "replace")))
    return Reading(source, document, resume)


def lines(source: Source) -> Iterator[Line]:
    """The non-empty lines; `gap` counts the empty ones above, lengths are in characters."""
    start = gap = 0
    for raw in source.text.split("\n"):
        text = Text.of(source, start, start + len(raw))
        start += len(raw) + 1
        if not raw.strip():
            gap += 1
            continue
        yield _line(text, float(gap))
        gap = 0


def _line(text: Text, gap: float) -> Line:
    indent = len(text.value) - len(text.value.lstrip())
    bullet = _BULLET.match(text.value, indent)
    start = bullet.end() if bullet is not None and bullet["glyph"] else indent
    segments = tuple(_segments(text, start))
    glyph = bullet["glyph"] if bullet is not None else None
    return Line(segments, bullet=glyph, indent=float(indent), gap=gap)


def _segments(text: Text, start: int) -> Iterator[Segment]:
    at = start
    for match in [*_GAP.finditer(text.value, start), None]:
        end = match.start() if match is not None else len(text)
        part = text[at:end]
        left = len(part.value) - len(part.value.lstrip())
        bare = part.strip()
        if bare:
            yield Segment(bare, float(at + left), float(at + left + len(bare)))
        at = match.end() if match is not None else len(text)
