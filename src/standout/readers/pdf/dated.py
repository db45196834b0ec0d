"""A side of a page that holds the dates of what stands on the other: rows, no column of text."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.dates import find_ranges
from standout.readers.pdf.headed import is_known, on_one_row
from standout.readers.pdf.rows import Fragment

_LONGEST = 40
"""Characters of a range with both months in words."""
_MOST = 40
"""Entries of one page."""


def are_dates(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Say whether all that stands on rows of the right side is dates, and all else is headings.

    Or stands above the right side or below it.
    """
    if not left or max(part.length for part in left) > _LONGEST or len(left) > _MOST:
        return False
    rows = [any(on_one_row(part, other) for other in right) for part in left]
    dates = [part for part, shared in zip(left, rows, strict=True) if shared]
    alone = [part for part, shared in zip(left, rows, strict=True) if not shared]
    top, bottom = min(part.y0 for part in right), max(part.y1 for part in right)
    return (
        len(dates) >= 2
        and all(part.y1 <= top or part.y0 >= bottom or is_known(part) for part in alone)
        and all(map(_is_date, dates))
    )


def _is_date(part: Fragment) -> bool:
    value = " ".join(piece.text for piece in part.pieces)
    found = find_ranges(value)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(value))
