"""From the blocks of a document to paragraphs in reading order, and from those to lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from standout.model import Emphasis, Link
from standout.patterns import regex
from standout.readers.docx.runs import Piece, Runs
from standout.readers.docx.styles import (
    Layout,
    Look,
    Styles,
    child,
    ground_of,
    layout_of,
    local,
    value,
)
from standout.readers.lines import Line, Segment
from standout.source import Span, Text
from standout.values import frozen
from standout.vocabulary import networks

_PASSED = frozenset({"ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "Choice"})
_HANGING = 18.0
"""Points from a mark to its text where nothing says so."""
_TYPED_BULLET = regex(r"([•▪■●○◦‣►➢❖✓·–—*\uf0b7\uf0a7-])[ \t\u00a0]+(?=\S)")
_WHITE = regex("F[A-F]{5}|FFFFFF")
_TINY = 3.0
_NARROW = 45
"""Characters: cells no longer than this are a row of fields, longer ones are columns of text."""


@frozen
class Row:
    """One line before it has a place: stretches set apart by tabs or cells."""

    cells: tuple[tuple[Piece, ...], ...]
    layout: Layout = field(default_factory=Layout)
    bullet: str | None = None
    starts: bool = True
    gap: float = 0.0
    region: int = 0
    boxed: bool = False
    table: int | None = None
    furniture: bool = False

    @property
    def words(self) -> str:
        """The text of the line."""
        return " ".join("".join(piece.text for piece in cell) for cell in self.cells).strip()


@dataclass
class Body:
    """Walks over blocks. `regions` and `tables` count what was met."""

    styles: Styles
    bullets: Mapping[tuple[str, int], str]
    runs: Runs
    regions: int = 0
    tables: int = 0
    _space: float = 0.0

    def rows(self, parent: etree._Element, ground: str | None = None) -> Iterator[Row]:
        """The lines of a body, a cell, a header or a text box."""
        for each in parent:
            name = local(each)
            if name == "p":
                yield from self._paragraph(each, ground)
            elif name == "tbl":
                yield from self._table(each)
            elif name in _PASSED:
                yield from self.rows(each, ground)
            elif name == "AlternateContent":
                yield from self.rows(child(each, "Choice") or each, ground)

    def _paragraph(self, paragraph: etree._Element, ground: str | None) -> Iterator[Row]:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"))
        look, layout = self.styles.of(style)
        layout = layout_of(properties).over(layout).over(self.styles.first_layout)
        base = look.over(self.styles.default)
        base = Look(ground=layout.ground or ground).over(base) if layout.ground or ground else base
        pieces = tuple(self.runs.pieces(paragraph, base))
        size = max((p.look.size or 11.0 for p in pieces if p.text.strip()), default=11.0)
        if not any(piece.text.strip() for piece in pieces):
            self._space += 1.0
        lines = [*_broken(pieces, "\n")] if any(p.text.strip() for p in pieces) else []
        bullet = self._bullet(layout)
        for index, line in enumerate(lines):
            cells = tuple(cell for cell in _broken(line, "\t") if _written(cell))
            if not cells:
                continue
            gap = self._space + (layout.before or 0.0) / size if index == 0 else 0.0
            yield Row(cells, layout, bullet if index == 0 else None, starts=index == 0, gap=gap)
            self._space = 0.0
        if lines:
            self._space = (layout.after or 0.0) / size
        boxes, self.runs.boxes = self.runs.boxes, []
        for box in boxes:
            yield from self._box(box)

    def _bullet(self, layout: Layout) -> str | None:
        if layout.numbering is None or layout.level is not None:
            return None
        number, level = layout.numbering
        return None if number == "0" else self.bullets.get((number, level), "•") or None

    def _box(self, box: etree._Element) -> Iterator[Row]:
        self.regions += 1
        region = self.regions
        for row in self.rows(box):
            yield replace(row, region=row.region or region, boxed=True)

    def _table(self, table: etree._Element) -> Iterator[Row]:
        self.tables += 1
        number, base = self.tables, self.regions
        widest = 0
        for each in _nested(table, "tr"):
            cells = [self._cell(cell) for cell in _nested(each, "tc")]
            widest = max(widest, len(cells))
            self.regions = max(self.regions, base + widest)
            for row in _table_rows(cells, base):
                yield replace(row, table=number)

    def _cell(self, cell: etree._Element) -> list[Row]:
        return list(self.rows(cell, ground_of(child(cell, "tcPr"))))


def _nested(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, in content controls too."""
    for each in parent:
        if local(each) == name:
            yield each
        elif local(each) in _PASSED:
            yield from _nested(each, name)


def _table_rows(cells: list[list[Row]], base: int) -> Iterator[Row]:
    """A row of short cells is a line of fields; long cells are columns, one after the other."""
    filled = [(index, cell) for index, cell in enumerate(cells) if cell]
    long = [cell for _, cell in filled if _is_long(cell)]
    listed = any(cell[0].bullet for _, cell in filled)
    if len(filled) > 1 and len(long) <= 1 and not listed:
        first = [row.cells for _, cell in filled for row in cell[:1]]
        main = long[0][0] if long else filled[0][1][0]
        yield replace(main, cells=tuple(cell for row in first for cell in row), starts=True)
        for _, cell in filled:
            yield from cell[1:]
        return
    for index, cell in filled:
        for row in cell:
            region = row.region or (base + index + 1 if len(cells) > 1 else 0)
            yield replace(row, region=region)


def _is_long(cell: list[Row]) -> bool:
    return len(cell) > 2 or any(len(row.words) > _NARROW for row in cell)


def _broken(pieces: Iterable[Piece], mark: str) -> Iterator[tuple[Piece, ...]]:
    part: list[Piece] = []
    for piece in pieces:
        if piece.text == mark:
            yield tuple(part)
            part = []
        else:
            part.append(piece)
    yield tuple(part)


def _written(pieces: Iterable[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def is_hidden(look: Look) -> bool:
    """Characters that are in the file and not on the page."""
    bright = bool(look.colour and _WHITE.fullmatch(look.colour))
    dark = bool(look.ground and not _WHITE.fullmatch(look.ground))
    tiny = look.size is not None and look.size < _TINY
    return bool(look.vanish) or tiny or (bright and not dark)


@dataclass
class Writer:
    """Gives rows their places in the text: `text` so far, and the lines."""

    text: list[str] = field(default_factory=list)
    length: int = 0

    def line(self, row: Row) -> Line | None:
        """The row as a line, its text appended; None where nothing shows."""
        shown = [tuple(p for p in cell if not is_hidden(p.look)) for cell in row.cells]
        shown = [_trimmed(cell) for cell in shown if _written(cell)]
        if not shown:
            return None
        bullet = row.bullet
        if bullet is None and row.layout.level is None:
            bullet, shown[0] = _taken_off(shown[0])
        numbering = row.layout.numbering
        depth = numbering[1] if numbering is not None else 0
        indent = row.layout.indent or depth * _HANGING
        segments: list[Segment] = []
        # Where a list leaves its indent to its numbering, the text still hangs behind the mark.
        at = row.layout.indent or indent + (_HANGING if bullet else 0.0)
        for cell in shown:
            segment = self._segment(cell, at)
            segments.append(segment)
            at = segment.x1 + 36.0
            self._append("\t")
        self._append("\n")
        return Line(
            tuple(segments),
            bullet=bullet,
            indent=indent,
            gap=row.gap,
            region=row.region,
            level=row.layout.level,
            furniture=row.furniture,
            starts=row.starts,
        )

    def hidden(self, row: Row) -> list[Span]:
        """The hidden characters of a row, appended, each stretch on a line of its own."""
        spans: list[Span] = []
        for cell in row.cells:
            for unseen, run in _runs_of(cell):
                words = "".join(piece.text for piece in run).strip()
                if unseen and words:
                    start = self._append(words)
                    spans.append(Span(start, self.length))
                    self._append("\n")
        return spans

    def _append(self, text: str) -> int:
        start = self.length
        self.text.append(text)
        self.length += len(text)
        return start

    def _segment(self, pieces: tuple[Piece, ...], x0: float) -> Segment:
        start = self._append("".join(piece.text for piece in pieces))
        text = Text("".join(piece.text for piece in pieces), range(start, self.length))
        size = max((p.look.size or 11.0 for p in pieces if p.text.strip()), default=11.0)
        written = [piece for piece in pieces if piece.text.strip()]
        bold = all(piece.look.bold for piece in written)
        italic = all(piece.look.italic for piece in written)
        emphasis = tuple(_emphasis(pieces))
        x1 = x0 + 0.5 * size * len(text)
        links = tuple(_links(pieces, text))
        return Segment(text, x0, x1, size, bold, italic, emphasis, links)


def _runs_of(pieces: Iterable[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    run: list[Piece] = []
    for piece in pieces:
        if run and is_hidden(run[-1].look) != is_hidden(piece.look):
            yield is_hidden(run[-1].look), run
            run = []
        run.append(piece)
    if run:
        yield is_hidden(run[-1].look), run


def _trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without white space at both ends, and with one space where several stand."""
    kept: list[Piece] = []
    for piece in pieces:
        text = re.sub(r"[ \n]{2,}", " ", piece.text)
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip()
        if text:
            kept.append(replace(piece, text=text))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _taken_off(pieces: tuple[Piece, ...]) -> tuple[str | None, tuple[Piece, ...]]:
    """A bullet that was typed and not set as a list."""
    whole = "".join(piece.text for piece in pieces)
    found = _TYPED_BULLET.match(whole)
    if found is None:
        return None, pieces
    left = found.end()
    rest: list[Piece] = []
    for piece in pieces:
        cut = piece.text[left:] if left > 0 else piece.text
        left -= len(piece.text)
        if cut:
            rest.append(replace(piece, text=cut))
    glyph = found[1]
    return ("•" if "\ue000" <= glyph <= "\uf8ff" else glyph), tuple(rest)


def _emphasis(pieces: tuple[Piece, ...]) -> Iterator[Emphasis]:
    """Stretches in which a style that is not the whole segment's own stands."""
    for style in ("bold", "italic", "underline"):
        marked = [bool(getattr(p.look, style)) and not p.link for p in pieces]
        if all(m for m, p in zip(marked, pieces, strict=True) if p.text.strip()):
            continue
        at, start = 0, None
        for is_marked, piece in zip([*marked, False], [*pieces, Piece("", Look())], strict=True):
            if is_marked and start is None:
                start = at
            elif not is_marked and start is not None:
                yield Emphasis(start, at, style)
                start = None
            at += len(piece.text)


def _links(pieces: tuple[Piece, ...], text: Text) -> Iterator[Link]:
    at = 0
    open_link: tuple[str, int] | None = None
    for piece in (*pieces, Piece("", Look())):
        url = piece.link if piece.link and not piece.link.startswith("#") else None
        if open_link is not None and url != open_link[0]:
            words = text[open_link[1] : at].strip()
            yield Link(open_link[0], words or None, *networks.recognise(open_link[0]))
            open_link = None
        if url is not None and open_link is None:
            open_link = (url, at)
        at += len(piece.text)
