"""Sides of a page that hold the dates of what stands on the other: rows, no columns of text."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.dates import find_ranges
from standout.readers.pdf.headed import is_known, on_one_row
from standout.readers.pdf.rows import Fragment

_LONGEST = 40
"""Characters of a range with both months in words."""
_MOST = 60
"""Lines of such a side."""
_SHARED = 0.6
"""The share of labels that stand on rows of what they label."""


def are_dates(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Say whether one side only has the dates of the other, with places and headings at most."""
    return _date(left, right) or _in_margin(left, right) or _date_behind(left, right)


def _date(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """All that stands on rows of the right side is dates, and all else is headings.

    Or stands above the right side or below it.
    """
    if not _are_short(left):
        return False
    rows = [_shares_row(part, right) for part in left]
    dates = [part for part, shared in zip(left, rows, strict=True) if shared]
    alone = [part for part, shared in zip(left, rows, strict=True) if not shared]
    top, bottom = min(part.y0 for part in right), max(part.y1 for part in right)
    return (
        len(dates) >= 2
        and all(part.y1 <= top or part.y0 >= bottom or is_known(part) for part in alone)
        and all(map(_is_date, dates))
    )


def _in_margin(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """The margin has all the headings: on rows of the text, or with dates beside it under them."""
    if not _are_short(left) or len(right) < len(left):
        return False
    heads = [part for part in left if is_known(part)]
    if len(heads) < 2 or any(map(is_known, right)):
        return False
    top = min(part.y0 for part in heads)
    rest = [part for part in left if part not in heads and part.y0 > top]
    if sum(map(_is_date, rest)) < 2 and not all(_shares_row(head, right) for head in heads):
        return False
    return sum(_shares_row(part, right) for part in rest) >= _SHARED * len(rest)


def _shares_row(part: Fragment, others: Sequence[Fragment]) -> bool:
    return any(on_one_row(part, other) for other in others)


def _date_behind(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """The right side is dates on rows of the left one, and little else between them."""
    if not _are_short(right) or len(right) > len(left):
        return False
    dates = [part for part in right if _is_date(part)]
    return (
        len(dates) >= 2
        and 2 * len(dates) >= len(right)
        and not any(map(is_known, right))
        and all(_shares_row(part, left) for part in dates)
    )


def _are_short(parts: Sequence[Fragment]) -> bool:
    return 0 < len(parts) <= _MOST and max(part.length for part in parts) <= _LONGEST


def _is_date(part: Fragment) -> bool:
    value = " ".join(piece.text for piece in part.pieces)
    found = find_ranges(value)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(value))
