"""The name of the person: the largest words near the top that read like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.readers.lines import Line
from standout.readers.structure import links
from standout.vocabulary import headings, places, roles

_DOCUMENT = frozenset(
    [
        "resume",
        "résumé",
        "cv",
        "curriculum",
        "vitae",
        "lebenslauf",
        "curriculum-vitae",
        "currículum",
        "currículo",
        "page",
        "download",
        "pdf",
        "print",
        "europass",
    ]
)
_LABELS = frozenset(
    [
        "email",
        "e-mail",
        "mail",
        "e",
        "phone",
        "tel",
        "telephone",
        "mobile",
        "cell",
        "p",
        "t",
        "m",
        "address",
        "a",
        "location",
        "website",
        "web",
        "w",
        "homepage",
        "url",
        "site",
        "linkedin",
        "github",
        "and",
        "or",
        "contact",
        "phone:",
        "in",
        "fax",
        "portfolio",
    ]
)
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "y",
        "e",
        "st",
        "mac",
        "mc",
        "o'",
    ]
)
_SUFFIX = re.compile(
    r",?\s*\(?\b(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?d|mba|jr|sr|ii|iii|esq|pmp|cpa|dr|prof|m\.?eng|"
    r"b\.?eng|he/him|she/her|they/them)\b\.?\)?",
    re.IGNORECASE,
)


def is_label(value: str) -> bool:
    """Say whether words only announce what follows: 'Phone:', 'E:', 'Email'."""
    return value.strip(" :").casefold() in _LABELS


def looks_like_name(value: str) -> bool:
    """One to six words of letters that begin with capitals and are no heading, place or title."""
    bare = _SUFFIX.sub("", value).strip(" ,.")
    words = bare.split()
    if not 1 <= len(words) <= 6 or len(bare) > 60 or re.search(r"[\d@:;!?/|+=<>#$%&]", bare):
        return False
    if any(word.casefold().strip(".,") in _DOCUMENT for word in words):
        return False
    if headings.find(bare) is not None or places.is_place(bare):
        return False
    if roles.title_words(bare) or roles.organization_words(bare) > 0:
        return False
    return all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = re.sub(r"[.'’,()\-\"“”]", "", word)
    if not letters or not all(
        char.isalpha() or char in "\u200c\u200d" or not char.isascii() for char in letters
    ):
        return False
    return not letters[0].islower() or word.casefold() in _PARTICLES


def find(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that hold the name; none if nothing reads like one."""
    top = [(index, line) for index, line in enumerate(lines) if line.page == 1 and line.segments]
    if not top:
        return []
    candidates = [
        (index, line)
        for index, line in top
        if line.bullet is None and looks_like_name(line.segments[0].text.value)
    ]
    if not candidates:
        return []
    sized = any(line.size for _, line in top)
    if not sized:
        return _in_text(candidates)
    largest = max(line.segments[0].size for _, line in candidates)
    best = [(index, line) for index, line in candidates if line.segments[0].size >= largest - 0.5]
    first_index, first = best[0]
    usual = sorted(line.size for _, line in top)[len(top) // 2]
    if largest <= usual + 0.5:
        return _in_text(candidates)
    # A name over two lines: given name and family name, both as large.
    parts = [first_index]
    for index, line in best[1:]:
        short = len(line.segments[0].text.value.split()) <= 3
        if index == parts[-1] + 1 and line.region == first.region and short and len(parts) < 3:
            parts.append(index)
    return parts


def _in_text(candidates: Sequence[tuple[int, Line]]) -> list[int]:
    """Without type sizes: a heading of the highest level, or the first of several words."""
    levels = [(line.level, index) for index, line in candidates if line.level is not None]
    if levels and min(levels)[0] == 1 and min(levels)[1] < 5:
        return [min(levels)[1]]
    for index, line in candidates:
        words = line.segments[0].text.value.split()
        if index < 12 and 2 <= len(words) <= 5 and not links.EMAIL.search(line.text.value):
            return [index]
    return []
