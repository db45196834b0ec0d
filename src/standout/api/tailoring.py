"""Tailoring a profile to postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standout.model import PostingReading, Reading
from standout.model.selection import Selection

if TYPE_CHECKING:
    from standout.building.builder import Builder
    from standout.tailoring.tailor import Tailor, Tailored, Wish


def tailor(reading: Reading, posting: PostingReading, wish: Wish) -> Tailored:
    """The best page of a profile for a posting, its files unchecked (`check_built` does that).

    Raises `BuildError` where what must be printed does not fit, or a page cannot be set.
    """
    return tailorer(reading, wish).tailor(posting.posting)


def tailorer(reading: Reading, wish: Wish, by: Builder | None = None) -> Tailor:
    """What tailors a profile to any number of postings, and stays warm."""
    from standout.tailoring.tailor import Tailor

    return Tailor(reading, wish, by)


def selection(tailored: Tailored) -> Selection:
    """What was kept and dropped, each with its reason, and the proof that nothing is better."""
    from standout.tailoring.reasons import selection_of

    return selection_of(tailored)
