"""What independent extractors read in the same file.

Screening systems read a page in one of three ways: as drawn ('stream'), by rows over the whole
width ('row'), or by blocks of nearby lines ('block'). Where the three agree, the page is safe.
All three are taken from pdfium's characters; `pdfminer_extraction` reads the file again with
other code, at several times the cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from standout.model import Extraction
from standout.readers.pdf.characters import paired
from standout.readers.pdf.page import PageInk
from standout.readers.pdf.physical import physical
from standout.readers.pdf.rows import Fragment, fragments, rows
from standout.source import Box

MAX_PAGES = 10
MAX_CHARACTERS = 30_000
"""On those pages together, for pdfminer: about six full pages, one second."""
MAX_OBJECTS = 10_000
"""On those pages together, for pdfminer: about half a second of paths."""
_LINE_GAP = 0.6
"""In type sizes: lines closer than this belong to one block."""


def extractions(content: bytes, most: int = MAX_PAGES) -> tuple[Extraction, ...]:
    """The stream, row and block readings of the first pages; empty for an unreadable file."""
    inks = physical(content).inks[:most]
    if not inks:
        return ()
    return (
        Extraction("pdfium", "stream", tuple(_stream(ink) for ink in inks)),
        Extraction("pdfium rows", "row", tuple(_rows(ink) for ink in inks)),
        Extraction("pdfium blocks", "block", tuple(_blocks(ink) for ink in inks)),
    )


def pdfminer_extraction(content: bytes) -> Extraction | None:
    """What pdfminer.six reads by its layout analysis; None where it fails or would take long."""
    found = physical(content)
    inks = found.inks[:MAX_PAGES]
    if not inks or sum(len(ink.stream) for ink in inks) > MAX_CHARACTERS:
        return None
    if sum(ink.objects for ink in inks) > MAX_OBJECTS:
        return None
    from standout.readers.pdf import miner

    pages = miner.pages(content, len(inks))
    return Extraction("pdfminer.six", "block", pages) if pages is not None else None


def _stream(ink: PageInk) -> str:
    """The characters in drawing order; pdfium's sign for a line-end hyphen is one again."""
    return paired(ink.stream).replace("\ufffe", "-").replace("\x02", "-").replace("\r\n", "\n")


def _rows(ink: PageInk) -> str:
    return "\n".join(
        " ".join(piece.text for part in row for piece in part.pieces)
        for row in rows(fragments(ink.pieces))
    )


def _blocks(ink: PageInk) -> str:
    """Blocks by place: the higher first, a little more so the further left."""
    blocks = [(_around(block), block) for block in _grouped(fragments(ink.pieces))]
    blocks.sort(key=lambda pair: 0.5 * pair[0].x0 + 1.5 * (pair[0].y0 + pair[0].y1))
    return "\n\n".join("\n".join(_lines(block)) for _, block in blocks)


def _grouped(parts: Sequence[Fragment]) -> list[list[Fragment]]:
    """Lines of like size that stand under one another without a gap."""
    blocks: list[list[Fragment]] = []
    for part in sorted(parts, key=lambda part: (part.y0, part.x0)):
        for block in reversed(blocks[-40:]):
            if _continues(block[-1], part):
                block.append(part)
                break
        else:
            blocks.append([part])
    return blocks


def _continues(above: Fragment, part: Fragment) -> bool:
    size = max(above.size, part.size)
    return (
        part.y0 - above.y1 < _LINE_GAP * size
        and abs(above.size - part.size) < 0.5 * size
        and min(above.x1, part.x1) > max(above.x0, part.x0)
    )


def _lines(block: Sequence[Fragment]) -> Iterator[str]:
    for _, line in groupby(block, key=lambda part: round(part.baseline)):
        yield " ".join(piece.text for part in line for piece in part.pieces)


def _around(block: Sequence[Fragment]) -> Box:
    return Box(
        min(part.x0 for part in block),
        min(part.y0 for part in block),
        max(part.x1 for part in block),
        max(part.y1 for part in block),
    )
