"""What each demand of many postings weighs: the integers of `matching.weights`, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

import numpy as np

from standout.matching import Concept, Demanded, MatchSettings, RoleDemanded, Rung, Task, Term, Word
from standout.matching.weighing import FULL, USUAL, Frequencies, prior, raw_weight, word_key
from standout.model.match import WHOLE
from standout.postings.concepts import WORD, concept_of, refuse_unknown
from standout.postings.segments import Array, Flat, Weighed
from standout.values import frozen

ENOUGH = 1_000
"""Postings from which on a store's own frequencies count; below it they are mostly chance."""


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
        """Of a thousand postings, how many ask for a skill or hold a word."""
        if self.total < ENOUGH:
            return prior
        return lambda skill: min(1000, 1000 * self.counts.get(skill, 0) // self.total)

    def as_json(self) -> dict[str, Any]:
        """Plain values that `of` takes."""
        return {"version": self.version, "total": self.total, "counts": dict(self.counts)}

    @classmethod
    def of(cls, read: Mapping[str, Any]) -> Taken:
        """The frequencies that `as_json` was called on."""
        return cls(read["version"], read["total"], read["counts"])


class Weigher:
    """Weighs terms by settings and frequencies. `signature` finds a concept by its number.

    A concept's number is doubled, plus one where it is strong.
    """

    def __init__(
        self, signature: Callable[[int], str], taken: Taken, settings: MatchSettings
    ) -> None:
        self._signature = signature
        self._frequencies = taken.frequencies()
        self._settings = settings
        self._raw = np.full(0, _UNKNOWN, np.int64)

    def weights(self, counts: Array, concepts: Array, beside: Array, told: Array) -> Weighed:
        """The weight of each term, as `matching.weights` says.

        Terms stand posting after posting, `counts` of each; those of the work, `told`, stand so
        too, `beside` of each.
        """
        settings, size = self._settings, len(counts)
        raw, of_work = self._raw_of(concepts), self._raw_of(told)
        owner = np.repeat(np.arange(size), counts)
        worker = np.repeat(np.arange(size), beside)
        demands = _sums(owner, np.maximum(raw, 0), size)
        mass = _sums(worker, of_work, size)
        base = np.where(demands + mass > 0, np.maximum(demands, USUAL), 0)
        share = np.select([raw == _ROLE, raw == _RUNG], [settings.role, settings.level], 0)
        rest = 100 - settings.role - settings.level - settings.work
        parts = np.where(raw < 0, base[owner] * share, raw * rest)
        work = np.where(mass > 0, base * settings.work, 0)
        shares, cap = _normalised(owner, np.where(base[owner] > 0, parts, 0), work)
        full = np.maximum(1, np.minimum(FULL, mass // 2))
        pieces = np.minimum(cap[worker], of_work * cap[worker] // full[worker])
        return Weighed(Flat(concepts, shares.astype("<u2")), Flat(told, pieces.astype("<u2")), cap)

    def _raw_of(self, concepts: Array) -> Array:
        size = int(concepts.max(initial=0)) + 1
        if size > len(self._raw):
            more = np.full(2 * size - len(self._raw), _UNKNOWN, np.int64)
            self._raw = np.concatenate([self._raw, more])
        for number in np.unique(concepts[self._raw[concepts] == _UNKNOWN]).tolist():
            self._raw[number] = self._weigh(number)
        return self._raw[concepts]

    def _weigh(self, number: int) -> int:
        concept = concept_of(self._signature(number // 2))
        if isinstance(concept, RoleDemanded):
            return _ROLE
        if isinstance(concept, Rung):
            return _RUNG
        refuse_unknown(_skills(concept))
        return raw_weight(Term(concept, bool(number % 2)), self._settings, self._frequencies)


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


def counted(signatures: Mapping[int, str], counts: Array, total: int, version: int) -> Taken:
    """Frequencies by how many postings have each concept; of words only those that many have."""
    found: dict[str, int] = {}
    for number, said in signatures.items():
        count = int(counts[number])
        if not count or (said.startswith(WORD) and count * _SELDOM < total):
            continue
        concept = concept_of(said)
        keys = {word_key(concept.stem)} if isinstance(concept, Word) else set(_skills(concept))
        for key in keys:
            found[key] = found.get(key, 0) + count
    return Taken(version, total, dict(sorted(found.items())))


_SELDOM = 500
"""A word in fewer than one of so many postings weighs what the rarest do."""


def _skills(concept: Concept) -> tuple[str, ...]:
    if isinstance(concept, Task):
        return (concept.skill,)
    ways = concept.ways if isinstance(concept, Demanded) else ()
    return tuple(each for way in ways for each in way)
