"""Lists set in two columns under one title, as in a newspaper: first the left half, then the right.

The title and its dates lie over both halves, so the page has no columns there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standout.readers.pdf.characters import bullet_kind
from standout.readers.pdf.columns import Lines, Side, columns
from standout.readers.pdf.dots import leads
from standout.readers.pdf.headed import on_one_row
from standout.readers.pdf.rows import Fragment
from standout.source import Box

_SENTENCE = 25
"""Characters: shorter items are those of a table."""
_SLACK = 2.0
"""Points that the items of one half may be out of line."""
_MOST_ITEMS = 200
"""Items of one page; more are no resume."""


class _Item(NamedTuple):
    """The first line of an item: its words, where its glyph stands and where the words begin."""

    part: Fragment
    glyph: float
    text: float


class _List(NamedTuple):
    bottom: float
    left: Fragment
    right: tuple[Fragment, ...]


def in_order(
    parts: Sequence[Fragment], drawn: Lines, dots: Sequence[Box]
) -> Iterator[tuple[int, Side]]:
    """The stretches of a page in reading order, each with the number of its column."""
    found = list(_lists(parts, dots))
    taken = {id(part) for each in found for part in each.right}
    rest = [part for part in parts if id(part) not in taken]
    for count, column in enumerate(columns(rest, drawn), 1):
        members = set(map(id, column))
        for each in found:
            if id(each.left) in members:
                yield count, [part for part in column if _middle(part) < each.bottom]
                yield count, list(each.right)
                column = [part for part in column if _middle(part) >= each.bottom]
        if column:
            yield count, column


def _lists(parts: Sequence[Fragment], dots: Sequence[Box]) -> Iterator[_List]:
    """The lists in two halves, from the top of the page."""
    ordered = sorted(parts, key=_middle)
    dots = sorted(dots, key=_top)
    items = [item for part in ordered if (item := _item(part, dots)) is not None]
    if not 2 <= len(items) <= _MOST_ITEMS:
        return
    heads = {id(item.part): item for item in items}
    bottom = 0.0
    for left in items:
        right = _beside(left, items)
        if right is None or left.part.y0 < bottom:
            continue
        if not _hangs(ordered, left.part, right, bottom):
            continue
        bottom = _bottom(ordered, left, right, heads)
        own = tuple(
            part
            for part in ordered
            if part.x0 >= right.glyph - _SLACK and left.part.y0 - 1 <= _middle(part) < bottom
        )
        yield _List(bottom, left.part, own)


def _item(part: Fragment, dots: Sequence[Box]) -> _Item | None:
    first = part.pieces[0]
    if len(part.pieces) > 1 and bullet_kind(first.text, first.style.font.name) == "sure":
        return _Item(part, part.x0, part.pieces[1].x0)
    near = dots[bisect_left(dots, part.y0, key=_top) : bisect_left(dots, part.y1, key=_top)]
    dot = next((dot for dot in near if leads(dot, first)), None)
    return None if dot is None else _Item(part, dot.x0, part.x0)


def _beside(left: _Item, items: Sequence[_Item]) -> _Item | None:
    """The only other item on a row, if both are more than a word or two."""
    row = [each for each in items if each is not left and on_one_row(left.part, each.part)]
    if len(row) != 1 or row[0].glyph <= left.part.x1:
        return None
    return row[0] if min(left.part.length, row[0].part.length) >= _SENTENCE else None


def _top(box: Box) -> float:
    return box.y0


def _middle(part: Fragment) -> float:
    return (part.y0 + part.y1) / 2


def _hangs(ordered: Sequence[Fragment], left: Fragment, right: _Item, bottom: float) -> bool:
    """Say whether nothing but the line of a title lies over both halves.

    The halves of a page in columns have titles of their own: right over the first item, or a
    date that begins where the items do.
    """
    head = _nearest_over(ordered, left.x0, left.x1, left.y0)
    over = _nearest_over(ordered, right.glyph, right.part.x1, right.part.y0)
    if head is None or over is None:
        return head is not None
    if over.x0 < left.x0 + _SLACK:
        return True
    near = right.part.y0 - over.y1 < left.y0 - head.y1 + 0.8 * right.part.size
    below = over.y1 <= bottom  # The half of a list above.
    if not near or below:
        return True
    behind = over.x0 > right.text + _SLACK and on_one_row(over, head)
    return behind and not _begins_between(ordered, over, left.x1, right.text + _SLACK)


def _begins_between(parts: Sequence[Fragment], row: Fragment, x0: float, x1: float) -> bool:
    """Say whether something on a row begins between two places: the title of a right half."""
    return any(x0 < part.x0 <= x1 and on_one_row(row, part) for part in parts)


def _nearest_over(ordered: Sequence[Fragment], x0: float, x1: float, y0: float) -> Fragment | None:
    end = bisect_left(ordered, y0, key=_middle)
    return next((part for part in reversed(ordered[:end]) if part.x0 < x1 and part.x1 > x0), None)


def _bottom(
    ordered: Sequence[Fragment], left: _Item, right: _Item, items: dict[int, _Item]
) -> float:
    """Where the first line begins that is neither an item of a half nor the words of one."""
    end = left.part.y1
    for part in ordered[bisect_left(ordered, left.part.y0, key=_middle) :]:
        half = right if part.x0 >= right.glyph - _SLACK else left
        crosses = half is left and part.x1 > right.glyph
        inside = abs(part.x0 - half.text) <= _SLACK or (
            id(part) in items and abs(items[id(part)].glyph - half.glyph) <= _SLACK
        )
        if crosses or not inside or part.y0 - end > 2 * part.size:
            return part.y0
        end = max(end, part.y1)
    return end + 1
