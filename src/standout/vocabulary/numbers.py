"""Closed classes of words that stand beside numbers and say of which kind they are."""

from __future__ import annotations

import re
from functools import cache

from standout.vocabulary import tables


@cache
def word_set(section: str, key: str) -> frozenset[str]:
    """One list of `data/numbers.toml`."""
    return frozenset(tables.load("numbers")[section][key].split())


@cache
def alternatives(section: str, key: str) -> str:
    """The same list as a regular expression, longest first; a hyphen also matches a space or _."""
    listed = sorted(word_set(section, key), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\-", "[ _-]?") for word in listed)
