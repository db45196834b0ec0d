"""The bytes of a log: unpacked where they are packed, whole lines where it has lines."""

from __future__ import annotations

import codecs
import gzip
import lzma
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from standout.evidence.logs.series import Notes

BLOCK = 4 << 20
"""Bytes that are taken at once."""
LONGEST_LINE = 16 << 20
"""A line beyond it is none: the file is no log."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream behind gzip or xz; itself where it is not packed."""
    head = stream.read(6)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    if head.startswith(b"\xfd7zXZ\x00"):
        return cast("BinaryIO", lzma.LZMAFile(stream))
    return stream


def chunks(stream: BinaryIO, notes: Notes, size: int = BLOCK) -> Iterator[bytes]:
    """The bytes in pieces; where an archive is cut off or broken, those before it."""
    while True:
        try:
            block = stream.read(size)
        except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, OSError) as error:
            yield from _smaller(stream, size, notes, error)
            return
        if not block:
            return
        yield block


def _smaller(stream: BinaryIO, size: int, notes: Notes, error: Exception) -> Iterator[bytes]:
    # A failed read throws away what it had unpacked: go back and take the rest in small bites.
    if size > 1:
        try:
            done = stream.tell()
            stream.seek(0)
            for _ in range(done // BLOCK):
                stream.read(BLOCK)
            stream.read(done % BLOCK)
        except (EOFError, zlib.error, lzma.LZMAError, OSError):
            notes.lose("", f"the archive is damaged: {error}")
            notes.cut = True
            return
        yield from chunks(stream, notes, max(size // 64, 1))
        return
    notes.cut = True
    notes.lose("", f"the archive is cut off or damaged ({error}); what comes before was read")


def line_blocks(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    """Whole lines, in UTF-8 without a mark at the start, many at once.

    A last line without an end comes last, alone in its block and without a line end, so that its
    reader can tell that it may be cut off.
    """
    rest = b""
    for block in _decoded(stream, notes):
        cut = block.rfind(b"\n") + 1
        if not cut:
            rest += block
            if len(rest) > LONGEST_LINE:
                notes.lose("line 1", "a line of 16 MB: this is no log")
                return
            continue
        yield rest + block[:cut]
        rest = block[cut:]
    if rest and not notes.cut:
        yield rest


def _decoded(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    pieces = chunks(stream, notes)
    first = next(pieces, b"")
    mark, encoding = next(((m, e) for m, e in _MARKS if first.startswith(m)), (b"", ""))
    first = first[len(mark) :]
    if encoding in ("", "utf-8"):
        # Old Macs end lines with a carriage return alone.
        old = b"\r" in first and b"\n" not in first
        for each in _chain(first, pieces):
            yield each.replace(b"\r", b"\n") if old else each
        return
    notes.say("", f"the file is {encoding.upper()}, read as such")
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for each in _chain(first, pieces):
        yield decoder.decode(each).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _chain(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def text_of(content: bytes) -> str:
    """Bytes as text: UTF-8, else Western, so that a name is never lost."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
