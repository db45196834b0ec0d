"""Regular expressions that are compiled when they are first asked something.

The package holds several hundred, and a run asks some. Compiling one costs as much as reading some
thousand characters with it, so a start of the program that compiled all would mostly do that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, AnyStr, cast

_ANSWERS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_WITHOUT: Mapping[str, Callable[..., Any]] = {
    "finditer": lambda *_: iter(()),
    "findall": lambda *_: [],
    "split": lambda text, *_: [text],
    "sub": lambda _, text, *__: text,
    "subn": lambda _, text, *__: (text, 0),
}
"""The answers where nothing matches; None for the others."""


def regex(source: AnyStr, flags: int = 0, needs: str = "") -> re.Pattern[AnyStr]:
    """What `re.compile` gives, made on first use; a faulty pattern raises `re.error` then.

    It is asked by its own methods; the functions of `re` do not take it. `needs` are pieces, set
    apart by blanks, of which every match holds one, in capitals or not; `_` is a blank in a piece.
    A text without any of them is answered without compiling the pattern.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags, needs))


class _Pattern:
    """Holds the methods of the compiled pattern from the first use on: later calls go straight."""

    __slots__ = ("flags", "needs", "pattern", *_ANSWERS)

    def __init__(self, pattern: str | bytes, flags: int, needs: str) -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = tuple(each.replace("_", " ") for each in needs.casefold().split())

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there yet.
        if name not in _ANSWERS:
            raise AttributeError(name)
        return partial(self._asked, name) if self.needs else self._compiled(name)

    def _asked(self, name: str, *arguments: Any, **named: Any) -> Any:
        # To `re` alone a dotless i is the capital of an i.
        text = arguments[name in ("sub", "subn")].casefold().replace("ı", "i")
        if any(each in text for each in self.needs):
            return self._compiled(name)(*arguments, **named)
        return _WITHOUT[name](*arguments) if name in _WITHOUT else None

    def _compiled(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for each in _ANSWERS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self.flags})"
