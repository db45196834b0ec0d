"""Put what stands in a date column beside the text back to the head of its entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges, parse_date
from standout.readers.lines import Line, Segment
from standout.source import Text
from standout.vocabulary import places

DURATION = re.compile(
    r"\(?(?:(?:\d{1,2}|an?|one|two|three|four|five|six)\+?\s?"
    r"(?:years?|yrs?|months?|mos?|weeks?|jahre?|monate?|ans?|mois|años?|meses|anni|mesi)\.?"
    r"(?:,?\s(?:and\s)?)?){1,2}\)?",
    re.IGNORECASE,
)


_MONTH_LINE = re.compile(r"[^\W\d_]{3,9}\.?,?")
_YEAR_LINE = re.compile(r"(?:19|20)\d\d")


def _stacked(lines: Sequence[Line]) -> list[Line]:
    """A date set as a stack, 'December' over '2024' or '2019' over '2021', as one line."""
    kept: list[Line] = []
    for line in lines:
        before = kept[-1] if kept else None
        if before is not None and _stacks(before, line):
            separator = " " if _MONTH_LINE.fullmatch(before.text.value) else " – "
            first, second = before.segments[0], line.segments[0]
            text = Text.join([first.text, second.text], separator)
            kept[-1] = replace(before, segments=(replace(first, text=text),))
        else:
            kept.append(line)
    return kept


def _stacks(before: Line, line: Line) -> bool:
    if len(before.segments) != 1 or len(line.segments) != 1 or line.bullet or before.bullet:
        return False
    if not _YEAR_LINE.fullmatch(line.text.value):
        return False
    value = before.text.value
    return bool(
        _YEAR_LINE.fullmatch(value)
        or (_MONTH_LINE.fullmatch(value) and parse_date(f"{value} {line.text.value}"))
    )


def restored(lines: Sequence[Line]) -> list[Line]:
    """The lines with dates, durations and places beside a bullet's text moved to the head above.

    Some layouts set the dates in a column of their own, whose rows fall beside the first
    statements of the entry.
    """
    kept: list[Line] = []
    head: int | None = None
    for line in _stacked(lines):
        moved: tuple[Segment, ...] = ()
        if head is not None and len(line.segments) > 1 and _is_body(kept, head, line):
            count = _beside(line)
            moved = line.segments[len(line.segments) - count :]
            line = replace(line, segments=line.segments[: len(line.segments) - count])
        if moved and head is not None:
            kept[head] = replace(kept[head], segments=(*kept[head].segments, *moved))
        elif line.bullet is None and not _hangs(kept, line):
            head = len(kept)
        kept.append(line)
    return kept


def _is_body(kept: Sequence[Line], head: int, line: Line) -> bool:
    """A bullet, or a line that goes on under one."""
    if (line.page, line.region) != (kept[head].page, kept[head].region):
        return False
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
        if not (whole or DURATION.fullmatch(value) or places.is_place(value)):
            break
        count += 1
    return count
