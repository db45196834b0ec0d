"""The lines of a profile that show most of the work that a posting tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from standout.matching.index import ProfileIndex
from standout.matching.stems import stems
from standout.matching.terms import Concept
from standout.matching.told import Task, Word
from standout.model import Proof
from standout.vocabulary import skills

_SHOWN = 2


def showing(index: ProfileIndex, earned: Mapping[Concept, int]) -> tuple[Proof, ...]:
    """The lines that name most of what was earned, the first of equal ones first."""
    words = {each.stem: points for each, points in earned.items() if isinstance(each, Word)}
    tasks = {each.skill: points for each, points in earned.items() if isinstance(each, Task)}
    naming: Counter[str] = Counter()
    for skill, lines in index.spoken_of.items():
        points = sum(tasks.get(each, 0) for each in (skill, *skills.implied(skill)))
        if points:
            naming.update(dict.fromkeys((text.value for text, _ in lines), points))
    # A line that shows something weakly tells less than its words say.
    shown = [
        (each.strength * (naming[each.text.value] + _of(words, each.text.value)), each)
        for each in index.said
    ]
    best = sorted((pair for pair in shown if pair[0]), key=lambda pair: -pair[0])[:_SHOWN]
    return tuple(Proof(e.text, None, e.where, e.strength, e.evidence) for _, e in best)


def _of(words: Mapping[str, int], line: str) -> int:
    return sum(words[each] for each in stems(line) & words.keys())
