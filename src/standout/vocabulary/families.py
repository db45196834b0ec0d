"""Families of roles: which one a job title belongs to, and how near two of them are."""

from __future__ import annotations

from functools import cache, lru_cache

from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher

SENIORITIES = ("intern", "junior", "mid", "senior", "staff", "lead", "executive")
"""Levels of a role from the lowest; staff and lead are level."""
_STEPS = {"intern": 0, "junior": 1, "mid": 2, "senior": 3, "staff": 4, "lead": 4, "executive": 5}


@lru_cache(maxsize=4096)
def family_of(title: str) -> str | None:
    """The family a title belongs to, or None for a title that names none."""
    for table in ("titles", "subjects"):
        matcher, names = _wordings(table)
        found = next(matcher.find(title[:200]), None)
        if found is not None:
            return names[found[0]]
    return None


def is_named(title: str) -> bool:
    """Say whether a title names a role itself, and not only what it is about."""
    matcher, _ = _wordings("titles")
    return next(matcher.find(title[:200]), None) is not None


def nearness(one: str, other: str) -> int:
    """How near two families are, in per cent; 100 for the same one."""
    if one == other:
        return 100
    near = tables.load("families")["near"]
    return int(near.get(one, {}).get(other, 0) or near.get(other, {}).get(one, 0))


def proven_by(family: str) -> tuple[str, ...]:
    """The skills that whoever holds such a role has, by id."""
    return tuple(tables.load("families")["proves"].get(family, ()))


def step_of(seniority: str) -> int:
    """The step of a seniority, 0 for an intern to 5 for an executive."""
    return _STEPS[seniority]


@cache
def _wordings(name: str) -> tuple[Matcher, tuple[str, ...]]:
    table = tables.load("families")[name]
    pairs = [(wording, family) for family, wordings in table.items() for wording in wordings]
    return Matcher([wording for wording, _ in pairs]), tuple(family for _, family in pairs)
