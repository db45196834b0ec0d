"""Places that no list knows, by where the other entries of their section have theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.patterns import regex
from standout.readers.structure import located
from standout.readers.structure.pieces import Head, Piece
from standout.source import Text
from standout.vocabulary import places, roles

_NAME = r"[A-ZÀ-ÞŁŚŻŠČŽİ][^\W\d_]+(?:[ '’-][^\W\d_]{1,15}){0,2}"
_SHAPES = {
    "whole": regex(rf"()({_NAME})"),
    "comma": regex(rf"(.{{2,80}}),\s({_NAME})"),
    "bracket": regex(rf"(.{{2,80}}?)\s\(({_NAME})\)"),
}
_TELLING = 2
"""So many other entries show that a word behind a comma is a place."""

_Spot = tuple[int, bool, bool, bool, str]
"""The row of a head, how the piece looks, and how the place stands in it."""


def placed(heads: Sequence[Head]) -> list[tuple[Head, Text | None]]:
    """Each head; where it alone has no known place, without what stands at the others' spot."""
    found = [list(_known(head)) for head in heads]
    spots = Counter(spot for each in found for spot in dict.fromkeys(each))
    heads = [_with_town(head, spots) for head in heads]
    return [
        (head, None) if known or not spots else _without_place(head, spots)
        for head, known in zip(heads, found, strict=True)
    ]


def _known(head: Head) -> Iterator[_Spot]:
    for piece in head.pieces:
        rest, place = located.split_places(piece)
        if place is not None:
            behind = piece.value[-1:] == ")"
            yield _spot(piece, "whole" if not rest else "bracket" if behind else "comma")


def _with_town(head: Head, spots: Counter[_Spot]) -> Head:
    """The head with 'Nijmegen, Gelderland' marked as a place where others have theirs whole."""
    return replace(
        head,
        pieces=tuple(
            replace(piece, placed=True)
            if spots[_spot(piece, "whole")] > spots[_spot(piece, "comma")]
            and places.may_be_place(piece.value)
            and not roles.title_words(piece.value)
            else piece
            for piece in head.pieces
        ),
    )


def _spot(piece: Piece, shape: str) -> _Spot:
    return piece.row, piece.style.bold, piece.style.italic, piece.right, shape


def _without_place(head: Head, spots: Counter[_Spot]) -> tuple[Head, Text | None]:
    for shape, pattern in _SHAPES.items():
        for index, piece in reversed(list(enumerate(head.pieces))):
            least = _TELLING if shape == "comma" else 1
            match = pattern.fullmatch(piece.value) if spots[_spot(piece, shape)] >= least else None
            if match is None or _is_named(match[2]) or (shape == "whole" and len(head.pieces) < 2):
                continue
            rest = replace(piece, text=piece.text[: match.end(1)].strip())
            kept = [*head.pieces[:index], *([rest] if rest.text else []), *head.pieces[index + 1 :]]
            return replace(head, pieces=tuple(kept)), piece.text[slice(*match.span(2))]
    return head, None


def _is_named(value: str) -> bool:
    """The word names a job, an employer or a degree."""
    return bool(
        roles.title_words(value) or roles.organization_words(value) or roles.degree_words(value)
    )
