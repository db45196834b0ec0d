"""Inline marks of a statement: `**bold**`, `*italic*`, `` `code` ``, `$maths$`, `[text](address)`.

A backslash before a mark makes it a plain character. One pass with a stack of open marks, so
that the time is linear in the text whatever stands in it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from standout.model import Emphasis, Link, Statement
from standout.patterns import regex
from standout.source import Text

_TOKEN = regex(
    r"\\(?P<literal>[\\`*_\[\]$])"
    r"|(?P<mark>\*\*|__|\*)"
    r"|(?P<code>`)"
    r"|(?P<maths>\$)"
    r"|(?P<open>\[)"
    r"|\](?:\((?:<(?P<angled>[^<>\n]*)>|(?P<url>[^()<>\s]*))\))?"
)
_STYLES = {"**": "bold", "__": "bold", "*": "italic"}


def statement(text: Text, bullet: str | None = None) -> Statement:
    """A statement without its marks; what they marked is its emphasis and its links."""
    plain, emphasis, links = unmark(text)
    return Statement(plain, emphasis, links, bullet)


def unmark(text: Text) -> tuple[Text, tuple[Emphasis, ...], tuple[Link, ...]]:
    """The text without inline marks, and what they said. Marks inside marks are resolved."""
    scan = _Scan(text.value)
    scan.run()
    if not scan.removed:
        return text, (), ()
    plain = _without(text, sorted(scan.removed))
    moved = _Moved(sorted(scan.removed))
    emphasis = sorted(
        (moved(start), moved(end), style) for start, end, style in scan.emphasis if start < end
    )
    links = [
        Link(url, plain[moved(start) : moved(end)] or None)
        for start, end, url in sorted(scan.links)
    ]
    return plain, tuple(Emphasis(*each) for each in emphasis), tuple(links)


@dataclass
class _Scan:
    """Walks over the marks; all offsets are in the marked text."""

    value: str
    removed: list[tuple[int, int]] = field(default_factory=list)
    emphasis: list[tuple[int, int, str]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    stack: list[tuple[str, int, int]] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        at = 0
        while token := _TOKEN.search(self.value, at):
            at = token.end()
            if token["literal"]:
                self.removed.append((token.start(), token.start() + 1))
            elif token["mark"]:
                self._mark(token["mark"], *token.span())
            elif token["code"]:
                at = self._code(token.start())
            elif token["maths"]:
                at = self._maths(token.start())
            elif token["open"]:
                self._push("[", *token.span())
            elif "[" in self.waiting:
                self._bracket(token)

    def _code(self, start: int) -> int:
        end = self.value.find("`", start + 1)
        if end <= start + 1:
            return start + 1
        self.removed += [(start, start + 1), (end, end + 1)]
        self.emphasis.append((start + 1, end, "code"))
        return end + 1

    def _maths(self, start: int) -> int:
        """Maths opens before a word and closes after one; `$5 to $10` is money."""
        end = self.value.find("$", start + 1)
        inside = self.value[start + 1 : end]
        money = self.value[end + 1 : end + 2].isdigit()
        if end < 0 or not inside or inside != inside.strip() or money:
            return start + 1
        self.removed += [(start, start + 1), (end, end + 1)]
        self.emphasis.append((start + 1, end, "maths"))
        return end + 1

    def _mark(self, mark: str, start: int, end: int) -> None:
        before, after = self.value[start - 1 : start], self.value[end : end + 1]
        closes = bool(before) and not before.isspace() and (mark == "**" or not _in_word(after))
        if closes and mark in self.waiting:
            _, open_start, open_end = self._pop(mark)
            if open_end < start:
                self.removed += [(open_start, open_end), (start, end)]
                self.emphasis.append((open_end, start, _STYLES[mark]))
        elif after and not after.isspace() and not _in_word(before):
            self._push(mark, start, end)

    def _bracket(self, token: re.Match[str]) -> None:
        """A closing bracket: the end of a link if an address follows it."""
        _, open_start, open_end = self._pop("[")
        url = token["angled"] if token["angled"] is not None else token["url"]
        if url is not None:
            self.removed += [(open_start, open_end), token.span()]
            self.links.append((open_end, token.start(), url))

    def _push(self, mark: str, start: int, end: int) -> None:
        self.stack.append((mark, start, end))
        self.waiting[mark] = self.waiting.get(mark, 0) + 1

    def _pop(self, mark: str) -> tuple[str, int, int]:
        """The innermost open mark of a kind; what was opened inside it stays plain text."""
        while True:
            top = self.stack.pop()
            self.waiting[top[0]] -= 1
            if not self.waiting[top[0]]:
                del self.waiting[top[0]]
            if top[0] == mark:
                return top


def _in_word(char: str) -> bool:
    """Say whether a mark beside a character stands inside a word.

    Chinese and Japanese are written without spaces: there every place is the edge of a word.
    """
    return char.isalnum() and unicodedata.east_asian_width(char) not in ("W", "F")


class _Moved:
    """Where an offset of the marked text stands once the marks are gone."""

    def __init__(self, removed: list[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in removed]
        self.gone = [0]
        for start, end in removed:
            self.gone.append(self.gone[-1] + end - start)

    def __call__(self, offset: int) -> int:
        return offset - self.gone[bisect_right(self.starts, offset - 1)]


def _without(text: Text, removed: list[tuple[int, int]]) -> Text:
    parts: list[Text] = []
    at = 0
    for start, end in removed:
        parts.append(text[at:start])
        at = end
    return Text.join([*parts, text[at:]], "")
