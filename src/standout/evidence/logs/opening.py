"""The bytes of a log: unpacked where they are packed, whole lines where it has lines."""

from __future__ import annotations

import codecs
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from standout.evidence.logs.series import Notes

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

BLOCK = 4 << 20
"""Bytes that are taken at once."""
_PACKED = 1 << 16
"""Packed bytes that are taken at once."""
LONGEST_LINE = 16 << 20
"""A line beyond it is none: the file is no log."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class _Decompressor(Protocol):
    """What zlib and lzma have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: ReadableBuffer, max_length: int = ..., /) -> bytes: ...


class Unpacking(io.RawIOBase):
    """What is inside gzip or xz, up to where the archive breaks off or is damaged.

    The standard library's files throw away what they have unpacked when an archive ends early,
    which is how every killed job leaves its log.
    """

    def __init__(self, packed: BinaryIO, start: Callable[[], _Decompressor]) -> None:
        super().__init__()
        self.broken = ""
        """Why there is no more, '' where the archive ends as it should."""
        self._packed = packed
        self._start = start
        self._inside = start()
        self._ended = False

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """Only to its beginning."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Begin again. Raises `OSError` for any other place."""
        if offset or whence:
            raise OSError("an archive is read from its beginning")
        self._packed.seek(0)
        self._inside, self._ended, self.broken = self._start(), False, ""
        return 0

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer as far as there is something."""
        view = memoryview(buffer)
        while not self._ended:
            piece = self._next(len(view))
            view[: len(piece)] = piece
            if piece:
                return len(piece)
        return 0

    def _next(self, size: int) -> bytes:
        """Some bytes; none at the end, or where only more of the packed ones help."""
        try:
            if self._inside.eof:
                return self._again(size)
            waiting = getattr(self._inside, "unconsumed_tail", b"")
            more = waiting or (b"" if _is_full(self._inside) else self._packed.read(_PACKED))
            if not more and not _is_full(self._inside):
                self._end("it ends before its time")
                return b""
            return self._inside.decompress(more, size)
        except (zlib.error, lzma.LZMAError, EOFError, OSError) as error:
            self._end(str(error))
            return b""

    def _again(self, size: int) -> bytes:
        """Archives may follow one another in a file, as appending makes them."""
        rest = self._inside.unused_data or self._packed.read(_PACKED)
        if not rest.strip(b"\0"):
            self._end("")
            return b""
        self._inside = self._start()
        return self._inside.decompress(rest, size)

    def _end(self, why: str) -> None:
        self._ended, self.broken = True, why


def _is_full(inside: _Decompressor) -> bool:
    # Only xz keeps packed bytes to itself.
    return getattr(inside, "needs_input", True) is False


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream behind gzip or xz; itself where it is not packed."""
    head = stream.read(6)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return _buffered(Unpacking(stream, _gzip))
    if head.startswith(b"\xfd7zXZ\x00"):
        return _buffered(Unpacking(stream, lzma.LZMADecompressor))
    return stream


def _gzip() -> _Decompressor:
    return zlib.decompressobj(wbits=31)


def _buffered(raw: Unpacking) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(raw))


def chunks(stream: BinaryIO, notes: Notes, size: int = BLOCK) -> Iterator[bytes]:
    """The bytes in pieces; where an archive is cut off or damaged, those before it."""
    while block := stream.read(size):
        yield block
    note_break(stream, notes)


def note_break(stream: BinaryIO, notes: Notes) -> None:
    """Note that an archive, which was read to its end, breaks off."""
    raw = getattr(stream, "raw", None)
    if isinstance(raw, Unpacking) and raw.broken:
        notes.cut = True
        told = f"the archive is cut off or damaged ({raw.broken})"
        notes.lose("", f"{told}; what comes before was read")


def line_blocks(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
    """Whole lines, in UTF-8 without a mark at the start, many at once.

    A last line without an end comes last, alone in its block and without a line end, so that its
    reader can tell that it may be cut off.
    """
    line = 1
    for block in _parted(stream, notes):
        if not block.isascii():
            _note_encoding(block, line, notes)
        if b"\0" in block:
            at = line + block[: block.index(b"\0")].count(b"\n")
            told = "zero bytes, as a crash of the machine leaves them; what stood there is lost"
            notes.lose(f"line {at}", told)
            block = block.replace(b"\0", b"")
        line += block.count(b"\n")
        if block:
            yield block


def _note_encoding(block: bytes, line: int, notes: Notes) -> None:
    try:
        block.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line + block[: error.start].count(b"\n")
        notes.say(f"line {at}", "not UTF-8; read as Latin-1, which leaves numbers what they are")


def _parted(stream: BinaryIO, notes: Notes) -> Iterator[bytes]:
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
    mark, encoding = encoding_of(first)
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


def encoding_of(head: bytes) -> tuple[bytes, str]:
    """The mark at the start of a file and the encoding it means; '' for what is no wide one.

    UTF-16 without its mark is known too: every second byte of ordinary characters is zero.
    """
    marked = next((each for each in _MARKS if head.startswith(each[0])), None)
    if marked:
        return marked
    even, odd = head[:64:2], head[1:64:2]
    if len(odd) > 1 and all(even) and not any(odd):
        return b"", "utf-16-le"
    return b"", "utf-16-be" if len(odd) > 1 and all(odd) and not any(even) else ""


def _chain(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def text_of(content: bytes) -> str:
    """Bytes as text: UTF-8, else Western, so that a name is never lost."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
