"""Cards side by side: a grid of names with lists under them, read column by column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standout.readers.lines import Line, Segment
from standout.readers.structure import glyphs, joining, levels
from standout.readers.structure.shape import is_shouted, words_in
from standout.source import Text
from standout.values import frozen

_FAR = 4.0
"""In type sizes: so much white space parts a cell from the column that it belongs to."""
_WIDE_GAP = 1.0
"""In line heights: white space above a line that stands under a grid, not in it."""
_NEARER = 0.3
"""In line heights: so much closer than the rows are the lines of one label."""
_NAME_WORDS = 5
_BULLET = 12.0
"""Points: the width of a bullet and the space behind it, at most."""
_MOST_ROWS = 60
"""Of a grid; no cards are longer than a page."""
_LABELS = 3
"""So many labels in line are a column of labels."""


@frozen
class Stack:
    """Lines to be read one after the other. Of a card, the first line is its name."""

    lines: tuple[Line, ...]
    is_card: bool = False


@dataclass(slots=True)
class _Column:
    """How far the cells of one column reach from left to right, and the cells by row."""

    x0: float
    x1: float
    cells: list[Line]


def stacks(lines: Sequence[Line]) -> Iterator[Stack]:
    """Lines in order, but a grid column by column: every column of it is a card.

    A grid is headed by a row of names over the columns of the rows below. The lines of a card
    have a region of their own, so that they can be measured by the width of their column.
    """
    region = min((line.region for line in lines), default=0)
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        end, columns = _grid(lines, index)
        if columns:
            if plain:
                yield Stack(tuple(plain))
            plain = []
            for column in columns:
                region = min(region, 0) - 1
                cells = _with_whole_name(column.cells)
                yield Stack(tuple(replace(cell, region=region) for cell in cells), is_card=True)
        elif plain and _under_values(plain[-1], lines[index]):
            plain[-1] = _lengthened(plain[-1], lines[index])
        elif plain and _under_label(plain[-1], lines[index]):
            plain[-1] = _with_longer_label(plain[-1], lines[index])
        else:
            plain.append(lines[index])
        index = end
    if plain:
        yield Stack(tuple(plain))


def label_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Where labels end that stand before their values, set to the right: in whole points."""
    rows = [line.segments[0] for line in lines if len(line.segments) == 2 and not line.bullet]
    ends = Counter(round(label.x1) for label in rows)
    return frozenset(
        end
        for end, count in ends.items()
        if count >= _LABELS and len({round(x.x0 / 4) for x in rows if round(x.x1) == end}) > 1
    )


def _under_values(row: Line, line: Line) -> bool:
    """A line that stands under the values of a row with a label, not under the label."""
    if len(row.segments) < 2 or not line.segments or not _in_one_column(row, line):
        return False
    label, values, first = row.segments[0], row.segments[1], line.segments[0]
    start = line.indent if line.bullet else first.x0
    # A bullet may stand before the values, or have been read as the first of them.
    return abs(start - values.x0) < _BULLET and start > label.x1 and not first.bold


def _under_label(row: Line, line: Line) -> bool:
    """What is left of a label that ran over its column: nearer to its row than rows are apart."""
    if len(row.segments) != 2 or len(line.segments) != 1 or not _in_one_column(row, line):
        return False
    label, values, rest = row.segments[0], row.segments[1], line.segments[0]
    alike = (label.bold, label.italic, label.size) == (rest.bold, rest.italic, rest.size)
    return (
        line.bullet is None
        and row.box is not None
        and alike
        and abs(label.x0 - rest.x0) < 1.0
        and rest.x1 < values.x0
        and line.gap < row.gap - _NEARER
        and not label.text.value.endswith(":")
    )


def _with_longer_label(row: Line, line: Line) -> Line:
    label = replace(
        row.segments[0], text=joining.text([replace(row, segments=row.segments[:1]), line])
    )
    return replace(row, segments=(label, *row.segments[1:]))


def _lengthened(row: Line, line: Line) -> Line:
    """The row with one more line of values; an item that ran over the line is whole again."""
    if not row.segments[-1].text.value.endswith((",", ";", "/", "-", "(", "&")):
        return replace(row, segments=(*row.segments, *line.segments))
    values = joining.text([replace(row, segments=row.segments[1:]), line])
    return replace(row, segments=(row.segments[0], replace(row.segments[1], text=values)))


def _grid(lines: Sequence[Line], start: int) -> tuple[int, list[_Column]]:
    """Where the grid that row `start` heads ends, and its columns; none if it heads no grid."""
    if not _heads_grid(lines, start):
        return start + 1, []
    head = lines[start]
    columns = [
        _Column(cells[0].x0, cells[-1].x1, [replace(head, segments=(cell,)) for cell in cells])
        for cells in _heads(head)
    ]
    end = start + 1
    while (
        end < min(len(lines), start + _MOST_ROWS)
        and not _ends_grid(lines, start, end, columns)
        and _placed(columns, lines[end])
    ):
        end += 1
    rated = [_is_rated(column) for column in columns]
    filled = sum(len(column.cells) > 1 for column in columns)
    if filled < 2 or (any(rated) and not all(rated)):
        return start + 1, []
    return end, columns


def _is_rated(column: _Column) -> bool:
    """A column of levels belongs to the column before it: rows of a table, no cards."""
    return levels.is_level(" ".join(cell.text.value for cell in column.cells[1:]))


def _with_whole_name(cells: Sequence[Line]) -> list[Line]:
    """The cells of a column, its name as one line if it ran over its line."""
    name, *rest = cells
    first = name.segments[0]
    while (
        len(rest) > 1
        and _are_alike(rest[0], first)
        and not _are_alike(rest[-1], first)
        and not levels.is_level(rest[0].text.value)
    ):
        first = replace(first, text=Text.join([first.text, rest.pop(0).text]))
    return [replace(name, segments=(first,)), *rest]


def _are_alike(line: Line, name: Segment) -> bool:
    return all((cell.bold, cell.size) == (name.bold, name.size) for cell in line.segments)


def _heads_grid(lines: Sequence[Line], index: int) -> bool:
    below = lines[index + 1] if index + 1 < len(lines) else None
    head = replace(lines[index], segments=tuple(cells[0] for cells in _heads(lines[index])))
    if len(head.segments) < 2 or head.bullet is not None or below is None or not below.segments:
        return False
    named = all(
        words_in(cell.text.value) <= _NAME_WORDS and not re.search("[,:;]", cell.text.value)
        for cell in head.segments
    )
    if not (named and _in_one_column(head, below) and _are_alike(head, head.segments[0])):
        return False
    return _outranks(head, below) or _introduces(head, below)


def _heads(line: Line) -> list[tuple[Segment, ...]]:
    """The names of a row, each with the level that stands at the other end of its card."""
    cells = line.segments
    names, rated = cells[::2], cells[1::2]
    if len(names) == len(rated) >= 2 and all(levels.is_level(cell.text.value) for cell in rated):
        return list(zip(names, rated, strict=True))
    return [(cell,) for cell in cells]


def _outranks(head: Line, below: Line) -> bool:
    """The names are bold, larger or capitals over cells that are not."""
    first = head.segments[0]
    if any(cell.bold > first.bold or cell.size > first.size + 0.4 for cell in below.segments):
        return False
    lesser = any(cell.bold < first.bold or cell.size < first.size - 0.4 for cell in below.segments)
    shouted = all(is_shouted(cell.text.value) for cell in head.segments)
    quiet = not any(is_shouted(cell.text.value) for cell in below.segments)
    return lesser or (shouted and quiet)


def _introduces(head: Line, below: Line) -> bool:
    """Names in the type of their lists: over their levels, or over lists with commas."""
    names = [cell.text.value for cell in head.segments]
    cells = [cell.text.value for cell in below.segments]
    if len(cells) != len(names) or any(map(levels.is_level, names)):
        return False
    return all(map(levels.is_level, cells)) or all("," in cell for cell in cells)


def _in_one_column(one: Line, other: Line) -> bool:
    return (one.page, one.region) == (other.page, other.region)


def _ends_grid(lines: Sequence[Line], start: int, index: int, columns: Sequence[_Column]) -> bool:
    """Another row of names, or a line far below the rows of the grid."""
    head, line = lines[start], lines[index]
    if not line.segments or line.level is not None:
        return True
    if not _in_one_column(lines[index - 1], line):
        # Over the page's end, only what stands in no first column is surely part of the grid.
        return line.page != lines[index - 1].page + 1 or line.segments[0].x0 <= columns[0].x1
    if index == start + 1:
        return False
    again = _are_alike(line, head.segments[0]) and _outranks(head, lines[start + 1])
    if again or _heads_grid(lines, index):
        return True
    widest = max(each.gap for each in lines[start + 1 : index])
    return line.gap > max(_WIDE_GAP, 1.5 * widest)


def _placed(columns: Sequence[_Column], row: Line) -> bool:
    """Put the cells of a row into the columns they stand in; false where one stands in two."""
    found: list[tuple[_Column, Segment]] = []
    for cell in row.segments:
        over = [column for column in columns if column.x0 < cell.x1 and cell.x0 < column.x1]
        nearest = min(columns, key=lambda column: _away(column, cell))
        if len(over) > 1 or _away(nearest, cell) > _FAR * max(cell.size, 1.0):
            return False
        found.append((nearest, cell))
        nearest.x0, nearest.x1 = min(nearest.x0, cell.x0), max(nearest.x1, cell.x1)
    for column in columns:
        cells = tuple(cell for each, cell in found if each is column)
        if cells:
            bullet = row.bullet if cells[0] is row.segments[0] else None
            column.cells.append(glyphs.apart(replace(row, segments=cells, bullet=bullet)))
    return True


def _away(column: _Column, cell: Segment) -> float:
    """The white space between a column and a cell; negative where they overlap."""
    return max(column.x0 - cell.x1, cell.x0 - column.x1)
