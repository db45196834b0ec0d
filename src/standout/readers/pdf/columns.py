"""Reading order: cut a page into columns where a gutter parts running text.

A gutter is an empty upright strip between fragments. Most are none: a date at the right margin,
a label before its values, the cells of a table leave such strips too, and there the row is the
unit of reading. So a strip counts only if the two sides do not keep to common rows, or if both
carry running text of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import inf

from standout.readers.pdf.dated import are_dates
from standout.readers.pdf.headed import has_known_headings, have_own_headings
from standout.readers.pdf.rows import Fragment, median
from standout.source import Box
from standout.values import frozen

MAX_DEPTH = 10
_STRIP = 3.0
"""Points: the resolution at which strips are looked for."""
_ALIGNED = 0.6
"""The share of one side's lines on rows of the other from which both are cells of rows."""
_CELL_LINES = 6
_LABEL = 20
"""Characters that a label has at most, by and large."""

Side = list[Fragment]


@frozen
class Gutter:
    """An empty upright strip from `x0` to `x1` that no fragment enters from `y0` to `y1`."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def middle(self) -> float:
        """Half way between the sides."""
        return (self.x0 + self.x1) / 2


@frozen
class Lines:
    """Drawn lines that bear on columns: `bars` lie across, `walls` are edges of tall areas."""

    bars: Sequence[Box] = ()
    walls: Sequence[Box] = ()


_NO_LINES = Lines()


def columns(parts: Sequence[Fragment], drawn: Lines = _NO_LINES) -> list[Side]:
    """The fragments of a page as columns, in reading order."""
    found: list[Side] = []
    stack = [(list(parts), 0)]
    while stack:
        group, depth = stack.pop()
        gutter = _best(group, drawn) if depth < MAX_DEPTH else None
        if gutter is None:
            if group:
                found.append(group)
            continue
        stack += [(each, depth + 1) for each in reversed(_cut(group, gutter))]
    return found


def _cut(group: Side, gutter: Gutter) -> list[Side]:
    """Above, left, right and below, in this order."""
    above, left, right, below = [], [], [], []
    for part in group:
        middle = (part.y0 + part.y1) / 2
        if middle < gutter.y0:
            above.append(part)
        elif middle > gutter.y1:
            below.append(part)
        elif part.x0 + part.x1 < 2 * gutter.middle:
            left.append(part)
        else:
            right.append(part)
    return [above, left, right, below]


def _best(group: Side, drawn: Lines) -> Gutter | None:
    if len(group) < 6:
        return None
    best: tuple[float, Gutter] | None = None
    for x in _strips(group):
        for gutter in _gutters(group, drawn, x):
            _, left, right, _ = _cut(group, gutter)
            weight = min(len(left), len(right)) * (gutter.y1 - gutter.y0)
            if (best is None or weight > best[0]) and _separates(left, right, gutter, drawn):
                best = weight, gutter
    return best[1] if best else None


def _strips(group: Side) -> Iterator[float]:
    """Where few fragments are: the middles of the dips of the coverage profile."""
    left = min(part.x0 for part in group)
    bins = int((max(part.x1 for part in group) - left) / _STRIP) + 2
    if bins > 10_000:
        return
    steps = [0] * (bins + 1)
    for part in group:
        steps[int((part.x0 - left) / _STRIP)] += 1
        steps[int((part.x1 - left) / _STRIP) + 1] -= 1
    cover = list(accumulate(steps[:-1]))
    limit = 0.4 * max(cover)
    start = 0
    for index in range(1, len(cover)):
        if cover[index] == cover[start]:
            continue
        if start > 0 and cover[start - 1] > cover[start] < cover[index] and cover[start] <= limit:
            yield left + _STRIP * (start + index) / 2
        start = index


def _gutters(group: Side, drawn: Lines, x: float) -> Iterator[Gutter]:
    """The stretches of the upright line at x that neither text nor a drawn line crosses."""
    crossing = [(part.y0, part.y1) for part in group if part.x0 < x < part.x1]
    for top, bottom in _between(group, crossing):
        sides = [part for part in group if top <= (part.y0 + part.y1) / 2 <= bottom]
        left = [part for part in sides if part.x1 <= x]
        right = [part for part in sides if part.x0 >= x]
        if len(left) < 2 or len(right) < 2:
            continue
        x0, x1 = max(part.x1 for part in left), min(part.x0 for part in right)
        bars = [(bar.y0, bar.y1) for bar in drawn.bars if bar.x0 < x0 and bar.x1 > x1]
        for upper, lower in _between(sides, bars):
            gutter = Gutter(x0, x1, max(top, upper), min(bottom, lower))
            yield _trimmed(group, _under_header(sides, gutter))


def _between(group: Side, crossing: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    at = min(part.y0 for part in group) - 1
    end = max(part.y1 for part in group) + 1
    least = 3 * median(part.size for part in group)
    for top, bottom in [*sorted(crossing), (end, end)]:
        if top - at > least:
            yield at, top
        at = max(at, bottom)


def _under_header(sides: Side, gutter: Gutter) -> Gutter:
    """Begin below a name and an address block that stand side by side over the columns."""
    inside = [part for part in sides if gutter.y0 <= _middle(part) <= gutter.y1]
    bands = _bands(inside)
    if len(bands) < 2 or len(bands[0]) > 12 or 3 * len(bands[0]) > len(inside):
        return gutter
    edges = [(_end(above), min(map(_top, below))) for above, below in pairwise(bands)]
    gaps = [top - bottom for bottom, top in edges]
    if gaps[0] < 2.5 * median(part.size for part in inside) or gaps[0] < max(gaps):
        return gutter
    both = len({part.x0 < gutter.middle for part in bands[0]}) == 2
    if not both and max(map(_size, bands[0])) < max(map(_size, inside)):
        return gutter
    return replace(gutter, y0=sum(edges[0]) / 2)


def _end(parts: Side) -> float:
    return max(part.y1 for part in parts)


def _trimmed(group: Side, gutter: Gutter) -> Gutter:
    """Without a few lines at either end that only one side has and a wide gap sets apart.

    They belong to what comes next over the whole width: a heading, a running foot.
    """
    _, left, right, _ = _cut(group, gutter)
    if not left or not right:
        return gutter
    gutter = replace(gutter, y0=_under_name(left, right) or gutter.y0)
    _, left, right, _ = _cut(group, gutter)
    if not left or not right:
        return gutter
    end = min(max(part.y1 for part in left), max(part.y1 for part in right))
    rest = sorted((part for part in (*left, *right) if part.y1 > end), key=_top)
    start = max(min(part.y0 for part in left), min(part.y0 for part in right))
    lead = sorted((part for part in (*left, *right) if part.y0 < start), key=_bottom)
    return replace(
        gutter,
        y1=_break(end, [(part.y0, part.y1) for part in rest], rest) or gutter.y1,
        y0=-_break(-start, [(-part.y1, -part.y0) for part in reversed(lead)], lead) or gutter.y0,
    )


def _under_name(left: Side, right: Side) -> float:
    """Where the columns begin below a block with the largest type; 0 where there is none.

    The block is the name over the main column, above the first line of the sidebar.
    """
    start = max(min(map(_top, left)), min(map(_top, right)))
    lead = [part for part in (*left, *right) if part.y1 <= start]
    rest = [part for part in (*left, *right) if part.y1 > start]
    if not 0 < len(lead) <= 10 or max(map(_size, lead)) <= max(map(_size, rest)):
        return 0.0
    bottom, top = _end(lead), min(map(_top, rest))
    return (bottom + top) / 2 if top - bottom > 0.5 * median(map(_size, rest)) else 0.0


def _break(end: float, ranges: list[tuple[float, float]], parts: Side) -> float:
    """Where the widest gap behind `end` is, if few lines follow it; 0 where there is none."""
    if not 0 < len(ranges) <= 3:
        return 0.0
    gaps = []
    for top, bottom in ranges:
        gaps.append((top - end, top))
        end = max(end, bottom)
    widest, top = max(gaps)
    return top - widest / 2 if widest > 0.8 * min(part.size for part in parts) else 0.0


def _separates(left: Side, right: Side, gutter: Gutter, drawn: Lines) -> bool:
    """Say whether two sides are columns of text rather than cells of common rows."""
    few, many = sorted((left, right), key=len)
    if len(few) < 3:
        return False
    if _are_labels(left, right) or are_dates(left, right) or not _overlap(few, many):
        return False
    height = gutter.y1 - gutter.y0
    for wall in drawn.walls:
        if wall.height > 0.6 * height and (
            gutter.x0 - 2 <= wall.x0 <= gutter.x1 + 2 or gutter.x0 - 2 <= wall.x1 <= gutter.x1 + 2
        ):
            return True
    if have_own_headings(left, right):
        return True
    if _rows_in_common(few, many) < _ALIGNED:
        return _has_edges(left, right, few, gutter) and not _banded(few, many)
    return _flows(left) and _flows(right)


def _overlap(few: Side, many: Side) -> bool:
    """Some lines stand beside others; headings set to the right stand between them."""
    levels = sorted(map(_middle, many))
    return any(_near(levels, _middle(part), 0.6 * part.size) for part in few)


def _are_labels(left: Side, right: Side) -> bool:
    """Say whether short texts set to the right stand before values on their rows, line or not."""
    flush = _most_alike(sorted(part.x1 for part in left)) >= 0.8 * len(left)
    ragged = _most_alike(sorted(part.x0 for part in left)) <= 0.5 * len(left)
    return (
        flush
        and ragged
        and median(part.length for part in left) <= _LABEL
        and _aligned(left, right, 0.12) >= _ALIGNED
        and not has_known_headings(right, left)
    )


def _rows_in_common(few: Side, many: Side) -> float:
    starts, openers = _openers(few), _openers(many)
    return max(
        _aligned(few, many, 0.12), _aligned(starts, many, 0.12), _aligned(starts, openers, 0.4)
    )


def _aligned(few: Side, many: Side, reach: float) -> float:
    """The share of `few` that stand on a row of `many`: by baseline, middle or top."""
    if len(few) < 3:
        return 0.0
    best = 0
    for measure in (_baseline, _middle, _top):
        levels = sorted(measure(part) for part in many)
        best = max(best, sum(_near(levels, measure(part), reach * part.size) for part in few))
    return best / len(few)


def _baseline(part: Fragment) -> float:
    return part.baseline


def _middle(part: Fragment) -> float:
    return (part.y0 + part.y1) / 2


def _top(part: Fragment) -> float:
    return part.y0


def _bottom(part: Fragment) -> float:
    return part.y1


def _size(part: Fragment) -> float:
    return part.size


def _near(levels: list[float], level: float, reach: float) -> bool:
    at = bisect_left(levels, level - reach)
    return at < len(levels) and levels[at] <= level + reach


def _openers(parts: Side) -> Side:
    """The first line of each block of lines at normal leading."""
    ordered = sorted(parts, key=_baseline)
    return ordered[:1] + [
        after
        for before, after in pairwise(ordered)
        if after.baseline - before.baseline > 1.7 * max(before.size, after.size)
    ]


def _has_edges(left: Side, right: Side, few: Side, gutter: Gutter) -> bool:
    """Say whether the sides stand like columns; lines that are merely centred do not."""
    hugging = sum(part.x0 <= gutter.x1 + 6 for part in right)
    return (
        _keeps_an_edge(few, 0.4)
        and _keeps_an_edge(left, 0.25)
        and (hugging >= 3 or _keeps_an_edge(right, 0.4))
    )


def _keeps_an_edge(parts: Side, share: float) -> bool:
    """Say whether a share of the lines start, end or are centred at one place."""
    measures: tuple[Callable[[Fragment], float], ...] = (
        lambda part: part.x0,
        lambda part: part.x1,
        lambda part: (part.x0 + part.x1) / 2,
    )
    return any(
        _most_alike(sorted(map(measure, parts))) >= share * len(parts) for measure in measures
    )


def _most_alike(values: list[float]) -> int:
    """How many of some sorted values lie within four points of one another."""
    return max(bisect_right(values, value + 4.0) - index for index, value in enumerate(values))


def _banded(few: Side, many: Side) -> bool:
    """Say whether white space across both sides cuts them into rows of cells.

    The cells of a row begin on one line or have their middles in line, and those of one side have
    few lines.
    """
    if len(few) > 0.6 * len(many):
        return False
    members = set(map(id, few))
    begins: list[bool] = []
    for band in _bands([*few, *many]):
        ours = [part for part in band if id(part) in members]
        if ours and len(ours) < len(band):
            theirs = [part for part in band if id(part) not in members]
            together = _begin_together(ours[0], theirs[0]) or _is_centred(ours, theirs)
            begins.append(len(ours) <= _CELL_LINES and together)
    return len(begins) >= 2 and sum(begins) >= 0.8 * len(begins)


def _bands(parts: Side) -> list[Side]:
    """Groups of lines with white space between them over the whole width."""
    bands: list[Side] = []
    bottom = -inf
    for part in sorted(parts, key=_top):
        if part.y0 - bottom > 0.3 * part.size:
            bands.append([])
        bands[-1].append(part)
        bottom = max(bottom, part.y1)
    return bands


def _is_centred(ours: Side, theirs: Side) -> bool:
    middle = (theirs[0].y0 + _end(theirs)) / 2
    return abs((ours[0].y0 + _end(ours)) / 2 - middle) <= 0.25 * ours[0].size


def _begin_together(one: Fragment, other: Fragment) -> bool:
    reach = 0.25 * one.size
    return abs(one.baseline - other.baseline) <= reach or abs(one.y0 - other.y0) <= reach


def _flows(parts: Side) -> bool:
    """Say whether lines run on: long, at normal leading, and broken near the right edge."""
    ordered = sorted(parts, key=_baseline)
    edge = max(part.x1 for part in parts)
    wide = edge - min(part.x0 for part in parts)
    running = sum(
        before.length >= 25
        and before.x1 > edge - 0.25 * wide
        and 0.8 * before.size < after.baseline - before.baseline < 1.8 * before.size
        for before, after in pairwise(ordered)
    )
    return running >= 2
