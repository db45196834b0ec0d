"""Words that weaken, inflate or empty a statement, and small closed classes of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from standout.values import frozen
from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher, fold


@frozen
class Mention:
    """A listed phrase in a text, as offsets `[start, end)`."""

    start: int
    end: int
    phrase: str


def find_buzzwords(text: str) -> tuple[Mention, ...]:
    """Empty adjectives and phrases; technical uses ('robust statistics') are left alone."""
    return _phrases("buzzwords").find(text)


def find_hedges(text: str) -> tuple[Mention, ...]:
    """Words that make the writer smaller ('basic knowledge of'), not facts ('only 2 % of')."""
    return _phrases("hedges").find(text)


def find_inflation(text: str) -> tuple[Mention, ...]:
    """Boasts that nobody can check ('guru', 'world-class'); 'expert annotators' is a fact."""
    return _phrases("inflation").find(text)


def duty_opener(text: str) -> tuple[int, int] | None:
    """Where a statement opens with a duty ('Responsible for', 'I was tasked with'), if it does."""
    found = _duty_pattern().match(fold(text))
    if found is None or _starts_exception(fold(text), found.start("opener")):
        return None
    return found.span("opener")


def is_first_person(word: str) -> bool:
    """Say whether a word speaks of the writer ('I', 'my', 'our')."""
    return fold(word) in _set("first_person")


def is_function_word(word: str) -> bool:
    """Say whether a word carries grammar, not content."""
    return fold(word) in _set("function")


@cache
def nouns(group: str) -> frozenset[str]:
    """A class of counted nouns: activity, feeling, colleagues, audience, outcome or input."""
    return frozenset(tables.load("words")["nouns"][group].split())


class _Phrases:
    """Phrases to find, and the longer phrases in which they mean something else."""

    def __init__(self, wanted: list[str], unless: list[str]) -> None:
        self._wanted = tuple(wanted)
        self._matcher = Matcher((*wanted, *unless))

    def find(self, text: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(start, end, self._wanted[index])
            for index, start, end in self._matcher.find(text)
            if index < len(self._wanted)
        )


@cache
def _phrases(section: str) -> _Phrases:
    table = tables.load("words")[section]
    return _Phrases(table["words"], table["unless"])


@cache
def _set(section: str) -> frozenset[str]:
    words = tables.load("words")[section]["words"]
    return frozenset(words.split() if isinstance(words, str) else words)


@cache
def _duty_pattern() -> re.Pattern[str]:
    duty = tables.load("words")["duty"]
    return re.compile(
        rf"[\s\W]{{0,20}}(?:(?:{_either(duty['before'])})[ ,]{{1,3}}){{0,3}}"
        rf"(?P<opener>{_either(duty['openers'])})(?![\w-])"
    )


def _starts_exception(folded: str, start: int) -> bool:
    return any(folded.startswith(each, start) for each in tables.load("words")["duty"]["unless"])


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(phrases, key=len, reverse=True))
