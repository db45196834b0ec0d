"""Tell the language of a stretch of text by its function words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from standout.patterns import regex
from standout.vocabulary import tables

_WORD = regex(r"[^\W\d_]+(?:['’](?=\s|\w))?")
_FEW, _SHARE, _LEAD = 4, 0.15, 1.5


def language(text: str) -> str | None:
    """The ISO code of a text's language; None where too few function words tell.

    Lists of names and skills have no language. One of the languages must clearly lead.
    """
    words = Counter(_WORD.findall(text.lower()))
    scores = Counter({code: _score(words, known) for code, known in _profiles().items()})
    (best, hits), (_, second) = scores.most_common(2)
    told = hits >= _FEW and hits >= _SHARE * words.total() and hits >= _LEAD * second
    return best if told else None


def _score(words: Counter[str], known: frozenset[str]) -> int:
    return sum(count for word, count in words.items() if word in known)


@cache
def _profiles() -> Mapping[str, frozenset[str]]:
    loaded = tables.load("function_words")
    return {code: frozenset(words.split()) for code, words in loaded.items()}
