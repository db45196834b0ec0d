"""Dates that cannot be: in numbers that no calendar has, such as 2020-13, or in the wrong order."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from standout.model import PartialDate
from standout.patterns import regex

_YEAR_FIRST = regex(
    r"(?<![\w./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\w/-])"
)
_MONTH_FIRST = regex(r"(?<![\w./-])(?P<month>\d\d)/(?P<year>(?:19|20)\d\d)(?![\w/-])")


_SLIP = 5
"""Years by which an end that comes too early may miss its beginning."""


def impossible_dates(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text that cannot be."""
    for shape in (_YEAR_FIRST, _MONTH_FIRST):
        yield from filter(_is_impossible, shape.finditer(text))


def may_span(first: PartialDate, last: PartialDate) -> bool:
    """Say whether two dates with a dash between are a range, if only one that runs backwards.

    'Mar 2021 – Dec 2019' is somebody's slip; two years alone may be a list.
    """
    if first.first_month <= last.last_month:
        return True
    exact = first.month is not None and last.month is not None
    return exact and first.year - last.year <= _SLIP


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
