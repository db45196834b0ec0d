"""Whether a report still says what its files give."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping

from standout.evidence.pages.numbers import Register

CLOSE = 1e-9
"""Relative difference of a number that is computed again, on another machine perhaps."""


def disagreements(recorded: bytes, register: Register) -> Iterator[str]:
    """What `numbers.json` has otherwise than the files give now; the author's words are his."""
    try:
        listed = [each for each in json.loads(recorded)["numbers"] if not each.get("author")]
        found = {each["id"]: each for each in listed}
    except (ValueError, KeyError, TypeError, AttributeError):
        yield "numbers.json: no list of numbers; it was edited or damaged"
        return
    computed = {name: each for name, each in register.numbers.items() if not each.authored}
    for name, number in computed.items():
        if name not in found:
            yield f"numbers.json: {name} is missing; the files give {number.text}"
        elif not _same(found[name], number.value):
            told = f"numbers.json: {name} is {found[name].get('text')} there"
            yield f"{told}, but the files give {number.text}"
    for name in found:
        if name not in computed:
            yield f"numbers.json: {name} does not come from the files"


def authored(recorded: bytes) -> tuple[str, ...]:
    """The numbers of `numbers.json` that are in the author's words; none where it is damaged."""
    try:
        listed = json.loads(recorded)["numbers"]
        return tuple(str(each["text"]) for each in listed if each.get("author"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _same(recorded: Mapping[str, object], value: float) -> bool:
    there = recorded.get("value")
    if there is None or not isinstance(there, int | float):
        return not math.isfinite(value)
    return math.isclose(float(there), value, rel_tol=CLOSE, abs_tol=1e-12)
