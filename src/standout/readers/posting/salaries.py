"""Pay ranges in the usual wordings: '$180,000 - $240,000', '90k-120k EUR', '£60k',
'€ 4.500 per month'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from standout.model.posting import Salary
from standout.patterns import regex
from standout.vocabulary import demands

_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "S$": "SGD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "¥": "JPY",
    "zł": "PLN",
    "CHF": "CHF",
    "R$": "BRL",
    "Fr.": "CHF",
    "EUROS": "EUR",
    "EURO": "EUR",
}
_CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|INR|JPY|SEK|NOK|DKK|PLN|CZK|ILS|BRL|MXN|HKD|AED|ZAR"
_SIGN = r"(?:US|USD|CA|CAD|C|AU|A|S|R)?\$|£|€|₹|¥|zł|Fr\.|[Ee]uros?\b|EUROS?\b"
_MONEY = rf"(?:{_SIGN}|(?:{_CODES})\b)"
_AMOUNT = r"\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3}){1,2}(?:\.\d\d)?|\d{1,7}(?:[.,]\d{1,2})?"
_SALARY = regex(
    rf"(?<![\w.,])(?P<before>{_MONEY})?\s?(?P<low>{_AMOUNT})\s?(?P<k>k\b|K\b|LPA\b|T€|"
    rf"tsd\.?)?\s?(?P<mid>{_MONEY})?(?:\s?(?:gross|brutto))?"
    rf"(?:\s?(?:/|per|a)\s?(?:year|yr|hour|hr|month|annum))?"
    rf"(?:\s?(?:-|–|—|to|and|bis|à|a|y|tot|"
    rf"und)\s?(?P<money2>{_MONEY})?\s?(?P<high>{_AMOUNT})\s?(?P<k2>k\b|K\b|LPA\b|T€|"
    rf"tsd\.?)?)?\s?(?P<after>{_MONEY})?",
)
_SIGNED = ("$", "£", "€", "₹", "¥", "zł", "Fr.", "uro", "EURO", *_CODES.split("|"))
_BESIDE = 90
"""Characters between a sign of money and the far end of its range."""
_LEAST = {"year": 10_000, "month": 400, "day": 50, "hour": 7}
_MOST = {"year": 3_000_000, "month": 200_000, "day": 5_000, "hour": 1_000}
_UNITS = {
    "yearly": "year",
    "annual": "year",
    "annually": "year",
    "per-year-salary": "year",
    "1 year": "year",
    "hourly": "hour",
    "per-hour-wage": "hour",
    "1 hour": "hour",
    "monthly": "month",
    "per-month-salary": "month",
    "1 month": "month",
    "daily": "day",
    "per-day-wage": "day",
}


def find(text: str) -> Salary | None:
    """The first pay range that a text states, ranges before single sums."""
    single: Salary | None = None
    for match in _sums(text):
        if not (match["before"] or match["mid"] or match["after"] or match["money2"]):
            continue
        salary = _read(text, match)
        if salary is None:
            continue
        if salary.maximum is not None:
            return salary
        single = single or salary
    return single


def _sums(text: str) -> Iterator[re.Match[str]]:
    """What may be pay: sums are looked for beside the signs of money alone."""
    at = 0
    for sign in sorted(_signs(text)):
        for match in _SALARY.finditer(text, max(at, sign - _BESIDE), sign + _BESIDE):
            at = match.end()
            yield match


def _signs(text: str) -> Iterator[int]:
    for sign in _SIGNED:
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + _BESIDE // 2)


def salary(low: Any, high: Any, currency: Any, period: Any) -> Salary | None:
    """A pay range from the fields of a board; None where no sum is in them."""
    minimum, maximum = _whole(low), _whole(high)
    if minimum is None and maximum is None:
        return None
    code = str(currency or "").strip().upper()[:3]
    return Salary(
        minimum, maximum, code if code.isalpha() and len(code) == 3 else "USD", period_of(period)
    )


def period_of(words: Any) -> str:
    """'year', 'month', 'day' or 'hour', as a board's word says; a year where it says nothing."""
    word = str(words or "").strip().lower().replace("_", "-")
    if word in _UNITS:
        return _UNITS[word]
    return word if word in _LEAST else demands.first("pay_period", word) or "year"


def _whole(value: Any) -> int | None:
    if isinstance(value, dict):
        return None
    try:
        number = int(float(str(value).replace(",", "").strip()))
    except (ValueError, OverflowError):
        return None
    return number if 0 < number < 10**9 else None


def _read(text: str, match: re.Match[str]) -> Salary | None:
    before, after = (
        text[max(0, match.start() - 60) : match.start()],
        text[match.end() : match.end() + 40],
    )
    low, high = _amount(match["low"]), _amount(match["high"]) if match["high"] else None
    thousand = match["k"] or match["k2"]
    if thousand and thousand.upper() != "LPA":
        low = low * 1000 if low < 1000 else low
        high = high * 1000 if high is not None and high < 1000 else high
    elif high is not None and low < 1000 <= high and high / low > 100:
        low *= 1000
    period = _period(match[0] + after, low)
    if re.match(r"\s?(?:m|M|bn|B|million|billion|MM|mn|%)\b|%|\+?\s?(?:million|billion)", after):
        return None
    per = demands.first("pay_period", match[0] + after[:14])
    told = (
        per
        or thousand
        or high is not None
        or demands.pattern("pay", "words").search(before + after)
    )
    if not told or (
        demands.pattern("pay", "not").search(before[-40:] + after[:25])
        and not demands.pattern("pay", "words").search(before)
    ):
        return None
    if not all(_LEAST[period] <= each <= _MOST[period] for each in (low, high) if each is not None):
        return None
    if high is not None and high < low:
        return None
    return Salary(low, high, _currency(match), period)


def _period(words: str, low: int) -> str:
    said = demands.first("pay_period", words)
    if said:
        return said
    return "hour" if low < 400 else "month" if low < 9_000 else "year"


def _amount(written: str) -> int:
    bare = re.sub(r"[,.]\d{1,2}$", "", written)
    return int(re.sub(r"\D", "", bare) or "0")


def _currency(match: re.Match[str]) -> str:
    for name in ("after", "mid", "before", "money2"):
        sign = match[name]
        if sign and re.fullmatch(_CODES, sign):
            return sign
    sign = match["before"] or match["mid"] or match["money2"] or match["after"] or "$"
    return _SIGNS.get(sign, _SIGNS.get(sign.upper(), "USD"))
