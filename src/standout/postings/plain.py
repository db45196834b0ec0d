"""Frozen values as JSON and back, whichever fields they have: an empty one is left out.

A piece of a source's text is the places where it stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from typing import Any

from standout.matching import Demanded, RoleDemanded, Rung
from standout.model import (
    Degree,
    Demand,
    Level,
    PartialDate,
    Posting,
    Requirement,
    Years,
)
from standout.model.posting import Salary
from standout.source import Text

_KINDS: Mapping[str, type] = {
    each.__name__: each
    for each in (
        Degree, Demand, Demanded, Level, PartialDate, Posting, Requirement, RoleDemanded, Rung,
        Salary, Years,
    )
}  # fmt: skip
_AS_IT_IS = frozenset({str, int, bool, float, type(None)})


def plain(value: Any, text: str = "") -> Any:
    """A value as JSON; `text` is that of the source of its pieces."""
    kind: type = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is Text:
        return {"Text": _packed(value, text)}
    if kind is tuple:
        return [plain(each, text) for each in value]
    if isinstance(value, Enum):
        return {kind.__name__: value.value}
    if kind is frozenset:
        return {"set": sorted(value)}
    stated = {}
    for name, empty in _names(kind):
        held = getattr(value, name)
        if held is not empty and held != empty:
            stated[name] = plain(held, text)
    return {kind.__name__: stated}


def valued(read: Any, text: str = "") -> Any:
    """The value that `plain` was given."""
    if isinstance(read, list):
        return tuple(valued(each, text) for each in read)
    if not isinstance(read, dict):
        return read
    ((kind, held),) = read.items()
    if kind == "Text":
        return _piece(held, text)
    if kind == "set":
        return frozenset(held)
    if not isinstance(held, dict):
        return _KINDS[kind](held)
    return _KINDS[kind](**{name: valued(each, text) for name, each in held.items()})


@cache
def _names(kind: type) -> tuple[tuple[str, object], ...]:
    """The fields of a kind and the values that need not be written."""
    return tuple(
        (each.name, each.default if each.default is not MISSING else MISSING)
        for each in fields(kind)
    )


def _packed(piece: Text, text: str) -> list[Any]:
    """`[start, length]` for a piece that stands in the text as it is."""
    start, length = (piece.places[0] if piece.places else 0), len(piece.value)
    straight = isinstance(piece.places, range) or _runs(piece.places) == [[start, length]]
    if straight and text[start : start + length] == piece.value:
        return [start, length]
    return [piece.value, _runs(piece.places)]


def _piece(packed: Sequence[Any], text: str) -> Text:
    first, second = packed
    if isinstance(first, int):
        return Text(text[first : first + second], range(first, first + second))
    return Text(first, tuple(at for start, length in second for at in range(start, start + length)))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places as stretches without a gap: `[start, length]` each."""
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][0] + runs[-1][1] == at:
            runs[-1][1] += 1
        else:
            runs.append([at, 1])
    return runs
