"""Words that tell the parts of a statement apart: method, effect, baseline, scale."""

from __future__ import annotations

from functools import cache

from standout.vocabulary import tables


@cache
def marker_set(key: str) -> frozenset[str]:
    """One list of `data/markers.toml`."""
    return frozenset(tables.load("markers")[key].split())


@cache
def particles() -> dict[str, str]:
    """Verbs that report an effect only with a particle ('lead' with 'to')."""
    pairs = (pair.split(":") for pair in marker_set("effects_with"))
    return {pair[0]: pair[1] for pair in pairs}
