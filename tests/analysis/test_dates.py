"""Dates in every form that resumes use, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standout.analysis.blank_dates import find_blank
from standout.analysis.dates import find_ranges, is_open, parse_date

SINGLE = {
    "Jan 2020": "2020-01",
    "January 2020": "2020-01",
    "01/2020": "2020-01",
    "2020-01": "2020-01",
    "2020.01": "2020-01",
    "Jan. '20": "2020-01",
    "2020": "2020",
    "15 Mar 2021": "2021-03-15",
    "March 15, 2021": "2021-03-15",
    "31.12.2021": "2021-12-31",
    "12/31/2021": "2021-12-31",
    "Fall 2022": "2022-09",
    "Summer ’21": "2021-06",
    "Q3 2022": "2022-07",
    "März 2021": "2021-03",
    "juillet 2021": "2021-07",
    "enero de 2020": "2020-01",
    "giugno 2019": "2019-06",
    "outubro de 2018": "2018-10",
    "mrt 2020": "2020-03",
    "2020年3月": "2020-03",
    "expected May 2025": "2025-05",
    "May 2025 (expected)": "2025-05",
    "March 15, 1844": "1844-03-15",
}

RANGES = {
    "Mar 2021 - Dec 2019": ("2021-03", "2019-12"),
    "2020-03 / 2021-05": ("2020-03", "2021-05"),
    "2015, 2016, 2017": ("2015", "2017"),
    "2018 and 2015": ("2015", "2018"),
    "Jan 2020 – May 2021": ("2020-01", "2021-05"),
    "01/2020 - 05/2021": ("2020-01", "2021-05"),
    "2019–2021": ("2019", "2021"),
    "2019-2021": ("2019", "2021"),
    "2019 to 2021": ("2019", "2021"),
    "2019 - 20": ("2019", "2020"),
    "2019/20": ("2019", "2020"),
    "Jan – Mar 2020": ("2020-01", "2020-03"),
    "Nov – Feb 2021": ("2020-11", "2021-02"),
    "Aug 18 – May 22": ("2018-08", "2022-05"),
    "2013-12-01 - 2014-12-01": ("2013-12-01", "2014-12-01"),
    "Jun 2014 → Present": ("2014-06", None),
    "October 2018-now": ("2018-10", None),
    "since 2020": ("2020", None),
    "06.2019 – heute": ("2019-06", None),
    "juin 2019 à aujourd’hui": ("2019-06", None),
    "enero de 2020 - actualidad": ("2020-01", None),
    "2020年3月 - 至今": ("2020-03", None),
    "2020年3月至今": ("2020-03", None),
    "2020 –": ("2020", None),
    "2011 2014": ("2011", "2014"),
    "1661 – 1667": ("1661", "1667"),
    "March 1898 – 1905": ("1898-03", "1905"),
    "July 1799 – Present": ("1799-07", None),
}

NO_DATES = [
    "5 years",
    "Python 3.11",
    "arXiv:2012.01234",
    "2000 users",
    "served 10-20 teams",
    "3.14",
    "$2000",
    "1850",
    "sorted 1600-1800 letters",
    "rated 1650–1700",
    "Letters to the editor, 1780 to 1814",
    "J. Maps, 12(3), 1712–1720.",
    "it may 1800 times",
    "year–year",
    "current team",
    "May",
    "now",
]


@pytest.mark.parametrize(("text", "expected"), SINGLE.items())
def test_a_single_date(text: str, expected: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.iso() == expected


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_a_range(text: str, expected: tuple[str, str | None]) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end) == (0, len(text))
    ends = tuple(each.iso() if each else None for each in (found.first, found.last))
    assert ends == expected
    assert found.present == (expected[1] is None)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert find_ranges(text) == ()


def test_a_range_is_located_in_its_line() -> None:
    line = "Acme Corp, Berlin (Jan 2020 – Mar 2021), full time"
    (found,) = find_ranges(line)
    assert line[found.start : found.end] == "Jan 2020 – Mar 2021"


def test_a_season_keeps_its_name() -> None:
    date = parse_date("Fall 2022")
    assert date is not None
    assert date.season == "Fall"


@pytest.mark.parametrize("word", ["Present", "now", "heute", "aujourd'hui", "至今", "ongoing."])
def test_words_for_an_open_end(word: str) -> None:
    assert is_open(word)


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@given(
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.integers(0, 600),
    st.sampled_from([" – ", "-", " to ", " → ", "—"]),
)
def test_what_is_written_is_read(year: int, month: int, months: int, dash: str) -> None:
    total = min(year * 12 + month - 1 + months, 2100 * 12 + 11)
    last_year, last_month = divmod(total, 12)
    text = f"{MONTHS[month - 1]} {year}{dash}{MONTHS[last_month]} {last_year}"
    (found,) = find_ranges(text)
    assert found.first is not None
    assert found.last is not None
    assert found.first.iso() == f"{year}-{month:02d}"
    assert found.last.iso() == f"{last_year}-{last_month + 1:02d}"


@given(st.text(max_size=300))
def test_ranges_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in find_ranges(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for date in (found.first, found.last):
            assert date is None or 1900 <= date.year <= 2100


@pytest.mark.parametrize(
    "text", ["year–year", "Year - Present", "Month Year – Month Year", "Month 20XX", "MM/YYYY"]
)
def test_a_date_left_to_be_filled_in(text: str) -> None:
    assert find_blank(text) == (0, len(text))


@pytest.mark.parametrize("text", ["year-over-year growth", "year – end", "from year to year"])
def test_words_about_years_are_no_such_date(text: str) -> None:
    assert find_blank(text) is None
