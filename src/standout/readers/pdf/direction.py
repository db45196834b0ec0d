"""The words of a line in the order of reading, where some of them run from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from standout.readers.pdf.characters import is_right_to_left
from standout.readers.pdf.words import Piece


def runs_from_right(row: Sequence[Piece]) -> bool:
    """Say whether most words of a row do; numbers and signs have no direction of their own."""
    turned = sum(is_right_to_left(piece.text) for piece in row)
    return turned > 0 and 2 * turned > sum(map(_has_letters, row))


def from_left(part: Sequence[Piece]) -> list[Piece]:
    """A left-to-right segment: only its right-to-left stretches turn."""
    if not any(is_right_to_left(piece.text) for piece in part):
        return list(part)
    found: list[Piece] = []
    run: list[Piece] = []
    for piece in part:
        if is_right_to_left(piece.text):
            run.append(piece)
        else:
            found += [*reversed(run), piece]
            run = []
    return found + run[::-1]


def from_right(part: Sequence[Piece]) -> list[Piece]:
    """A right-to-left segment: read from the right, left-to-right stretches kept."""
    found: list[Piece] = []
    run: list[Piece] = []
    for piece in reversed(part):
        if is_right_to_left(piece.text):
            found += [*_stretch(run), piece]
            run = []
        else:
            run.insert(0, piece)
    return found + _stretch(run)


def _stretch(run: list[Piece]) -> list[Piece]:
    """A stretch without right-to-left words, as it is read.

    Words keep their order, and so do the groups of one number. What lone signs part is read from
    the right: a range printed '2017 - 2014' goes from 2014 to 2017.
    """
    if any(map(_has_letters, run)):
        return run
    parts = [list(each) for _, each in groupby(run, key=_is_sign)]
    return [piece for each in reversed(parts) for piece in each]


def _has_letters(piece: Piece) -> bool:
    return any(map(str.isalpha, piece.text))


def _is_sign(piece: Piece) -> bool:
    return not any(char.isalnum() for char in piece.text)
