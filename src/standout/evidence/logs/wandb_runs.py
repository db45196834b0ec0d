"""The `.wandb` file of an offline run: records of protocol buffers in LevelDB's log blocks."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from standout.evidence.logs import naming, wire
from standout.evidence.logs.jsonl import Rows
from standout.evidence.logs.opening import chunks
from standout.evidence.logs.series import Log, Logged, Notes, Wanted
from standout.evidence.logs.wandb_rows import VALUE, KnownRows
from standout.patterns import regex

MAGIC = b":W&B"
BLOCK = 32_768
_HEAD = struct.Struct("<IHB")
_START = 7
"""Bytes before the first record of the file."""
_FULL, _FIRST, _MIDDLE, _LAST = 1, 2, 3, 4
_HISTORY, _CONFIG, _RUN = 2, 5, 17
LARGEST = 64 << 20
_SUMMARY = regex(rb"(?:\x08[\x80-\xff]*+[\x00-\x7f])?\x1a")
"""How the summary begins, which is written again after every row and says nothing new."""


def read(stream: BinaryIO, wanted: Wanted) -> Log:
    """The history of the run, and its configuration."""
    notes = Notes()
    rows = Rows(wanted, notes)
    rows.one_run = True
    known = KnownRows(rows)
    config: dict[str, str] = {}
    name = ""
    for number, record in enumerate(_records(stream, notes), 1):
        if _SUMMARY.match(record) or known.take(record, number):
            continue
        try:
            for kind, value in wire.fields(record):
                if kind == _HISTORY and isinstance(value, bytes):
                    known.hand_on()
                    rows.take(dict(_items(value)), number)
                    known.learn(_heads(value))
                elif kind == _RUN and isinstance(value, bytes):
                    name = _run(value, config) or name
                elif kind == _CONFIG and isinstance(value, bytes):
                    config |= _settings(value)
        except ValueError:
            notes.lose(f"record {number}", "no record of a run; it is left out")
    known.hand_on()
    seed = naming.config_value(config, naming.SEEDS)
    env = naming.config_value(config, naming.ENVIRONMENTS)
    runs = [
        Logged(each.name or name, each.seed or seed, each.series, config, env)
        for each in rows.logged("row")
    ]
    if not rows.names:
        notes.lose("", "the run logged no history")
    return Log("wandb", tuple(runs), tuple(rows.names), notes.remarks())


def _items(history: bytes) -> Iterator[tuple[str, object]]:
    """The keys of one row with their values."""
    for number, item in wire.fields(history):
        if number == 1 and isinstance(item, bytes):
            key, value = _item(item)
            if key:
                yield key, value


def _heads(history: bytes) -> Iterator[tuple[str, bytes]]:
    """The keys of one row with the bytes that stand before their values."""
    for number, item in wire.fields(history):
        if number == 1 and isinstance(item, bytes):
            yield _item(item)[0], item.partition(VALUE)[0]


def _item(message: bytes) -> tuple[str, object]:
    key, nested, value = "", [], "null"
    for number, part in wire.fields(message):
        if number == 1:
            key = wire.text(part)
        elif number == 2:
            nested.append(wire.text(part))
        elif number == 16:
            value = wire.text(part)
    try:
        return key or "/".join(nested), json.loads(value)
    except (ValueError, RecursionError):
        return key or "/".join(nested), None


def _run(message: bytes, config: dict[str, str]) -> str:
    name = ""
    for number, value in wire.fields(message):
        if number == 4 and isinstance(value, bytes):
            config |= _settings(value)
        elif number == 8:
            name = wire.text(value)
    return name


def _settings(message: bytes) -> dict[str, str]:
    items = [v for n, v in wire.fields(message) if n == 1 and isinstance(v, bytes)]
    found = dict(_item(each) for each in items)
    return {k: str(v) for k, v in found.items() if not k.startswith("_") and _is_plain(v)}


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and len(str(value)) <= 200


def _records(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    """Whole records; a fragment whose end is missing or damaged is noted and left out."""
    parts: list[bytes] = []
    for place, kind, content in _fragments(stream, notes):
        if kind in (_FULL, _FIRST):
            if parts:
                notes.lose(place, "a record without its end; it is left out")
            parts = [content]
        elif parts:
            parts.append(content)
        else:
            notes.lose(place, "a part of a record without its beginning; it is left out")
        if kind in (_FULL, _LAST) and parts:
            yield b"".join(parts)
            parts = []
        if sum(map(len, parts)) > LARGEST:
            notes.lose(place, "a record of more than 64 MB; it is left out")
            parts = []
    if parts:
        notes.lose("", "the last record is cut off; it is left out")


def _fragments(stream: BinaryIO, notes: Notes) -> Iterator[tuple[str, int, bytes]]:
    base = 0
    for block in _blocks(stream, notes):
        at = _START if base == 0 else 0
        # Less than a head is left empty at the end of a block.
        while at + _HEAD.size <= len(block):
            check, length, kind = _HEAD.unpack_from(block, at)
            content = block[at + _HEAD.size : at + _HEAD.size + length]
            place = f"byte {base + at}"
            if kind == 0 and length == 0:
                break
            if len(content) < length:
                notes.lose(place, "the last record is cut off; it is left out")
                break
            if zlib.crc32(content, zlib.crc32(bytes([kind]))) == check:
                yield place, kind, content
            else:
                notes.lose(place, "a record has a wrong checksum; it is left out")
            at += _HEAD.size + length
        base += len(block)


def _blocks(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    rest = b""
    for piece in chunks(stream, notes, 64 * BLOCK):
        rest += piece
        whole = len(rest) // BLOCK * BLOCK
        yield from (rest[at : at + BLOCK] for at in range(0, whole, BLOCK))
        rest = rest[whole:]
    if rest:
        yield rest
