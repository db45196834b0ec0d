"""One page: its visible words in reading order, and everything else that is on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from standout.model.page import Drawing
from standout.readers.pdf import cards, pdfium
from standout.readers.pdf.bands import Bands
from standout.readers.pdf.cells import Row, at_stops, lifted, tab_stops
from standout.readers.pdf.columns import Lines
from standout.readers.pdf.dots import alone
from standout.readers.pdf.drafts import Draft, with_turned
from standout.readers.pdf.drawings import Ground, painted
from standout.readers.pdf.frame import frame
from standout.readers.pdf.gaps import Gaps
from standout.readers.pdf.links import Hotspot, hotspots
from standout.readers.pdf.margin import raised
from standout.readers.pdf.newspaper import in_order
from standout.readers.pdf.rows import fragments, rows, segments, words
from standout.readers.pdf.visibility import is_hidden, single
from standout.readers.pdf.words import PageWords, Piece
from standout.source import Box

MAX_CHARACTERS = 60_000
"""On a page; a full page of small print has about 8,000."""


@dataclass(slots=True)
class PageInk:
    """What stands on one page."""

    number: int
    width: float
    height: float
    lines: list[Draft] = field(default_factory=list)
    hidden: list[Piece] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    grounds: Bands[Ground] = field(default_factory=Bands)
    hotspots: Bands[Hotspot] = field(default_factory=Bands)
    pieces: list[Piece] = field(default_factory=list)
    """All words, hidden ones too, in drawing order."""
    stream: str = ""
    """pdfium's characters in drawing order."""
    cut: bool = False
    """Only the first characters were read."""
    objects: int = 0
    """Texts, paths, images and forms that the page is drawn with."""

    @property
    def fonts(self) -> set[str]:
        """The names of the fonts in use."""
        return {piece.style.font.name for piece in self.pieces}


def read_page(document: pdfium.Handle, number: int, limit: int) -> PageInk | None:
    """Read one page, counted from 1, up to `limit` characters; None where it is damaged."""
    with pdfium.page(document, number - 1) as handle:
        if handle is None:
            return None
        shown = frame(handle)
        paint = painted(handle, shown)
        ink = PageInk(number, shown.width, shown.height)
        ink.objects = max(0, pdfium.raw.FPDFPage_CountObjects(handle))
        ink.drawings = paint.drawings
        ink.grounds = Bands((ground.box, ground) for ground in paint.grounds)
        ink.hotspots = hotspots(document, handle, shown)
        with pdfium.text_page(handle) as text:
            if text:
                drawn = PageWords(text, shown, paint.texts, min(limit, MAX_CHARACTERS))
                ink.stream, ink.cut = drawn.characters, drawn.is_cut
                ink.pieces = list(single(drawn.read()))
    visible: list[Piece] = []
    for piece in ink.pieces:
        (ink.hidden if is_hidden(piece, shown, ink.grounds) else visible).append(piece)
    ink.lines = _lines(visible, ink)
    return ink


def _lines(pieces: Sequence[Piece], ink: PageInk) -> list[Draft]:
    upright = [piece for piece in pieces if piece.style.rotation == 0]
    found: list[Draft] = []
    for count, column in in_order(fragments(upright), _drawn(ink), alone(ink.drawings)):
        raised_rows = raised(rows(column))
        stops = tab_stops(raised_rows)
        parts = _segments([words(row) for row in raised_rows], ink.drawings)
        found += [
            Draft(cells, ink.number, count)
            for cells in lifted([at_stops(row, stops) for row in parts])
        ]
    turned = list(_turned(pieces, ink, max((line.column for line in found), default=0)))
    return with_turned(found, turned)


def _turned(pieces: Sequence[Piece], ink: PageInk, count: int) -> Iterator[Draft]:
    """The lines of turned text; parts of them that stand far apart are lines of their own."""
    for quarter in (1, 2, 3):
        level = [_turn(piece, quarter) for piece in pieces if _quarter(piece) == quarter]
        for row in _segments([words(row) for row in rows(fragments(level))]):
            for part in row:
                count += 1
                yield Draft([[_turn(piece, -quarter) for piece in part]], ink.number, count)


def _segments(found: list[list[Piece]], drawings: Sequence[Drawing] = ()) -> Iterator[Row]:
    gaps = Gaps(found, drawings)
    return (segments(row, gaps.is_apart) for row in found)


def _drawn(ink: PageInk) -> Lines:
    bars = [each.box for each in ink.drawings if each.kind == "rule" and each.box.width > 40]
    walls = [
        each.box
        for each in ink.drawings
        if each.kind == "shape"
        and each.box.height > 0.35 * ink.height
        and each.box.width < 0.75 * ink.width
    ]
    for left, right in cards.in_rows(ink.drawings):
        bars += cards.edges(left, right)
        walls += [left, right]
    return Lines(bars, walls)


def _quarter(piece: Piece) -> int:
    """The quarter turn nearest to a rotated word's; 0 for an upright one."""
    if piece.style.rotation == 0:
        return 0
    return round(piece.style.rotation / 90) % 4 or 1


def _turn(piece: Piece, quarter: int) -> Piece:
    """The word after turning the page so that text turned by `quarter` stands upright."""
    x0, y0, x1, y1 = piece.x0, piece.y0, piece.x1, piece.y1
    for _ in range(quarter % 4):
        x0, y0, x1, y1 = -y1, x0, -y0, x1
    return replace(piece, x0=x0, y0=y0, x1=x1, y1=y1, baseline=(y0 + y1) / 2)


def parallel(drafts: Sequence[Draft]) -> list[Box]:
    """The boxes of the columns of text that stand side by side; empty where there are none."""
    boxes: dict[int, Box] = {}
    counts: dict[int, int] = {}
    for draft in drafts:
        box = draft.box
        boxes[draft.column] = boxes[draft.column].union(box) if draft.column in boxes else box
        counts[draft.column] = counts.get(draft.column, 0) + 1
    large = [boxes[column] for column in boxes if counts[column] >= 3]
    return [box for box in large if any(_beside(box, other) for other in large)]


def _beside(box: Box, other: Box) -> bool:
    overlap = min(box.y1, other.y1) - max(box.y0, other.y0)
    apart = box.x1 <= other.x0 or other.x1 <= box.x0
    return apart and overlap > 0.3 * min(box.height, other.height)
