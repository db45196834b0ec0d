"""Years of experience from the dates of entries: months that overlap count once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from standout.model import DateRange, PartialDate

Months = tuple[int, int]
"""A half-open stretch of months since year 0."""


def months_of(dates: DateRange | None, today: date) -> Months | None:
    """The months of an entry up to today, both named ones included; None for a single date.

    A year without a month stands for its middle, so that '2020 – 2022' is two years.
    """
    if dates is None or dates.start is None or dates.vague:
        return None
    now = today.year * 12 + today.month
    start, end = _first(dates.start), now
    if not dates.present:
        if dates.end is None:
            return None
        end = min(now, _behind(dates.end))
        if end <= start and dates.end.year == dates.start.year:
            end = min(now, start + 6)
    return (start, end) if start < end else None


def total(stretches: Iterable[Months]) -> int:
    """Months that at least one of the stretches covers."""
    covered, reached = 0, 0
    for start, end in sorted(stretches):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def _first(day: PartialDate) -> int:
    return day.first_month if day.month is not None else day.year * 12 + 6


def _behind(day: PartialDate) -> int:
    return day.last_month + 1 if day.month is not None else day.year * 12 + 6
