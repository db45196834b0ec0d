"""Which words open list items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standout.model.page import Drawing
from standout.readers.pdf.characters import bullet_kind
from standout.readers.pdf.page import Draft, PageInk
from standout.readers.pdf.words import Piece


class Bullets:
    """Knows the opening glyphs of a document.

    A dash, an asterisk or a letter 'o' opens an item only where another line of the document
    does the same at the same indent; a bullet glyph always does.
    """

    def __init__(self, pages: Sequence[PageInk]) -> None:
        leads = [_lead(draft) for page in pages for draft in page.lines]
        self._usual = Counter(_key(lead) for lead in leads if lead is not None)
        self._drawn = {id(draft) for page in pages for draft in _drawn(page)}

    def of(self, draft: Draft) -> str | None:
        """The glyph that opens a line: its first word, or a small drawing before it."""
        lead = _lead(draft)
        if lead is None:
            return "•" if id(draft) in self._drawn else None
        kind = bullet_kind(lead.text, lead.style.font.name)
        if kind == "sure" or self._usual[_key(lead)] > 1:
            return lead.text
        return None

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


def _key(piece: Piece) -> tuple[str, int]:
    return piece.text, round(piece.x0 / 2)


def _drawn(page: PageInk) -> list[Draft]:
    """The lines with a dot drawn before them; one alone is an ornament."""
    dots = [each for each in page.drawings if 1 <= each.box.width <= 6 and _is_square(each)]
    found = [draft for draft in page.lines if any(_leads(dot, draft) for dot in dots)]
    return found if len(found) > 1 else []


def _is_square(drawing: Drawing) -> bool:
    return 0.6 <= drawing.box.width / max(drawing.box.height, 0.1) <= 1.7


def _leads(dot: Drawing, draft: Draft) -> bool:
    first = draft.segments[0][0]
    middle = (dot.box.y0 + dot.box.y1) / 2
    return (
        dot.box.width <= 0.6 * first.size
        and 0.1 * first.size <= first.x0 - dot.box.x1 <= 1.6 * first.size
        and first.baseline - 0.8 * first.size <= middle <= first.baseline
    )
