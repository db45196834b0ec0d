"""What a posting tells of the work beside its demands: skills by name, other things by their words.

A skill that duties or company name says what the team works on. Words stand for all that the
vocabulary does not know: a domain, a method, a line of what is asked for. Each is a term of the
score of its own, so that one key has one weight and one answer in a store of postings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from standout.matching.stems import common, said_in, stems_in
from standout.model import Demand, Posting
from standout.source import Text
from standout.vocabulary import skills

MOST_TASKS, MOST_WORDS = 12, 32
"""Skills and words that are taken of a posting: its first ones tell what it is about."""
_LONGEST = 1_000
"""Characters of a line that are looked at."""
_NO_TASKS = frozenset({"soft", "office", "natural-language"})


@dataclass(frozen=True, slots=True)
class Task:
    """A skill that the work needs and the posting does not ask for. A key as `Demanded`."""

    skill: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says something, without its ending. A key as `Demanded`."""

    stem: str


@dataclass(frozen=True, slots=True)
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
    asked = {skill for each in posting.requirements for way in each.ways for skill in way}
    tasks: dict[Task, bool] = {}
    words: dict[Word, bool] = {}
    said: dict[str, str] = {}
    for text, of_work in _lines(posting):
        value = text.value[:_LONGEST]
        spans = []
        for each in skills.find(value):
            spans.append((each.start, each.end))
            if each.skill.id not in asked and each.skill.kind not in _NO_TASKS:
                tasks.setdefault(Task(each.skill.id), of_work)
        for stem, word in said_in(_without(value, spans)):
            words.setdefault(Word(stem), of_work)
            said.setdefault(stem, word)
    kept = dict(_rarest(words))
    lines = _unknown_lines(posting, kept)
    return Told(tuple(tasks.items())[:MOST_TASKS], tuple(kept.items()), tuple(lines), said)


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


def _rarest(words: dict[Word, bool]) -> Iterator[tuple[Word, bool]]:
    """As many words as are taken: those that postings seldom say before the common ones."""
    rare = [each for each in words if not common(each.stem)]
    usual = [each for each in words if common(each.stem)]
    kept = set([*rare, *usual][:MOST_WORDS])
    return ((each, of_work) for each, of_work in words.items() if each in kept)


def _unknown_lines(
    posting: Posting, kept: dict[Word, bool]
) -> Iterator[tuple[int, tuple[Word, ...]]]:
    taken: set[Word] = set()
    asked = [each for each in posting.requirements if not each.negated]
    for at, each in enumerate(asked):
        if each.demand is Demand.OTHER or (each.demand is Demand.SKILL and not each.ways):
            own = dict.fromkeys(map(Word, stems_in(each.text.value[:_LONGEST])))
            found = tuple(word for word in own if word in kept and word not in taken)
            taken.update(found)
            if found:
                yield at, found


def _without(value: str, spans: list[tuple[int, int]]) -> str:
    """A line with blanks where it names skills: these answer for themselves."""
    for start, end in spans:
        value = f"{value[:start]}{' ' * (end - start)}{value[end:]}"
    return value
