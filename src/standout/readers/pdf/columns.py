"""Reading order: cut a page into columns where a gutter parts running text.

A gutter is an empty upright strip between fragments. Most are none: a date at the right margin,
a label before its values, the cells of a table leave such strips too, and there the row is the
unit of reading. So a strip counts only if the two sides do not keep to common rows, or if both
carry running text of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from standout.readers.pdf.rows import Fragment
from standout.source import Box

MAX_DEPTH = 10
_STRIP = 3.0
"""Points: the resolution at which strips are looked for."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """An upright line at `x` that no fragment crosses from `y0` to `y1`."""

    x: float
    y0: float
    y1: float


def columns(parts: Sequence[Fragment], barriers: Sequence[Box] = ()) -> list[list[Fragment]]:
    """The fragments of a page as columns, in reading order.

    `barriers` are drawn lines; one that runs across a gutter ends it.
    """
    found: list[list[Fragment]] = []
    stack = [(list(parts), 0)]
    while stack:
        group, depth = stack.pop()
        gutter = _best(group, barriers) if depth < MAX_DEPTH else None
        if gutter is None:
            if group:
                found.append(group)
            continue
        stack += [(each, depth + 1) for each in reversed(_cut(group, gutter))]
    return found


def _cut(group: list[Fragment], gutter: Gutter) -> list[list[Fragment]]:
    above, left, right, below = [], [], [], []
    for part in group:
        middle = (part.y0 + part.y1) / 2
        if middle < gutter.y0:
            above.append(part)
        elif middle > gutter.y1:
            below.append(part)
        elif part.x0 + part.x1 < 2 * gutter.x:
            left.append(part)
        else:
            right.append(part)
    return [above, left, right, below]


def _best(group: list[Fragment], barriers: Sequence[Box]) -> Gutter | None:
    if len(group) < 6:
        return None
    best: tuple[float, Gutter] | None = None
    for x in _strips(group):
        for gutter in _free(group, barriers, x):
            sides = _sides(group, gutter)
            weight = min(len(sides[0]), len(sides[1])) * (gutter.y1 - gutter.y0)
            if (best is None or weight > best[0]) and _separates(*sides):
                best = weight, gutter
    return best[1] if best else None


def _strips(group: list[Fragment]) -> list[float]:
    """Where few fragments are: the middles of the dips of the coverage profile."""
    left = min(part.x0 for part in group)
    bins = int((max(part.x1 for part in group) - left) / _STRIP) + 2
    if bins > 10_000:
        return []
    steps = [0] * (bins + 1)
    for part in group:
        steps[int((part.x0 - left) / _STRIP)] += 1
        steps[int((part.x1 - left) / _STRIP) + 1] -= 1
    cover: list[int] = []
    total = 0
    for step in steps[:-1]:
        total += step
        cover.append(total)
    limit = 0.4 * max(cover)
    found: list[float] = []
    start = 0
    for index in range(1, len(cover) + 1):
        if index < len(cover) and cover[index] == cover[start]:
            continue
        lower = (start == 0 or cover[start - 1] > cover[start]) and (
            index == len(cover) or cover[index] > cover[start]
        )
        if lower and cover[start] <= limit and start > 0 and index < len(cover):
            found.append(left + _STRIP * (start + index) / 2)
        start = index
    return found


def _free(group: list[Fragment], barriers: Sequence[Box], x: float) -> list[Gutter]:
    """The stretches of the upright line at x that nothing crosses."""
    crossing = [(part.y0, part.y1) for part in group if part.x0 < x < part.x1]
    crossing += [(bar.y0, bar.y1) for bar in barriers if bar.x0 < x - 5 and x + 5 < bar.x1]
    crossing.sort()
    at = min(part.y0 for part in group) - 1
    end = max(part.y1 for part in group) + 1
    pitch = median(part.size for part in group)
    found: list[Gutter] = []
    for top, bottom in [*crossing, (end, end)]:
        if top - at > 3 * pitch:
            found.append(Gutter(x, at, top))
        at = max(at, bottom)
    return found


def _sides(group: list[Fragment], gutter: Gutter) -> tuple[list[Fragment], list[Fragment]]:
    _, left, right, _ = _cut(group, gutter)
    return left, right


def _separates(left: list[Fragment], right: list[Fragment]) -> bool:
    """Say whether two sides are columns of text rather than cells of common rows."""
    few, many = sorted((left, right), key=len)
    if len(few) < 3:
        return False
    if max(_aligned(few, many), _aligned(_openers(few), many)) < 0.6:
        return True
    return _flows(left) and _flows(right)


def _aligned(few: list[Fragment], many: list[Fragment]) -> float:
    """The share of `few` that stand on a row of `many`: by baseline, middle or top."""
    if len(few) < 3:
        return 0.0
    best = 0
    for measure in (_baseline, _middle, _top):
        levels = sorted(measure(part) for part in many)
        best = max(best, sum(_near(levels, measure(part), 0.12 * part.size) for part in few))
    return best / len(few)


def _baseline(part: Fragment) -> float:
    return part.baseline


def _middle(part: Fragment) -> float:
    return (part.y0 + part.y1) / 2


def _top(part: Fragment) -> float:
    return part.y0


def _near(levels: list[float], level: float, reach: float) -> bool:
    at = bisect_left(levels, level - reach)
    return at < len(levels) and levels[at] <= level + reach


def _openers(parts: list[Fragment]) -> list[Fragment]:
    """The first line of each block of lines at normal leading."""
    ordered = sorted(parts, key=lambda part: part.baseline)
    return ordered[:1] + [
        after
        for before, after in pairwise(ordered)
        if after.baseline - before.baseline > 1.7 * max(before.size, after.size)
    ]


def _flows(parts: list[Fragment]) -> bool:
    """Say whether lines run on: long, at normal leading, and broken near the right edge."""
    ordered = sorted(parts, key=lambda part: part.baseline)
    edge = max(part.x1 for part in parts)
    wide = edge - min(part.x0 for part in parts)
    running = sum(
        before.length >= 25
        and before.x1 > edge - 0.25 * wide
        and 0.8 * before.size < after.baseline - before.baseline < 1.8 * before.size
        for before, after in pairwise(ordered)
    )
    return running >= 2
