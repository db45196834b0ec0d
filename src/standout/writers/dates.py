"""Dates as a locale and a style print them."""

from __future__ import annotations

import re

from standout.model import DateRange, PartialDate
from standout.vocabulary.locales import Locale
from standout.writers.design import Design
from standout.writers.lines import clean


def shown(dates: DateRange | None, tongue: Locale, design: Design) -> str:
    """A date or a range in the design's style; wording that names no date as it is written."""
    if dates is None:
        return ""
    ends = [_date(each, tongue, design) for each in (dates.start, dates.end) if each]
    if dates.present:
        ends.append(tongue.present)
    if dates.vague or not ends:
        return clean(dates.text)
    return design.date_separator.join(dict.fromkeys(ends))


def printed(text: str, tongue: Locale, design: Design) -> PartialDate | None:
    """The date that is printed as a text, or None where none is."""
    year = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    if year is None:
        return None
    months = (None, *range(1, 13))
    dates = (PartialDate(int(year[0]), month) for month in months)
    return next((each for each in dates if _date(each, tongue, design) == text), None)


def _date(date: PartialDate, tongue: Locale, design: Design) -> str:
    style = design.date_style
    if style == "iso":
        return date.iso()
    if date.season and style != "year":
        return f"{date.season} {date.year}"
    if date.month is None or style == "year":
        return tongue.dates["year"].format(year=date.year)
    return tongue.dates[style].format(
        short=tongue.short[date.month - 1],
        long=tongue.long[date.month - 1],
        number=f"{date.month:02d}",
        month=date.month,
        year=date.year,
    )
