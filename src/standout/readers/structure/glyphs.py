"""Bullets that their reader has taken for words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from standout.analysis.dates import find_ranges
from standout.patterns import regex
from standout.readers.lines import Line

_GLYPH = regex(r"[\ufffd•◦▪‣·●○■□►▸➢➤❖✓✔➔→∙⁃\uf0b7\uf0a7](?:\s+|$)")

_LONGEST_DATE = 40
"""Characters of a range with both months in words."""


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


def off_dates(lines: Sequence[Line]) -> list[Line]:
    """The lines, with no bullet before a date that stands above a paragraph without one.

    Layouts made of lists set the date of an entry as an item, and the entry as a paragraph of it.
    """
    kept = list(lines)
    for index, (line, below) in enumerate(pairwise(lines)):
        if line.bullet is not None and below.bullet is None and below.starts and is_date(line):
            kept[index] = replace(line, bullet=None)
    return kept


def is_date(line: Line) -> bool:
    """Say whether a line is one date or range, and nothing else."""
    value = line.text.value.strip() if len(line.segments) == 1 else ""
    found = find_ranges(value) if 0 < len(value) <= _LONGEST_DATE else ()
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(value))


def behind_heading(line: Line) -> Line:
    """What stands on a heading's line, as `apart`; with a date set apart it heads an entry."""
    found = apart(line)
    return replace(found, bullet=None) if len(found.segments) > 1 else found
