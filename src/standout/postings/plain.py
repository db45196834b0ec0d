"""Frozen values as JSON and back, whichever fields they have: an empty one is left out.

A piece of a source's text is the places where it stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
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
_all_but_text = attrgetter(*(each.name for each in fields(Requirement)[1:]))
_ENCODER = json.JSONEncoder(separators=(",", ":"))
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


def written(posting: Posting, text: str) -> str:
    """A posting as JSON of what `plain` gives, without the values between."""
    stated = []
    for name, empty in _names(Posting):
        held = getattr(posting, name)
        if held is not empty and held != empty:
            stated.append(f'"{name}":{_written(held, text)}')
    return f'{{"Posting":{{{",".join(stated)}}}}}'


def _written(held: Any, text: str) -> str:
    if type(held) is Text:
        return _piece_written(held, text)
    if type(held) is not tuple:
        return _ENCODER.encode(plain(held, text))
    pieces = [
        _piece_written(each, text) if type(each) is Text else _demand_written(each, text)
        for each in held
    ]
    return f"[{','.join(pieces)}]"


def _demand_written(each: Requirement, text: str) -> str:
    # The words differ, what they ask for comes again and again.
    words, rest = _piece_written(each.text, text), _asked(*_all_but_text(each))
    return f'{{"Requirement":{{"text":{words}{rest}}}}}'


def _piece_written(piece: Text, text: str) -> str:
    value, places = piece.value, piece.places
    if type(places) is range and places and text.startswith(value, places[0]):
        return f'{{"Text":[{places[0]},{len(value)}]}}'
    return f'{{"Text":{_ENCODER.encode(_packed(piece, text))}}}'


@lru_cache(maxsize=16_384)
def _asked(*asked: Any) -> str:
    """The fields of a requirement behind its text."""
    stated = zip(_names(Requirement)[1:], asked, strict=True)
    return "".join(
        f',"{name}":{_ENCODER.encode(plain(held))}'
        for (name, empty), held in stated
        if held != empty
    )


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
    value, places = piece.value, piece.places
    start, length = (places[0] if places else 0), len(value)
    if isinstance(places, range) and text.startswith(value, start):
        return [start, length]
    runs = _runs(places)
    if runs == [[start, length]] and text.startswith(value, start):
        return [start, length]
    return [value, runs]


def _piece(packed: Sequence[Any], text: str) -> Text:
    first, second = packed
    if isinstance(first, int):
        return Text(text[first : first + second], range(first, first + second))
    return Text(first, tuple(at for start, length in second for at in range(start, start + length)))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places as stretches without a gap: `[start, length]` each."""
    if not places:
        return []
    # Where a stretch ends its successor differs; the comparison is of whole arrays' worth at once.
    ends = [at for at, (one, next_) in enumerate(pairwise(places), 1) if next_ != one + 1]
    bounds = [0, *ends, len(places)]
    return [[places[start], end - start] for start, end in pairwise(bounds)]
