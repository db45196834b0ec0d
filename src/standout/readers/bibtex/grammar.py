"""The grammar of BibTeX: records with fields, abbreviations, and texts put together with `#`.

Each record is parsed up to the `@` of the next one, so that a brace left open spoils one record
only and the time is linear in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from standout.diagnostic import Diagnostic
from standout.patterns import regex
from standout.readers.problems import problem
from standout.source import Source, Span, Text
from standout.values import frozen

MAX_RECORDS = 5_000
MAX_VALUE = 20_000
"""Characters of one value; abbreviations of abbreviations may multiply."""

_RECORD = regex(r"(?<![^\s})%])@[ \t]*([A-Za-z]{2,30})\s*([{(])")
_NAME = regex(r"[^\s=,{}()\"#%']+")
_SPACE = regex(r"(?:\s|%[^\n]*)*")
_EDGE = regex(r'\\.|[{}"]', re.DOTALL)
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)


@frozen
class Record:
    """One entry: its type (with its place), its key, and its fields by lower-case name."""

    type: Text
    key: str
    fields: Mapping[str, Text] = field(default_factory=dict)

    def one(self, *names: str) -> str:
        """The raw value of the first of some fields that is there, or ''."""
        return next((self.fields[name].value.strip() for name in names if name in self.fields), "")


class _BrokenError(Exception):
    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def parse(source: Source) -> tuple[list[Record], tuple[Diagnostic, ...]]:
    """The records of a file in order, and what breaks the grammar."""
    parser = _Parser(source)
    records = list(parser.records())
    return records, tuple(parser.problems)


class _Parser:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0
        self.end = len(self.text)
        self.problems: list[Diagnostic] = []
        self.strings: dict[str, Text] = {}

    def records(self) -> Iterator[Record]:
        starts = list(_RECORD.finditer(self.text))
        if len(starts) > MAX_RECORDS:
            at = starts[MAX_RECORDS].start()
            message = f"only the first {MAX_RECORDS:,} entries were read"
            self.problems.append(problem("DOC008", message, Span(at, at)))
        for number, start in enumerate(starts[:MAX_RECORDS]):
            following = starts[number + 1].start() if number + 1 < len(starts) else len(self.text)
            self.at, self.end = start.end(), following
            kind = Text.of(self.source, *start.span(1))
            if kind.value.lower() in ("comment", "preamble"):
                continue
            yield from self._record(kind, "}" if start[2] == "{" else ")")

    def _record(self, kind: Text, closing: str) -> Iterator[Record]:
        fields: dict[str, Text] = {}
        key = ""
        try:
            if kind.value.lower() != "string":
                key = self._key(closing)
            for name, value in self._fields(closing):
                fields.setdefault(name, value)
        except _BrokenError as error:
            at = min(error.at, max(0, len(self.text) - 1))
            message = f"not valid BibTeX: {error.reason}"
            self.problems.append(problem("DOC005", message, Span(at, at)))
        if kind.value.lower() == "string":
            self.strings.update(fields)
        elif fields:
            yield Record(kind, key, fields)

    def _key(self, closing: str) -> str:
        """The key and the comma behind it; a record may have neither."""
        start = self.at
        stops = [at for stop in (",", closing, "=") if (at := self._find(stop)) >= 0]
        if not stops:
            raise _BrokenError("an entry without an end", start)
        stop = min(stops)
        if self.text[stop] != ",":
            return ""
        self.at = stop + 1
        return self.text[start:stop].strip()

    def _find(self, stop: str) -> int:
        return self.text.find(stop, self.at, self.end)

    def _fields(self, closing: str) -> Iterator[tuple[str, Text]]:
        while True:
            self._skip()
            if self.at >= self.end:
                raise _BrokenError(f"expected `{closing}` at the end of the entry", self.at)
            if self.text[self.at] == closing:
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            name = _NAME.match(self.text, self.at, self.end)
            if name is None:
                raise _BrokenError("expected the name of a field", self.at)
            self.at = name.end()
            self._skip()
            if self.text[self.at : self.at + 1] != "=":
                raise _BrokenError(f"expected `=` behind `{name[0][:40]}`", self.at)
            self.at += 1
            yield name[0].lower(), self._value()

    def _skip(self) -> None:
        found = _SPACE.match(self.text, self.at, self.end)
        self.at = found.end() if found else self.at

    def _value(self) -> Text:
        """Texts, numbers and abbreviations, joined by `#`."""
        parts = [self._part()]
        length = len(parts[0])
        self._skip()
        while self.text[self.at : self.at + 1] == "#" and self.at < self.end:
            self.at += 1
            part = self._part()
            if length < MAX_VALUE:
                parts.append(part)
                length += len(part)
            self._skip()
        whole = parts[0] if len(parts) == 1 else Text.join(parts, "")
        return whole[:MAX_VALUE]

    def _part(self) -> Text:
        self._skip()
        opening = self.text[self.at : self.at + 1] if self.at < self.end else ""
        if opening in ("{", '"'):
            return self._delimited("}" if opening == "{" else '"')
        word = _NAME.match(self.text, self.at, self.end)
        if word is None:
            raise _BrokenError("expected a value", self.at)
        self.at = word.end()
        name = word[0].lower()
        if name in self.strings:
            return self.strings[name]
        text = Text.of(self.source, *word.span())
        # The abbreviations of months that every bibliography style defines.
        return Text(text.value.capitalize(), text.places) if name in _MONTHS else text

    def _delimited(self, closing: str) -> Text:
        """What stands up to the closing brace or quote; braces inside are in pairs."""
        start = self.at + 1
        depth = 0
        for edge in _EDGE.finditer(self.text, start, self.end):
            sign = edge[0]
            if sign == closing and depth == 0:
                self.at = edge.end()
                return Text.of(self.source, start, edge.start())
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth < 0:
                break
        raise _BrokenError(f"a value without its closing `{closing}`", start - 1)
