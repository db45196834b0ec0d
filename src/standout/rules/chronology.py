"""Dates of entries as months since year 0, so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from standout.model import DateRange, Resume

OPEN_END = 10**6
"""The end of what still goes on: later than any month."""


def month_of(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def is_newer(later: DateRange, earlier: DateRange) -> bool:
    """Say whether one range surely begins and ends after the other does."""
    if _end(later, latest=False) <= _end(earlier, latest=True):
        return False
    if later.start is None or earlier.start is None:
        return True
    return later.start.first_month > earlier.start.last_month


def runs_backwards(dates: DateRange) -> bool:
    """Say whether a range surely ends before it starts."""
    return bool(dates.start and dates.end and dates.end.last_month < dates.start.first_month)


def all_starts(resume: Resume) -> Iterator[int]:
    """The earliest month that each dated entry can mean."""
    for section in resume.sections:
        for entry in section.entries:
            if entry.dates:
                first = entry.dates.start or entry.dates.end
                if first:
                    yield first.first_month


def _end(dates: DateRange, *, latest: bool) -> int:
    if dates.present:
        return OPEN_END
    last = dates.end or dates.start
    if last is None:
        return 0
    return last.last_month if latest else last.first_month
