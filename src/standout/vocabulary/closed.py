"""Small closed classes of words: labels, particles, words that connect two fields."""

from __future__ import annotations

from functools import cache

from standout.vocabulary import tables


@cache
def words(group: str) -> frozenset[str]:
    """The words of a class of `data/closed.toml`."""
    return frozenset(tables.load("closed")[group])
