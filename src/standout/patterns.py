"""Regular expressions that are compiled when they are first asked something.

The package holds several hundred, and a run asks some. Compiling one costs as much as reading some
thousand characters with it, so a start of the program that compiled all would mostly do that.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ANSWERS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, made on first use; a faulty pattern raises `re.error` then.

    It is asked by its own methods; the functions of `re` do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class _Pattern:
    """Holds the methods of the compiled pattern from the first use on: later calls go straight."""

    __slots__ = ("flags", "pattern", *_ANSWERS)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there yet.
        if name not in _ANSWERS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for each in _ANSWERS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self.flags})"
