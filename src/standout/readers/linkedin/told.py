"""A description as LinkedIn keeps it: paragraphs, typed bullets, line breaks kept or lost."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model import Statement
from standout.patterns import regex
from standout.source import Text

_GLYPHS = "•◦▪▫‣⁃∙●○■□◆◇►▶▸➢➤➔→✓✔✦★☆⦁·"
_OPENS = regex(rf"(?:([{_GLYPHS}])\s*|([-–—*+o])\s+)(?=\S)")
# The export may have lost the line breaks: a bullet glyph is one wherever it stands, a hyphen
# only behind the end of a sentence or a gap.
_LOST = regex(rf"(?<!\s)(?:\s++(?=[{_GLYPHS}]\s*\w)|(?:(?<=[.;:])\s|\s\s)\s*+(?=[-–—*]\s+\w))")
_BREAK = regex(r"[\r\n]+")


def told(text: Text) -> tuple[tuple[Text, ...], tuple[Statement, ...]]:
    """A description as paragraphs and statements: what has a bullet, or a line of several.

    A line that follows a bullet without one goes on with it if it starts small.
    """
    lines = [line for paragraph in text.split(_BREAK) for line in paragraph.split(_LOST)]
    bulleted = [_OPENS.match(line.value) is not None for line in lines]
    if not any(bulleted):
        if len(lines) < 2:
            return tuple(lines), ()
        # Several lines without bullets: each is a deed, the first may announce them.
        announced = lines[0].value.endswith(":")
        return tuple(lines[:announced]), tuple(Statement(each) for each in lines[announced:])
    first = bulleted.index(True)
    return tuple(lines[:first]), tuple(_statements(lines[first:]))


def paragraphs(text: Text) -> list[Text]:
    """The lines of a text, without the glyphs before them."""
    lines = text.split(_BREAK)
    found = [(line, _OPENS.match(line.value)) for line in lines]
    return [line[opens.end() :] if opens else line for line, opens in found]


def _statements(lines: list[Text]) -> Iterator[Statement]:
    whole: list[Text] = []
    glyph: str | None = None
    for line in lines:
        opens = _OPENS.match(line.value)
        if whole and opens is None and line.value[:1].islower():
            whole.append(line)
            continue
        if whole:
            yield Statement(Text.join(whole), bullet=glyph)
        glyph = (opens[1] or opens[2]) if opens else None
        whole = [line[opens.end() :] if opens else line]
    if whole:
        yield Statement(Text.join(whole), bullet=glyph)
