"""Refuse files that unpack to far more than a resume can hold, before pdfium meets them.

pdfium itself unpacks up to a gigabyte a stream.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_UNPACKED = 150_000_000
"""Bytes, over all streams of a file."""
_DEFLATE_RATIO = 1032
"""The most that deflate can pack into one byte."""
_CHUNK = 4_000_000
_FILTER = rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b"
_FILTERS_IN_A_ROW = re.compile(_FILTER + rb"\s{0,20}" + _FILTER)


def too_large(content: bytes) -> str | None:
    """Why a file is refused; None for one that may be read."""
    if _FILTERS_IN_A_ROW.search(content):
        return "a stream of the file is packed several times over"
    if len(content) * _DEFLATE_RATIO <= MAX_UNPACKED:
        return None
    unpacked = 0
    for size in _unpacked_sizes(content):
        unpacked += size
        if unpacked > MAX_UNPACKED:
            return "the file unpacks to more than 150 MB"
    return None


def _unpacked_sizes(content: bytes) -> Iterator[int]:
    """The growing sizes of all deflated streams, chunk by chunk."""
    start = content.find(b"stream")
    view = memoryview(content)
    while start >= 0:
        if content[start - 3 : start] != b"end":
            begin = start + 6
            while content[begin : begin + 1] in (b"\r", b"\n"):
                begin += 1
            end = content.find(b"endstream", begin)
            end = len(content) if end < 0 else end
            if (end - begin) * _DEFLATE_RATIO > 1_000_000:
                yield from _inflated(view[begin:end])
            start = content.find(b"stream", end + 9)
        else:
            start = content.find(b"stream", start + 6)


def _inflated(packed: memoryview) -> Iterator[int]:
    inflater = zlib.decompressobj()
    rest: bytes | memoryview = packed
    try:
        while rest and not inflater.eof:
            yield len(inflater.decompress(rest, _CHUNK))
            rest = inflater.unconsumed_tail
    except zlib.error:
        return
