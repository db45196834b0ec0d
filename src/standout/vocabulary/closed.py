"""Small closed classes of words: labels, particles, words that connect two fields."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import rtoml


@cache
def words(group: str) -> frozenset[str]:
    """The words of a class of `data/closed.toml`."""
    return frozenset(_load()[group])


@cache
def _load() -> dict[str, Any]:
    return rtoml.loads(files("standout.vocabulary").joinpath("data/closed.toml").read_text("utf-8"))
