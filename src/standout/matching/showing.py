"""The lines of a profile that show most of the work that a posting tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from standout.matching.index import ProfileIndex
from standout.matching.terms import Concept
from standout.matching.told import Task, Word
from standout.model import Proof

_SHOWN = 2


def showing(index: ProfileIndex, earned: Mapping[Concept, int]) -> tuple[Proof, ...]:
    """The statements that name most of what was earned, the first of equal ones first."""
    words = {each.stem: points for each, points in earned.items() if isinstance(each, Word)}
    naming: Counter[str] = Counter()
    for each, points in earned.items():
        held = index.holding(each.skill) if isinstance(each, Task) else None
        for proof in held.proofs if held is not None else ():
            naming[proof.text.value] += points
    shown = [
        (naming[text.value] + sum(words[stem] for stem in said & words.keys()), text)
        for text, said in index.lines
    ]
    best = sorted((pair for pair in shown if pair[0]), key=lambda pair: -pair[0])[:_SHOWN]
    return tuple(Proof(text, None, "work", 0) for _, text in best)
