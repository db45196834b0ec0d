"""Demands as concepts: what two postings ask for alike is one number in the store.

Alternatives, years and degrees are part of what a concept is ('PyTorch or JAX', '3 years of SQL'),
so that a profile answers each concept once and a posting's score is a plain sum of products.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from standout.errors import UsageError
from standout.matching import Demanded, ProfileIndex, RoleDemanded, judge, judge_role
from standout.model import Demand
from standout.postings.plain import plain, valued
from standout.postings.segments import Array
from standout.vocabulary import skills

Concept = Demanded | RoleDemanded


@lru_cache(maxsize=65_536)
def signature(concept: Concept) -> str:
    """A demand or role as a string; the strings of two are equal where they are."""
    return json.dumps(plain(concept), ensure_ascii=False, separators=(",", ":"))


def demand_of(concept: str) -> Concept:
    """The demand or role that has a signature."""
    found = valued(json.loads(concept))
    assert isinstance(found, Demanded | RoleDemanded)  # noqa: S101 - narrows the type
    return found


@dataclass(frozen=True, slots=True)
class Concepts:
    """All concepts of a store, ready to be answered by any profile at once.

    Those that name skills are arrays: `needed` is the skills of way after way, `ways` where each
    way begins, `alternatives` where each concept's ways begin, `numbers` which concepts they are
    and `months` how many months each asks for, 0 for none. `others` are judged one by one.
    """

    size: int
    skills: tuple[str, ...]
    needed: Array
    ways: Array
    alternatives: Array
    numbers: Array
    months: Array
    others: tuple[tuple[int, Concept], ...]

    def strengths(self, index: ProfileIndex) -> Array:
        """How strongly a profile proves each concept, 0 to 100, by number: as `judge` says."""
        found = np.zeros(self.size, np.int64)
        if len(self.numbers):
            found[self.numbers] = self._by_skills(index)
        for number, demand in self.others:
            found[number] = _judged(index, demand)
        return found

    def _by_skills(self, index: ProfileIndex) -> Array:
        held = [index.holding(each) for each in self.skills]
        strength = np.array([each.strength if each else 0 for each in held], np.int64)
        worked = np.array([each.months if each else 0 for each in held], np.int64)
        sizes = np.diff(self.ways, append=len(self.needed))
        proven = np.add.reduceat(strength[self.needed], self.ways) // sizes
        months = np.minimum.reduceat(worked[self.needed], self.ways)
        asked = np.repeat(self.months, np.diff(self.alternatives, append=len(self.ways)))
        part = 100 * months**2 // np.maximum(asked, 1) ** 2
        share = np.where(months >= asked, 100, part)
        proven = np.where(asked > 0, proven * (100 + share) // 200, proven)
        best: Array = np.maximum.reduceat(proven, self.alternatives)
        return best


def concepts_of(signatures: Mapping[int, str]) -> Concepts:
    """Concepts by number, as arrays."""
    numbered: dict[str, int] = {}
    needed: list[int] = []
    ways: list[int] = []
    alternatives: list[int] = []
    numbers: list[int] = []
    months: list[int] = []
    others: list[tuple[int, Concept]] = []
    for number, concept in signatures.items():
        demand = demand_of(concept)
        if not (isinstance(demand, Demanded) and _by_arrays(demand)):
            others.append((number, demand))
            continue
        numbers.append(number)
        months.append(demand.years.minimum * 12 if demand.years else 0)
        alternatives.append(len(ways))
        for way in demand.ways:
            ways.append(len(needed))
            needed += [numbered.setdefault(each, len(numbered)) for each in way]
    return Concepts(
        max(signatures, default=0) + 1,
        tuple(numbered),
        _integers(needed),
        _integers(ways),
        _integers(alternatives),
        _integers(numbers),
        _integers(months),
        tuple(others),
    )


def refuse_unknown(named: Iterable[str]) -> None:
    """Raise `UsageError` where a stored demand names a skill that the vocabulary has lost."""
    if not _ids().issuperset(named):
        raise UsageError(
            "the stored postings name skills that this version of standout does not know",
            "remove their folder and add them anew",
        )


@lru_cache(maxsize=1)
def _ids() -> frozenset[str]:
    return frozenset(each.id for each in skills.all_skills())


def _judged(index: ProfileIndex, demand: Concept) -> int:
    if isinstance(demand, RoleDemanded):
        return judge_role(index, demand)
    return judge(index, demand).strength


def _by_arrays(demand: Demanded) -> bool:
    kinds = (Demand.SKILL, Demand.YEARS)
    judged = demand.demand is Demand.SKILL or demand.years is not None
    return demand.demand in kinds and judged and bool(demand.ways) and all(demand.ways)


def _integers(values: Sequence[int]) -> Array:
    return np.array(values, np.int64)
