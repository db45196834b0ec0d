"""JSON as a tree whose every string knows its place, by a parser with a stack of its own."""

from __future__ import annotations

import re

from standout.patterns import regex
from standout.readers.nodes import ScalarNode, TooLargeError, Tree, TreeBuilder
from standout.source import Source, Span, Text

_SPACE = regex(r"[ \t\r\n\ufeff]*")
_PLAIN = regex(r"[^\s,\[\]{}\":]+")
_CHUNK = regex(r'[^"\\]+')
_ESCAPES = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
_WORD = regex(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class _BadJsonError(Exception):
    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def parse(source: Source) -> Tree:
    """The value of a JSON source. What is wrong with it stands in `problems`."""
    parser = _Parser(source.text)
    end = len(source.text)
    try:
        parser.run()
    except TooLargeError:
        message = "the file nests or repeats far more than a resume can"
        parser.tree.say("DOC003", message, Span(0, 0))
        return Tree(None, tuple(parser.tree.problems))
    except _BadJsonError as error:
        end = min(error.at, len(source.text))
        parser.tree.say("DOC005", f"not valid JSON: {error.reason}", Span(end, end))
    return parser.tree.finish(end)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tree = TreeBuilder()

    def run(self) -> None:
        self._skip()
        self._value()
        while not self.tree.done:
            self._item()
            self._skip()
        self._skip()
        if self.at < len(self.text):
            raise _BadJsonError("more text behind the end", self.at)

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _item(self) -> None:
        """The next member of the innermost collection, or its end."""
        frame = self.tree.opened
        if frame is None:
            return
        self._skip()
        closing = "}" if frame.is_map else "]"
        if self._take(closing):
            self.tree.close(self.at)
            return
        if frame.children:
            if not self._take(","):
                raise _BadJsonError(f"expected a comma or `{closing}`", self.at)
            self._skip()
            if self.text[self.at : self.at + 1] == closing:
                self.tree.say("DOC005", "a comma before the end", Span(self.at, self.at))
                return
        if frame.is_map:
            self._key()
        self._value()

    def _take(self, char: str) -> bool:
        if self.text[self.at : self.at + 1] != char:
            return False
        self.at += 1
        return True

    def _key(self) -> None:
        if self.text[self.at : self.at + 1] != '"':
            raise _BadJsonError("expected a key in double quotes", self.at)
        key = self._string()
        self._skip()
        if not self._take(":"):
            raise _BadJsonError(f"expected a colon behind `{key.text.value[:40]}`", self.at)
        self.tree.add(key)
        self._skip()

    def _value(self) -> None:
        start = self.at
        if self._take("{"):
            self.tree.open_map(start)
        elif self._take("["):
            self.tree.open_list(start)
        elif self.text[start : start + 1] == '"':
            self.tree.add(self._string())
        else:
            self.tree.add(self._word())

    def _word(self) -> ScalarNode:
        found = _PLAIN.match(self.text, self.at)
        if found is None:
            raise _BadJsonError("expected a value", self.at)
        if not _WORD.fullmatch(found[0]):
            raise _BadJsonError(f"`{found[0][:40]}` is no value; text needs quotes", self.at)
        self.at = found.end()
        return ScalarNode(Text(found[0], range(found.start(), self.at)), Span(*found.span()))

    def _string(self) -> ScalarNode:
        start = self.at
        self.at += 1
        parts: list[Text] = []
        while not self._take('"'):
            found = _CHUNK.match(self.text, self.at)
            if found:
                parts.append(Text(found[0], range(*found.span())))
                self.at = found.end()
            elif self.at < len(self.text):
                parts.append(self._escape())
            else:
                self.at = start
                raise _BadJsonError("a text without closing quotes", start)
        whole = parts[0] if len(parts) == 1 else Text.join(parts, "")
        return ScalarNode(whole, Span(start, self.at), plain=False)

    def _escape(self) -> Text:
        at = self.at
        kind = self.text[at + 1 : at + 2]
        if kind == "u":
            char, length = self._code(at)
        elif kind in _ESCAPES:
            char, length = _ESCAPES[kind], 2
        else:
            raise _BadJsonError(f"the escape \\{kind} does not exist", at)
        self.at += length
        return Text(char, (at,))

    def _code(self, at: int) -> tuple[str, int]:
        """The character of `\\uXXXX`, or of two of them that make a surrogate pair."""
        first = self._unit(at)
        if first is None:
            raise _BadJsonError("\\u needs four hexadecimal digits", at)
        second = self._unit(at + 6)
        if 0xD800 <= first < 0xDC00 and second is not None and 0xDC00 <= second < 0xE000:
            return chr(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)), 12
        if 0xD800 <= first < 0xE000:
            self.tree.say("DOC005", "half of a surrogate pair", Span(at, at + 6))
            return "\ufffd", 6
        return chr(first), 6

    def _unit(self, at: int) -> int | None:
        found = re.compile(r"\\u([0-9A-Fa-f]{4})").match(self.text, at)
        return int(found[1], 16) if found else None
