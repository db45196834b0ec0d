"""LaTeX maths of a statement as characters: `10^{-3}` with a raised exponent, `\\alpha` as α.

A resume's maths is short and stands in a line, and a scanner must read it: so it is set from
ordinary characters, raised and lowered, and never from a drawing. What is no known command is
left as it is written, without its backslash.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from standout.patterns import regex
from standout.vocabulary import tables
from standout.writers.sheet import Run

_TOKEN = regex(r"\\([A-Za-z]+|.)\s*|([{}^_])|([^\\{}^_]+)", re.DOTALL)
_FRACTIONS = frozenset({"frac", "tfrac", "dfrac"})
_SILENT = frozenset(
    {"mathrm", "text", "textrm", "textit", "textbf", "operatorname", "mathit", "mathbf", "mathsf",
     "mathtt", "mathcal", "boldsymbol", "bm", "left", "right", "big", "Big", "displaystyle"}
)  # fmt: skip
"""Commands that change how their argument looks and not what it says."""
_MAX_DEPTH = 20
"""Groups within groups beyond which braces are dropped, and commands that are arguments."""


def runs(latex: str) -> tuple[Run, ...]:
    """The runs of one formula. Never fails: what cannot be read is shown as it is written."""
    tokens = [_Token(m[1], m[2], m[3], m[0][-1].isspace()) for m in _TOKEN.finditer(latex)]
    return tuple(_merged(_Reader(tokens).sequence()))


class _Token(NamedTuple):
    """One of a command's name, a mark, or plain characters; `spaced` if white space ends it."""

    command: str | None
    mark: str | None
    plain: str | None
    spaced: bool = False


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.arguments = 0

    def sequence(self) -> list[Run]:
        """Everything up to the closing brace, or to the end."""
        found: list[Run] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.mark == "}":
                self.at += 1
                if self.depth:
                    break
                continue
            # TeX sets a sign off by itself; here it has the room behind it that it has before.
            apart = bool(found) and found[-1].text.endswith(" ")
            found += self.atom()
            if token.command in _commands() and token.spaced and apart:
                found += [] if found[-1].text.endswith(" ") else [Run(" ")]
        return found

    def atom(self) -> list[Run]:
        """A command with its arguments, a group, a script, or plain characters."""
        command, mark, plain, _ = self.tokens[self.at]
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
        if self.at >= len(self.tokens) or self.arguments >= _MAX_DEPTH:
            return []
        _, mark, plain, _ = self.tokens[self.at]
        if plain is not None and len(plain.lstrip()) > 1:
            plain = plain.lstrip()
            self.tokens[self.at] = _Token(None, None, plain[1:])
            return [Run(_symbols(plain[0]))]
        if mark == "}" or mark in ("^", "_"):
            return []
        self.arguments += 1
        inside = self.atom()
        self.arguments -= 1
        return inside

    def _command(self, name: str) -> list[Run]:
        if name in _FRACTIONS:
            return [*_bracketed(self._argument()), Run("/"), *_bracketed(self._argument())]
        if name == "sqrt":
            return [Run("√"), *_bracketed(self._argument())]
        if name in _SILENT:
            return []
        if name in _table("accents"):
            return _accented(self._argument(), _table("accents")[name])
        if name == "mathbb":
            return [Run(_doubled(run.text), shift=run.shift) for run in self._argument()]
        text = _commands().get(name, name)
        return [Run(f"{text} " if self._is_word_before_word(text) else text)]

    def _is_word_before_word(self, text: str) -> bool:
        """Say whether a word such as `log` would run into what follows."""
        if len(text) < 2 or not text.isalpha() or self.at >= len(self.tokens):
            return False
        command, _, plain, _ = self.tokens[self.at]
        return command is not None or (plain or "")[:1].isalnum()


def _accented(inside: list[Run], mark: str) -> list[Run]:
    """The mark on the first character, composed where there is such a letter."""
    if not inside:
        return []
    text = inside[0].text
    marked = unicodedata.normalize("NFC", text[:1] + mark) + text[1:]
    return [Run(marked, shift=inside[0].shift), *inside[1:]]


def _doubled(text: str) -> str:
    return "".join(_table("doubled").get(char, char) for char in text)


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
    return _table("commands")


def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = tables.load("maths")[name]
    return table
