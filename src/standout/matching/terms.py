"""The terms of a posting's score: role, level, demands, and what is told of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from standout.matching.demands import Demanded, demanded, is_judged
from standout.matching.index import ProfileIndex
from standout.matching.judging import judge
from standout.matching.role import (
    RoleDemanded,
    Rung,
    judge_role,
    judge_rung,
    role_demanded,
    rung_demanded,
)
from standout.matching.told import Task, Word, told
from standout.model import Demand, Level, Posting, Requirement
from standout.values import frozen
from standout.vocabulary import skills

Concept = RoleDemanded | Rung | Demanded | Task | Word
"""What a profile answers with a strength: the key by which a store may intern a term."""

_WORDS_TELL = 4
"""So many words tell as much of a role as one demand."""


@frozen
class Term:
    """A concept and how much the posting makes of it.

    `stress` is 1 for a demand that is insisted on, 0 for a wish; of what is told of the work, a
    position of `told.STRESS`. `at` is the position of the requirement that it answers.
    """

    concept: Concept
    stress: int
    at: int | None = None


@frozen
class Terms:
    """All terms of a posting, each concept once, in the order of the posting.

    `asked` are its requirements without what it waives, `demands` what each asks for. `terms` are
    role, level, demands, and the words of demands that nothing else can answer: `of_lines`, by the
    position among those asked. `beside` is what else is told of the work, `said` each word of it as
    it stands there. `telling` counts what says something about the role itself.
    """

    asked: tuple[Requirement, ...]
    demands: tuple[Demanded, ...]
    of_lines: Mapping[int, tuple[Word, ...]]
    terms: tuple[Term, ...]
    beside: tuple[Term, ...]
    said: Mapping[str, str]
    telling: int


def terms_of(posting: Posting) -> Terms:
    """The terms of a posting: what a match weighs, and what a store keeps of it."""
    asked = tuple(each for each in posting.requirements if not each.negated)
    demands = tuple(map(demanded, asked))
    found = told(posting)
    of_lines = dict(found.of_lines)
    in_lines = {
        word.stem: _of_word(word.stem, int(asked[at].level is Level.REQUIRED))
        for at, words in found.of_lines
        for word in words
    }
    named = {skill for each in demands for way in each.ways for skill in way}
    only_named = [each for each, _ in found.tasks if each.skill not in named]
    tasks = [_of_task(each.skill, stress) for each, stress in found.tasks]
    words = [_of_word(w.stem, stress) for w, stress in found.words if w.stem not in in_lines]
    return Terms(
        asked,
        demands,
        of_lines,
        (*_of_title(posting), *_of_demands(asked, demands), *in_lines.values()),
        (*tasks, *words),
        found.said,
        sum(map(_tells, demands)) + len(only_named) + len(found.words) // _WORDS_TELL,
    )


def strength(index: ProfileIndex, concept: Concept) -> int:
    """How strongly a profile answers a concept, 0 to 100."""
    if isinstance(concept, Demanded):
        return judge(index, concept).strength if is_judged(concept) else 0
    if isinstance(concept, Word):
        return index.words.get(concept.stem, 0)
    if isinstance(concept, Task):
        return index.tasks.get(concept.skill, 0)
    if isinstance(concept, Rung):
        return judge_rung(index, concept)
    return judge_role(index, concept)


def is_soft(demand: Demanded) -> bool:
    """Say whether a demand names soft skills or office software and nothing else."""
    kinds = {skills.by_id(each).kind for way in demand.ways for each in way}
    return bool(kinds) and kinds <= {"soft", "office"}


def _of_title(posting: Posting) -> Iterator[Term]:
    for concept in (role_demanded(posting), rung_demanded(posting)):
        if concept is not None:
            yield Term(concept, 0)


def _of_demands(asked: tuple[Requirement, ...], demands: tuple[Demanded, ...]) -> Iterator[Term]:
    """What is stated again counts once, and is required where it is so once."""
    found: dict[Demanded, Term] = {}
    for at, (each, demand) in enumerate(zip(asked, demands, strict=True)):
        if not is_judged(demand):
            continue
        stress = int(each.level is Level.REQUIRED)
        before = found.get(demand)
        if before is None or stress > before.stress:
            found[demand] = Term(demand, stress, at)
    return iter(sorted(found.values(), key=_place))


def _place(term: Term) -> int:
    return term.at or 0


@lru_cache(maxsize=8_192)
def _of_task(skill: str, stress: int) -> Term:
    return Term(Task(skill), stress)


@lru_cache(maxsize=65_536)
def _of_word(stem: str, stress: int) -> Term:
    return Term(Word(stem), stress)


@lru_cache(maxsize=16_384)
def _tells(demand: Demanded) -> bool:
    """Whether a demand says something about the role itself: languages and soft skills do not."""
    return is_judged(demand) and demand.demand is not Demand.LANGUAGE and not is_soft(demand)
