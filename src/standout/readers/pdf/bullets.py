"""Which words open list items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from standout.readers.pdf import dots
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
    found = [
        (draft, dot)
        for dot in dots.alone(page.drawings)
        for draft in page.lines
        if dots.leads(dot, draft.segments[0][0])
    ]
    usual = Counter(_spot(dot) for _, dot in found)
    rows = {_row(dot) for _, dot in found if usual[_spot(dot)] > 1}
    return [draft for draft, dot in found if usual[_spot(dot)] > 1 or _row(dot) in rows]


def _row(dot: Box) -> tuple[int, int]:
    """The dots of a list in two halves stand on common rows."""
    return round(dot.y0), round(dot.width)


def _spot(dot: Box) -> tuple[int, int]:
    return round(dot.x0 / 2), round(dot.width)
