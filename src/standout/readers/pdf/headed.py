"""Columns told by their headings: each side has its own, known ones or in the other's look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from standout.model.page import Colour
from standout.readers.pdf.fonts import Font
from standout.readers.pdf.rows import Fragment
from standout.vocabulary import headings

_MOST_WORDS = 5
_MOST_HEADINGS = 60
"""On one side of a page."""

_Look = tuple[Font, float, Colour | None]


def have_own_headings(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Say whether two sides have headings that do not stand on common rows.

    They are known ones, or have one look.

    Equal leading puts the lines of a sidebar on the rows of the main column by chance; headings
    show that they are none. Titles and dates of one look share their rows, and dates have digits.
    """
    before, behind = _headings(left), _headings(right)
    return _are_known(left, _named(before), right, _named(behind)) or any(
        _are_apart(lines, behind[look], min(len(left), len(right)))
        and _nothing_lies_before(behind[look], right)
        for look, lines in before.items()
        if look in behind
    )


def has_known_headings(parts: Sequence[Fragment], beside: Sequence[Fragment]) -> bool:
    """Say whether several lines of a side are headings of sections, with nothing beside them."""
    named = _named(_headings(parts))
    return sum(not any(on_one_row(part, other) for other in beside) for part in named) >= 2


def _are_known(
    left: Sequence[Fragment],
    before: Sequence[Fragment],
    right: Sequence[Fragment],
    behind: Sequence[Fragment],
) -> bool:
    """Say whether both sides have headings of sections, with text of their own under them."""
    return (
        min(len(before), len(behind)) >= 2
        and 3 * len(before) <= len(left)
        and 3 * len(behind) <= len(right)
        and _are_apart(before, behind, len(left))
        and _nothing_lies_before(behind, right)
    )


def _are_apart(left: Sequence[Fragment], right: Sequence[Fragment], lines: int) -> bool:
    few, many = sorted((left, right), key=len)
    if len(many) > _MOST_HEADINGS:
        return False
    shared = sum(any(on_one_row(one, other) for other in many) for one in few)
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


def _named(found: Mapping[_Look, Sequence[Fragment]]) -> list[Fragment]:
    """Those of the headings whose words are the heading of some section."""
    return [part for parts in found.values() for part in parts[:_MOST_HEADINGS] if is_known(part)]


def is_known(part: Fragment) -> bool:
    """Say whether the words of a line are the heading of some section."""
    known = headings.find(" ".join(piece.text for piece in part.pieces))
    return known is not None and known.exact


def _look(part: Fragment) -> _Look:
    style = part.pieces[0].style
    return style.font, style.size, style.colour


def _may_head(part: Fragment) -> bool:
    text = "".join(piece.text for piece in part.pieces)
    fonts = {piece.style.font for piece in part.pieces}
    short = len(part.pieces) <= _MOST_WORDS and len(fonts) == 1
    return short and text[-1] != ":" and not any(char.isdigit() for char in text)


def on_one_row(one: Fragment, other: Fragment) -> bool:
    """Say whether two fragments stand on one baseline."""
    return abs(one.baseline - other.baseline) <= 0.25 * one.size
