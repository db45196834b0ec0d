"""YAML as a tree of nodes whose every string knows its place in the file.

Built from parser events with an own stack, so that neither depth nor aliases can exhaust the
machine: both are counted and refused beyond a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from standout.source import Source, Span, Text

MAX_DEPTH = 64
MAX_NODES = 200_000

_SIMPLE_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_ESCAPES = {"x": 2, "u": 4, "U": 8}


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One string. `plain` says it was written without quotes."""

    text: Text
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping, in the order of the file; keys that are no strings are left out."""

    pairs: tuple[tuple[ScalarNode, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of the first pair with this key."""
        return next((value for name, value in self.pairs if name.text.value == key), None)


Node = ScalarNode | ListNode | MapNode


class TooLargeError(Exception):
    """The tree passes `MAX_DEPTH` or `MAX_NODES`."""


class BadSyntaxError(Exception):
    """The text is not YAML; `at` is the offset where the parser gave up."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def parse(source: Source) -> Node | None:
    """The first document of a YAML (or JSON) source; None when it is empty.

    Raises `BadSyntaxError` and `TooLargeError`, which readers turn into diagnostics.
    """
    try:
        return _Builder(source).build()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadSyntaxError(error.problem or str(error), mark.index if mark else 0) from error
    except yaml.reader.ReaderError as error:
        raise BadSyntaxError(str(error.reason), int(error.position)) from error
    except yaml.YAMLError as error:
        raise BadSyntaxError(str(error), 0) from error


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def build(self) -> Node | None:
        # Each frame: start offset, anchor, count at its start, children, is it a mapping.
        frames: list[tuple[int, str | None, int, list[Node], bool]] = []
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for event in yaml.parse(self.source.text, Loader=loader):
            done: Node | None = None
            if isinstance(event, yaml.CollectionStartEvent):
                if len(frames) >= MAX_DEPTH:
                    raise TooLargeError
                is_map = isinstance(event, yaml.MappingStartEvent)
                frames.append((_at(event.start_mark), event.anchor, self.count, [], is_map))
                self._grow(1)
            elif isinstance(event, yaml.CollectionEndEvent):
                start, anchor, before, children, is_map = frames.pop()
                done = _collection(children, Span(start, _at(event.end_mark)), is_map)
                self._name(anchor, done, self.count - before)
            elif isinstance(event, yaml.ScalarEvent):
                self._grow(1)
                done = self._scalar(event)
                self._name(event.anchor, done, 1)
            elif isinstance(event, yaml.AliasEvent):
                done = self._alias(event)
            if done is not None:
                if not frames:
                    return done
                frames[-1][3].append(done)
        return None

    def _grow(self, nodes: int) -> None:
        self.count += nodes
        if self.count > MAX_NODES:
            raise TooLargeError

    def _name(self, anchor: str | None, node: Node, size: int) -> None:
        if anchor:
            self.anchors[anchor] = (node, size)

    def _alias(self, event: yaml.AliasEvent) -> Node:
        if event.anchor not in self.anchors:
            raise BadSyntaxError(f"unknown alias *{event.anchor}", _at(event.start_mark))
        node, size = self.anchors[event.anchor]
        self._grow(size)
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        start, end = _at(event.start_mark), _at(event.end_mark)
        places = _align(event.value, self.source.text, start, end, event.style)
        return ScalarNode(Text(event.value, places), Span(start, end), plain=event.style is None)


def _at(mark: object) -> int:
    # The C parser's marks and the Python parser's are two classes with one field in common.
    return int(getattr(mark, "index", 0))


def _collection(children: list[Node], span: Span, is_map: bool) -> Node:  # noqa: FBT001 - private
    if not is_map:
        return ListNode(tuple(children), span)
    pairs = zip(children[::2], children[1::2], strict=False)
    return MapNode(tuple((k, v) for k, v in pairs if isinstance(k, ScalarNode)), span)


def _align(
    value: str, text: str, start: int, end: int, style: str | None
) -> range | tuple[int, ...]:
    """Where each character of a decoded scalar stands in the file."""
    if text.startswith(value, start) and style is None:
        return range(start, start + len(value))
    if style in ("'", '"'):
        start += 1
        if text.startswith(value, start) and "\\" not in value:
            return range(start, start + len(value))
    if style in ("|", ">"):
        line_end = text.find("\n", start, end)
        start = line_end + 1 if line_end >= 0 else end
    units = list(_units(text, start, end, style))
    return tuple(_match(value, units, start))


def _units(text: str, start: int, end: int, style: str | None) -> Iterator[tuple[str, int]]:
    """The characters a scalar decodes to before folding, each with its offset."""
    at = start
    while at < end:
        char = text[at]
        if style == '"' and char == "\\":
            decoded, length = _escape(text, at, end)
            if decoded:
                yield decoded, at
            at += length
            continue
        if style == "'" and text.startswith("''", at):
            yield "'", at
            at += 2
            continue
        yield char, at
        at += 1


def _escape(text: str, at: int, end: int) -> tuple[str, int]:
    kind = text[at + 1] if at + 1 < end else ""
    if kind in _CODE_ESCAPES:
        digits = text[at + 2 : at + 2 + _CODE_ESCAPES[kind]]
        if re.fullmatch("[0-9A-Fa-f]+", digits) and int(digits, 16) < 0x110000:
            return chr(int(digits, 16)), 2 + len(digits)
    if kind in ("\n", "\r"):
        return "", 2
    return _SIMPLE_ESCAPES.get(kind, kind), 2


def _match(value: str, units: list[tuple[str, int]], start: int) -> Iterator[int]:
    """Walk value and units together; folding only ever changes white space."""
    at = 0
    last = start
    for char in value:
        probe = at
        while probe < len(units) and units[probe][0] != char and units[probe][0].isspace():
            probe += 1
        if probe < len(units) and units[probe][0] == char:
            last = units[probe][1]
            at = probe + 1
        elif at < len(units) and char.isspace():
            last = units[at][1]
        yield last
