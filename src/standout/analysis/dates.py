"""Dates and date ranges in every form that resumes use."""

from __future__ import annotations

import re

from standout.model import DateRange, PartialDate
from standout.source import Text

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_OPEN = frozenset({"present", "now", "current", "today", "ongoing", "to date"})


def parse_date(text: str) -> PartialDate | None:
    """One date, or None where the words name none."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(each) if each else None for each in match.groups())
    if year is None or not 1900 <= year <= 2100 or not 1 <= (month or 1) <= 12:
        return None
    return PartialDate(year, month, day)


def is_open(text: str) -> bool:
    """Say whether the words mean that something still goes on."""
    return text.strip().lower().rstrip(".") in _OPEN


def date_range(text: Text, start: str | None, end: str | None) -> DateRange:
    """The range between two written dates; `text` is where they stand."""
    first = parse_date(start) if start else None
    last = parse_date(end) if end else None
    present = is_open(end or "")
    vague = bool((start and not first) or (end and not last and not present))
    return DateRange(text, first, last, present, vague)
