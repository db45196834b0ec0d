"""What each demand of many postings weighs: the integers of `matching.weights`, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from standout.matching import Demanded, MatchSettings
from standout.matching.weighing import Frequencies, raw_weight
from standout.model import Level
from standout.model.match import WHOLE
from standout.postings.concepts import demand_of, refuse_unknown
from standout.postings.segments import Array
from standout.vocabulary.priors import asked_by

ENOUGH = 1_000
"""Postings from which on a store's own frequencies count; below it they are mostly chance."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How often skills were asked for when it was last counted: of `total` postings, by skill id.

    It stays as it is until it is counted anew, so that scores do not move with every posting that
    is added; `version` says which count it is.
    """

    version: int = 0
    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def frequencies(self) -> Frequencies:
        """Of a thousand postings, how many ask for a skill."""
        if self.total < ENOUGH:
            return asked_by
        return lambda skill: min(1000, 1000 * self.counts.get(skill, 0) // self.total)

    def as_json(self) -> dict[str, Any]:
        """Plain values that `of` takes."""
        return {"version": self.version, "total": self.total, "counts": dict(self.counts)}

    @classmethod
    def of(cls, read: Mapping[str, Any]) -> Taken:
        """The frequencies that `as_json` was called on."""
        return cls(read["version"], read["total"], read["counts"])


class Weigher:
    """Weighs demands by settings and frequencies. `signature` finds a concept by its number."""

    def __init__(
        self, signature: Callable[[int], str], taken: Taken, settings: MatchSettings
    ) -> None:
        self._signature = signature
        self._frequencies = taken.frequencies()
        self._settings = settings
        self._raw = np.full(0, _UNKNOWN, np.int64)

    def weights(self, counts: Array, concepts: Array) -> Array:
        """The weight of each demand.

        Demands stand posting after posting, `counts` of each. A concept's number is doubled, plus
        one where it is required.
        """
        raw = self._raw_of(concepts)
        owner = np.repeat(np.arange(len(counts)), counts)
        role = raw == _ROLE
        plain = np.where(role, 0, raw)
        total = np.bincount(owner, plain, len(counts)).astype(np.int64)
        share = np.where(np.bincount(owner, role, len(counts)) > 0, self._settings.role, 0)
        # The role takes its share of the whole, so the others keep their proportions.
        parts = np.where(role, (total * share)[owner], plain * (100 - share)[owner])
        whole = np.maximum(1, total * 100)[owner]
        shares, rest = np.divmod(parts * WHOLE, whole)
        left = np.where(total > 0, WHOLE, 0) - np.bincount(owner, shares, len(counts))
        # By largest remainder; of equal ones the earlier, as the sort is stable.
        order = np.lexsort((-rest, owner))
        starts = np.cumsum(counts, dtype=np.int64) - counts
        rank = np.arange(len(owner)) - starts[owner]
        shares[order[rank < left[owner]]] += 1
        return shares.astype("<u2")

    def _raw_of(self, concepts: Array) -> Array:
        size = int(concepts.max(initial=0)) + 1
        if size > len(self._raw):
            more = np.full(2 * size - len(self._raw), _UNKNOWN, np.int64)
            self._raw = np.concatenate([self._raw, more])
        for number in np.unique(concepts[self._raw[concepts] == _UNKNOWN]).tolist():
            self._raw[number] = self._weigh(number)
        return self._raw[concepts]

    def _weigh(self, number: int) -> int:
        demand = demand_of(self._signature(number // 2))
        if not isinstance(demand, Demanded):
            return _ROLE
        refuse_unknown(each for way in demand.ways for each in way)
        level = Level.REQUIRED if number % 2 else Level.PREFERRED
        return raw_weight(level, demand, self._settings, self._frequencies)


_UNKNOWN, _ROLE = -1, -2


def counted(signatures: Mapping[int, str], counts: Array, total: int, version: int) -> Taken:
    """Frequencies by how many postings have each concept."""
    found: dict[str, int] = {}
    for number, concept in signatures.items():
        demand = demand_of(concept)
        if counts[number] and isinstance(demand, Demanded):
            for skill in {each for way in demand.ways for each in way}:
                found[skill] = found.get(skill, 0) + int(counts[number])
    return Taken(version, total, dict(sorted(found.items())))
