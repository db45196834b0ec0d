"""How common skills and words are among postings, and what being seldom is worth.

What many postings hold tells little of any of them. Where postings are ranked together, in a store
or in one run, they are counted themselves: within one trade everyone asks for the trade's tools,
which no table of all trades knows. A single pair goes by the table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from standout.matching.stems import common
from standout.values import frozen
from standout.vocabulary.priors import asked_by

Frequencies = Callable[[str], int]
"""Of a thousand postings, how many ask for a skill, by its id, or hold a word, by `word_key`."""

TRUST = 50
"""The table of priors has as much to say as this many postings that were counted."""

_WORD_UNKNOWN = 15
"""Of a thousand postings, how many are thought to hold a word that is not known to be common."""
_REFERENCE = 40
"""What is in so many of a thousand postings is worth 100."""
_COMMONEST = 5
"""What a demand of every posting is still worth, before the root."""
_POWER = 1.3
"""Above 1, what is seldom stands out more than by the logarithm alone."""


@lru_cache(maxsize=65_536)
def prior(key: str) -> int:
    """Of a thousand postings, about how many hold a skill or word, where none were counted."""
    return common(key[1:]) or _WORD_UNKNOWN if key.startswith("~") else asked_by(key)


def word_key(stem: str) -> str:
    """What a word is called beside the ids of skills."""
    return f"~{stem}"


@frozen
class Counted:
    """Frequencies from counts over `total` postings, the priors standing in for `TRUST` more."""

    counts: Mapping[str, int]
    total: int

    def __call__(self, key: str) -> int:
        """Of a thousand postings, how many hold a skill or word."""
        seen = self.counts.get(key, 0)
        seen = min(self.total, seen)
        return (TRUST * prior(key) + 1000 * seen) // (TRUST + self.total)


@lru_cache(maxsize=1_024)
def seldomness(frequency: int) -> int:
    """What it is worth to be in so many of a thousand postings: 100 for one in 25, 0 for all.

    The inverse document frequency (Sparck Jones, 1972), steepened.
    """
    bits = math.log(1000 / min(1000, max(1, frequency)))
    return round(100 * math.pow(bits / math.log(1000 / _REFERENCE), _POWER))


def demanded_rarity(frequency: int) -> int:
    """The same for a demand: flatter, for what everyone asks for has to be there all the same."""
    return math.isqrt(100 * max(_COMMONEST, seldomness(frequency)))
