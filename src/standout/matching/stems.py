"""The words of a text that say something, without their endings."""

from __future__ import annotations

from functools import lru_cache

from standout.patterns import regex
from standout.vocabulary import tables

_WORD = regex(r"[^\W\d_][\w+#-]{2,}")
_ENDINGS = regex(r"(?:[ai]tions?|ions?|ments?|ings?|ities|ies|ers?|ed|es|s|e|y)$")
_EMPTY = frozenset((
    "experience", "experienced", "strong", "excellent", "good", "great", "proven", "ability",
    "able", "skills", "skill", "knowledge", "understanding", "working", "work", "years", "year",
    "team", "teams", "solid", "deep", "hands-on", "using", "including", "related", "relevant",
    "plus", "preferred", "required", "etc", "new", "well", "high", "role", "field", "industry",
    "background",
))  # fmt: skip


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, without their endings."""
    return frozenset(stems_in(text))


def stems_in(text: str) -> tuple[str, ...]:
    """The same in the order of the text, each once."""
    return tuple(stem for stem, _ in said_in(text))


@lru_cache(maxsize=8192)
def said_in(text: str) -> tuple[tuple[str, str], ...]:
    """The same, each with the word that it was."""
    found: dict[str, str] = {}
    for pair in map(_meaning, _WORD.findall(text[:1000])):
        if pair is not None:
            found.setdefault(*pair)
    return tuple(found.items())


@lru_cache(maxsize=65_536)
def _meaning(word: str) -> tuple[str, str] | None:
    """A word's stem and the word in small letters; None for one that says nothing."""
    lowered = word.lower()
    if lowered in _function_words() or lowered in _EMPTY:
        return None
    bare = stem(lowered)
    return None if bare in _generic() else (bare, lowered)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in small letters without its ending; British and American spellings are one."""
    return _ENDINGS.sub("", word).replace("iz", "is")


def common(known: str) -> int:
    """Of a thousand postings, about how many hold a word that is common; 0 for the others."""
    return _commonness().get(known, 0)


@lru_cache(maxsize=1)
def _commonness() -> dict[str, int]:
    table = tables.load("posting_words")
    said = (("frequent", 120), ("usual", 300))
    return {stem(each): number for name, number in said for each in table[name].split()}


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(map(stem, tables.load("posting_words")["generic"].split()))


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    groups = (*tables.load("function_words").values(), tables.load("posting_words")["empty"])
    return frozenset(word for words in groups for word in words.split())
