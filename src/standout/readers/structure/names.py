"""The name of the person: the largest words near the top that read like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.readers.lines import Line
from standout.readers.structure import links
from standout.vocabulary import closed, headings, places, roles

_SUFFIX = re.compile(
    r",?\s*\(?\b(?:ph\.?\s?d|m\.?sc|b\.?sc|m\.?d|mba|jr|sr|ii|iii|esq|pmp|cpa|dr|prof|m\.?eng|"
    r"b\.?eng|he/him|she/her|they/them)\b\.?\)?",
    re.IGNORECASE,
)


def is_label(value: str) -> bool:
    """Say whether words only announce what follows: 'Phone:', 'E:', 'Email'."""
    bare = value.strip(" :").casefold()
    return bare in closed.words("label") or bare in links.LABELS


def looks_like_name(value: str) -> bool:
    """One to six words of letters that begin with capitals and are no heading, place or title."""
    return _has_shape(value) and not (
        places.is_place(_bare(value))
        or roles.title_words(_bare(value))
        or roles.organization_words(_bare(value))
    )


def _bare(value: str) -> str:
    return _SUFFIX.sub("", value).strip(" ,.")


def _has_shape(value: str) -> bool:
    bare = _bare(value)
    words = bare.split()
    if not 1 <= len(words) <= 6 or len(bare) > 60 or re.search(r"[\d@:;!?/|+=<>#$%&]", bare):
        return False
    if any(word.casefold().strip(".,") in closed.words("document") for word in words):
        return False
    return headings.find(bare) is None and all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    letters = re.sub(r"[.'’,()\-\"“”]", "", word)
    if not letters or not all(
        char.isalpha() or char in "\u200c\u200d" or not char.isascii() for char in letters
    ):
        return False
    return not letters[0].islower() or word.casefold() in closed.words("particle")


def before_title(value: str) -> int:
    """The length of the name in 'Jane Roe, Data Scientist'; the whole length without a title."""
    for match in re.finditer(r"\s*(?:,|\||–|—|\s-)\s+", value):
        left, right = value[: match.start()], value[match.end() :]
        if looks_like_name(left) and roles.title_words(right) and len(left.split()) >= 2:
            return match.start()
    return len(value)


def find(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that hold the name; none if nothing reads like one.

    Names are words like any others ('Jane Baker', 'Art Director'): the largest line of the first
    page may be one even if its words say otherwise.
    """
    top = [
        (index, line)
        for index, line in enumerate(lines)
        if line.page == 1 and line.segments and line.bullet is None
    ]
    shaped = [(index, line) for index, line in top if _has_shape(_first(line))]
    if not shaped:
        return []
    sizes = sorted(line.segments[0].size for _, line in top)
    largest = max(line.segments[0].size for _, line in shaped)
    if largest <= sizes[len(sizes) // 2] + 0.5:
        return _in_text([(index, line) for index, line in shaped if looks_like_name(_first(line))])
    best = [(index, line) for index, line in shaped if line.segments[0].size >= largest - 0.5]
    if not looks_like_name(_first(best[0][1])):
        sure = [each for each in best if looks_like_name(_first(each[1]))]
        best = sure or best[:1]
    return _over_lines(best)


def _first(line: Line) -> str:
    value = line.segments[0].text.value
    return value[: before_title(value)]


def _over_lines(best: Sequence[tuple[int, Line]]) -> list[int]:
    """A name over two lines: given name and family name, both as large."""
    parts = [best[0][0]]
    for index, line in best[1:]:
        short = len(_first(line).split()) <= 3
        if index == parts[-1] + 1 and line.region == best[0][1].region and short and len(parts) < 3:
            parts.append(index)
    return parts


def _in_text(candidates: Sequence[tuple[int, Line]]) -> list[int]:
    """Without type sizes: a heading of the highest level, or the first of several words."""
    levels = [(line.level, index) for index, line in candidates if line.level is not None]
    if levels and min(levels)[0] == 1 and min(levels)[1] < 5:
        return [min(levels)[1]]
    for index, line in candidates:
        words = line.segments[0].text.value.split()
        if index < 12 and 2 <= len(words) <= 5:
            return [index]
    return []
