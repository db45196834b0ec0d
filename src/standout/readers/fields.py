"""Reading mappings whose keys are known: what is there, what is wrong, and nothing lost."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from standout.diagnostic import Applicability, Diagnostic, Fix
from standout.patterns import regex
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode, scalars
from standout.readers.problems import problem
from standout.source import Span, Text

_PARAGRAPH = regex(r"\n[ \t]*\n")
_BREAK = regex(r"\n\s*")
MAX_HINTS = 100
"""Findings that get a nearest key; a file with more errors is not helped by more hints."""


@dataclass
class FieldReader:
    """Takes mappings apart; `diagnostics` grows as it meets what it does not know."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def maps(self, value: Node | None, key: str) -> Iterator[MapNode]:
        """The mappings of a list; anything else in it is wrong."""
        items = value.items if isinstance(value, ListNode) else (value,)
        for each in items:
            if isinstance(each, MapNode):
                yield each
            elif each is not None and not (isinstance(each, ScalarNode) and each.empty):
                self.expected("a mapping", each, key)

    def texts(self, value: Node | None, key: str) -> Iterator[Text]:
        """Texts of a value or a list; paragraphs come apart, line breaks become spaces."""
        if value is None:
            return
        if isinstance(value, MapNode):
            self.expected("text", value, key)
        yield from paragraphs(value)

    def text(self, value: Node | None, key: str) -> Text | None:
        """One line of text, or None where nothing is written."""
        if isinstance(value, ListNode):
            self.expected("one line of text", value, key)
        found = list(self.texts(value, key))
        return Text.join(found) if found else None

    def fields(
        self, node: MapNode, known: tuple[str, ...], below: Mapping[str, str] | None = None
    ) -> tuple[dict[str, Node], tuple[Text, ...]]:
        """The values of known keys (the last of each), and the texts under all other keys.

        `below` says of keys that are known elsewhere under which key they belong.
        """
        found: dict[str, Node] = {}
        lost: list[Text] = []
        for key, value in node.pairs:
            name = key.text.value
            if name not in known:
                self._unknown(key, known, below or {})
                lost += kept(value)
            else:
                if name in found:
                    lost += kept(found[name])
                found[name] = value
        return found, tuple(lost)

    def _unknown(self, key: ScalarNode, known: tuple[str, ...], below: Mapping[str, str]) -> None:
        name = key.text.value
        if name not in below:
            self.wrong(key.span, f"unknown key `{name}`", name, known, "DOC006")
            return
        hint = Fix(Applicability.FILL_IN, f"it belongs under `{below[name]}`")
        self.diagnostics.append(problem("DOC006", f"unknown key `{name}` here", key.span, hint))

    def expected(self, what: str, value: Node, key: str) -> None:
        """Note that a key holds another kind of value than it takes."""
        kinds = {ListNode: "a list", MapNode: "a mapping", ScalarNode: "text"}
        message = f"`{key}` takes {what}, found {kinds[type(value)]}"
        self.diagnostics.append(problem("DOC007", message, _first_line(value)))

    def wrong(
        self, span: Span, message: str, name: str, known: Iterable[str], code: str = "DOC007"
    ) -> None:
        """Note a wrong word, with the nearest known one."""
        near: list[str] = []
        if len(self.diagnostics) < MAX_HINTS:
            words = {word.lower(): word for word in known}
            near = difflib.get_close_matches(name[:40].lower(), words, n=1)
            near = [words[each] for each in near]
        hint = Fix(Applicability.FILL_IN, f"did you mean `{near[0]}`?") if near else None
        self.diagnostics.append(problem(code, message, span, hint))


@dataclass
class Getter:
    """The text of a key, or None."""

    reader: FieldReader
    found: dict[str, Node]

    def __call__(self, key: str) -> Text | None:
        return self.reader.text(self.found.get(key), key)


def kept(value: Node) -> list[Text]:
    """The texts of a value nobody reads, without what is no text (true, null)."""
    words = [each for each in scalars(value) if not each.empty]
    return [each.text.strip() for each in words if each.text.strip() and not _is_flag(each)]


def _is_flag(node: ScalarNode) -> bool:
    return node.plain and node.text.value.lower() in ("true", "false")


def paragraphs(value: Node) -> Iterator[Text]:
    """The texts below a node, each paragraph as one line."""
    for each in scalars(value):
        if not each.empty:
            pattern = _PARAGRAPH if each.literal else _BREAK
            yield from (_one_line(part) for part in each.text.split(pattern))


def _one_line(text: Text) -> Text:
    return Text.join(text.split(_BREAK)) if "\n" in text.value else text


def _first_line(value: Node) -> Span:
    """Where a value begins: a whole block would underline half of the file."""
    if isinstance(value, MapNode) and value.pairs:
        return value.pairs[0][0].span
    if isinstance(value, ListNode) and value.items:
        return _first_line(value.items[0])
    return value.span
