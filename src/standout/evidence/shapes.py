"""Mappings of declared keys as typed values: every error is noted with its place, none stops."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date

from standout.diagnostic import Applicability, Fix, Severity
from standout.evidence.keys import CHOICES, FORMAT, KINDS, SHAPES, VERSION
from standout.patterns import regex
from standout.readers.fields import FieldReader
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode
from standout.readers.problems import problem
from standout.source import Span
from standout.values import frozen
from standout.vocabulary.keyed import Key

_NUMBER = regex(r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
LONGEST = 4000
"""Characters of a number or a word that are looked at."""


@frozen
class Found:
    """A mapping that was read: what its keys hold, and where.

    The getters give the empty value of their kind where a key is absent or was wrong.
    """

    span: Span
    values: dict[str, object] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.spans

    def at(self, key: str) -> Span:
        """Where a key's value stands; the mapping itself where the key is absent."""
        return self.spans.get(key, self.span)

    def text(self, key: str) -> str:
        """A line of text, or ''."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Paragraphs of text."""
        value = self.values.get(key)
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def number(self, key: str) -> float | None:
        """A finite number."""
        value = self.values.get(key)
        return float(value) if isinstance(value, int | float) else None

    def whole(self, key: str) -> int | None:
        """A whole number."""
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def flag(self, key: str) -> bool | None:
        """True, false, or not said."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def numbers(self, key: str) -> tuple[float, ...]:
        """Several numbers."""
        value = self.values.get(key)
        return tuple(float(each) for each in value) if isinstance(value, tuple) else ()

    def pair(self, key: str) -> tuple[float, float] | None:
        """Two numbers, the lesser first."""
        found = self.numbers(key)
        return (found[0], found[1]) if len(found) == 2 else None

    def shape(self, key: str) -> Found | None:
        """A mapping below a key."""
        value = self.values.get(key)
        return value if isinstance(value, Found) else None

    def shapes(self, key: str) -> tuple[Found, ...]:
        """Mappings in a list below a key."""
        value = self.values.get(key)
        several = value if isinstance(value, tuple) else ()
        return tuple(each for each in several if isinstance(each, Found))


class ShapeReader(FieldReader):
    """Reads mappings by `SHAPES`."""

    def mistake(self, message: str, span: Span, hint: str = "") -> None:
        """Note what is wrong with a value."""
        fix = Fix(Applicability.FILL_IN, hint) if hint else None
        self.diagnostics.append(problem("DOC007", message, span, fix))

    def shape(self, node: Node, shape: str) -> Found | None:
        """A mapping by its shape; None where it is none."""
        if not isinstance(node, MapNode):
            self.expected(f"a mapping with {_listed(FORMAT.names(shape)[:4])}", node, shape)
            return None
        given, _ = self.fields(node, FORMAT.names(shape), _elsewhere(shape))
        found = Found(_head(node))
        for key in SHAPES[shape]:
            value = given.get(key.name)
            if value is not None and not (isinstance(value, ScalarNode) and value.empty):
                found.spans[key.name] = _place(value)
                self._take(found, key, value)
            elif key.required:
                self.mistake(f"`{key.name}` is missing: {_lower(key.says)}", found.span)
        return found

    def _take(self, found: Found, key: Key, node: Node) -> None:
        value = self._value(key, node)
        if isinstance(node, ScalarNode):
            found.written[key.name] = node.text.value.strip()
        if value is not None:
            found.values[key.name] = value

    def _value(self, key: Key, node: Node) -> object:
        if key.takes.startswith("["):
            shape = key.takes[2:-1]
            return tuple(filter(None, (self.shape(each, shape) for each in _items(node))))
        if key.takes.startswith("@"):
            return self.shape(node, key.takes[1:])
        if key.takes == "text":
            text = self.text(node, key.name)
            return text.value if text else None
        if key.takes == "texts":
            return tuple(each.value for each in self.texts(node, key.name))
        if key.takes in ("pair", "numbers"):
            return self._several(key, node)
        if not isinstance(node, ScalarNode):
            self.expected(KINDS[key.takes][0], node, key.name)
            return None
        return self._scalar(key, node)

    def _several(self, key: Key, node: Node) -> tuple[float, ...] | None:
        parts = [_number(each) for each in _items(node)]
        found = tuple(each for each in parts if each is not None)
        wrong = len(found) < len(parts) or not isinstance(node, ListNode)
        if wrong or (key.takes == "pair" and (len(found) != 2 or found[0] >= found[1])):
            self._refuse(key, node)
            return None
        return found

    def _scalar(self, key: Key, node: ScalarNode) -> object:
        word = node.text.value.strip()[:LONGEST]
        if key.takes in CHOICES:
            if word in CHOICES[key.takes]:
                return word
            message = f"`{key.name}` takes {KINDS[key.takes][0]}, found `{_short(word)}`"
            self.wrong(node.span, message, word, CHOICES[key.takes])
            return None
        value = _PARSED[key.takes](node)
        if value is None:
            self._refuse(key, node)
        return value

    def _refuse(self, key: Key, node: Node) -> None:
        written = _written(node)
        what = f"`{key.name}` takes {KINDS[key.takes][0]}, found `{_short(written)}`"
        self.mistake(what, _place(node), _hint(key, written))

    def errors(self) -> None:
        """Make every note an error: a claim that is half understood is judged by nobody."""
        self.diagnostics = [replace(e, severity=Severity.ERROR) for e in self.diagnostics]


def _number(node: Node) -> float | None:
    if not isinstance(node, ScalarNode) or not node.plain:
        return None
    word = node.text.value.strip()[:LONGEST]
    if not _NUMBER.fullmatch(word):
        return None
    value = float(word.replace("_", ""))
    return value if math.isfinite(value) else None


def _whole(node: Node) -> int | None:
    value = _number(node)
    return int(value) if value is not None and value == int(value) and value >= 0 else None


def _flag(node: ScalarNode) -> bool | None:
    return {"true": True, "yes": True, "false": False, "no": False}.get(node.text.value.lower())


def _day(node: ScalarNode) -> str | None:
    try:
        return date.fromisoformat(node.text.value.strip()).isoformat()
    except ValueError:
        return None


def _version(node: ScalarNode) -> int | None:
    return VERSION if node.text.value.strip() == str(VERSION) else None


_PARSED = {"number": _number, "whole": _whole, "flag": _flag, "day": _day, "version": _version}


def _written(node: Node) -> str:
    """A value as it stands in the file, near enough to know it again."""
    if isinstance(node, ScalarNode):
        return node.text.value
    return (
        f"[{', '.join(map(_written, node.items))}]" if isinstance(node, ListNode) else "a mapping"
    )


def _hint(key: Key, written: str) -> str:
    if key.takes == "number" and "±" in written:
        return "put the plus-minus into `spread:`"
    if key.takes == "number" and "%" in written:
        return "write a share: 0.05 for 5 %"
    if key.takes in ("number", "whole") and "," in written:
        return "write it without commas"
    return ""


def _items(node: Node) -> Iterator[Node]:
    yield from node.items if isinstance(node, ListNode) else (node,)


def _elsewhere(shape: str) -> dict[str, str]:
    """Keys of the shapes below this one: who writes them here forgot an indent."""
    below: dict[str, str] = {}
    for key in SHAPES[shape]:
        if key.takes.startswith("@"):
            # Of two keys of one shape the first is the one that is meant.
            below = dict.fromkeys(FORMAT.names(key.takes[1:]), key.name) | below
    return {name: parent for name, parent in below.items() if name not in FORMAT.names(shape)}


def _head(node: MapNode) -> Span:
    return node.pairs[0][0].span if node.pairs else node.span


def _place(node: Node) -> Span:
    if isinstance(node, MapNode):
        return _head(node)
    if isinstance(node, ListNode) and node.items:
        return _place(node.items[0])
    return node.span


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:40]}…"


def _lower(says: str) -> str:
    return (says[:1].lower() + says[1:]).rstrip(".")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{each}`" for each in words)
