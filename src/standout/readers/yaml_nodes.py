"""YAML as a tree: parser events, and the place of each character of a scalar in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from standout.patterns import regex
from standout.readers.nodes import ScalarNode, TooLargeError, Tree, TreeBuilder
from standout.source import Source, Span, Text

MAX_ALIGNED = 1_000_000
"""Characters of folded and escaped scalars that are followed one by one."""

_UNPRINTABLE = regex(
    # Named one by one: a set of all others takes `re` as long as reading a profile takes.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SIMPLE_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_ESCAPES = {"x": 2, "u": 4, "U": 8}
_HARMLESS_TAGS = regex("tag:yaml.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)|!")


def parse(source: Source) -> Tree:
    """The first document of a YAML source. What is wrong with it stands in `problems`."""
    builder = _YamlBuilder(source)
    end = len(source.text)
    try:
        builder.run()
    except TooLargeError:
        whole = Span(0, 0)
        builder.tree.say("DOC003", "the file nests or repeats far more than a resume can", whole)
        return Tree(None, tuple(builder.tree.problems))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        end = min(mark.index if mark else 0, len(source.text))
        builder.tree.say("DOC005", _reason(source.text, end, error), Span(end, end))
    except yaml.YAMLError as error:
        builder.tree.say("DOC005", f"not valid YAML: {error}", Span(0, 0))
    return builder.tree.finish(end)


def _reason(text: str, at: int, error: yaml.MarkedYAMLError) -> str:
    line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at) if "\n" in text[at:] else None]
    if text[at : at + 1] == "\t" or line[: len(line) - len(line.lstrip())].count("\t"):
        return "a tab cannot indent YAML; use spaces"
    if error.problem == "mapping values are not allowed in this context":
        return "not valid YAML: a colon inside a value; put the value in quotes"
    return f"not valid YAML: {error.problem or error}"


class _YamlBuilder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = TreeBuilder()
        self.aligned = 0

    def run(self) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for event in yaml.parse(self._printable(), Loader=loader):
            start = _at(event.start_mark)
            if self.tree.done and not isinstance(
                event, yaml.DocumentEndEvent | yaml.StreamEndEvent
            ):
                self.tree.say(
                    "DOC008", "only the first document of the file was read", Span(start, start)
                )
                return
            self._take(event, start)

    def _printable(self) -> str:
        # The parser refuses the whole file for one control character; a space reads on.
        text = self.source.text
        found = _UNPRINTABLE.search(text)
        if found is None:
            return text
        span = Span(found.start(), found.end())
        self.tree.say("DOC005", f"a character (U+{ord(found[0]):04X}) that YAML forbids", span)
        return _UNPRINTABLE.sub(" ", text)

    def _take(self, event: yaml.Event, start: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_tag(event, start)
            self.tree.add(self._scalar(event), event.anchor)
        elif isinstance(event, yaml.MappingStartEvent):
            self._check_tag(event, start)
            self.tree.open_map(start, event.anchor)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_tag(event, start)
            self.tree.open_list(start, event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.tree.close(_at(event.end_mark))
        elif isinstance(event, yaml.AliasEvent) and not self.tree.repeat(str(event.anchor)):
            span = Span(start, _at(event.end_mark))
            self.tree.say("DOC005", f"nothing in the file is named &{event.anchor}", span)
            self.tree.add(ScalarNode(Text("", ()), span))

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> None:
        if event.tag and not _HARMLESS_TAGS.fullmatch(event.tag):
            message = f"the tag {event.tag} is not used; its value is read as it stands"
            self.tree.say("DOC007", message, Span(start, start))

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        start, end = _at(event.start_mark), _at(event.end_mark)
        style = event.style or None  # the C parser says '' for plain, the Python parser None
        text = Text(event.value, self._align(event.value, start, end, style))
        return ScalarNode(text, Span(start, end), style is None, style == "|")

    def _align(
        self, value: str, start: int, end: int, style: str | None
    ) -> range | tuple[int, ...]:
        """Where each character of a decoded scalar stands in the file."""
        text = self.source.text
        if text.startswith(value, start) and style is None:
            return range(start, start + len(value))
        if style in ("'", '"'):
            start += 1
            if text.startswith(value, start) and "\\" not in value:
                return range(start, start + len(value))
        self.aligned += len(value)
        if self.aligned > MAX_ALIGNED:
            raise TooLargeError
        if style in ("|", ">"):
            line_end = text.find("\n", start, end)
            start = line_end + 1 if line_end >= 0 else end
        return tuple(_match(value, list(_units(text, start, end, style)), start))


def _at(mark: object) -> int:
    # The C parser's marks and the Python parser's are two classes with one field in common.
    return int(getattr(mark, "index", 0))


def _units(text: str, start: int, end: int, style: str | None) -> Iterator[tuple[str, int]]:
    """The characters a scalar decodes to before folding, each with its offset."""
    at = start
    while at < end:
        char = text[at]
        if style == '"' and char == "\\":
            decoded, length = _escape(text, at)
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


def _escape(text: str, at: int) -> tuple[str, int]:
    kind = text[at + 1 : at + 2]
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
