"""A table of entries, a row each, with its dates in a cell of their own: cell below cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges, is_open
from standout.readers.lines import Line, Segment
from standout.readers.structure import fields
from standout.source import Text

_COLUMNS = 3
"""A table has as many columns at least; dates beside a text are no table."""
_ROWS = 2
_IN_LINE = 2.0
"""Points that the cells of one column may be out of line."""
_APART = 0.4
"""In line heights: so much more white space stands above a row than within one."""


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines of a section cell by cell, if the section is such a table; or as they are."""
    rows = _rows(lines)
    lefts = [segment.x0 for segment in rows[0][0].segments] if rows else []
    if len(rows) < _ROWS or not _is_table(rows, lefts):
        return list(lines)
    return [line for row in rows for line in _cells(row, lefts)]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row: white space stands above the first, less above the others."""
    gaps = sorted(line.gap for line in lines[1:])
    if not gaps or gaps[-1] < gaps[0] + _APART:
        return []
    middle = (gaps[0] + gaps[-1]) / 2
    rows: list[list[Line]] = []
    for line in lines:
        if not rows or line.gap > middle:
            rows.append([])
        rows[-1].append(line)
    return rows


def _is_table(rows: Sequence[Sequence[Line]], lefts: Sequence[float]) -> bool:
    """Each row begins with a cell in every column, one of them a date, and fills no other place."""
    first = rows[0][0]
    return (
        len(lefts) >= _COLUMNS
        and any(len(row) > 1 for row in rows)
        and all(_fills(row[0], lefts) for row in rows)
        and all(
            line.region == first.region
            and line.level is None
            and line.bullet is None
            and all(_column(segment, lefts) is not None for segment in line.segments)
            for row in rows
            for line in row
        )
    )


def _fills(line: Line, lefts: Sequence[float]) -> bool:
    columns = [_column(segment, lefts) for segment in line.segments]
    return columns == list(range(len(lefts))) and any(
        _opens_date(segment.text.value) for segment in line.segments
    )


def _opens_date(value: str) -> bool:
    """A date and nothing else; its end may stand on the next line of the cell."""
    bare = value.strip().rstrip("–—- ")
    found = find_ranges(bare)
    return len(found) == 1 and found[0].end - found[0].start == len(bare)


def _column(segment: Segment, lefts: Sequence[float]) -> int | None:
    for column, left in enumerate(lefts):
        if abs(segment.x0 - left) <= _IN_LINE:
            return column
    return None


def _cells(row: Sequence[Line], lefts: Sequence[float]) -> Iterator[Line]:
    """A line for each line of each cell, wrapped names put together."""
    gap = row[0].gap
    for column in range(len(lefts)):
        edge = lefts[column + 1] if column + 1 < len(lefts) else None
        found: list[Line] = []
        for line in row:
            for segment in line.segments:
                if _column(segment, lefts) != column:
                    continue
                last = found[-1].segments[0] if found else None
                if last is not None and edge is not None and _goes_on(last, segment, edge):
                    found[-1] = replace(found[-1], segments=(_joined(last, segment),))
                else:
                    above = line.gap if found else gap
                    found.append(replace(line, segments=(segment,), indent=segment.x0, gap=above))
        if found:
            found[0] = replace(found[0], starts=True)
        yield from found
        gap = min((line.gap for line in row[1:]), default=gap)


def _goes_on(last: Segment, segment: Segment, edge: float) -> bool:
    """The next word had no room in its cell, and looks like the last; or a range goes on."""
    first, rest = last.text.value, segment.text.value
    if first.rstrip().endswith(("–", "—", "-")) and (find_ranges(rest) or is_open(rest)):
        return True
    if (last.bold, last.italic) != (segment.bold, segment.italic) or fields.is_own(first, rest):
        return False
    word = rest.split(maxsplit=1)[0]
    pace = (last.x1 - last.x0) / len(last.text)
    return last.x1 + (len(word) + 1) * pace > edge - last.size


def _joined(last: Segment, rest: Segment) -> Segment:
    text = Text.join([last.text, rest.text], " ")
    return replace(last, text=text, x1=rest.x1, emphasis=(), links=(*last.links, *rest.links))
