"""Dates as a locale and a style print them, and as our own reader takes them back."""

from __future__ import annotations

import itertools

import pytest

from standout.analysis.dates import find_ranges
from standout.model import DateRange, PartialDate
from standout.source import Text
from standout.vocabulary.locales import NAMES, locale
from standout.writers.dates import shown
from standout.writers.design import DATE_STYLES, Design

MARCH, MAY = PartialDate(2021, 3), PartialDate(2023, 5)


def _text(value: str) -> Text:
    return Text(value, range(len(value)))


def _shown(dates: DateRange | None, tag: str = "en", style: str = "short") -> str:
    return shown(dates, locale(tag), Design(locale=tag, date_style=style))


def _range(
    start: PartialDate | None, end: PartialDate | None = None, *, present: bool = False
) -> DateRange:
    return DateRange(_text("as written"), start, end, present)


@pytest.mark.parametrize(
    ("tag", "style", "expected"),
    [
        ("en", "short", "Mar 2021 - May 2023"),
        ("en", "long", "March 2021 - May 2023"),
        ("en", "numeric", "03/2021 - 05/2023"),
        ("en", "iso", "2021-03 - 2023-05"),
        ("en", "year", "2021 - 2023"),
        ("en-gb", "short", "Mar 2021 - May 2023"),
        ("de", "long", "März 2021 - Mai 2023"),
        ("fr", "short", "mars 2021 - mai 2023"),
        ("es", "long", "marzo de 2021 - mayo de 2023"),
        ("nl", "numeric", "03-2021 - 05-2023"),
        ("pl", "numeric", "03.2021 - 05.2023"),
        ("sv", "numeric", "2021-03 - 2023-05"),
        ("ja", "short", "2021年3月 - 2023年5月"),
        ("ko", "short", "2021년 3월 - 2023년 5월"),
        ("zh", "numeric", "2021.03 - 2023.05"),
        ("ar", "short", "مارس 2021 - مايو 2023"),
        ("he", "short", "מרץ 2021 - מאי 2023"),
    ],
)
def test_a_range(tag: str, style: str, expected: str) -> None:
    assert _shown(_range(MARCH, MAY), tag, style) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (None, ""),
        (_range(None, MAY), "May 2023"),
        (_range(MARCH, present=True), "Mar 2021 - present"),
        (_range(None, present=True), "present"),
        (_range(MARCH, MARCH), "Mar 2021"),
        (_range(PartialDate(2020), PartialDate(2021)), "2020 - 2021"),
        (_range(None, PartialDate(2024, 9, season="Fall")), "Fall 2024"),
        (_range(None, None), "as written"),
        (DateRange(_text("two  summers"), vague=True), "two summers"),
    ],
)
def test_what_is_left_out_or_written_otherwise(dates: DateRange | None, expected: str) -> None:
    assert _shown(dates) == expected


@pytest.mark.parametrize(("tag", "style"), [*itertools.product(NAMES, DATE_STYLES)])
def test_every_printed_date_reads_back(tag: str, style: str) -> None:
    for month in range(1, 13):
        first, last = PartialDate(2021, month), PartialDate(2023, 13 - month)
        if style == "year":
            first, last = PartialDate(2021), PartialDate(2023)
        for dates in (_range(first, last), _range(first, present=True), _range(None, last)):
            printed = _shown(dates, tag, style)
            assert [tuple(each) for each in find_ranges(printed)] == [
                (0, len(printed), dates.start, dates.end, dates.present)
            ]
