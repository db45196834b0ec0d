"""Which words a person can see, and on what ground."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model.page import Colour
from standout.readers.pdf.bands import Bands
from standout.readers.pdf.drawings import Ground
from standout.readers.pdf.frame import Frame
from standout.readers.pdf.words import Piece

SMALLEST = 3.0
"""Points: type below this is taken for hidden."""
PAPER: Colour = (255, 255, 255)
_SAME_COLOUR = 12
"""Largest difference of any colour part between text and a ground it vanishes in."""


def single(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The words without copies printed over one another (a way to fake bold type)."""
    seen: dict[str, list[Piece]] = {}
    for piece in pieces:
        earlier = seen.setdefault(piece.text, [])
        if not any(_over(piece, other) for other in earlier[-8:]):
            earlier.append(piece)
            yield piece


def _over(piece: Piece, other: Piece) -> bool:
    reach = 0.12 * piece.size
    return (
        abs(piece.x0 - other.x0) <= reach
        and abs(piece.y0 - other.y0) <= reach
        and abs(piece.x1 - other.x1) <= reach
    )


def is_hidden(piece: Piece, frame: Frame, grounds: Bands[Ground]) -> bool:
    """Say whether a person cannot see a word.

    Unpainted, tiny, outside the page, painted over, or in the colour of its ground. On a picture
    colour says nothing, and unpainted text is what the picture shows: a scan's, for one.
    """
    if piece.size < SMALLEST or is_outside(piece, frame):
        return True
    if piece.style.clips:
        return not _is_filled(piece, grounds)
    ground = ground_of(piece, grounds)
    if not piece.style.painted:
        return ground is not None
    return _vanishes(piece, ground) or _is_covered(piece, grounds)


def _is_filled(piece: Piece, grounds: Bands[Ground]) -> bool:
    """Say whether something was painted through a word that is cut out."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    order = piece.style.order
    return any(ground.order > order and ground.covers(x, y) for ground in grounds.at(y))


def _vanishes(piece: Piece, ground: Colour | None) -> bool:
    """Say whether a word has the colour of its ground."""
    colour = piece.style.colour
    if ground is None or colour is None or piece.mixed:
        return False
    return max(abs(a - b) for a, b in zip(colour, ground, strict=True)) <= _SAME_COLOUR


def is_outside(piece: Piece, frame: Frame) -> bool:
    """Say whether the middle of a word lies off the displayed page."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    return not (0 <= x <= frame.width and 0 <= y <= frame.height)


def ground_of(piece: Piece, grounds: Bands[Ground]) -> Colour | None:
    """The colour right under a word: the last opaque area painted before it, or paper."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    order = piece.style.order
    for ground in reversed(grounds.at(y)):
        if (order < 0 or ground.order < order) and ground.covers(x, y):
            return ground.colour
    return PAPER


def _is_covered(piece: Piece, grounds: Bands[Ground]) -> bool:
    """Say whether an opaque area was painted over a word afterwards."""
    order = piece.style.order
    y = (piece.y0 + piece.y1) / 2
    return order >= 0 and any(
        ground.order > order
        and ground.colour is not None
        and ground.box.y0 <= piece.y0 + 0.2 * piece.size
        and ground.box.y1 >= piece.baseline - 0.1 * piece.size
        and ground.covers(piece.x0 + 1, y)
        and ground.covers(piece.x1 - 1, y)
        for ground in grounds.at(y)
    )
