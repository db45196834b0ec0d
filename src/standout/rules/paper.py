"""What rules about paper share: the words a person sees, their lines, sizes and places."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from standout.model import Drawing, Page, Word
from standout.model.page import Colour
from standout.patterns import regex
from standout.source import Box, Source, Span

_NEAR_WHITE = 225
WHITE: Colour = (255, 255, 255)
MOST_WORDS = 3000
MOST_DRAWINGS = 400
"""What is looked at on one page: more is no resume, and pairs of both are compared."""
POINTS_PER_CM = 72 / 2.54
_LETTER = regex(r"\w")


def seen(page: Page) -> list[Word]:
    """The words a person reads on a page, in reading order: neither invisible nor furniture."""
    visible = [word for word in page.words if not word.invisible]
    if not page.furniture:
        return visible
    return [w for w in visible if not any(each.contains(w.span) for each in page.furniture)]


def wordy(words: Iterable[Word]) -> list[Word]:
    """The words that hold a letter or a digit: no bullets, rules or icons."""
    return [word for word in words if _LETTER.search(word.text)]


def lines(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    """Words in reading order, cut where the next one stands on another line or further left."""
    current: list[Word] = []
    for word in words:
        if current and not _beside(current[-1], word):
            yield tuple(current)
            current = []
        current.append(word)
    if current:
        yield tuple(current)


def _beside(left: Word, right: Word) -> bool:
    overlap = min(left.box.y1, right.box.y1) - max(left.box.y0, right.box.y0)
    smaller = min(left.box.height, right.box.height)
    return overlap > 0.4 * smaller and right.box.x0 >= left.box.x0


def printed_lines(source: Source, span: Span) -> int:
    """On how many lines a span is printed; 0 for formats without pages."""
    count = 0
    last: Box | None = None
    page = 0
    for place in source.places_in(span):
        box = place.box
        if last is None or place.page != page or box.y0 > last.y1 - 0.4 * last.height:
            count += 1
        elif box.y1 < last.y0 + 0.4 * last.height:
            # Back at the top: the next column.
            count += 1
        last, page = box, place.page
    return count


def body_size(pages: Iterable[Page]) -> float:
    """The size in points in which most letters are set; 0 where nothing is."""
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            if not word.invisible:
                letters[round(word.size, 1)] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def box_of(things: Iterable[Word | Drawing]) -> Box | None:
    """The smallest box that holds words or drawings."""
    boxes = [each.box for each in things]
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def span_of(words: Sequence[Word]) -> Span:
    """From the first to the last of some words that stand together in the text."""
    if not words:
        return Span(0, 0)
    return Span.around(word.span for word in words)


def words_under(pages: Iterable[Page], span: Span) -> list[Word]:
    """The words that print a span, over all pages."""
    found: list[Word] = []
    for page in pages:
        at = bisect_right(page.words, span.start, key=lambda word: word.span.end)
        while at < len(page.words) and page.words[at].span.start < span.end:
            found.append(page.words[at])
            at += 1
    return found


def overlap(first: Box, second: Box) -> float:
    """The area in square points that two boxes share."""
    width = min(first.x1, second.x1) - max(first.x0, second.x0)
    height = min(first.y1, second.y1) - max(first.y0, second.y0)
    return max(0.0, width) * max(0.0, height)


def panels(page: Page) -> list[Drawing]:
    """The coloured areas that surely are areas: near-white words stand visibly on them.

    A drawing is known by its box only, so a frame around words looks like a panel under them.
    """
    white = [
        word
        for word in page.words[:MOST_WORDS]
        if not word.invisible and word.colour is not None and min(word.colour) > _NEAR_WHITE
    ]
    return [
        each
        for each in page.drawings[:MOST_DRAWINGS]
        if each.colour is not None
        and min(each.colour) <= _NEAR_WHITE
        and any(overlap(each.box, word.box) > 0 for word in white)
    ]


def grounds(page: Page, word: Word, sure: Sequence[Drawing]) -> list[Colour] | None:
    """Every colour that may lie under a word; None where it stands on a picture or a gradient.

    On one of the `panels`, `sure`, that is its colour alone. Elsewhere all drawings that touch the
    word count, and paper, so that a claim about colours must hold on each of them.
    """
    if word.background is not None and any(
        each.colour == word.background and overlap(each.box, word.box) > 0 for each in sure
    ):
        return [word.background]
    found: list[Colour] = [word.background or WHITE, WHITE]
    whole = 0.8 * page.width * page.height
    for each in page.drawings[:MOST_DRAWINGS]:
        if overlap(each.box, word.box) > 0:
            if each.colour is None:
                return None
            if each.box.width * each.box.height > whole:
                found = [word.background or WHITE]  # the page itself has this colour
            found.append(each.colour)
    return found


def covered(page: Page, kind: str) -> float:
    """The largest share of the page, 0 to 1, that one drawing of a kind covers."""
    whole = Box(0.0, 0.0, page.width, page.height)
    area = max(1.0, page.width * page.height)
    shares = [overlap(each.box, whole) / area for each in page.drawings if each.kind == kind]
    return min(1.0, max(shares, default=0.0))


def portraits(page: Page) -> list[Drawing]:
    """Pictures shaped and placed like a photo of the applicant.

    On the first page, in its upper 40 %, 50 to 220 points high and about as wide as a face is,
    a passport photo or a circle around one. A wider picture is a logo or a banner.
    """
    if page.number != 1:
        return []
    return [
        each
        for each in page.drawings
        if each.kind == "image"
        and each.box.y0 < 0.4 * page.height
        and 50 <= each.box.height <= 220
        and 0.6 <= each.box.width / each.box.height <= 1.15
    ]


def quoted(words: Iterable[str], most: int = 3) -> str:
    """The first few words in quotation marks, for a message."""
    listed = list(dict.fromkeys(words))
    text = ", ".join(f"'{each[:40]}'" for each in listed[:most])
    return f"{text}, ..." if len(listed) > most else text
