"""Dates in numbers that no calendar has, such as 2020-13; words and doubts are left alone."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from standout.patterns import regex

_YEAR_FIRST = regex(
    r"(?<![\w./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\w/-])"
)
_MONTH_FIRST = regex(r"(?<![\w./-])(?P<month>\d\d)/(?P<year>(?:19|20)\d\d)(?![\w/-])")


def impossible_dates(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text that cannot be."""
    for shape in (_YEAR_FIRST, _MONTH_FIRST):
        yield from filter(_is_impossible, shape.finditer(text))


def _is_impossible(date: re.Match[str]) -> bool:
    groups = date.groupdict()
    year, month, day = int(groups["year"]), int(groups["month"]), groups.get("day")
    if 1 <= month <= 12:
        return day is not None and not 1 <= int(day) <= calendar.monthrange(year, month)[1]
    years = day is None and "-" in date[0] and _is_later_year(year, month)
    return not years


def _is_later_year(year: int, digits: int) -> bool:
    """Say whether two digits behind a year are a later one: 2019-20, 1999-00."""
    return digits > year % 100 or digits == (year + 1) % 100
