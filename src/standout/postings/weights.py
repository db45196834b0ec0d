"""What each demand of many postings weighs: the integers of `matching.weights`, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

import numpy as np

from standout.matching import (
    Concept,
    Demanded,
    Frequencies,
    MatchSettings,
    RoleDemanded,
    Rung,
    Task,
    Term,
)
from standout.matching.rarity import Counted
from standout.matching.told import STRESS
from standout.matching.weighing import (
    FULL,
    PART,
    USUAL,
    counted,
    raw_weight,
    raw_weight_of_work,
)
from standout.model.match import WHOLE
from standout.postings.concepts import WORD, concept_of, refuse_unknown
from standout.postings.segments import Array, Flat, Weighed
from standout.values import frozen

STRESSES = len(STRESS)
"""A concept's number times this, plus its stress, is what stands in the columns."""


@frozen
class Taken:
    """How often skills and words were found when they were last counted: of `total` postings.

    It stays as it is until it is counted anew, so that scores do not move with every posting that
    is added; `version` says which count it is.
    """

    version: int = 0
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def frequencies(self) -> Frequencies:
        """Of a thousand postings, how many ask for a skill or hold a word: few go by priors."""
        return Counted(self.counts, self.total)

    def as_json(self) -> dict[str, Any]:
        """Plain values that `of` takes."""
        return {"version": self.version, "total": self.total, "counts": dict(self.counts)}

    @classmethod
    def of(cls, read: Mapping[str, Any]) -> Taken:
        """The frequencies that `as_json` was called on."""
        return cls(read["version"], read["total"], read["counts"])


class Weigher:
    """Weighs terms by settings and frequencies. `signature` finds a concept by its number."""

    def __init__(
        self, signature: Callable[[int], str], taken: Taken, settings: MatchSettings
    ) -> None:
        self._signature = signature
        self._frequencies = taken.frequencies()
        self._settings = settings
        self._of_demands = np.full(0, _UNKNOWN, np.int64)
        self._of_work = np.full(0, _UNKNOWN, np.int64)

    def weights(self, counts: Array, concepts: Array, beside: Array, told: Array) -> Weighed:
        """The weight of each term, as `matching.weights` says.

        Terms stand posting after posting, `counts` of each; those of the work, `told`, stand so
        too, `beside` of each.
        """
        settings, size = self._settings, len(counts)
        self._of_demands = _known(self._of_demands, concepts, self._weigh)
        self._of_work = _known(self._of_work, told, self._weigh_of_work)
        raw, of_work = self._of_demands[concepts], self._of_work[told]
        owner = np.repeat(np.arange(size), counts)
        worker = np.repeat(np.arange(size), beside)
        demands = _sums(owner, np.maximum(raw, 0), size)
        mass = _sums(worker, of_work, size)
        base = np.where(demands + mass > 0, demands + USUAL, 0)
        share = np.select([raw == _ROLE, raw == _RUNG], [settings.role, settings.level], 0)
        most = 100 - settings.role - settings.level - settings.work
        parts = np.where(raw < 0, base[owner] * share, raw * most)
        work = np.where(mass > 0, base * (most + settings.work) - demands * most, 0)
        shares, cap = _normalised(owner, np.where(base[owner] > 0, parts, 0), work)
        full = np.maximum(1, np.minimum(FULL, mass * PART // 100))
        pieces = np.minimum(cap[worker], of_work * cap[worker] // full[worker])
        return Weighed(Flat(concepts, shares.astype("<u2")), Flat(told, pieces.astype("<u2")), cap)

    def _weigh(self, number: int) -> int:
        term = self._term(number)
        if isinstance(term.concept, RoleDemanded):
            return _ROLE
        if isinstance(term.concept, Rung):
            return _RUNG
        return raw_weight(term, self._settings, self._frequencies)

    def _weigh_of_work(self, number: int) -> int:
        return raw_weight_of_work(self._term(number), self._settings, self._frequencies)

    def _term(self, number: int) -> Term:
        concept = concept_of(self._signature(number // STRESSES))
        refuse_unknown(_skills(concept))
        return Term(concept, number % STRESSES)


def _known(weights: Array, numbers: Array, weigh: Callable[[int], int]) -> Array:
    """The weights by number, grown by those of numbers that were not met before."""
    size = int(numbers.max(initial=0)) + 1
    if size > len(weights):
        more = np.full(2 * size - len(weights), _UNKNOWN, np.int64)
        weights = np.concatenate([weights, more])
    for number in np.unique(numbers[weights[numbers] == _UNKNOWN]).tolist():
        weights[number] = weigh(number)
    return weights


_UNKNOWN, _ROLE, _RUNG = -1, -2, -3


def _normalised(owner: Array, parts: Array, work: Array) -> tuple[Array, Array]:
    """Shares of 10,000 by largest remainder, for each posting; its work stands behind its terms."""
    size = len(work)
    whole = np.maximum(1, _sums(owner, parts, size) + work)
    shares, rest = np.divmod(parts * WHOLE, whole[owner])
    cap, last = np.divmod(work * WHOLE, whole)
    there = (_sums(owner, parts, size) + work) > 0
    left = np.where(there, WHOLE, 0) - _sums(owner, shares, size) - cap
    all_rest, all_owner = np.concatenate([rest, last]), np.concatenate([owner, np.arange(size)])
    # Of equal remainders the earlier, as the sort is stable.
    order = np.lexsort((-all_rest, all_owner))
    counts = np.bincount(all_owner, minlength=size)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order)) - (np.cumsum(counts) - counts)[all_owner[order]]
    more = rank < left[all_owner]
    return shares + more[: len(shares)], cap + more[len(shares) :]


def _sums(owner: Array, values: Array, size: int) -> Array:
    """Sums by owner, exact: owners stand in order."""
    total = np.concatenate([np.zeros(1, np.int64), np.cumsum(values, dtype=np.int64)])
    ends = np.cumsum(np.bincount(owner, minlength=size))
    sums: Array = total[ends] - total[np.concatenate([np.zeros(1, np.int64), ends[:-1]])]
    return sums


def taken_of(signatures: Mapping[int, str], counts: Array, total: int, version: int) -> Taken:
    """Frequencies by how many postings have each concept; of words only those that many have."""
    held = (
        (concept_of(said), int(counts[number]))
        for number, said in signatures.items()
        if counts[number] and not (said.startswith(WORD) and counts[number] * _SELDOM < total)
    )
    return Taken(version, total, counted(held))


_SELDOM = 500
"""A word in fewer than one of so many postings weighs what the rarest do."""


def _skills(concept: Concept) -> tuple[str, ...]:
    if isinstance(concept, Task):
        return (concept.skill,)
    ways = concept.ways if isinstance(concept, Demanded) else ()
    return tuple(each for way in ways for each in way)
