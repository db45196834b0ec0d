"""A page's picture with heat over its words, as PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from standout.model.exposure import Band, Picture, SeenWord

HEAT = {Band.LIKELY: (255, 138, 92), Band.MAYBE: (255, 224, 130)}
"""What white paper becomes; nothing where a word is unlikely seen."""
_DARK = 0.3
"""How much of the colour black gets, so that words on a dark panel show it too."""
_AROUND = 1.5
"""Points around a word that share its colour."""


def png(picture: Picture) -> bytes:
    """A picture as PNG."""
    return _encoded(picture.width, picture.height, picture.pixels)


def heated(picture: Picture, words: Sequence[SeenWord], seconds: int) -> bytes:
    """A picture as PNG, the words that are likely or maybe seen in time under a colour."""
    pixels = bytearray(picture.pixels)
    done = bytearray(picture.width * picture.height)
    for band in (Band.LIKELY, Band.MAYBE):
        tables = [_table(part) for part in HEAT[band]]
        for each in words:
            if each.page == picture.page and each.sight.band(seconds) is band:
                _tint(pixels, done, picture, each, tables)
    return _encoded(picture.width, picture.height, bytes(pixels))


def _table(part: int) -> bytes:
    """What each value of a channel becomes under a colour."""
    return bytes(int(part * (_DARK + (1 - _DARK) * value / 255)) for value in range(256))


def _tint(
    pixels: bytearray, done: bytearray, picture: Picture, each: SeenWord, tables: Sequence[bytes]
) -> None:
    """Colour what is below a word, each pixel once however many words lie over it."""
    box, scale, width = each.word.box, picture.scale, picture.width
    left = max(0, int((box.x0 - _AROUND) * scale))
    right = min(width, int((box.x1 + _AROUND) * scale))
    for row in range(max(0, int(box.y0 * scale)), min(picture.height, int(box.y1 * scale) + 1)):
        for start, stop in _open(done, row * width + left, row * width + right):
            done[start:stop] = b"\x01" * (stop - start)
            for channel, table in enumerate(tables):
                part = slice(3 * start + channel, 3 * stop, 3)
                pixels[part] = pixels[part].translate(table)


def _open(done: bytearray, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of a row that have no colour yet."""
    at = done.find(0, start, stop)
    while at >= 0:
        end = done.find(1, at, stop)
        end = stop if end < 0 else end
        yield at, end
        at = done.find(0, end, stop)


def _encoded(width: int, height: int, pixels: bytes) -> bytes:
    stride = 3 * width
    rows = b"".join(b"\0" + pixels[at : at + stride] for at in range(0, stride * height, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(rows, 6)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
