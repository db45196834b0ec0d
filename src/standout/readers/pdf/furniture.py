"""Running headers, footers and page numbers: text on the page that is nobody's content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from standout.readers.pdf.page import Draft, PageInk

_EDGE = 0.1
"""Share of the page's height, at the top and at the foot, where furniture stands."""
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:page|seite|p\.?|pg\.?)\s*)?\d{1,2}(?:\s*(?:/|of|von|-|–)\s*\d{1,2})?"
    r"(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:page|seite|p\.)\s*\d{1,2}\s*(?:/|of|von)\s*\d{1,2}", re.IGNORECASE)
_CONTACT = re.compile(r"@|\d[\d\s().-]{6,}\d|https?:|www\.|\w\.(?:com|io|org|net|dev|edu)\b")


def mark_furniture(pages: Sequence[PageInk]) -> None:
    """Mark page numbers, and lines that come back at the same height of several pages.

    Where the first of several equal lines holds a way to reach the person it stays content:
    some templates put the contact line into the footer.
    """
    places: dict[tuple[str, int], list[Draft]] = defaultdict(list)
    for page in pages:
        for draft in page.lines:
            box = draft.box
            if box.y1 > _EDGE * page.height and box.y0 < (1 - _EDGE) * page.height:
                continue
            text = " ".join(piece.text for part in draft.segments for piece in part)
            if len(text) > 200:
                continue
            if _is_page_number(draft, text, page):
                draft.furniture = True
            same = re.sub(r"\d+", "0", text)
            places[same, round(box.y0 / 6)].append(draft)
    for (text, _), drafts in places.items():
        if len({draft.page for draft in drafts}) > 1:
            keep_first = bool(_CONTACT.search(text))
            for draft in drafts[keep_first:]:
                draft.furniture = True


def _is_page_number(draft: Draft, text: str, page: PageInk) -> bool:
    """Say whether a line counts pages, and does so apart from the body."""
    if _COUNTED.search(text):
        return True
    if not _PAGE_NUMBER.fullmatch(text):
        return False
    box = draft.box
    near = (other.box for other in page.lines if other is not draft)
    return all(
        other.y1 < box.y0 - 2 * box.height or other.y0 > box.y1 + 2 * box.height for other in near
    )
