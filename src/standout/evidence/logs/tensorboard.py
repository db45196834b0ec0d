"""TensorBoard's event files: length-prefixed records of protocol buffers, each with checksums.

A scalar stands as a float of its own or as a tensor of one number; steps are those of the event.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from standout.evidence.logs import crc, naming, wire
from standout.evidence.logs.jsonl import Column
from standout.evidence.logs.opening import chunks
from standout.evidence.logs.series import Floats, Log, Logged, Notes, Wanted
from standout.values import frozen

_HEAD = struct.Struct("<QI")
_CHECK = struct.Struct("<I")
LARGEST = 1 << 20
"""Bytes of a record that may hold scalars; larger ones are graphs and pictures."""
_LAYOUTS = 64
"""Kinds of records of one length that are taken together; what else there is goes one by one."""
_TENSOR_TYPES = {1: "<f4", 2: "<f8", 3: "<i4", 9: "<i8"}
_TENSOR_FIELDS = {5: ("<f4", wire.single), 6: ("<f8", wire.double)}


@frozen
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
    first = last = None
    for batch in _batches(stream, notes):
        records = list(_intact(batch, notes))
        for found in _scalars(records, notes):
            names.setdefault(found.tag)
            columns.setdefault(found.tag, Column()).add_all(
                found.steps, found.values, found.places, np.ones(len(found.steps), np.bool_)
            )
            first = found.start if first is None else min(first, found.start)
            last = found.end if last is None else max(last, found.end)
    chosen = _chosen(wanted, names)
    series = {asked: columns[name].series(asked, notes, "row") for name, asked in chosen.items()}
    seconds = last - first if first is not None and last is not None else None
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
    heads = np.frombuffer(b"".join(each.content[8:12] for each in records), "<u4")
    doubtful = set(np.flatnonzero(lengths != heads).tolist())
    wrong: set[int] = set()
    groups: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(records):
        if len(each.content) <= LARGEST:
            groups[len(each.content)].append(index)
    for indexes in groups.values():
        sums = crc.masked([records[i].content[_HEAD.size :] for i in indexes])
        stored = np.array([records[i].check for i in indexes], dtype=np.uint32)
        wrong.update(np.array(indexes)[sums != stored].tolist())
    for index, each in enumerate(records):
        if index in doubtful:
            notes.lose(f"byte {each.at}", "a length has a wrong checksum; what follows is doubtful")
        if index in wrong:
            notes.lose(f"byte {each.at}", "a record has a wrong checksum; it is left out")
        elif len(each.content) <= LARGEST:
            yield each


@frozen
class _Scalars:
    """Rows of one tag, in the order of the file, and the times of its first and last."""

    tag: str
    steps: Floats
    values: Floats
    places: NDArray[np.int64]
    start: float
    end: float


def _scalars(records: list[_Record], notes: Notes) -> Iterator[_Scalars]:
    """The scalars of some records by tag."""
    rows: dict[str, list[NDArray[np.float64]]] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(records):
        groups[len(each.content)].append(index)
    for indexes in groups.values():
        left = np.array(indexes)
        for _ in range(_LAYOUTS):
            left = _alike(records, left, rows)
            if not len(left):
                break
        for index in left.tolist():
            for time, step, tag, value in _one_by_one(records[index], notes):
                rows.setdefault(tag, []).append(np.array([[index, time, step, value]]))
    places = np.array([each.at for each in records], dtype=np.int64)
    for tag, parts in rows.items():
        whole = np.concatenate(parts)
        whole = whole[np.argsort(whole[:, 0], kind="stable")]
        order = whole[:, 0].astype(np.int64)
        times = whole[:, 1]
        yield _Scalars(
            tag, whole[:, 2], whole[:, 3], places[order], float(times.min()), float(times.max())
        )


def _alike(
    records: list[_Record], left: NDArray[np.int64], rows: dict[str, list[NDArray[np.float64]]]
) -> NDArray[np.int64]:
    """Take the records that differ from the first only in time, step and value; what is left.

    A run logs the same few tags over and over: reading them one by one takes twenty times as long.
    """
    first = records[int(left[0])].content[_HEAD.size :]
    size = _size_of_step(first)
    scalars = list(_one_by_one(records[int(left[0])], Notes())) if size else []
    if len(scalars) != 1 or first[-5:-4] != b"\x15":
        return left
    content = b"".join(records[int(i)].content for i in left)
    table = np.frombuffer(content, np.uint8).reshape(len(left), -1)[:, _HEAD.size :]
    fixed = np.ones(table.shape[1], np.bool_)
    fixed[1:9] = fixed[10 : 10 + size] = fixed[-4:] = False
    same = (table[:, fixed] == table[0, fixed]).all(axis=1)
    digits = table[:, 10 : 10 + size]
    same &= (digits[:, :-1] >= 0x80).all(axis=1) & (digits[:, -1] < 0x80)
    times = np.ascontiguousarray(table[same, 1:9]).view("<f8")[:, 0]
    values = np.ascontiguousarray(table[same, -4:]).view("<f4")[:, 0].astype(np.float64)
    weights = np.int64(1) << (7 * np.arange(size, dtype=np.int64))
    steps = ((digits[same] & 0x7F).astype(np.int64) * weights).sum(axis=1)
    whole = np.column_stack([left[same], times, steps, values]).astype(np.float64)
    rows.setdefault(scalars[0][2], []).append(whole)
    return np.asarray(left[~same])


def _size_of_step(event: bytes) -> int:
    """Bytes of the step where an event begins as torch writes it: time, then step; else 0."""
    if event[:1] != b"\x09" or event[9:10] != b"\x10":
        return 0
    size = next((n for n, byte in enumerate(event[10:18], 1) if byte < 0x80), 0)
    # Without a step (0 is not written) or with a negative one there is another layout.
    return size if event[10 + size : 11 + size] == b"\x2a" else 0


def _one_by_one(record: _Record, notes: Notes) -> Iterator[tuple[float, float, str, float]]:
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
