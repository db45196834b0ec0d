"""The log blocks of LevelDB that a `.wandb` file is made of: whole records, many at once.

A record is one fragment, or a first, middle ones and a last where it crosses blocks of 32 KiB.
The fragments of many blocks are found side by side; what is odd is gone through one by one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from standout.evidence.logs.opening import chunks
from standout.evidence.logs.series import Notes
from standout.evidence.logs.wire import PADDING
from standout.values import frozen

BLOCK = 32_768
MANY = 128
"""Blocks that are taken at once."""
LARGEST = 64 << 20
_HEAD = struct.Struct("<IHB")
_START = 7
"""Bytes before the first record of the file."""
_FULL, _FIRST, _MIDDLE, _LAST = 1, 2, 3, 4
_CUT = "the last record is cut off; it is left out"
Places = NDArray[np.int64]


@frozen
class Batch:
    """Whole records: where each lies in `content`, and the number of the first of them."""

    content: bytes
    starts: Places
    ends: Places
    first: int

    def __len__(self) -> int:
        return len(self.starts)

    def part(self, start: int, end: int) -> Batch:
        """Some of them, in a row."""
        starts, ends = self.starts[start:end], self.ends[start:end]
        return Batch(self.content, starts, ends, self.first + start)

    def record(self, index: int) -> bytes:
        """The bytes of one record."""
        return self.content[self.starts[index] : self.ends[index]]


def batches(stream: BinaryIO, notes: Notes) -> Iterator[Batch]:
    """Whole records; a fragment whose end is missing or damaged is noted and left out."""
    begun = _Begun()
    first, base = 1, 0
    for piece in _pieces(stream, notes):
        swift = _side_by_side(piece, base, begun)
        batch = swift or _joined(list(_one_by_one(piece, base, begun, notes)))
        if len(batch):
            yield Batch(batch.content, batch.starts, batch.ends, first)
        first += len(batch)
        base += len(piece)
    if begun.parts:
        notes.lose("", _CUT)


class _Begun:
    """The fragments of a record whose last one is yet to come."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def add(self, part: bytes) -> None:
        """Keep one more."""
        self.parts.append(part)
        self.size += len(part)

    def taken(self) -> bytes:
        """The record, which is no more kept."""
        whole = b"".join(self.parts)
        self.parts, self.size = [], 0
        return whole


def _pieces(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    """Many whole blocks at once; the last may be cut."""
    rest = b""
    for piece in chunks(stream, notes, MANY * BLOCK):
        rest += piece
        whole = len(rest) // BLOCK * BLOCK
        if whole:
            yield rest[:whole]
            rest = rest[whole:]
    if rest:
        yield rest


def _joined(records: Sequence[bytes]) -> Batch:
    ends = np.cumsum(np.array([len(each) for each in records], dtype=np.int64))
    starts = ends - np.array([len(each) for each in records], dtype=np.int64)
    return Batch(b"".join(records) + PADDING, starts, ends, 0)


def _side_by_side(piece: bytes, base: int, begun: _Begun) -> Batch | None:
    """The records of some blocks; None, nothing done, where something about them is odd."""
    places = _places(piece, base) if begun.size + len(piece) <= LARGEST else None
    if places is None:
        return None
    at, lengths = places
    content = np.frombuffer(piece, np.uint8)
    kinds = content[at + 6]
    inside = np.isin(kinds, (_MIDDLE, _LAST))
    open_after = np.isin(kinds, (_FIRST, _MIDDLE))
    before = np.concatenate(([bool(begun.parts)], open_after[:-1]))
    if not np.array_equal(before, inside) or not _sums_fit(piece, at, lengths):
        return None
    starts, ends = at + _HEAD.size, at + _HEAD.size + lengths
    tail: list[bytes] = []
    size = len(piece)
    for index in np.flatnonzero(kinds != _FULL).tolist():
        begun.add(piece[starts[index] : ends[index]])
        if kinds[index] == _LAST:
            tail.append(begun.taken())
            starts[index], ends[index] = size, size + len(tail[-1])
            size += len(tail[-1])
    # A record is whole at its last fragment.
    done = ~open_after
    return Batch(b"".join((piece, *tail, PADDING)), starts[done], ends[done], 0)


def _places(piece: bytes, base: int) -> tuple[Places, Places] | None:
    """Where each fragment begins, and its length; None where one is cut or of no known kind."""
    padded = piece + PADDING
    words = np.ndarray(len(piece), "<u4", padded, strides=(1,))
    at = np.arange(0, len(piece), BLOCK, dtype=np.int64)
    ends = np.minimum(at + BLOCK, len(piece))
    if base == 0:
        at[0] = _START
    found: list[Places] = []
    sizes: list[Places] = []
    while len(at):
        # Less than a head is left empty at the end of a block.
        there = at + _HEAD.size <= ends
        at, ends = (at, ends) if there.all() else (at[there], ends[there])
        head = words[at + 4]
        lengths, kinds = (head & 0xFFFF).astype(np.int64), (head >> 16) & 0xFF
        if not kinds.all():
            more = (kinds != 0) | (lengths != 0)
            at, ends, lengths, kinds = at[more], ends[more], lengths[more], kinds[more]
        after = at + _HEAD.size + lengths
        if (after > ends).any() or (kinds > _LAST).any() or not kinds.all():
            return None
        found.append(at)
        sizes.append(lengths)
        at = after
    places = np.concatenate(found)
    order = np.argsort(places)
    return places[order], np.concatenate(sizes)[order]


def _sums_fit(piece: bytes, at: Places, lengths: Places) -> bool:
    """Say whether every checksum fits: of the kind and the content, which follow one another."""
    view = memoryview(piece)
    kinds = (at + 6).tolist()
    ends = (at + _HEAD.size + lengths).tolist()
    sums = map(zlib.crc32, map(view.__getitem__, map(slice, kinds, ends)))
    stored = np.ndarray(max(len(piece) - 3, 0), "<u4", piece, strides=(1,))[at]
    return bool((np.fromiter(sums, np.uint32, len(at)) == stored).all())


def _one_by_one(piece: bytes, base: int, begun: _Begun, notes: Notes) -> Iterator[bytes]:
    """Whole records, the odd ones noted."""
    for place, kind, content in _fragments(piece, base, notes):
        if kind in (_FULL, _FIRST):
            if begun.parts:
                notes.lose(place, "a record without its end; it is left out")
                begun.taken()
            begun.add(content)
        elif begun.parts:
            begun.add(content)
        else:
            notes.lose(place, "a part of a record without its beginning; it is left out")
        if kind in (_FULL, _LAST) and begun.parts:
            yield begun.taken()
        if begun.size > LARGEST:
            notes.lose(place, "a record of more than 64 MB; it is left out")
            begun.taken()


def _fragments(piece: bytes, base: int, notes: Notes) -> Iterator[tuple[str, int, bytes]]:
    for start in range(0, len(piece), BLOCK):
        block = piece[start : start + BLOCK]
        at = 0 if base + start else _START
        while at + _HEAD.size <= len(block):
            check, length, kind = _HEAD.unpack_from(block, at)
            content = block[at + _HEAD.size : at + _HEAD.size + length]
            place = f"byte {base + start + at}"
            if kind == 0 and length == 0:
                break
            if len(content) < length:
                notes.lose(place, _CUT)
                break
            if zlib.crc32(content, zlib.crc32(bytes([kind]))) == check:
                yield place, kind, content
            else:
                notes.lose(place, "a record has a wrong checksum; it is left out")
            at += _HEAD.size + length
