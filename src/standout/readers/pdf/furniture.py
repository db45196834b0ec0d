"""Running headers, footers and page numbers: text on the page that is nobody's content."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from standout.patterns import regex
from standout.readers.pdf.drafts import Draft
from standout.readers.pdf.page import PageInk

_EDGE = 0.15
"""Share of the page's height, at the top and at the foot, where furniture stands."""
_LOWER = 0.7
"""Share of the page's height from which its last line may be a running foot."""
_EDGES = 2
"""Places on one page where the same furniture may stand: at its top and at its foot."""
_SAME_HEIGHT = 6.0
"""Points."""
_PAGE_NUMBER = regex(
    r"(?:[-–—|]\s*)?(?:(?:page|seite|p\.?|pg\.?)\s*)?\d{1,2}(?:\s*(?:/|of|von|-|–)\s*\d{1,2})?"
    r"(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_COUNTED = regex(r"(?:page|seite|p\.)\s*\d{1,2}\s*(?:/|of|von)\s*\d{1,2}", re.IGNORECASE)
_CONTACT = regex(r"@|\d[\d\s().-]{6,}\d|https?:|www\.|\w\.(?:com|io|org|net|dev|edu)\b")


def mark_furniture(pages: Sequence[PageInk]) -> None:
    """Mark page numbers, and lines that come back at the same height of several pages.

    The first of several equal lines stays content where it holds a way to reach the person (some
    templates put the contact line into the footer) or belongs to the name at the head of its page.
    """
    equal: dict[str, list[Draft]] = defaultdict(list)
    for page in pages:
        last = max(page.lines, key=lambda line: line.box.y1, default=None)
        for draft in page.lines:
            box = draft.box
            inside = box.y1 > _EDGE * page.height and box.y0 < (1 - _EDGE) * page.height
            if inside and not (draft is last and box.y0 > _LOWER * page.height):
                continue
            text = draft.text
            if len(text) <= 200:
                draft.furniture = _is_page_number(draft, text, page)
                equal[re.sub(r"\d+", "0", text)].append(draft)
    for text, drafts in equal.items():
        if _most_of_one_page(drafts) > _EDGES:
            continue
        first = drafts[0]
        repeated = [draft for draft in drafts if _comes_back(draft, drafts)]
        page = next(page for page in pages if page.number == first.page)
        if _CONTACT.search(text) or _is_by_name(first, page):
            repeated = repeated[1:]
        for draft in repeated:
            draft.furniture = True


def _most_of_one_page(drafts: Sequence[Draft]) -> int:
    """Lines of one page among equal ones: many are a list, such as of sensors by number."""
    return max(Counter(draft.page for draft in drafts).values())


def _is_by_name(draft: Draft, page: PageInk) -> bool:
    """Say whether a line is, or stands at the top below, the largest line of the page."""
    name = max(page.lines, key=lambda line: line.size)
    return name.box.y0 <= draft.box.y0 < page.height / 2


def _comes_back(draft: Draft, drafts: Sequence[Draft]) -> bool:
    return any(
        other.page != draft.page and abs(other.box.y0 - draft.box.y0) <= _SAME_HEIGHT
        for other in drafts
    )


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
