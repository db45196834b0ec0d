"""A table of entries, a row each, with its dates in a cell of their own: cell below cell."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.readers.lines import Line, Segment
from standout.readers.structure import fields, glyphs
from standout.source import Text

_COLUMNS = 3
"""A table has as many columns at least; dates beside a text are no table."""
_ROWS = 2
_IN_LINE = 2.0
"""Points that the cells of one column may be out of line."""
_APART = 0.25
"""In line heights: so much more white space stands above a row than within one."""
_HANG = 18.0
"""Points that the second line of a bullet in a cell may be set in."""

_Cell = list[tuple[Line, Segment]]


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines of a section cell by cell, if the section is such a table; or as they are."""
    # What stands apart in plain text need not stand below what it belongs to.
    rows = _rows(lines) if lines and lines[0].box is not None else []
    lefts = [segment.x0 for segment in rows[0][0].segments] if rows else []
    if len(rows) < _ROWS or len(lefts) < _COLUMNS or not _is_table(rows, lefts):
        return list(lines)
    table = [_cells(row, lefts) for row in rows]
    dated = {at for at in range(len(lefts)) if all(_is_date(cells[at]) for cells in table)}
    if not dated:
        return list(lines)
    return [line for cells in table for line in _told(cells, lefts, dated)]


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
    """Each row begins with a cell in every column, and nothing stands outside of the columns."""
    first = rows[0][0]
    return any(len(row) > 1 for row in rows) and all(
        [_column(segment, lefts) for segment in row[0].segments] == list(range(len(lefts)))
        and all(
            line.region == first.region
            and line.level is None
            and line.bullet is None
            and all(_column(segment, lefts) is not None for segment in line.segments)
            for line in row
        )
        for row in rows
    )


def _column(segment: Segment, lefts: Sequence[float]) -> int | None:
    for column, left in reversed(list(enumerate(lefts))):
        if segment.x0 >= left - _IN_LINE:
            return column if segment.x0 <= left + _HANG else None
    return None


def _cells(row: Sequence[Line], lefts: Sequence[float]) -> list[_Cell]:
    found: list[_Cell] = [[] for _ in lefts]
    for line in row:
        for segment in line.segments:
            found[_column(segment, lefts) or 0].append((line, segment))
    return found


def _is_date(cell: _Cell) -> bool:
    """The words of the cell are a date or a range, and nothing else."""
    value = " ".join(segment.text.value.strip() for _, segment in cell)
    found = find_ranges(value)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(value))


def _told(cells: Sequence[_Cell], lefts: Sequence[float], dated: Container[int]) -> Iterator[Line]:
    """A line for each line of each cell; dates and wrapped names put together."""
    first = cells[0][0][0]
    within = min((line.gap for cell in cells for line, _ in cell[1:]), default=first.gap)
    for column, cell in enumerate(cells):
        edge = lefts[column + 1] if column + 1 < len(lefts) else None
        found: list[Line] = []
        for line, segment in cell:
            last = found[-1].segments[0] if found else None
            if last is not None and (column in dated or _goes_on(last, segment, edge)):
                found[-1] = replace(found[-1], segments=(_joined(last, segment),))
            else:
                gap = line.gap if found else within if column else first.gap
                alone = replace(line, segments=(segment,), indent=segment.x0, gap=gap)
                found.append(glyphs.apart(alone))
        yield from (replace(line, starts=line.starts or not at) for at, line in enumerate(found))


def _goes_on(last: Segment, segment: Segment, edge: float | None) -> bool:
    """The next word had no room in its cell, and looks like the last; not in the last column."""
    if edge is None or (last.bold, last.italic) != (segment.bold, segment.italic):
        return False
    if fields.is_own(last.text.value, segment.text.value):
        return False
    word = segment.text.value.split(maxsplit=1)[0]
    pace = (last.x1 - last.x0) / len(last.text)
    return last.x1 + (len(word) + 1) * pace > edge - last.size


def _joined(last: Segment, rest: Segment) -> Segment:
    text = Text.join([last.text, rest.text], " ")
    return replace(last, text=text, x1=rest.x1, emphasis=(), links=(*last.links, *rest.links))
