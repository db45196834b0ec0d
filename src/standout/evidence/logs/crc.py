"""CRC-32C (Castagnoli), of many records at once: what guards TensorBoard's records."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_POLYNOMIAL = 0x82F63B78
_MASK = 0xA282EAD8


def _entry(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ (_POLYNOMIAL if byte & 1 else 0)
    return byte


_TABLE = np.array([_entry(each) for each in range(256)], dtype=np.uint32)


def masked(records: Sequence[bytes]) -> NDArray[np.uint32]:
    """The masked checksum of each record, as TensorFlow stores it; records of one length."""
    if not records:
        return np.empty(0, dtype=np.uint32)
    size = len(records[0])
    table = np.frombuffer(b"".join(records), dtype=np.uint8).reshape(len(records), size)
    crc = np.full(len(records), 0xFFFFFFFF, dtype=np.uint32)
    for column in np.ascontiguousarray(table.T):
        crc = _TABLE[(crc ^ column) & 0xFF] ^ (crc >> np.uint32(8))
    crc ^= np.uint32(0xFFFFFFFF)
    return ((crc >> np.uint32(15)) | (crc << np.uint32(17))) + np.uint32(_MASK)
