"""Find what lies at a height of the page without looking at everything on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from standout.source import Box

_HEIGHT = 16.0
_LAST = 1_300
"""No page is taller than this many bands."""

T = TypeVar("T")


class Bands(Generic[T]):
    """Boxed things, each filed under every band of the page that it touches."""

    def __init__(self, items: Iterable[tuple[Box, T]] = ()) -> None:
        self._bands: dict[int, list[T]] = defaultdict(list)
        for box, item in items:
            for band in range(_band(box.y0 - 1), _band(box.y1 + 1) + 1):
                self._bands[band].append(item)

    def at(self, y: float) -> Sequence[T]:
        """The things that may lie at a height, in the order they came in."""
        return self._bands.get(_band(y), ())


def _band(y: float) -> int:
    return int(min(max(y / _HEIGHT, -1), _LAST))
