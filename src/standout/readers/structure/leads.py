"""Titles that a section sets apart: one bold line each, and lighter lines below.

Where a layout says so plainly what the title is, no comma in it begins another field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.model import SectionKind
from standout.readers.structure.pieces import Head, Piece
from standout.readers.structure.wordings import is_told
from standout.vocabulary import places, skills


def set_apart(heads: Sequence[Head]) -> list[Head]:
    """The heads with their titles marked as whole, if all of a section look like that."""
    led = all(map(_is_led, heads))
    followed = [head for head in heads if any(_names(each) for each in _below(head))]
    if not led or 2 * len(followed) < len(heads) or not followed:
        return list(heads)
    return [_marked(head) for head in heads]


def owner(kind: SectionKind, title: Piece, others: Sequence[Piece]) -> Piece | None:
    """Whose project it is, or where a service was done: what stands right below such a title."""
    if not title.whole or kind is SectionKind.PROJECTS:
        return None
    below = [each for each in others if each.row == title.row + 1 and each.column == 0]
    return below[0] if below and _names(below[0]) else None


def _is_led(head: Head) -> bool:
    first = [piece for piece in head.pieces if piece.row == 0]
    if len(first) != 1:
        return False
    weight, below = _weight(first[0]), _below(head)
    return (weight[:2] > (False, False) or bool(below)) and all(
        _weight(piece) < weight for piece in below
    )


def _weight(piece: Piece) -> tuple[bool, bool, int]:
    """What makes a line stand out: a heading of the format, bold type, large type."""
    return piece.style.level is not None, piece.style.bold, piece.style.size


def _below(head: Head) -> list[Piece]:
    return [piece for piece in head.pieces if piece.row > 0]


def _names(piece: Piece) -> bool:
    """Neither a sentence, nor a place, nor a list, nor something one works with."""
    value = piece.value
    told = is_told(value) or places.is_place(value) or value.count(",") > 1
    return not told and not any(
        each.end - each.start == len(value) for each in skills.find(value, "list")
    )


def _marked(head: Head) -> Head:
    return replace(
        head, pieces=tuple(replace(piece, whole=piece.row == 0) for piece in head.pieces)
    )
