"""Rows of a `.wandb` file that are laid out like one before: read by its pattern.

A run logs the same few keys over and over; taking each row apart costs ten times as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.evidence.logs.jsonl import Rows

MOST = 50_000
"""Rows that are held before they are handed on."""
_LAYOUTS = 16
"""Layouts that are kept; rows of further ones are taken apart."""
_VARINT = rb"(?:[\x00-\x7f]|[\x80-\xff][\x00-\x7f])"
_NUMBER = rb"(-?[0-9]{1,30}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,4})?)(?=[\n\x12\x80-\xff]|\Z)"
_ANY = rb"[ -~]*+"
_START = rb"(?:\x08[\x80-\xff]*+[\x00-\x7f])?\x12" + _VARINT
VALUE = b"\x82\x01"
"""What stands before the value of an item: field 16, of bytes."""


class _Layout:
    """The pattern of a row, and which of its groups holds each wanted number (0: none)."""

    def __init__(self, items: Sequence[tuple[str, bytes]], wanted: Sequence[str]) -> None:
        names = [name for name, _ in items if name in wanted]
        self.groups = tuple(names.index(each) + 1 if each in names else 0 for each in wanted)
        parts = [_part(head, _NUMBER if name in wanted else _ANY) for name, head in items]
        # Behind the items another field begins, or there is no more.
        whole = _START + b"".join(parts) + rb"(?:[^\n]|\Z)"
        self.pattern = re.compile(whole, re.DOTALL)


def _part(head: bytes, value: bytes) -> bytes:
    return rb"\n" + _VARINT + re.escape(head) + VALUE + _VARINT + value


class AlikeRows:
    """Takes rows that are laid out like one before; the others are for its caller."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._layouts: list[_Layout] = []
        self._wanted: tuple[str, ...] = ()
        self._found: list[list[bytes | None]] = []
        self._lines: list[int] = []

    def take(self, record: bytes, line: int) -> bool:
        """Take a record; says False where it is laid out like none before."""
        for number, layout in enumerate(self._layouts):
            match = layout.pattern.match(record)
            if match:
                if any(layout.groups):
                    self._found.append([match[at] if at else None for at in layout.groups])
                    self._lines.append(line)
                if number:
                    self._layouts.insert(0, self._layouts.pop(number))
                if len(self._lines) >= MOST:
                    self.hand_on()
                return True
        self.hand_on()
        return False

    def learn(self, items: Sequence[tuple[str, bytes]]) -> None:
        """Learn the row that was taken last: names, and the bytes of an item before its value."""
        wanted = self._rows.wanted_names()
        if wanted != self._wanted:
            self._layouts, self._wanted = [], wanted
        names = [name for name, _ in items]
        mine = [each for each in names if each in wanted]
        # The first of the wanted is the step; a row without it is told of where it is taken apart.
        whole = not mine or (wanted[0] in mine and len(set(mine)) == len(mine))
        if wanted and whole and len(self._layouts) < _LAYOUTS:
            self._layouts.append(_Layout(items, wanted))

    def hand_on(self) -> None:
        """Hand on what was taken: before any other row, so that their order stays."""
        if self._lines:
            columns = [list(each) for each in zip(*self._found, strict=True)]
            self._rows.take_numbers(self._wanted, columns, self._lines)
        self._found, self._lines = [], []
