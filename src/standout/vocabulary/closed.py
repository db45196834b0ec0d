"""Small closed classes of words: labels, particles, words that connect two fields."""

from __future__ import annotations

from functools import cache

from standout.vocabulary import tables


@cache
def words(group: str) -> frozenset[str]:
    """The words of a class of `data/closed.toml`."""
    return frozenset(tables.load("closed")[group])


def is_part_label(text: str) -> bool:
    """Say whether a line only names what follows it in an entry: 'Highlights', 'Key results:'."""
    found = text.strip(" :").casefold().split()
    return bool(found) and all(word in words("part_label") for word in found)
