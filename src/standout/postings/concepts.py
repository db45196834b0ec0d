"""Demands as concepts: what two postings ask for alike is one number in the store.

Alternatives, years and degrees are part of what a concept is ('PyTorch or JAX', '3 years of SQL'),
so that a profile answers each concept once and a posting's score is a plain sum of products.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from standout.errors import UsageError
from standout.matching import (
    Concept,
    Demanded,
    ProfileIndex,
    RoleDemanded,
    Rung,
    Task,
    Word,
    strength,
)
from standout.matching.formulas import part_of_years, together, with_years
from standout.model import Demand
from standout.postings.plain import plain, valued
from standout.postings.segments import Array
from standout.values import frozen
from standout.vocabulary import skills

WORD, TASK = "~", "+"
"""What the signatures of words and tasks begin with: these are most of all, and read at once."""


def signature(concept: Concept) -> str:
    """A concept as a string; the strings of two are equal where they are."""
    # Most are words, and there are many.
    if type(concept) is Word:
        return WORD + concept.stem
    return TASK + concept.skill if isinstance(concept, Task) else _signature(concept)


@lru_cache(maxsize=65_536)
def _signature(concept: Demanded | RoleDemanded | Rung) -> str:
    return json.dumps(plain(concept), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=32_768)
def concept_of(said: str) -> Concept:
    """The concept that has a signature."""
    if said.startswith(WORD):
        return Word(said[1:])
    if said.startswith(TASK):
        return Task(said[1:])
    found = valued(json.loads(said))
    assert isinstance(found, Demanded | RoleDemanded | Rung)  # noqa: S101 - narrows the type
    return found


@frozen
class Concepts:
    """All concepts of a store, ready to be answered by any profile at once.

    Those that name skills are arrays: `needed` is the skills of way after way, `ways` where each
    way begins, `alternatives` where each concept's ways begin, `numbers` which concepts they are
    and `months` how many months each asks for, 0 for none. `words` are the numbers of words by
    stem, `others` are judged one by one.
    """

    size: int
    skills: tuple[str, ...]
    needed: Array
    ways: Array
    alternatives: Array
    numbers: Array
    months: Array
    words: Mapping[str, int]
    others: tuple[tuple[int, Concept], ...]

    def strengths(self, index: ProfileIndex) -> Array:
        """How strongly a profile answers each concept, 0 to 100, by number: `strength` says it."""
        found = np.zeros(self.size, np.int64)
        if len(self.numbers):
            found[self.numbers] = self._by_skills(index)
        for stem, shown in index.words.items():
            if stem in self.words:
                found[self.words[stem]] = shown
        for number, concept in self.others:
            found[number] = strength(index, concept)
        return found

    def _by_skills(self, index: ProfileIndex) -> Array:
        held = [index.holding(each) for each in self.skills]
        strength = np.array([each.strength if each else 0 for each in held], np.int64)
        worked = np.array([each.months if each else 0 for each in held], np.int64)
        sizes = np.diff(self.ways, append=len(self.needed))
        proven = together(np.add.reduceat(strength[self.needed], self.ways), sizes)
        months = np.minimum.reduceat(worked[self.needed], self.ways)
        asked = np.repeat(self.months, np.diff(self.alternatives, append=len(self.ways)))
        part = part_of_years(np.minimum(months, asked), np.maximum(asked, 1))
        proven = np.where(asked > 0, with_years(proven, part), proven)
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
    words: dict[str, int] = {}
    others: list[tuple[int, Concept]] = []
    for number, said in signatures.items():
        if said.startswith(WORD):
            words[said[1:]] = number
            continue
        by_skills = None if said.startswith(TASK) else _of_skills(json.loads(said))
        if by_skills is None:
            others.append((number, concept_of(said)))
            continue
        numbers.append(number)
        months.append(by_skills[1])
        alternatives.append(len(ways))
        for way in by_skills[0]:
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
        words,
        tuple(others),
    )


def refuse_unknown(named: Iterable[str]) -> None:
    """Raise `UsageError` where a stored demand names a skill that the vocabulary has lost."""
    if not skills.ids() >= set(named):
        raise UsageError(
            "the stored postings name skills that this version of standout does not know",
            "remove their folder and add them anew",
        )


def _of_skills(read: Mapping[str, Any]) -> tuple[Sequence[Sequence[str]], int] | None:
    """The ways and the months of a demand that skills answer; None for any other concept.

    A start of the program waits for thousands of them, so no `Demanded` is made.
    """
    held = read.get("Demanded", {})
    kind, ways = held.get("demand", {}).get("Demand"), held.get("ways", ())
    if kind == Demand.SKILL.value:
        months = 0
    elif kind == Demand.YEARS.value and "years" in held:
        months = held["years"]["Years"]["minimum"] * 12
    else:
        return None
    return (ways, months) if ways and all(ways) else None


def _integers(values: Sequence[int]) -> Array:
    return np.array(values, np.int64)
