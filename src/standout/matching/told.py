"""What a posting tells of the work: skills by name, other things by their words.

A skill says what the team works on, whether it is asked for or only named: its demand is paid by
how much of all demands is met, and here by the piece, so that who has most of what a long posting
names is not behind who has all of a short one. Of what is named and what that implies, only the
narrower counts: every posting of a field names the field. Words stand for all that the
vocabulary does not know: a domain, a method, a line of what is asked for. Each is a term of the
score of its own, so that one key has one weight and one answer in a store of postings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice

from standout.matching.stems import rare, said_in, stems_in
from standout.model import Demand, Posting, Requirement
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills

MOST_TASKS, MOST_WORDS = 8, 32
"""Skills and words that are taken of a posting: its first ones tell what it is about."""
_LONGEST = 1_000
"""Characters of a line that are looked at."""
_NO_TASKS = frozenset({"soft", "office", "natural-language"})


@frozen
class Task:
    """A skill that the work needs, asked for or not. A key as `Demanded`."""

    skill: str

    def __hash__(self) -> int:
        return hash(self.skill)


@frozen
class Word:
    """A word that says something, without its ending. A key as `Demanded`."""

    stem: str

    def __hash__(self) -> int:
        return hash(self.stem)


@frozen
class Told:
    """What a posting tells: each skill and word once, with whether it is said of the work itself.

    `of_lines` are the words of each demand that nothing but words can answer, by its position
    among the requirements; they are in `words` as well. `said` is each word as it stands there.
    """

    tasks: tuple[tuple[Task, bool], ...]
    words: tuple[tuple[Word, bool], ...]
    of_lines: tuple[tuple[int, tuple[Word, ...]], ...]
    said: Mapping[str, str]


def told(posting: Posting) -> Told:
    """The skills and words of a posting, those of its title and its demands first."""
    tasks: dict[str, bool] = {}
    words: dict[str, bool] = {}
    said: dict[str, str] = {}
    for text, of_work in _lines(posting):
        named, others = _of_line(text.value[:_LONGEST])
        for skill in named:
            tasks.setdefault(skill, of_work)
        for stem, word in others:
            if stem not in said:
                said[stem] = word
                words[stem] = of_work
    kept = _rarest(words)
    broader = frozenset[str]().union(*map(skills.implied, tasks))
    narrow = [each for each in tasks if each not in broader]
    return Told(
        tuple((Task(each), tasks[each]) for each in narrow[:MOST_TASKS]),
        tuple((_word(each), words[each]) for each in kept),
        tuple(_unknown_lines(posting, frozenset(kept))),
        said,
    )


_word = lru_cache(maxsize=65_536)(Word)


@lru_cache(maxsize=16_384)
def _of_line(line: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The skills that a line names, and its other words: postings repeat each other's lines."""
    named, bare, end = [], [], 0
    for each in skills.find(line):
        bare.append(line[end : each.start])
        end = each.end
        if each.skill.kind not in _NO_TASKS:
            named.append(each.skill.id)
    return tuple(named), said_in(" ".join((*bare, line[end:])))


def _lines(posting: Posting) -> Iterator[tuple[Text, bool]]:
    """The lines that tell something, each once, with whether it is said of the work itself."""
    title = (posting.title,) if posting.title is not None else ()
    asked = (each.text for each in posting.requirements if not each.negated)
    seen = set()
    for text in chain(title, asked, posting.duties):
        if text.value not in seen:
            seen.add(text.value)
            yield text, True
    yield from ((text, False) for text in posting.about if text.value not in seen)


def _rarest(words: Collection[str]) -> tuple[str, ...]:
    """As many words as are taken: those that postings seldom say before the common ones."""
    if len(words) <= MOST_WORDS:
        return tuple(words)
    kept = set(islice(rare(words), MOST_WORDS))
    usual = (each for each in words if each not in kept)
    kept.update(islice(usual, MOST_WORDS - len(kept)))
    return tuple(each for each in words if each in kept)


def _is_unknown(requirement: Requirement) -> bool:
    """Whether a demand names nothing that the vocabulary knows."""
    if requirement.demand is not Demand.SKILL:
        return requirement.demand is Demand.OTHER
    known = skills.ids()
    return not any(each in known for way in requirement.ways for each in way)


def _unknown_lines(
    posting: Posting, kept: frozenset[str]
) -> Iterator[tuple[int, tuple[Word, ...]]]:
    taken: set[str] = set()
    asked = [each for each in posting.requirements if not each.negated]
    known = {each.text.value for each in asked if not _is_unknown(each)}
    for at, each in enumerate(asked):
        if each.text.value not in known:
            own = stems_in(each.text.value[:_LONGEST])
            found = [stem for stem in own if stem in kept and stem not in taken]
            taken.update(found)
            if found:
                yield at, tuple(map(_word, found))
