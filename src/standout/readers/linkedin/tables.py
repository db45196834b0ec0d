"""Comma-separated values whose every cell knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.patterns import regex
from standout.readers.linkedin.files import part_of
from standout.source import Text
from standout.values import frozen

MAX_ROWS = 2_000

_ENTITY = regex(r"&(amp|lt|gt|quot|apos|nbsp|#39|#34);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "#39": "'",
          "#34": '"'}  # fmt: skip

_EMPTY = Text("", ())
Row = dict[str, Text]


@frozen
class Table:
    """The rows below a header, by the parts that its columns stand for.

    `known` says that a header was found; `open_quote` is the place of a quote without its end.
    """

    rows: tuple[Row, ...]
    known: bool
    open_quote: int = 0


def table(text: Text, parts: tuple[str, ...]) -> Table:
    """Read a table that may hold some parts. Lines before the header are passed over."""
    scan = _Scan(text)
    header: list[str | None] = []
    rows: list[Row] = []
    for cells in scan.rows():
        if len(rows) >= MAX_ROWS:
            break
        if not header:
            header = _header(cells, parts)
            continue
        row = {
            part: cell
            for part, cell in zip(header, cells, strict=False)
            if part is not None and cell
        }
        if row:
            rows.append(row)
    empty = not text.value.strip()
    return Table(tuple(rows), bool(header) or empty, scan.open_quote)


def _header(cells: list[Text], parts: tuple[str, ...]) -> list[str | None]:
    """The parts of the columns; nothing when this row is no header.

    A header names one of the first two parts of its table, which no row lacks; other words, like
    'Notes' above a table, may stand anywhere.
    """
    found: list[str | None] = []
    for cell in cells:
        part = part_of(re.sub(r"[\W_]", "", cell.value.lower()), parts)
        found.append(None if part in found else part)
    return found if set(found) & set(parts[:2]) else []


class _Scan:
    """Walks over the cells once, whatever stands in them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.value = text.value
        self.at = 0
        self.open_quote = 0
        first = next((line for line in self.value.splitlines() if line.strip()), "")
        # Spreadsheets of some countries save a table with other separators.
        self.separator = next((each for each in ",;\t" if each in first), ",")
        self.plain = re.compile(f"[^{self.separator}\r\n]*")

    def rows(self) -> Iterator[list[Text]]:
        """The rows that are not empty, as stripped cells."""
        cells: list[Text] = []
        while self.at < len(self.value):
            cell = self._cell()
            cells.append(_meant(cell).strip() if cell else cell)
            following = self.value[self.at : self.at + 1]
            self.at += 1
            if following == self.separator:
                continue
            if any(cells):
                yield cells
            cells = []
        if any(cells):
            yield cells

    def _cell(self) -> Text:
        if self.value[self.at : self.at + 1] == '"':
            return self._quoted()
        return self._up_to_separator()

    def _up_to_separator(self) -> Text:
        start = self.at
        found = self.plain.match(self.value, start)
        self.at = found.end() if found else start
        return self.text[start : self.at] if self.at > start else _EMPTY

    def _quoted(self) -> Text:
        """What stands between quotes; two of them inside mean one."""
        start = self.at + 1
        opened = self.at
        parts: list[Text] = []
        while (quote := self.value.find('"', start)) >= 0:
            if self.value[quote + 1 : quote + 2] != '"':
                break
            parts.append(self.text[start : quote + 1])
            start = quote + 2
        if quote < 0:
            self.open_quote = self.text.places[opened]
            quote = len(self.value)
        parts.append(self.text[start:quote])
        self.at = min(quote + 1, len(self.value))
        parts.append(self._up_to_separator())
        return Text.join(parts, "") if len(parts) > 2 or parts[-1] else parts[0]


def _meant(text: Text) -> Text:
    """The text with the few escapes of web pages resolved that exports are known to hold."""
    if "&" not in text.value:
        return text
    parts: list[Text] = []
    at = 0
    for found in _ENTITY.finditer(text.value):
        parts += [
            text[at : found.start()],
            Text(_MEANT[found[1]], (text.places[found.start()],)),
        ]
        at = found.end()
    return Text.join([*parts, text[at:]], "")
