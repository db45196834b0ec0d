"""Frames of one height side by side: what stands in them is read frame by frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.model.page import Drawing
from standout.source import Box

_LEAST_WIDTH, _LEAST_HEIGHT = 90.0, 30.0
"""Points: a smaller frame is a chip or a picture."""
_EVEN = 1.5
"""Points that the frames of a row may be out of line."""
_MOST = 60
"""Frames of one page; more are a pattern."""


def in_rows(drawings: Sequence[Drawing]) -> Iterator[tuple[Box, Box]]:
    """Neighbouring frames of each row, from left to right."""
    boxes = [each.box for each in drawings if each.kind in ("shape", "curve") and _holds(each.box)]
    if len(boxes) > _MOST:
        return
    boxes.sort(key=lambda box: box.x0)
    for index, left in enumerate(boxes):
        right = next((box for box in boxes[index + 1 :] if _follows(left, box)), None)
        if right is not None:
            yield left, right


def _holds(box: Box) -> bool:
    if min(box.x0, box.y0) < -_EVEN:
        return False  # what begins off the page is an ornament
    return box.width >= _LEAST_WIDTH and box.height >= _LEAST_HEIGHT


def _follows(left: Box, right: Box) -> bool:
    return (
        right.x0 >= left.x1 - _EVEN
        and abs(left.y0 - right.y0) <= _EVEN
        and abs(left.y1 - right.y1) <= _EVEN
    )


def edges(left: Box, right: Box) -> tuple[Box, Box]:
    """Lines across two frames of a row, at their top and at their foot."""
    return (
        Box(left.x0, left.y0 - 1, right.x1, left.y0),
        Box(left.x0, left.y1, right.x1, left.y1 + 1),
    )
