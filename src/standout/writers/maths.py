"""LaTeX maths of a statement as characters: `10^{-3}` with a raised exponent, `\\alpha` as α.

A resume's maths is short and stands in a line, and a scanner must read it: so it is set from
ordinary characters, raised and lowered, and never from a drawing. What is no known command is
left as it is written, without its backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.vocabulary import tables
from standout.writers.sheet import Run

_TOKEN = re.compile(r"\\([A-Za-z]+|.)\s*|([{}^_])|([^\\{}^_]+)")
_OPENERS = frozenset({"frac", "tfrac", "dfrac"})
_UPRIGHT = frozenset(
    {"mathrm", "text", "operatorname", "mathit", "mathbf", "mathcal", "mathbb", "left", "right"}
)
_MAX_DEPTH = 20
"""Groups within groups beyond which braces are dropped."""


def runs(latex: str) -> tuple[Run, ...]:
    """The runs of one formula. Never fails: what cannot be read is shown as it is written."""
    tokens = [(match[1], match[2], match[3]) for match in _TOKEN.finditer(latex)]
    return tuple(_merged(_Reader(tokens).sequence()))


class _Reader:
    """Reads tokens of (command, mark, plain characters) from left to right."""

    def __init__(self, tokens: list[tuple[str | None, str | None, str | None]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def sequence(self) -> list[Run]:
        """Everything up to the closing brace, or to the end."""
        found: list[Run] = []
        while self.at < len(self.tokens):
            _, mark, _ = self.tokens[self.at]
            if mark == "}":
                self.at += 1
                if self.depth:
                    break
                continue
            found += self.atom()
        return found

    def atom(self) -> list[Run]:
        """A command with its arguments, a group, a script, or plain characters."""
        command, mark, plain = self.tokens[self.at]
        self.at += 1
        if command is not None:
            return self._command(command)
        if mark == "{":
            return self._group()
        if mark in ("^", "_"):
            shift = "super" if mark == "^" else "sub"
            return [Run(run.text, shift=shift) for run in self._argument()]
        return [Run(_symbols(plain or ""))]

    def _group(self) -> list[Run]:
        if self.depth >= _MAX_DEPTH:
            return []
        self.depth += 1
        inside = self.sequence()
        self.depth -= 1
        return inside

    def _argument(self) -> list[Run]:
        """The next group, command or single character."""
        if self.at >= len(self.tokens):
            return []
        _, mark, plain = self.tokens[self.at]
        if plain is not None and len(plain.lstrip()) > 1:
            plain = plain.lstrip()
            self.tokens[self.at] = (None, None, plain[1:])
            return [Run(_symbols(plain[0]))]
        if mark == "}" or mark in ("^", "_"):
            return []
        return self.atom()

    def _command(self, name: str) -> list[Run]:
        if name in _OPENERS:
            return [*_bracketed(self._argument()), Run("/"), *_bracketed(self._argument())]
        if name == "sqrt":
            return [Run("√"), *_bracketed(self._argument())]
        if name in _UPRIGHT:
            return []
        return [Run(_commands().get(name, name))]


def _bracketed(inside: list[Run]) -> list[Run]:
    """Parentheses around more than one term."""
    text = "".join(run.text for run in inside)
    if re.fullmatch(r"\w*", text) or any(run.shift for run in inside):
        return inside
    return [Run("("), *inside, Run(")")]


def _symbols(plain: str) -> str:
    """Plain characters with the minus sign of maths, and without the spaces TeX ignores."""
    return re.sub(r"\s+", " ", plain).replace("-", "\N{MINUS SIGN}").replace("~", " ")


def _merged(found: list[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in found:
        if last is not None and run.shift == last.shift:
            last = Run(last.text + run.text, shift=last.shift)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _commands() -> dict[str, str]:
    commands: dict[str, str] = tables.load("maths")["commands"]
    return commands
