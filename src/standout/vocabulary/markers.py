"""Words that tell the parts of a statement apart: method, effect, baseline, scale."""

from __future__ import annotations

import importlib.resources
from functools import cache


@cache
def marker_set(key: str) -> frozenset[str]:
    """One list of `data/markers.toml`."""
    return frozenset(_load()[key].split())


@cache
def particles() -> dict[str, str]:
    """Verbs that report an effect only with a particle ('lead' with 'to')."""
    pairs = (pair.split(":") for pair in marker_set("effects_with"))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def _load() -> dict[str, str]:
    import rtoml

    data = importlib.resources.files("standout.vocabulary") / "data" / "markers.toml"
    loaded: dict[str, str] = rtoml.loads(data.read_text(encoding="utf-8"))
    return loaded
