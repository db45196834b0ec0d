"""Degrees by rank, and fields of study by the groups within which one does for another."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from standout.patterns import regex
from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher
from standout.vocabulary.roles import plain

RANKS = {1: "bachelor's degree", 2: "master's degree", 3: "doctorate"}
"""The ranks and what they are called."""
_STOP = regex(r"(?<=\w)\.(?:\s(?=\w{1,4}\b\.?))?")


@lru_cache(maxsize=2048)
def rank_of(text: str) -> int:
    """The highest rank that the words of a degree name, 0 where they name none."""
    words = plain(text[:300])
    matcher, ranks = _ranks()
    spellings = (words, _STOP.sub("", words))
    return max(
        (ranks[index] for each in spellings for index, _, _ in matcher.find(each)), default=0
    )


@lru_cache(maxsize=2048)
def groups_of(field: str) -> frozenset[str]:
    """The groups that a field of study belongs to; empty for an unknown one."""
    matcher, groups = _groups()
    return frozenset(groups[index] for index, _, _ in matcher.find(plain(field[:300])))


@lru_cache(maxsize=2048)
def groups_meant(wording: str) -> frozenset[str]:
    """The groups a posting means: those of a field, or of words such as 'quantitative'."""
    words = plain(wording[:300])
    families = tables.load("degrees")["families"]
    named = (groups for word, groups in families.items() if re.search(rf"\b{word}", words))
    return groups_of(wording).union(*named)


@cache
def _ranks() -> tuple[Matcher, tuple[int, ...]]:
    table = tables.load("degrees")["ranks"]
    pairs = [(word, int(rank)) for rank, words in table.items() for word in words]
    return Matcher([word for word, _ in pairs]), tuple(rank for _, rank in pairs)


@cache
def _groups() -> tuple[Matcher, tuple[str, ...]]:
    table = tables.load("degrees")["fields"]
    pairs = [(word, group) for group, words in table.items() for word in words]
    return Matcher([word for word, _ in pairs]), tuple(group for _, group in pairs)
