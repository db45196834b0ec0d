"""Columns told by their headings: each side has its own, in the look of the other's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standout.model.page import Colour
from standout.readers.pdf.rows import Fragment
from standout.readers.pdf.words import Font

_MOST_WORDS = 5
_MOST_HEADINGS = 60
"""On one side of a page."""

_Look = tuple[Font, float, Colour | None]


def have_own_headings(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Say whether two sides have headings of one look that do not stand on common rows.

    Equal leading puts the lines of a sidebar on the rows of the main column by chance; headings
    show that they are none. Titles and dates of one look share their rows, and dates have digits.
    """
    before, behind = _headings(left), _headings(right)
    return any(
        _are_apart(lines, behind[look], min(len(left), len(right)))
        and _nothing_lies_before(behind[look], right)
        for look, lines in before.items()
        if look in behind
    )


def _are_apart(left: Sequence[Fragment], right: Sequence[Fragment], lines: int) -> bool:
    few, many = sorted((left, right), key=len)
    if len(many) > _MOST_HEADINGS:
        return False
    shared = sum(any(_on_one_row(one, other) for other in many) for one in few)
    return len(few) >= 2 and 3 * len(few) <= lines and 2 * shared <= len(few)


def _nothing_lies_before(headings: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Say whether no line, a date of the left side's for one, ends left of a side's headings."""
    start = min(heading.x0 for heading in headings)
    return all(part.x1 > start for part in right)


def _headings(parts: Sequence[Fragment]) -> dict[_Look, list[Fragment]]:
    """Short lines without digits by their look, the usual one of the side left out.

    Labels before their values are none.
    """
    looks = Counter(_look(part) for part in parts)
    usual = looks.most_common(1)[0][0]
    found: dict[_Look, list[Fragment]] = {}
    for part in parts:
        look = _look(part)
        if look != usual and (look[0].bold or look[1] > usual[1]) and _may_head(part):
            found.setdefault(look, []).append(part)
    return found


def _look(part: Fragment) -> _Look:
    style = part.pieces[0].style
    return style.font, style.size, style.colour


def _may_head(part: Fragment) -> bool:
    text = "".join(piece.text for piece in part.pieces)
    fonts = {piece.style.font for piece in part.pieces}
    short = len(part.pieces) <= _MOST_WORDS and len(fonts) == 1
    return short and text[-1] != ":" and not any(char.isdigit() for char in text)


def _on_one_row(one: Fragment, other: Fragment) -> bool:
    return abs(one.baseline - other.baseline) <= 0.25 * one.size
