"""PDFs made by hand, for what no typesetter would write."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def page(
    content: bytes,
    *,
    resources: bytes = b"/Font<</F 5 0 R>>",
    box: bytes = b"0 0 612 792",
    extra: Mapping[int, bytes] | None = None,
    contents: bytes = b"4 0 R",
    count: int = 1,
    keys: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A file whose every page has the same content; font `F` is Helvetica."""
    kids = b"3 0 R " * count
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<<%s>>/Contents %s%s>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        3: leaf % (box, resources, contents, keys),
        4: stream(content),
        5: HELVETICA,
        **(extra or {}),
    }
    return document(objects, trailer)


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A deflated stream object."""
    packed = zlib.compress(content, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (head, len(packed), packed)


def form(content: bytes, resources: bytes) -> bytes:
    """A form that a page can draw."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s>>" % resources
    return stream(content, head)


def document(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets: dict[int, int] = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d %05d %s \n" % (
            offsets.get(number, 0),
            0 if number in offsets else 65535,
            b"n" if number in offsets else b"f",
        )
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)
    return bytes(out)
