"""Entries that stand beside each other in one section, as they would stand one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.readers.lines import Line, Segment
from standout.source import Text

_SLACK = 3.0
"""Points that the cells of one column may be out of line."""
_ROW = 1.0
"""White space above a row of cells, beyond that within one, in line heights."""


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines with entries side by side taken apart, column by column.

    Two entries side by side are known by a row of nothing but dates below a row of words.
    """
    kept: list[Line] = []
    done = seen = 0
    for index in range(len(lines)):
        lefts = _columns(lines[index]) if index >= seen else ()
        if not lefts:
            continue
        start, end = _extent(lines, index, lefts, done)
        seen = end
        if not _is_grid(lines[start:end]):
            continue
        kept += lines[done:start]
        for row in _rows(lines[start:end]):
            kept += _by_column(row, lefts)
        done = end
    return [*kept, *lines[done:]]


def _columns(line: Line) -> tuple[float, ...]:
    """The left edges of a row of two or more cells with words, whatever they say."""
    if len(line.segments) < 2 or line.box is None or _is_dates(line):
        return ()
    return tuple(_left(line, at) for at in range(len(line.segments)))


def _left(line: Line, at: int) -> float:
    return line.indent if at == 0 and line.bullet is not None else line.segments[at].x0


def _is_dates(line: Line) -> bool:
    return all(_is_date(segment.text.value) for segment in line.segments)


def _is_date(value: str) -> bool:
    found = find_ranges(value)
    return len(found) == 1 and found[0].end - found[0].start == len(value.strip())


def _extent(
    lines: Sequence[Line], index: int, lefts: tuple[float, ...], floor: int
) -> tuple[int, int]:
    """The stretch of lines around a row of cells all of whose cells stand in its columns."""
    start, end = index, index + 1
    while start > floor and _fits(lines[start - 1], lines[index], lefts):
        start -= 1
    while end < len(lines) and _fits(lines[end], lines[index], lefts):
        end += 1
    while start < index and len(lines[start].segments) < 2:
        start += 1
    return start, end


def _fits(line: Line, row: Line, lefts: tuple[float, ...]) -> bool:
    same = (line.page, line.region, line.level) == (row.page, row.region, row.level)
    return same and all(
        any(abs(_left(line, at) - left) <= _SLACK for left in lefts)
        for at in range(len(line.segments))
    )


def _is_grid(lines: Sequence[Line]) -> bool:
    """Words in the first row, and below it a row with a date in each of several cells."""
    return len(lines) > 1 and any(
        sum(_ends_in_date(segment.text.value) for segment in line.segments) > 1
        for line in lines[1:]
    )


def _ends_in_date(value: str) -> bool:
    found = find_ranges(value)
    return bool(found) and not value[found[-1].end :].strip(" )].,")


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row of entries: a row of several cells after its dates begins anew."""
    found: list[list[Line]] = [[lines[0]]]
    tight = min((line.gap for line in lines[1:]), default=0.0)
    for line in lines[1:]:
        if line.gap > tight + _ROW:
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _by_column(row: Sequence[Line], lefts: tuple[float, ...]) -> list[Line]:
    found: list[Line] = []
    for number, left in enumerate(lefts):
        cells = [
            replace(line, segments=(line.segments[at],), bullet=line.bullet if at == 0 else None)
            for line in row
            for at in range(len(line.segments))
            if abs(_left(line, at) - left) <= _SLACK
        ]
        if not cells:
            continue
        pitch = lefts[number + 1] - left if number + 1 < len(lefts) else left - lefts[number - 1]
        cells[0] = replace(cells[0], gap=row[0].gap)
        found += _unwrapped(cells, left + pitch - 2 * _SLACK)
    return found


def _unwrapped(cells: Sequence[Line], limit: float) -> list[Line]:
    """The cells of a column with lines that broke at its edge as one."""
    kept: list[Line] = []
    for cell in cells:
        before, after = kept[-1].segments[0] if kept else None, cell.segments[0]
        dashed = cell.bullet is not None and cell.bullet in "-–—"
        if before is not None and (dashed or _wraps(before, after, limit)):
            text = Text.join([before.text, after.text], f" {cell.bullet} " if dashed else " ")
            whole = replace(after, text=text, emphasis=(), links=(*before.links, *after.links))
            kept[-1] = replace(kept[-1], segments=(whole,))
        else:
            kept.append(cell)
    return kept


def _wraps(before: Segment, after: Segment, limit: float) -> bool:
    """Words of one style go on where the next of them would not have fitted."""
    if (before.bold, before.italic) != (after.bold, after.italic):
        return False
    if abs(before.size - after.size) > 0.3 or _is_date(after.text.value):
        return False
    char = (before.x1 - before.x0) / max(1, len(before.text))
    word = re.split(r"\s", after.text.value, maxsplit=1)[0]
    return before.x1 + (len(word) + 1) * char > limit
