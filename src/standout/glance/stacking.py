"""What-if layouts: blocks of lines in another order, each as high as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from standout.glance.cues import Cue
from standout.values import frozen

_SHARED = 0.5
_LEVEL = 0.002
"""Share of a page's height up to which words stand on one level."""


@frozen
class Block:
    """Words that move together, by their indices. `top` and `bottom` are those of `Cue.height`."""

    key: int
    cues: tuple[int, ...]
    top: float
    bottom: float
    left: float
    right: float


def blocks(cues: Sequence[Cue], key_of: Callable[[int], int | None]) -> list[Block]:
    """The blocks of words with the same key (None for words of no block), from the top down."""
    found: dict[int, list[int]] = defaultdict(list)
    for at in range(len(cues)):
        key = key_of(at)
        if key is not None:
            found[key].append(at)
    made = [_block(key, several, cues) for key, several in found.items()]
    return sorted(made, key=lambda each: (each.top, each.left))


def _block(key: int, own: Sequence[int], cues: Sequence[Cue]) -> Block:
    heights = [cues[at].height for at in own]
    places = [cues[at].x for at in own]
    return Block(key, tuple(own), min(heights), max(heights), min(places), max(places))


def column(every: Iterable[Block], block: Block) -> list[Block]:
    """The blocks above and below a block, and itself, from the top down."""
    return [each for each in every if _share_width(each, block)]


def _share_width(one: Block, other: Block) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared >= _SHARED * min(one.right - one.left, other.right - other.left)


def moved_up(
    cues: Sequence[Cue], stack: Sequence[Block], block: Block, before: Block
) -> tuple[Cue, ...] | None:
    """The words with a block moved up to stand before another one of its stack.

    None where they are not of one stack, or do not simply stand below each other.
    """
    if before not in stack or block not in stack:
        return None
    region = stack[stack.index(before) : stack.index(block) + 1]
    if len(region) < 2 or any(upper.bottom >= lower.top for upper, lower in pairwise(region)):
        return None
    flow = _Flow(cues)
    starts = [flow.position(each.top) for each in region]
    heights = [low - high for high, low in pairwise(starts)]
    heights.append(flow.position(block.bottom) - starts[-1] + flow.pitch)
    shifts = [heights[-1]] * (len(region) - 1) + [starts[0] - starts[-1]]
    found = list(cues)
    for each, shift in zip(region, shifts, strict=True):
        for at in each.cues:
            found[at] = flow.shifted(cues[at], shift)
    return tuple(found)


class _Flow:
    """The pages as one strip without the margins between them."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        by_page: dict[int, list[float]] = defaultdict(list)
        for cue in cues:
            by_page[cue.page].append(cue.y)
        levels = {page: sorted(ys) for page, ys in sorted(by_page.items())}
        gaps = [low - high for ys in levels.values() for high, low in pairwise(ys)]
        self.pitch = median([each for each in gaps if each > _LEVEL] or [_LEVEL])
        self._pages: list[tuple[int, float, float, float]] = []
        start = 0.0
        for page, ys in levels.items():
            length = ys[-1] - ys[0] + self.pitch
            self._pages.append((page, ys[0], start, length))
            start += length

    def position(self, height: float) -> float:
        """Where on the strip a height lies."""
        page = int(height) + 1
        top, start = next((t, s) for number, t, s, _ in self._pages if number == page)
        return start + height - int(height) - top

    def shifted(self, cue: Cue, shift: float) -> Cue:
        """A word moved along the strip."""
        at = self.position(cue.height) + shift
        page, top, start, _ = next(
            (each for each in self._pages if at < each[2] + each[3]), self._pages[-1]
        )
        return replace(cue, page=page, y=top + at - start)
