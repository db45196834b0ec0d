"""Whether a report still says what its files give."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping

from standout.evidence.pages.numbers import Register

CLOSE = 1e-9
"""Relative difference of a number that is computed again, on another machine perhaps."""


def disagreements(recorded: bytes, register: Register) -> Iterator[str]:
    """What `numbers.json` has otherwise than the files give now."""
    try:
        found = {each["id"]: each for each in json.loads(recorded)["numbers"]}
    except (ValueError, KeyError, TypeError):
        yield "numbers.json: no list of numbers; it was edited or damaged"
        return
    for name, number in register.numbers.items():
        if name not in found:
            yield f"numbers.json: {name} is missing; the files give {number.text}"
        elif not _same(found[name], number.value):
            told = f"numbers.json: {name} is {found[name].get('text')} there"
            yield f"{told}, but the files give {number.text}"
    for name in found:
        if name not in register.numbers:
            yield f"numbers.json: {name} does not come from the files"


def _same(recorded: Mapping[str, object], value: float) -> bool:
    there = recorded.get("value")
    if there is None or not isinstance(there, int | float):
        return not math.isfinite(value)
    return math.isclose(float(there), value, rel_tol=CLOSE, abs_tol=1e-12)
