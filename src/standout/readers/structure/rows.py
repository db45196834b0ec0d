"""Put what stands in a date column beside the text back to the head of its entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges, is_duration, is_open, parse_date
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure import beside, glyphs
from standout.readers.structure.degrees import opens_with_degree
from standout.source import Text
from standout.vocabulary import places

_YEAR_LINE = regex(r"(?:19|20)\d\d")
_INNER = 4.0
"""Points, or characters, that a bullet below another stands further in."""
_IN_LINE = 3.0
"""Points that the parts of a stack may be out of line."""


def _stacked(lines: Sequence[Line]) -> list[Line]:
    """A date set as a stack, 'December' over '2024' or '2019 –' over 'Present', as one."""
    kept: list[Line] = []
    for line in lines:
        before = kept[-1] if kept else None
        joined = _stack(before, line) if before is not None else None
        if before is None or joined is None:
            kept.append(line)
            continue
        kept[-1] = replace(before, segments=(joined, *before.segments[1:]))
        if len(line.segments) > 1:
            rest = replace(line, segments=line.segments[1:], indent=line.segments[1].x0)
            kept.append(glyphs.apart(rest))
    return kept


def _stack(before: Line, line: Line) -> Segment | None:
    """The two first segments as one date, if neither is one whole and both together are."""
    if not before.segments or not line.segments or line.bullet or before.bullet:
        return None
    first, second = before.segments[0], line.segments[0]
    if len(before.segments) == len(line.segments) == 1 and _is_date(first) and _ends_range(second):
        return _as_range(first, second)
    if not _in_one_column(first, second) or len(first.text) > 24 or len(second.text) > 16:
        return None
    if (before.page, before.region) != (line.page, line.region):
        return None
    for separator in (" ", " – "):
        if separator == " – " and not (
            _YEAR_LINE.fullmatch(first.text.value) and _YEAR_LINE.fullmatch(second.text.value)
        ):
            continue
        value = f"{first.text.value}{separator}{second.text.value}"
        found = find_ranges(value)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(value)):
            return replace(first, text=Text.join([first.text, second.text], separator))
    return None


def _in_one_column(first: Segment, second: Segment) -> bool:
    """The two segments begin, or end, at one place."""
    return abs(first.x0 - second.x0) <= _IN_LINE or (
        first.x1 > first.x0 and abs(first.x1 - second.x1) <= _IN_LINE
    )


def _is_date(segment: Segment) -> bool:
    """One date and nothing else, of more than a year."""
    value = segment.text.value.strip()
    date = parse_date(value)
    return date is not None and date.month is not None


def _ends_range(segment: Segment) -> bool:
    return _is_date(segment) or is_open(segment.text.value)


def _as_range(first: Segment, second: Segment) -> Segment | None:
    """'March 2021' over 'Present' as one range, if the first date is the earlier one."""
    value = f"{first.text.value} – {second.text.value}"
    found = find_ranges(value)
    if len(found) != 1 or found[0].first is None:
        return None
    return replace(first, text=Text.join([first.text, second.text], " – "))


def restored(lines: Sequence[Line]) -> list[Line]:
    """The lines with dates, durations and places beside a bullet's text moved to the head above.

    Some layouts set the dates in a column of their own, whose rows fall beside the first
    statements of the entry.
    """
    kept: list[Line] = []
    head: int | None = None
    stacked = beside.taken(_stacked(lines))
    for line, below in zip(stacked, [*stacked[1:], None], strict=False):
        moved: tuple[Segment, ...] = ()
        if head is not None and len(line.segments) > 1 and _is_body(kept, head, line, below):
            count = _beside(line)
            moved = line.segments[len(line.segments) - count :]
            line = replace(line, segments=line.segments[: len(line.segments) - count])
        if moved and head is not None:
            kept[head] = replace(kept[head], segments=(*kept[head].segments, *moved))
        elif line.bullet is None and not _hangs(kept, line):
            head = len(kept)
        kept.append(line)
    return kept


def _is_body(kept: Sequence[Line], head: int, line: Line, below: Line | None) -> bool:
    """A bullet, or a line that goes on under one; no role with bullets of its own."""
    if below is not None and line.bullet and below.bullet and below.indent > line.indent + _INNER:
        return False
    if (line.page, line.region) != (kept[head].page, kept[head].region):
        return False
    if line.bullet is not None and opens_with_degree(line.segments[0].text):
        return False  # A degree listed under its school has its own dates.
    return line.bullet is not None or _hangs(kept, line)


def _hangs(kept: Sequence[Line], line: Line) -> bool:
    for before in reversed(kept[-6:]):
        if before.bullet is not None and before.segments and line.segments:
            return abs(before.segments[0].x0 - line.segments[0].x0) < 2
    return False


def _beside(line: Line) -> int:
    """How many segments at the end are dates, durations or places."""
    count = 0
    for segment in reversed(line.segments[1:]):
        value = segment.text.value.strip()
        found = find_ranges(value)
        whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(value)
        if not (whole or is_duration(value) or places.is_place(value)):
            break
        count += 1
    return count
