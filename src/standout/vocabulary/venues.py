"""Where research is published: conferences and journals by what they are called for short."""

from __future__ import annotations

from functools import cache, lru_cache

from standout.patterns import regex
from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher

_LONGEST = 1000
"""Characters of a text that are searched."""
_INSIDE = regex(r"(?<!\bin)(?<!\bat)(?<!\band)(?<!\bor)(?<!\bthe)(?<=\w) $")
"""Before a word that belongs to the one before it: 'Applied Data Science' is not Science."""


@lru_cache(maxsize=4096)
def named_in(text: str) -> frozenset[str]:
    """The known venues that a text names, in full or for short."""
    matcher, names, plain_words = _venues()
    return frozenset(
        names[index]
        for index, start, _ in matcher.find(text[:_LONGEST])
        if names[index] not in plain_words or not _INSIDE.search(text, 0, start)
    )


@cache
def _venues() -> tuple[Matcher, tuple[str, ...], frozenset[str]]:
    """The matcher, the venue of each of its patterns, and those with ordinary words for a name."""
    table = tables.load("venues")
    patterns: list[str] = []
    names: list[str] = []
    cased: list[int] = []
    for name, spellings in table["venues"].items():
        for spelling in (name, *spellings):
            if " " not in spelling:
                cased.append(len(patterns))
            patterns.append(spelling)
            names.append(name)
    return Matcher(patterns, cased), tuple(names), frozenset(table["words"])
