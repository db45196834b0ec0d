"""Bullets that their reader has taken for words."""

from __future__ import annotations

import re
from dataclasses import replace

from standout.readers.lines import Line

_GLYPH = re.compile(r"[\ufffd•◦▪‣·●○■□►▸➢➤❖✓✔➔→∙⁃\uf0b7\uf0a7](?:\s+|$)")


def apart(line: Line) -> Line:
    """The line with a glyph that opens its words as its bullet."""
    first = line.segments[0] if line.segments else None
    match = _GLYPH.match(first.text.value) if first is not None else None
    if first is None or match is None or not first.text.places:
        return line
    return without(line, match.end(), match.group().strip())


def without(line: Line, count: int, bullet: str) -> Line:
    """The line without its first `count` characters, which are its bullet."""
    first = line.segments[0]
    marks = tuple(
        replace(mark, start=max(0, mark.start - count), end=mark.end - count)
        for mark in first.emphasis
        if mark.end > count
    )
    bare = replace(first, text=first.text[count:], emphasis=marks)
    segments = (bare, *line.segments[1:]) if bare.text else line.segments[1:]
    return replace(line, segments=segments, bullet=line.bullet or bullet)


def behind_heading(line: Line) -> Line:
    """What stands on a heading's line, as `apart`; with a date set apart it heads an entry."""
    found = apart(line)
    return replace(found, bullet=None) if len(found.segments) > 1 else found
