"""Which words of a header say where somebody lives."""

from __future__ import annotations

import re

from standout.analysis.dates import parse_date
from standout.patterns import regex
from standout.readers.structure.shape import words_in
from standout.vocabulary import places, roles

_STREET = regex(
    r"\b(?:street|st\.|avenue|ave\.?|road|rd\.?|lane|drive|boulevard|blvd\.?|way|court|square|"
    r"apt\.?|suite|rue|calle|via|platz|allee|weg|plaza|rua|laan|p\.?o\.? box)\b|stra(?:ß|ss)e\b|"
    r"str\.\s?\d",
    re.IGNORECASE,
)


def is_address(value: str) -> bool:
    """Say whether a text is a place or a street."""
    if len(value) > 90 or _verbose(value) or parse_date(value.strip()) is not None:
        return False
    if places.is_place(value) or places.may_be_place(value):
        return True
    if _STREET.search(value) and words_in(value) <= 10:
        return True
    if _is_unparted_place(value):
        return True
    parts = [part.strip() for part in value.split(",")]
    shaped = 2 <= len(parts) <= 4 and all(
        re.fullmatch(r"[A-Z0-9][\w.' -]*", part) for part in parts
    )
    plain = not roles.title_words(value) and not roles.degree_words(value)
    return (shaped and plain and (words_in(value) <= 5 or places.has_postcode(value))) or bool(
        re.fullmatch(r"(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÀ-Þ][\w.' -]+", value)
    )


def _is_unparted_place(value: str) -> bool:
    """'Austin Texas 78701 US': known names and numbers, one unknown name at most."""
    words = [word for word in value.split() if not word.isdigit()]
    known = sum(places.is_place(word) or places.is_region(word) for word in words)
    named = all(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 5 and named and known >= 2 and known >= len(words) - 1


def _verbose(value: str) -> bool:
    return sum(word.islower() and len(word) > 3 for word in value.split()) > 2
