"""Small drawings that stand before words as bullets do."""

from __future__ import annotations

from collections.abc import Sequence

from standout.model.page import Drawing
from standout.readers.pdf.words import Piece
from standout.source import Box

_BAND = 20.0
"""Points: more than a dot and a small drawing that touches it are high together."""
_SMALL = 15.0


def alone(drawings: Sequence[Drawing]) -> list[Box]:
    """The dots of a page that are no parts of icons."""
    bands: dict[int, list[Box]] = {}
    for each in drawings:
        if each.box.height < _SMALL:
            bands.setdefault(int(each.box.y0 // _BAND), []).append(each.box)
    return [each.box for each in drawings if _is_dot(each.box) and _is_alone(each.box, bands)]


def _is_alone(dot: Box, bands: dict[int, list[Box]]) -> bool:
    band = int(dot.y0 // _BAND)
    near = (box for at in (band - 1, band, band + 1) for box in bands.get(at, ()))
    return not any(_touches(dot, box) for box in near)


def leads(dot: Box, first: Piece) -> bool:
    """Say whether a dot stands before a line's first word, at half the height of its letters."""
    middle = (dot.y0 + dot.y1) / 2
    return (
        dot.width <= 0.6 * first.size
        and 0.1 * first.size <= first.x0 - dot.x1 <= 1.6 * first.size
        and first.baseline - 0.8 * first.size <= middle <= first.baseline
    )


def _is_dot(box: Box) -> bool:
    return 1 <= box.width <= 6 and 0.6 <= box.width / max(box.height, 0.1) <= 1.7


def _touches(dot: Box, box: Box) -> bool:
    """Say whether another small drawing stands so close that both are parts of an icon."""
    return (
        box != dot
        and box.x0 < dot.x1 + 2
        and dot.x0 - 2 < box.x1
        and box.y0 < dot.y1 + 2
        and dot.y0 - 2 < box.y1
    )
