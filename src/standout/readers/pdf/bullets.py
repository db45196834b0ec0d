"""Which words open list items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from standout.model.page import Drawing
from standout.readers.pdf.characters import bullet_kind, is_icon
from standout.readers.pdf.drafts import Draft
from standout.readers.pdf.page import PageInk
from standout.readers.pdf.words import Piece
from standout.source import Box

_DOT = "•"
"""What stands for a bullet without a character."""


class Bullets:
    """Knows the opening glyphs of a document.

    A dash, an asterisk or a letter 'o' opens an item only where another line of the document
    does the same at the same indent, an icon only where two items in a row do so; a bullet glyph
    always does.
    """

    def __init__(self, pages: Sequence[PageInk]) -> None:
        leads = [_lead(draft) for page in pages for draft in page.lines]
        self._usual = Counter(_key(lead) for lead in leads if lead is not None)
        self._listed = {key for page in pages for key in _listed(page.lines)}
        self._drawn = {id(draft) for page in pages for draft in _drawn(page)}

    def of(self, draft: Draft) -> str | None:
        """The glyph that opens a line: its first word, or a small drawing before it."""
        lead = _lead(draft)
        if lead is None:
            return _DOT if id(draft) in self._drawn else None
        kind = bullet_kind(lead.text, lead.style.font.name)
        if kind == "sure":
            return lead.text
        if is_icon(lead.text, lead.style.font.name):
            return _DOT if _key(lead) in self._listed else None
        return lead.text if self._usual[_key(lead)] > 1 else None

    def is_drawn(self, draft: Draft) -> bool:
        """Say whether the line's bullet is a drawing, not one of its words."""
        return _lead(draft) is None and id(draft) in self._drawn


def _lead(draft: Draft) -> Piece | None:
    """The first word, if it may be a bullet and something follows it."""
    first = draft.segments[0][0]
    rest = draft.segments[0][1:] or [piece for part in draft.segments[1:] for piece in part]
    kind = bullet_kind(first.text, first.style.font.name)
    if kind is None or not rest:
        return None
    if kind == "weak" and (rest[0].text[0].isdigit() or rest[0].x0 - first.x1 < 0.1 * first.size):
        return None
    return first


def _listed(drafts: Sequence[Draft]) -> Iterator[tuple[str, int]]:
    """The marks that open a line and, after its wrapped lines, the next item as well."""
    item: Draft | None = None
    for draft in drafts:
        lead = _lead(draft)
        if lead is None:
            item = item if item and _wraps(item, draft) else None
            continue
        above = _lead(item) if item else None
        if item and above and _key(above) == _key(lead) and item.column == draft.column:
            yield _key(lead)
        item = draft


def _wraps(item: Draft, draft: Draft) -> bool:
    """Say whether a line may go on an item's text below it."""
    text = next(piece for part in item.segments for piece in part if piece is not _lead(item))
    first = draft.segments[0][0]
    return (
        abs(first.x0 - text.x0) <= 2
        and first.style.size == text.style.size
        and first.style.font == text.style.font
    )


def _key(piece: Piece) -> tuple[str, int]:
    return piece.text, round(piece.x0 / 2)


def _drawn(page: PageInk) -> list[Draft]:
    """The lines with a dot drawn before them, where several lines have the same dot in line."""
    dots = [each.box for each in page.drawings if _is_dot(each.box)]
    alone = [dot for dot in dots if not any(_touches(dot, other) for other in page.drawings)]
    leads = [(draft, dot) for draft in page.lines for dot in alone if _leads(dot, draft)]
    usual = Counter(_spot(dot) for _, dot in leads)
    return [draft for draft, dot in leads if usual[_spot(dot)] > 1]


def _is_dot(box: Box) -> bool:
    return 1 <= box.width <= 6 and 0.6 <= box.width / max(box.height, 0.1) <= 1.7


def _touches(dot: Box, other: Drawing) -> bool:
    """Say whether another small drawing stands so close that both are parts of an icon."""
    box = other.box
    return (
        box != dot
        and box.height < 15
        and box.x0 < dot.x1 + 2
        and dot.x0 - 2 < box.x1
        and box.y0 < dot.y1 + 2
        and dot.y0 - 2 < box.y1
    )


def _spot(dot: Box) -> tuple[int, int]:
    return round(dot.x0 / 2), round(dot.width)


def _leads(dot: Box, draft: Draft) -> bool:
    first = draft.segments[0][0]
    middle = (dot.y0 + dot.y1) / 2
    return (
        dot.width <= 0.6 * first.size
        and 0.1 * first.size <= first.x0 - dot.x1 <= 1.6 * first.size
        and first.baseline - 0.8 * first.size <= middle <= first.baseline
    )
