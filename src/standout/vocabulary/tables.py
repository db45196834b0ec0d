"""The tables of the vocabulary as they stand in `data/`, each read once."""

from __future__ import annotations

import pkgutil
from functools import cache
from typing import Any

import rtoml


@cache
def load(name: str) -> dict[str, Any]:
    """The table `data/<name>.toml`."""
    # `importlib.resources` answers the same and costs twenty times as much to import.
    content = pkgutil.get_data("standout.vocabulary", f"data/{name}.toml")
    table: dict[str, Any] = rtoml.loads((content or b"").decode("utf-8"))
    return table
