"""TensorBoard's event files: length-prefixed records of protocol buffers, each with checksums.

A scalar stands as a float of its own or as a tensor of one number; steps are those of the event.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from standout.evidence.logs import crc, naming, wire
from standout.evidence.logs.jsonl import Column
from standout.evidence.logs.opening import chunks
from standout.evidence.logs.series import Log, Logged, Notes, Wanted

_HEAD = struct.Struct("<QI")
_CHECK = struct.Struct("<I")
LARGEST = 1 << 20
"""Bytes of a record that may hold scalars; larger ones are graphs and pictures."""
_TENSOR_TYPES = {1: "<f4", 2: "<f8", 3: "<i4", 9: "<i8"}
_TENSOR_FIELDS = {5: ("<f4", wire.single), 6: ("<f8", wire.double)}


@dataclass(frozen=True, slots=True)
class _Record:
    content: bytes
    check: int
    at: int


def is_events(head: bytes) -> bool:
    """Say whether a file begins like one of events: the checksum of the first length fits."""
    if len(head) < _HEAD.size:
        return False
    length, check = _HEAD.unpack_from(head)
    return bool(length < LARGEST and crc.masked([head[:8]])[0] == check)


def read(stream: BinaryIO, wanted: Wanted) -> Log:
    """The scalars of one event file, which is one run."""
    notes = Notes()
    names: dict[str, None] = {}
    columns: dict[str, Column] = {}
    found: dict[str, str] = {}
    times: list[float] = []
    for batch in _batches(stream, notes):
        for record in _intact(batch, notes):
            for time, step, tag, value in _scalars(record, notes):
                if tag not in names:
                    names[tag] = None
                    found = _chosen(wanted, names)
                if tag in found:
                    columns.setdefault(found[tag], Column()).add(step, value, record.at)
                times[1:] = [time]
                times = times or [time]
    series = {asked: each.series(asked, notes, "row") for asked, each in columns.items()}
    seconds = times[-1] - times[0] if times else None
    runs = (Logged("", "", series, wall_seconds=seconds),) if names else ()
    return Log("tensorboard", runs, tuple(names), notes.remarks())


def _chosen(wanted: Wanted, names: dict[str, None]) -> dict[str, str]:
    chosen = {naming.match(asked, names): asked for asked in wanted.metrics}
    return {name: asked for name, asked in chosen.items() if name}


def _batches(stream: BinaryIO, notes: Notes) -> Iterator[list[_Record]]:
    """Records, many at once: their checksums are computed together."""
    rest, base = b"", 0
    for block in chunks(stream, notes):
        rest += block
        records, used, fine = _records(rest, base, notes)
        yield records
        if not fine:
            return
        rest, base = rest[used:], base + used
    if rest:
        notes.lose(f"byte {base}", "the last record is cut off; it is left out")


def _records(content: bytes, base: int, notes: Notes) -> tuple[list[_Record], int, bool]:
    records: list[_Record] = []
    at, end = 0, len(content)
    while at + _HEAD.size <= end:
        length, check = _HEAD.unpack_from(content, at)
        whole = _HEAD.size + length + _CHECK.size
        if length > LARGEST and crc.masked([content[at : at + 8]])[0] != check:
            notes.lose(f"byte {base + at}", "a length has a wrong checksum; reading stops here")
            return records, at, False
        if at + whole > end:
            break
        start = at + _HEAD.size
        (stored,) = _CHECK.unpack_from(content, start + length)
        records.append(_Record(content[at : start + length], stored, base + at))
        at += whole
    return records, at, True


def _intact(records: list[_Record], notes: Notes) -> Iterator[_Record]:
    """The records whose two checksums fit, up to the first whose length does not."""
    lengths = crc.masked([each.content[:8] for each in records])
    wrong: set[int] = set()
    groups: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(records):
        if len(each.content) <= LARGEST:
            groups[len(each.content)].append(index)
    for indexes in groups.values():
        sums = crc.masked([records[i].content[_HEAD.size :] for i in indexes])
        wrong |= {i for i, s in zip(indexes, sums, strict=True) if int(s) != records[i].check}
    for index, each in enumerate(records):
        if int(lengths[index]) != _CHECK.unpack_from(each.content, 8)[0]:
            notes.lose(f"byte {each.at}", "a length has a wrong checksum; what follows is doubtful")
        if index in wrong:
            notes.lose(f"byte {each.at}", "a record has a wrong checksum; it is left out")
        elif len(each.content) <= LARGEST:
            yield each


def _scalars(record: _Record, notes: Notes) -> Iterator[tuple[float, float, str, float]]:
    """Time, step, tag and value of each scalar of an event."""
    time, step, values = 0.0, 0, []
    try:
        for number, value in wire.fields(record.content[_HEAD.size :]):
            if number == 1:
                time = wire.double(value)
            elif number == 2:
                step = wire.signed(value)
            elif number == 5 and isinstance(value, bytes):
                values += [v for n, v in wire.fields(value) if n == 1 and isinstance(v, bytes)]
        for each in values:
            tag, scalar = _scalar(each)
            if scalar is not None:
                yield time, float(step), tag, scalar
    except ValueError:
        notes.lose(f"byte {record.at}", "a record that is no event; it is left out")


def _scalar(message: bytes) -> tuple[str, float | None]:
    tag, scalar = "", None
    for number, value in wire.fields(message):
        if number == 1:
            tag = wire.text(value)
        elif number == 2:
            scalar = wire.single(value)
        elif number == 8 and isinstance(value, bytes):
            scalar = _tensor(value)
    return tag, scalar


def _tensor(message: bytes) -> float | None:
    """The number of a tensor that holds one."""
    kind, found = 0, None
    for number, value in wire.fields(message):
        if number == 1 and isinstance(value, int):
            kind = value
        elif number == 4 and isinstance(value, bytes) and kind in _TENSOR_TYPES:
            one = len(value) == np.dtype(_TENSOR_TYPES[kind]).itemsize
            found = float(np.frombuffer(value, _TENSOR_TYPES[kind])[0]) if one else None
        elif number in _TENSOR_FIELDS and isinstance(value, bytes):
            size = 4 if number == 5 else 8
            found = _TENSOR_FIELDS[number][1](value) if len(value) == size else None
    return found
