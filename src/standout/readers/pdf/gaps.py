"""Which gaps between the words of a row part segments, and which are spaces that were stretched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from standout.model.page import Drawing
from standout.readers.pdf.bands import Bands
from standout.readers.pdf.words import Piece
from standout.source import Box

_TAB = 0.9
"""In type sizes: a gap that sets two segments of one line apart."""
_WIDE_TAB = 1.2
"""In type sizes: the same beside a separator, or between words with letter-spacing."""
_LARGE = 1.7
"""How many times as large as the text beside it a name is."""
_NAME_SPACE = 0.45
"""In type sizes: wider than the spaces of a name."""
_EVEN = 1.5
"""How many times the narrowest space of a justified line the widest one may measure."""
_WIDEST_SPACE = 3.0
"""In type sizes: no justified line is stretched further."""
_EDGE = 1.0
"""Points: how far lines may miss the edge that they are justified to."""
_ROWS_AT_EDGE = 3
_MOST_CHIPS = 400


class Gaps:
    """Judges the gaps between the words of one column's rows."""

    def __init__(self, rows: Sequence[Sequence[Piece]], drawings: Sequence[Drawing]) -> None:
        small = (each.box for each in drawings if each.kind != "rule" and each.box.height < 60)
        self._chips = Bands((box, box) for box in islice(small, _MOST_CHIPS))
        self._justified = _justified(rows)

    def is_apart(self, before: Piece, after: Piece) -> bool:
        """Say whether the gap between two neighbours of a row parts segments."""
        gap = after.x0 - before.x1
        size = max(before.size, after.size)
        spacing = max(before.spacing, after.spacing)
        if spacing or _is_mark(before) or _is_mark(after):
            limit = _WIDE_TAB * size + 2 * spacing
        else:
            limit = _TAB * size
        if gap > limit:
            return not (gap <= _WIDEST_SPACE * size and _place(after) in self._justified)
        return self._on_two_chips(before, after) or _is_beside_name(before, after, gap)

    def _on_two_chips(self, before: Piece, after: Piece) -> bool:
        """Say whether each of two words has a small box of its own around it."""
        y = (before.y0 + before.y1) / 2
        boxes = [box for box in self._chips.at(y) if box.height <= 2.6 * before.size]
        return any(_holds(box, before) and box.x1 <= after.x0 for box in boxes) and any(
            _holds(box, after) and box.x0 >= before.x1 for box in boxes
        )


def _is_beside_name(before: Piece, after: Piece, gap: float) -> bool:
    """Small type at the right of a large name, further off than the name's own spaces are wide."""
    small, large = sorted((before.size, after.size))
    return large > _LARGE * small and gap > max(_TAB * small, _NAME_SPACE * large)


def _is_mark(piece: Piece) -> bool:
    return len(piece.text) == 1 and not piece.text.isalnum()


def _holds(box: Box, piece: Piece) -> bool:
    y = (piece.y0 + piece.y1) / 2
    return box.x0 <= piece.x0 + 0.5 and piece.x1 - 0.5 <= box.x1 and box.y0 <= y <= box.y1


def _place(piece: Piece) -> tuple[float, float]:
    return piece.x0, piece.baseline


def _justified(rows: Sequence[Sequence[Piece]]) -> set[tuple[float, float]]:
    """The places of the words of stretched lines.

    Such a line has even spaces, ends where other lines do, and the line below or above it goes on
    with the same type at the same left edge.
    """
    ends = Counter(round(row[-1].x1 / _EDGE) for row in rows)
    found: set[int] = set()
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        end = round(row[-1].x1 / _EDGE)
        at_edge = ends[end - 1] + ends[end] + ends[end + 1] >= _ROWS_AT_EDGE
        if at_edge and _is_stretched(row):
            below = rows[index + 1] if index + 1 < len(rows) else None
            above = rows[index - 1] if index else None
            if (below and _goes_on(row, below) and (_is_plain(below) or index + 1 in found)) or (
                above
                and _goes_on(above, row)
                and _is_plain(above)
                and abs(above[-1].x1 - row[-1].x1) <= _EDGE
            ):
                found.add(index)
    return {_place(piece) for index in found for piece in rows[index]}


def _spaces(row: Sequence[Piece]) -> list[float]:
    return [after.x0 - before.x1 for before, after in pairwise(row)]


def _is_stretched(row: Sequence[Piece]) -> bool:
    spaces = _spaces(row)
    return (
        bool(spaces)
        and _TAB * row[0].size < max(spaces) <= _EVEN * min(spaces) + 0.5
        and _alike(row[0], row[-1])
        and not any(char.isdigit() for char in row[-1].text)
    )


def _is_plain(row: Sequence[Piece]) -> bool:
    return all(space <= _TAB * row[0].size for space in _spaces(row))


def _goes_on(row: Sequence[Piece], below: Sequence[Piece]) -> bool:
    step = below[0].baseline - row[0].baseline
    return (
        0 < step <= 1.8 * row[0].size
        and abs(below[0].x0 - row[0].x0) <= 2
        and _alike(row[-1], below[0])
    )


def _alike(one: Piece, other: Piece) -> bool:
    return (one.style.font, one.style.size, one.style.colour) == (
        other.style.font,
        other.style.size,
        other.style.colour,
    )
