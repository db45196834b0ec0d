"""A tree of nodes whose every string knows its place in the file: what YAML and JSON share.

Trees are built with an own stack, so that neither depth nor aliases can exhaust the machine:
both are counted and refused beyond a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from standout.diagnostic import Diagnostic
from standout.readers.problems import problem
from standout.source import Span, Text
from standout.values import frozen

MAX_DEPTH = 64
MAX_NODES = 200_000


@frozen
class ScalarNode:
    """One string. `plain` says it was written without quotes.

    `literal` marks a block that keeps the line breaks of the file, be they meant or not.
    """

    text: Text
    span: Span
    plain: bool = True
    literal: bool = False

    @property
    def empty(self) -> bool:
        """Nothing was written, or a word that both formats use for nothing."""
        return self.plain and self.text.value in ("", "~", "null", "Null", "NULL")


@frozen
class ListNode:
    """A sequence."""

    items: tuple[Node, ...]
    span: Span


@frozen
class MapNode:
    """A mapping, in the order of the file; keys that are no strings are left out."""

    pairs: tuple[tuple[ScalarNode, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of the last pair with this key, as both formats' libraries choose it."""
        return next((v for name, v in reversed(self.pairs) if name.text.value == key), None)

    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the file."""
        return tuple(key.text.value for key, _ in self.pairs)


Node = ScalarNode | ListNode | MapNode


@frozen
class Tree:
    """What could be read of a file: its root (None when there is none) and what was wrong."""

    root: Node | None
    problems: tuple[Diagnostic, ...] = ()


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every value below a node, in the order of the file."""
    stack = [node]
    while stack:
        each = stack.pop()
        if isinstance(each, ScalarNode):
            yield each
        elif isinstance(each, ListNode):
            stack += reversed(each.items)
        else:
            stack += [value for _, value in reversed(each.pairs)]


class TooLargeError(Exception):
    """The tree passes `MAX_DEPTH` or `MAX_NODES`."""


@dataclass
class _Frame:
    start: int
    is_map: bool
    anchor: str | None
    before: int
    children: list[Node] = field(default_factory=list)


class TreeBuilder:
    """Grows a tree from the outside in; what is open at an error is closed and kept."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Diagnostic] = []
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0

    @property
    def done(self) -> bool:
        """The root is complete."""
        return self.root is not None and not self._frames

    @property
    def opened(self) -> _Frame | None:
        """The innermost collection that is still open."""
        return self._frames[-1] if self._frames else None

    def open_list(self, start: int, anchor: str | None = None) -> None:
        """Begin a sequence. Raises `TooLargeError`."""
        self._open(_Frame(start, is_map=False, anchor=anchor, before=self._count))

    def open_map(self, start: int, anchor: str | None = None) -> None:
        """Begin a mapping; its children are keys and values in turn. Raises `TooLargeError`."""
        self._open(_Frame(start, is_map=True, anchor=anchor, before=self._count))

    def close(self, end: int) -> None:
        """End the innermost collection."""
        frame = self._frames.pop()
        span = Span(frame.start, max(frame.start, end))
        if frame.is_map:
            node: Node = MapNode(tuple(self._pairs(frame.children)), span)
        else:
            node = ListNode(tuple(frame.children), span)
        self._place(node, frame.anchor, self._count - frame.before)

    def add(self, node: ScalarNode, anchor: str | None = None) -> None:
        """Add a value or a key. Raises `TooLargeError`."""
        self._grow(1)
        self._place(node, anchor, 1)

    def repeat(self, anchor: str) -> bool:
        """Add what an anchor names, if it names anything. Raises `TooLargeError`."""
        if anchor not in self._anchors:
            return False
        node, size = self._anchors[anchor]
        self._grow(size)
        self._place(node, None, size)
        return True

    def finish(self, end: int) -> Tree:
        """The tree, after closing what the file leaves open."""
        while self._frames:
            self.close(end)
        return Tree(self.root, tuple(self.problems))

    def say(self, code: str, message: str, span: Span) -> None:
        """Note something wrong."""
        self.problems.append(problem(code, message, span))

    def _open(self, frame: _Frame) -> None:
        if len(self._frames) >= MAX_DEPTH:
            raise TooLargeError
        self._grow(1)
        self._frames.append(frame)

    def _grow(self, nodes: int) -> None:
        self._count += nodes
        if self._count > MAX_NODES:
            raise TooLargeError

    def _place(self, node: Node, anchor: str | None, size: int) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        if self._frames:
            self._frames[-1].children.append(node)
        elif self.root is None:
            self.root = node

    def _pairs(self, children: list[Node]) -> Iterator[tuple[ScalarNode, Node]]:
        seen: set[str] = set()
        for key, value in zip(children[::2], children[1::2], strict=False):
            if not isinstance(key, ScalarNode):
                self.say("DOC007", "a key must be one word or line of text", key.span)
                continue
            name = key.text.value
            if name == "<<" and isinstance(value, MapNode):
                # A YAML merge: what is written here outweighs what is merged in.
                yield from value.pairs
                continue
            if name in seen:
                twice = f"the key `{name}` stands here a second time; keep one"
                self.say("DOC009", twice, key.span)
            seen.add(name)
            yield key, value
