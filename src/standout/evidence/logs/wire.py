"""The wire format of protocol buffers: fields of a message, without its description."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Value = int | bytes
_DOUBLE = struct.Struct("<d")
_FLOAT = struct.Struct("<f")
PADDING = bytes(64)
"""What follows content that is read at many places at once: no reading there passes its end."""


def fields(message: bytes) -> Iterator[tuple[int, Value]]:
    """Number and value of each field: whole numbers, or the bytes of anything else.

    Raises `ValueError` where the message breaks off.
    """
    at, end = 0, len(message)
    while at < end:
        key, at = _varint(message, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        if kind == 2:
            size, at = _varint(message, at)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
        else:
            raise ValueError("not a message")
        if at + size > end:
            raise ValueError("the message breaks off")
        yield key >> 3, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message) and shift < 70:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ValueError("the message breaks off")


def double(value: Value) -> float:
    """A field of eight bytes."""
    return float(_DOUBLE.unpack(value)[0]) if isinstance(value, bytes) and len(value) == 8 else 0.0


def single(value: Value) -> float:
    """A field of four bytes."""
    return float(_FLOAT.unpack(value)[0]) if isinstance(value, bytes) and len(value) == 4 else 0.0


def signed(value: Value) -> int:
    """A whole number that may be negative."""
    number = value if isinstance(value, int) else 0
    return number - (1 << 64) if number >= 1 << 63 else number


def text(value: Value) -> str:
    """A field of text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


NO_LENGTH = 1 << 40
"""What a whole number of more than five bytes is read as: no length of anything."""


def varints(
    content: NDArray[np.uint8], at: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The whole numbers at many places of padded content, and where each ends."""
    first = content[at]
    value, after = (first & 0x7F).astype(np.int64), at + 1
    more = np.flatnonzero(first >= 0x80)
    for shift in (7, 14, 21, 28):
        if not len(more):
            return value, after
        byte = content[after[more]]
        value[more] |= (byte & 0x7F).astype(np.int64) << shift
        after[more] += 1
        more = more[byte >= 0x80]
    value[more] = NO_LENGTH
    return value, after
