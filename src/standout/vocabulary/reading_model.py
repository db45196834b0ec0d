"""The numbers of the reading model, as they stand in `data/glance.toml`, and its word classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import skills, tables

FUNCTION, ORDINARY, RARE = range(3)
"""Three levels of frequency, which is all the precision that encoding times need."""

_NAMES = frozenset(
    ("language", "framework", "library", "platform", "tool", "service", "model", "hardware",
     "data-store", "protocol")
)  # fmt: skip
_EDGES = regex(r"^\W+|\W+$")
_SHAPE = regex(r"[^\W\d_]\d|\d[^\W\d_]|[a-z][A-Z]|^[A-Z]{3,}s?$")


@frozen
class Parameters:
    """`data/glance.toml`, table by table; the comments there say what each number is."""

    points: int
    spread: float
    times: Mapping[str, float]
    span: Mapping[str, float]
    weights: Mapping[str, float]
    decays: Mapping[str, float]
    words: Mapping[str, float]
    pulls: Mapping[str, float]
    groups: Mapping[str, float]


@cache
def parameters() -> Parameters:
    """The numbers as they are shipped."""
    table = tables.load("glance")
    return Parameters(**{name: table[name] for name in Parameters.__dataclass_fields__})


@cache
def rarity(word: str) -> int:
    """`FUNCTION`, `ORDINARY` or `RARE`: names of techniques and codes are rare."""
    bare = _EDGES.sub("", word)
    folded = bare.lower()
    if folded in _function():
        return FUNCTION
    return RARE if _SHAPE.search(bare) or folded in _rare() else ORDINARY


@cache
def _function() -> frozenset[str]:
    return frozenset(
        word for each in tables.load("function_words").values() for word in each.split()
    )


@cache
def _rare() -> frozenset[str]:
    """The names of one word: the words of longer names are mostly ordinary ('Machine Learning')."""
    names = (
        name.lower()
        for skill in skills.of_kinds(_NAMES)
        for name in (skill.name, *skill.aliases, *skill.exact)
    )
    return frozenset(name for name in names if len(name) > 2 and " " not in name)
