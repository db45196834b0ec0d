"""Pages to source text, pages with words, and lines: the reader's physical answer."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from standout.model import Emphasis, Link, Page, Word
from standout.model.page import Colour
from standout.readers.lines import Line, Segment
from standout.readers.pdf.bullets import Bullets
from standout.readers.pdf.characters import is_icon
from standout.readers.pdf.drafts import Draft
from standout.readers.pdf.furniture import mark_furniture
from standout.readers.pdf.page import PageInk, parallel
from standout.readers.pdf.visibility import ground_of
from standout.readers.pdf.words import Piece
from standout.source import Box, Place, Source, Span, Text
from standout.values import frozen

_LINES_ABOVE = 300
"""How far back the line above is looked for; no page of a resume has more lines."""


@dataclass(slots=True)
class _Writing:
    """The source's text while it grows; every word written knows its span."""

    parts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0

    def word(self, piece: Piece, ink: PageInk, separator: str, hidden: bool = False) -> Word:  # noqa: FBT001, FBT002 - private
        """Write one word behind `separator`."""
        if self.length == 0:
            separator = ""
        start = self.length + len(separator)
        self.length = start + len(piece.text)
        self.parts.append(separator + piece.text)
        box = Box(piece.x0, piece.y0, piece.x1, piece.y1)
        span = Span(start, self.length)
        self.places.append(Place(span, ink.number, box))
        style = piece.style
        return Word(
            text=piece.text,
            span=span,
            box=box,
            font=style.font.name,
            size=style.size,
            bold=style.font.bold,
            italic=style.font.italic,
            colour=style.colour,
            background=ground_of(piece, ink.grounds),
            link=_link(box, ink),
            rotation=style.rotation,
            invisible=hidden,
        )


@frozen
class Assembled:
    """The physical answer: source, pages, lines."""

    source: Source
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]


def assemble(name: str, inks: Sequence[PageInk]) -> Assembled:
    """Write the text in reading order, hidden words last, and say where everything stands."""
    mark_furniture(inks)
    bullets = Bullets(inks)
    writing = _Writing()
    written = [(draft, _written(draft, ink, writing)) for ink in inks for draft in ink.lines]
    hidden = {
        ink.number: tuple(
            writing.word(piece, ink, " " if index else "\n", hidden=True)
            for index, piece in enumerate(ink.hidden)
        )
        for ink in inks
    }
    source = Source(name, "pdf", "".join(writing.parts), places=tuple(writing.places))
    body = _body_colour(words for _, words in written)
    lines = _Lines(source, bullets, body)
    made = tuple(line for draft, words in written if (line := lines.line(draft, words)))
    pages = tuple(_page(ink, written, hidden[ink.number]) for ink in inks)
    return Assembled(source, pages, made)


def _written(draft: Draft, ink: PageInk, writing: _Writing) -> list[list[Word]]:
    found: list[list[Word]] = []
    separator = "\n"
    for segment in draft.segments:
        words = []
        for piece in segment:
            words.append(writing.word(piece, ink, separator))
            separator = " "
        found.append(words)
    return found


def _link(box: Box, ink: PageInk) -> str | None:
    spots = ink.hotspots.at((box.y0 + box.y1) / 2)
    return next((spot.url for spot in spots if spot.holds(box)), None)


def _body_colour(lines: Iterator[list[list[Word]]]) -> Colour | None:
    counts = Counter(word.colour for line in lines for segment in line for word in segment)
    return counts.most_common(1)[0][0] if counts else None


def _page(
    ink: PageInk, written: list[tuple[Draft, list[list[Word]]]], hidden: tuple[Word, ...]
) -> Page:
    own = [(draft, words) for draft, words in written if draft.page == ink.number]
    words = [word for _, segments in own for segment in segments for word in segment]
    boxes = parallel([draft for draft, _ in own if not draft.furniture])
    return Page(
        number=ink.number,
        width=ink.width,
        height=ink.height,
        words=(*words, *hidden),
        drawings=tuple(ink.drawings),
        columns=_abreast(boxes),
        column_boxes=tuple(boxes),
        furniture=tuple(
            Span(segments[0][0].span.start, segments[-1][-1].span.end)
            for draft, segments in own
            if draft.furniture
        ),
    )


def _abreast(boxes: Sequence[Box]) -> int:
    """How many columns stand side by side at most."""
    return max(
        (sum(other.y0 <= box.y0 + 1 < other.y1 for other in boxes) for box in boxes), default=1
    )


class _Lines:
    """Makes lines of written drafts; remembers the lines before, for gaps and regions."""

    def __init__(self, source: Source, bullets: Bullets, body: Colour | None) -> None:
        self._source = source
        self._bullets = bullets
        self._body = body
        self._regions: dict[tuple[int, int], int] = {}
        self._above: deque[tuple[int, Box]] = deque(maxlen=_LINES_ABOVE)
        self._page = 0

    def line(self, draft: Draft, words: list[list[Word]]) -> Line | None:
        """The line of a draft; None where nothing but a bullet is left."""
        bullet = self._bullets.of(draft)
        rest = words
        if bullet is not None and not self._bullets.is_drawn(draft):
            rest = [part for part in (words[0][1:], *words[1:]) if part]
        segments = tuple(segment for part in rest if (segment := self._segment(part)))
        if not segments:
            return None
        box = draft.box
        key = draft.page, draft.column
        region = self._regions.setdefault(key, len(self._regions))
        return Line(
            segments=segments,
            page=draft.page,
            box=box,
            bullet=bullet,
            indent=box.x0,
            gap=self._gap(draft, box),
            region=region,
            furniture=draft.furniture,
        )

    def _gap(self, draft: Draft, box: Box) -> float:
        """The white space up to the next line, of the column or right above, in line heights."""
        if draft.page != self._page:
            self._page = draft.page
            self._above.clear()
        nearest = max(
            (
                other.y1
                for column, other in self._above
                if other.y0 < box.y0
                and (column == draft.column or (other.x0 < box.x1 and box.x0 < other.x1))
            ),
            default=None,
        )
        self._above.append((draft.column, box))
        if nearest is None or box.height <= 0:
            return 0.0
        return max(0.0, box.y0 - nearest) / box.height

    def _segment(self, words: list[Word]) -> Segment | None:
        shown = [word for word in words if not _decorative(word)]
        if not shown and not any(word.link for word in words):
            return None
        shown = shown or words
        text = self._text(shown)
        return Segment(
            text=text,
            x0=min(word.box.x0 for word in shown),
            x1=max(word.box.x1 for word in shown),
            size=max(word.size for word in shown),
            bold=all(word.bold for word in shown),
            italic=all(word.italic for word in shown),
            emphasis=tuple(self._emphasis(shown)),
            links=tuple(self._links(words)),
        )

    def _text(self, words: Sequence[Word]) -> Text:
        start, end = words[0].span.start, words[-1].span.end
        if end - start == sum(len(word.text) + 1 for word in words) - 1:
            return Text.of(self._source, start, end)
        return Text.join(Text.of(self._source, word.span.start, word.span.end) for word in words)

    def _emphasis(self, words: list[Word]) -> Iterator[Emphasis]:
        for style, marked in (
            ("bold", [word.bold for word in words]),
            ("italic", [word.italic for word in words]),
            ("colour", [word.colour != self._body and not word.link for word in words]),
        ):
            if all(marked) or not any(marked):
                continue
            at = 0
            for flag, run in groupby(zip(marked, words, strict=True), key=lambda pair: pair[0]):
                length = sum(len(word.text) + 1 for _, word in run)
                if flag:
                    yield Emphasis(at, at + length - 1, style)
                at += length

    def _links(self, words: list[Word]) -> Iterator[Link]:
        for url, run in groupby(words, key=lambda word: word.link):
            linked = [word for word in run if not _decorative(word)]
            if url:
                yield Link(url, self._text(linked) if linked else None)


def _decorative(word: Word) -> bool:
    return is_icon(word.text, word.font)
