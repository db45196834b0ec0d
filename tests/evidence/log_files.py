"""Log files made by hand, byte by byte, for the readers' tests."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable

from standout.evidence.logs import crc


def varint(number: int) -> bytes:
    """A whole number on the wire."""
    found = bytearray()
    number &= (1 << 64) - 1
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def field(number: int, content: bytes) -> bytes:
    """A field of bytes."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def event(step: float, tag: str, value: float, *, tensor: bool = False, time: float = 1.0) -> bytes:
    """An event with one scalar, as torch writes it or as a tensor."""
    if tensor:
        inside = b"\x08\x01" + field(4, struct.pack("<f", value))
        scalar = field(1, tag.encode()) + field(8, inside)
    else:
        scalar = field(1, tag.encode()) + b"\x15" + struct.pack("<f", value)
    head = b"\x09" + struct.pack("<d", time) + b"\x10" + varint(int(step))
    return head + field(5, field(1, scalar))


def events(messages: Iterable[bytes]) -> bytes:
    """A file of events."""
    found = b""
    for each in messages:
        length = struct.pack("<Q", len(each))
        found += length + struct.pack("<I", int(crc.masked([length])[0]))
        found += each + struct.pack("<I", int(crc.masked([each])[0]))
    return found


def history(**values: object) -> bytes:
    """A row of a `.wandb` file; keys with two underscores are nested."""
    items = b""
    for key, value in values.items():
        parts = key.split("__")
        names = b"".join(field(2, each.encode()) for each in parts)
        items += field(1, names + field(16, json.dumps(value).encode()))
    return field(2, items)


def run(name: str, **config: object) -> bytes:
    """The record of a run with its configuration."""
    items = b"".join(
        field(1, field(1, key.encode()) + field(16, json.dumps(value).encode()))
        for key, value in config.items()
    )
    return field(17, field(4, items) + field(8, name.encode()))


def wandb_file(records: Iterable[bytes]) -> bytes:
    """A `.wandb` file: records in blocks of 32 KiB."""
    found = bytearray(b":W&B\xe1\xbe\x00")
    for record in records:
        first = True
        while True:
            left = 32_768 - len(found) % 32_768
            if left < 7:
                found += bytes(left)
                left = 32_768
            piece, record = record[: left - 7], record[left - 7 :]
            kind = (1 if not record else 2) if first else (4 if not record else 3)
            check = zlib.crc32(piece, zlib.crc32(bytes([kind])))
            found += struct.pack("<IHB", check, len(piece), kind) + piece
            first = False
            if not record:
                break
    return bytes(found)
