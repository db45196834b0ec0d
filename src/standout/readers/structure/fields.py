"""Lines of a narrow column that are a field each, though the line above has no room for a word."""

from __future__ import annotations

from standout.analysis.dates import find_ranges
from standout.patterns import regex
from standout.readers.structure import grades, links
from standout.vocabulary import closed, places

_LEVELLED = regex(r"[^\W\d_][^()]{1,30} \([^()]{1,30}\)")


def is_own(before: str, value: str) -> bool:
    """Say whether a line is a place, a date, a grade, an address or a levelled item by itself.

    Not where the line before goes on: it ends in a small word, a comma, a dash or inside a bracket.
    """
    last = before.split()[-1]
    small = last[0].islower() or last.casefold() in closed.words("connecting")
    goes_on = small or last[-1] in ",-–—/(&:" or before.count("(") > before.count(")")
    if goes_on and not _LEVELLED.fullmatch(before):
        return False
    if _LEVELLED.fullmatch(before) and _LEVELLED.fullmatch(value):
        return True
    return (
        is_town(value)
        or _is_date(value)
        or grades.is_grade(value)
        or links.URL.fullmatch(value) is not None
    )


def is_town(value: str) -> bool:
    """A town with its country or state, and nothing else: 'Boise, Idaho'."""
    return value.count(",") == 1 and (places.is_place(value) or places.may_be_place(value))


def _is_date(value: str) -> bool:
    """A range or a month, from end to end."""
    found = find_ranges(value)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(value)):
        return False
    last = found[0].last
    return found[0].first is not None or (last is not None and last.month is not None)
