"""Rank every stored posting for one profile: all of them scored exactly, the best explained.

A term of a score is weight times strength, rounded down; both are integers that the store and the
profile know by concept. So the pass over all postings gives the very points that matching each of
them would give, and only those that are shown are matched in full, for their quotes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from standout.matching import MatchSettings, ProfileIndex, match_terms
from standout.model import Match, Posting
from standout.postings.filters import Filters, Passed, passed
from standout.postings.segments import Array, Segment
from standout.postings.store import Store, Stored, View
from standout.postings.upkeep import reweighed
from standout.postings.weights import STRESSES, Weigher
from standout.source import Source
from standout.values import frozen

_FIRST = 1_024
"""Postings that are put in order at first; most lists end among them."""
_LOOKED_AT = 20_000
"""Postings among which others are sought where one organisation would fill the list."""


@frozen
class Wanted:
    """What a list is to hold: `top` postings, of one organisation at most `per_organization`.

    Where there are not enough others, those that were held back follow. `today` is a day number.
    """

    today: int
    top: int = 50
    per_organization: int = 3


@frozen
class Ranked:
    """A posting of a list with its match. `copies` are the same posting elsewhere."""

    stored: Stored
    source: Source
    posting: Posting
    match: Match
    copies: tuple[Stored, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """All places that the posting and its copies name."""
        named = (place for each in (self.stored, *self.copies) for place in each.places)
        return tuple(dict.fromkeys(named))


@frozen
class Ranking:
    """The best first; equal ones by id. `left` is how many postings each filter left, in order.

    `stored` counts what was there, `thin` what states too little to be scored. `version` is that
    of the frequencies by which demands are weighed.
    """

    best: tuple[Ranked, ...]
    stored: int
    left: tuple[tuple[str, int], ...]
    thin: int
    version: int

    @property
    def emptied_by(self) -> str | None:
        """The filter that left nothing, if one did."""
        return next((name for name, count in self.left if not count), None)


def ranked(store: Store, index: ProfileIndex, filters: Filters, wanted: Wanted) -> Ranking:
    """Rank the stored postings for a profile."""
    with store.moment():
        scored = score_all(store, index, filters, wanted.today)
        chosen = diverse(scored, in_order(scored.points, scored.key), wanted)
        best = tuple(explained(store, index, scored, chosen))
    return Ranking(best, scored.stored, scored.left, scored.thin, scored.view.taken.version)


@frozen
class Scored:
    """Every stored posting's points, -1 where it does not pass or states too little.

    The arrays stand beside each other; `pay` is the upper end of a year's pay.
    """

    view: View
    points: Array
    key: Array
    row: Array
    label: Array
    organization: Array
    pay: Array
    currency: Array
    stored: int
    left: tuple[tuple[str, int], ...]
    thin: int


def score_all(store: Store, index: ProfileIndex, filters: Filters, today: int) -> Scored:
    """Score every posting that passes the filters."""
    view = _weighed(store.view(), index.settings)
    searched = store.searched(filters.query) if filters.query else None
    let = passed(view, filters, today, searched)
    # A concept has a number for each stress, and one answer.
    strengths = np.repeat(view.concepts.strengths(index).astype(np.int32), STRESSES)
    least = max(1, index.settings.least)
    points = [_points(block, mask, strengths, least) for block, mask in _pairs(view, let)]
    enough = sum(int(np.count_nonzero(each >= 0)) for each in points)
    columns = {
        name: _all([getattr(block.columns, name) for block in view.blocks])
        for name in ("key", "row", "label", "organization", "most", "currency")
    }
    return Scored(
        view=view,
        points=_all(points),
        key=columns["key"],
        row=columns["row"],
        label=columns["label"],
        organization=columns["organization"],
        pay=columns["most"],
        currency=columns["currency"],
        stored=len(view),
        left=let.left,
        thin=let.left[-1][1] - enough,
    )


def in_order(values: Array, keys: Array) -> Iterator[int]:
    """Positions by falling value, equal ones by key; those below 0 are left out."""
    waiting = np.flatnonzero(values >= 0)
    size = _FIRST
    while len(waiting):
        found = values[waiting]
        cut = np.partition(found, -size)[-size] if len(found) > size else found.min()
        head = waiting[found >= cut]
        yield from head[np.lexsort((keys[head], -values[head].astype(np.int64)))].tolist()
        waiting = waiting[found < cut]
        size *= 4


def diverse(scored: Scored, order: Iterator[int], wanted: Wanted) -> list[int]:
    """The first of an order: one of each group of copies, few of each organisation."""
    chosen: list[int] = []
    held_back: list[int] = []
    groups: set[int] = set()
    of: Counter[int] = Counter()
    for looked_at, position in enumerate(order):
        if len(chosen) >= wanted.top or looked_at >= _LOOKED_AT:
            break
        label, organization = int(scored.label[position]), int(scored.organization[position])
        if label in groups:
            continue
        groups.add(label)
        # Postings that name no organisation are not of the same one.
        full = organization and of[organization] >= wanted.per_organization
        of[organization] += 1
        (held_back if full else chosen).append(position)
    return (chosen + held_back)[: wanted.top]


def explained(
    store: Store, index: ProfileIndex, scored: Scored, positions: Sequence[int]
) -> Iterator[Ranked]:
    """Postings at some positions, each matched in full."""
    rows = scored.row[positions].tolist() if positions else []
    stored = store.rows(rows)
    frequencies = scored.view.taken.frequencies()
    for position, row in zip(positions, rows, strict=True):
        whole = store.whole(row)
        found = match_terms(index, whole.posting, whole.terms, frequencies)
        label = int(scored.label[position])
        copies = tuple(each for each in store.group(label) if each.row != row)
        yield Ranked(stored[row], whole.source, whole.posting, found, copies)


def _points(block: Segment, mask: Array, strengths: Array, least: int) -> Array:
    points = block.points(strengths)
    points[~mask | (block.columns.told < least)] = -1
    return points


def _pairs(view: View, let: Passed) -> Iterator[tuple[Segment, Array]]:
    return zip(view.blocks, let.masks, strict=True)


def _all(parts: Sequence[Array]) -> Array:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _weighed(view: View, settings: MatchSettings) -> View:
    """The columns with the weights that some settings give."""
    plain = MatchSettings()
    if all(getattr(settings, name) == getattr(plain, name) for name in _WEIGHING):
        return view
    weigher = Weigher(view.signatures.__getitem__, view.taken, settings)
    return replace(view, blocks=tuple(reweighed(each, weigher) for each in view.blocks))


_WEIGHING = (
    "required", "preferred", "role", "level", "work", "task", "word", "years",
    "degree", "waivable", "publications", "language", "soft",
)  # fmt: skip
