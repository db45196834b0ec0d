"""Refuse files that unpack to far more than a resume can hold, before pdfium meets them.

pdfium unpacks up to a gigabyte a stream, reads a stream as often as a page names it, and draws
forms inside forms as often as they name one another. None of that can be stopped once it has
begun, so the raw bytes are looked through first.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

from standout.patterns import regex
from standout.values import frozen

MAX_UNPACKED = 120_000_000
"""Bytes, over all streams of a file."""
MAX_DRAWN = 12_000_000
"""Bytes of page content, counted as often as it is used; a dense page has 200,000."""
MAX_FORMS = 20_000
"""Forms drawn on a page, counted as often as they are used."""

_DEFLATE_RATIO = 1032
"""The most that deflate can pack into one byte."""
_CHUNK = 4_000_000
_HEAD = 2_048
_STREAM = regex(rb"(\d{1,9})\s+\d{1,5}\s+obj\b|\bstream\r?\n")
_REFERENCE = regex(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
_REFERENCES = regex(rb"\[((?:\s*\d{1,9}\s+\d{1,5}\s+R)+)\s*\]")
_DRAW = regex(rb"\sDo\b")
_FILTER = rb"/(?:FlateDecode|Fl|LZWDecode|LZW)\b"
_FILTERS_IN_A_ROW = regex(_FILTER + rb"\s{0,20}" + _FILTER)
_OPERATORS = bytes(range(32, 127)) + b"\r\n\t"


@frozen
class _Stream:
    """A stream as packed; `head` is its dictionary."""

    number: int
    head: bytes
    packed: bytes


class _ExcessError(Exception):
    """The file is refused for the reason given."""


def too_large(content: bytes) -> str | None:
    """Why a file is refused; None for one that may be read."""
    try:
        _inspect(content)
    except _ExcessError as excess:
        return str(excess)
    return None


def _inspect(content: bytes) -> None:
    if _FILTERS_IN_A_ROW.search(content):
        raise _ExcessError("a stream of the file is packed several times over")
    bounded = len(content) * _DEFLATE_RATIO <= MAX_UNPACKED
    texts: dict[int, bytes] = {}
    forms: dict[int, _Stream] = {}
    unpacked = 0
    for stream in _streams(content):
        if re.search(rb"/Subtype\s*/Form\b", stream.head):
            forms[stream.number] = stream
        text = bytearray()
        for chunk in _unpacked(stream):
            unpacked += len(chunk)
            if unpacked > MAX_UNPACKED:
                raise _ExcessError("the file unpacks to more than 120 MB")
            if len(text) or _is_operators(chunk):
                text += chunk
            elif bounded:
                break
        if text:
            texts[stream.number] = bytes(text)
    _check_repeats([content, *texts.values()], texts)
    _check_forms(forms, texts)


def _streams(content: bytes) -> Iterator[_Stream]:
    number = begin = at = 0
    while match := _STREAM.search(content, at):
        at = match.end()
        if match[1]:
            number, begin = int(match[1]), at
            continue
        end = content.find(b"endstream", at)
        end = len(content) if end < 0 else end
        yield _Stream(number, content[max(begin, at - 4_000) : match.start()], content[at:end])
        at = min(end + 9, len(content))


def _unpacked(stream: _Stream) -> Iterator[bytes]:
    """What a stream unpacks to, in chunks; as it is where it is not packed."""
    packed = stream.packed
    if b"ASCII85Decode" in stream.head or b"/A85" in stream.head:
        try:
            packed = base64.a85decode(packed.strip().removeprefix(b"<~").removesuffix(b"~>"))
        except ValueError:
            return
    if packed[:1] != b"\x78":
        yield packed
        return
    inflater = zlib.decompressobj()
    size = _HEAD
    try:
        while packed and not inflater.eof:
            chunk = inflater.decompress(packed, size)
            if size == _HEAD and _is_packed(chunk):
                raise _ExcessError("a stream of the file is packed several times over")
            yield chunk
            packed, size = inflater.unconsumed_tail, _CHUNK
    except zlib.error:
        return


def _is_packed(chunk: bytes) -> bool:
    if chunk[:1] != b"\x78":
        return False
    try:
        return len(zlib.decompressobj().decompress(chunk, 64)) == 64
    except zlib.error:
        return False


def _is_operators(chunk: bytes) -> bool:
    """Say whether bytes look like page content: nearly all of them printable."""
    head = chunk[:_HEAD]
    return len(head.translate(None, _OPERATORS)) <= 0.1 * len(head)


def _check_repeats(texts: list[bytes], streams: dict[int, bytes]) -> None:
    """Refuse an array of references that names more content than a page can hold."""
    sizes = {number: len(text) for number, text in streams.items()}
    for text in texts:
        for match in _REFERENCES.finditer(text):
            named = _REFERENCE.findall(match[1])
            if sum(sizes.get(int(number), 0) for number in named) > MAX_DRAWN:
                raise _ExcessError("a page of the file holds more than 12 MB of content")
    if max(sizes.values(), default=0) > MAX_DRAWN:
        raise _ExcessError("a page of the file holds more than 12 MB of content")


def _check_forms(forms: dict[int, _Stream], texts: dict[int, bytes]) -> None:
    """Refuse forms that draw themselves, or one another more often than a page can need."""
    inner = {
        number: [target for each in _REFERENCE.findall(form.head) if (target := int(each)) in forms]
        for number, form in forms.items()
    }
    draws = {number: len(_DRAW.findall(texts.get(number, b""))) for number in forms}
    counts: dict[int, int] = {}
    for start in forms:
        path = {start: None}  # A stack that also answers quickly what is on it.
        while path:
            form = next(reversed(path))
            waiting = next((each for each in inner[form] if each not in counts), None)
            if waiting is None:
                most = max((counts[each] for each in inner[form]), default=0)
                counts[form] = 1 + draws[form] * most
                del path[form]
            elif waiting in path:
                raise _ExcessError("a form of the file draws itself")
            else:
                path[waiting] = None
    if max(counts.values(), default=0) > MAX_FORMS:
        raise _ExcessError("the file draws forms inside forms without end")
