"""Frozen values as JSON, and their fingerprints: the same value always gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum


def plain(value: object) -> object:
    """A value as JSON knows it; fields that hold nothing are left out."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        return {name: plain(each) for name, each in found.items() if not _is_nothing(each)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def fingerprint(value: object) -> str:
    """The SHA-256 of a value's JSON."""
    written = json.dumps(plain(value), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def dumped(value: object) -> str:
    """A value as a JSON file for people to read."""
    return json.dumps(plain(value), indent=2, ensure_ascii=False) + "\n"


_SIMPLE = {"str": str, "int": int, "float | None": int | float | None}


def check_fields(kind: type, found: Mapping[str, object]) -> None:
    """Raise `TypeError` where a simple field of a dataclass is given a value of another type.

    What comes out of a file may hold anything; Python itself would only notice far away.
    """
    for each in fields(kind):
        asked = _SIMPLE.get(str(each.type))
        if asked and each.name in found and not isinstance(found[each.name], asked):
            raise TypeError(f"`{each.name}` is {json.dumps(found[each.name])[:40]}")


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str | tuple | list | dict) and not value)
