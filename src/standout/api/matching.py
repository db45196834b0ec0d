"""Holding a profile against postings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from standout.model import Matched, PostingReading, Reading

if TYPE_CHECKING:
    from standout.matching.settings import MatchSettings
    from standout.matching.similar import Embedder


def match(
    reading: Reading,
    postings: Iterable[tuple[str, PostingReading]],
    today: date,
    settings: MatchSettings | None = None,
) -> tuple[Matched, ...]:
    """Match a profile, or any resume, with postings under their names: the best first."""
    from standout import matching

    index = matching.profile_index(reading.resume, today, settings)
    return matching.match_all(index, ((name, each.posting) for name, each in postings))


def with_nearest(
    reading: Reading, matches: Iterable[Matched], embedder: Embedder
) -> tuple[Matched, ...]:
    """The matches with a model's nearest line beside each demand that nothing else answers.

    Such lines are labelled with the model's name and earn no points.
    """
    from standout.matching import similar

    return tuple(
        replace(each, match=similar.with_nearest(each.match, reading.resume, embedder))
        for each in matches
    )
