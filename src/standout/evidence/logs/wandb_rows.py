"""Rows of a `.wandb` file whose keys are known: one expression finds their items, in any order.

A run logs the same few keys over and over, each time in another order; decoding every item of
every row costs many times as much.
"""

from __future__ import annotations

from collections.abc import Iterable

from standout.evidence.logs.jsonl import Rows
from standout.patterns import regex

MOST = 50_000
"""Rows that are held before they are handed on."""
VALUE = b"\x82\x01"
"""What stands before the value of an item: field 16, of bytes. No JSON holds these two bytes."""
_VARINT = rb"(?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])"
_HISTORY = regex(rb"(?:\x08[\x80-\xff]*+[\x00-\x7f])?\x12" + _VARINT)
_ITEM = regex(rb"(?s)\n" + _VARINT + rb"(.+?)" + VALUE + rb"(" + _VARINT + rb")([ -~]*+)")
_NUMBER = regex(rb"-?[0-9]{1,30}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,4})?")


class KnownRows:
    """Takes rows of numbers under known keys; the others are for its caller, who tells the keys."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._wanted: tuple[str, ...] = ()
        self._places: dict[bytes, int] = {}
        self._found: list[list[bytes | None]] = []
        self._lines: list[int] = []

    def take(self, record: bytes, line: int) -> bool:
        """Take a record; says False where it is no row, or not one of numbers under known keys."""
        start = _HISTORY.match(record)
        row = self._row(record, start.end()) if start and self._places else None
        if row is None:
            return False
        if any(row):
            self._found.append(row)
            self._lines.append(line)
            if len(self._lines) >= MOST:
                self.hand_on()
        return True

    def _row(self, record: bytes, start: int) -> list[bytes | None] | None:
        """The wanted numbers; None where a key is new, a value no number, or there is no step."""
        items = _ITEM.findall(record, start)
        if len(items) != record.count(VALUE):
            return None
        row: list[bytes | None] = [None] * len(self._wanted)
        for head, size, value in items:
            place = self._places.get(head)
            if place is None:
                return None
            if place >= 0:
                if size[0] != len(value) or not _NUMBER.fullmatch(value):
                    return None
                row[place] = value
        return row if row[0] is not None or not any(row) else None

    def learn(self, items: Iterable[tuple[str, bytes]]) -> None:
        """Learn the keys of the row that was taken last: names, and the bytes that mean them."""
        wanted = self._rows.wanted_names()
        if wanted != self._wanted:
            self._wanted, self._places = wanted, {}
        if wanted:
            places = {name: place for place, name in enumerate(wanted)}
            self._places |= {head: places.get(name, -1) for name, head in items}

    def hand_on(self) -> None:
        """Hand on what was taken: before any other row, so that their order stays."""
        if self._lines:
            columns = [list(each) for each in zip(*self._found, strict=True)]
            self._rows.take_numbers(self._wanted, columns, self._lines)
        self._found, self._lines = [], []
