"""How well a language is spoken, from the words for it."""

from __future__ import annotations

from functools import cache, lru_cache

from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher
from standout.vocabulary.roles import plain

GRADES = ("a1", "a2", "b1", "b2", "c1", "c2", "native")
"""The grades from the lowest; `grade_of` counts them from 1."""


@lru_cache(maxsize=1024)
def grade_of(text: str) -> int:
    """1 for A1 to 6 for C2, 7 for a native; 0 where nothing is said. The longest wording counts."""
    matcher, grades = _wordings()
    found = [(end - start, grades[index]) for index, start, end in matcher.find(plain(text[:300]))]
    # A name of the Framework is plainer than any other word.
    exact = [grade for length, grade in found if length == len("c1")]
    return max(exact) if exact else max(found, default=(0, 0))[1]


@cache
def _wordings() -> tuple[Matcher, tuple[int, ...]]:
    table = tables.load("fluency")
    pairs = [(word, GRADES.index(name) + 1) for name, words in table.items() for word in words]
    return Matcher([word for word, _ in pairs]), tuple(grade for _, grade in pairs)
