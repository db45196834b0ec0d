"""Dates and date ranges in every form that resumes use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from standout.analysis.date_words import BETWEEN, LOOSE, MONTHS, OPEN, SEASONS
from standout.analysis.impossible_dates import may_span
from standout.model import DateRange, PartialDate
from standout.patterns import regex
from standout.source import Text
from standout.values import frozen

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A number between them may be a year by itself."""
_OLDEST_YEAR = 1600
"""From here on a year needs a month, or both ends of a range that stands by itself."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_YEAR = r"(?:19|20)\d\d|2100"
_OLD = r"1[6-8]\d\d"
# A capital may follow at once where a column gap was lost: '2025Data Engineer'.
# So may the count of a duration: '20258 months'.
_NO_DIGIT = r"(?:(?=(?-i:[A-Z][a-z]))|(?=\d\d?\s(?:years?|months?|yrs?|mos?)\b)|(?![\w%+]|[.,/]\d))"
# And a month may follow a word at once: 'OutreachJun 2024'.
_GLUED = r"(?<=[A-Za-z])(?=(?-i:[A-Z][a-z]{2,8}\.?\s(?:19|20)\d\d))"
_TOKEN = regex(
    rf"""(?:(?<![^\W年月日년월일])|{_GLUED})(?<![$€£#])(?<!\d[.,/])(?:(?<!\d-)|(?<=(?:19|20)\d\d-)|(?<=2100-))(?:
      (?P<iso>(?P<iso_y>{_YEAR})[-/.‐-](?P<iso_m>0?[1-9]|1[0-2])
          (?:[-/.‐-](?P<iso_d>0?[1-9]|[12]\d|3[01]))?(?![\w%]|[-/.]\d))
    | (?P<day>(?P<day_a>\d\d?)(?P<day_s>[./-])(?P<day_b>\d\d?)(?P=day_s)(?P<day_y>{_YEAR})(?![\w%]))
    | (?P<num>(?P<num_m>0?[1-9]|1[0-2])\s?[./-]\s?(?P<num_y>{_YEAR})(?![\w%]))
    | (?P<cjk>(?P<cjk_y>{_YEAR})\s?[年년](?:\s?(?P<cjk_m>1[0-2]|0?[1-9])\s?[月월]
          (?:\s?\d\d?\s?[日일])?)?)
    | (?P<quarter>[QqTt](?P<quarter_n>[1-4])[\s/-]{{0,2}}(?P<quarter_y>{_YEAR}|['’‘]\d\d){_NO_DIGIT}
          |(?P<back_y>{_YEAR})[\s/-]?[Qq](?P<back_n>[1-4])(?!\w))
    | (?P<word>(?:(?P<word_d>\d\d?)(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?)?
          (?P<word_m>{_any([*MONTHS, *SEASONS])})(?!\w)
          (?:\.?,?\s{{0,2}}(?P<word_d2>\d\d?)(?:st|nd|rd|th)?,\s?(?={_YEAR}|{_OLD})
            |[.,]?\s{{0,2}}(?:del?\s|of\s)?|\s?[/-]\s?(?={_YEAR}))
          (?P<word_y>(?:{_YEAR})(?:/\d\d)?{_NO_DIGIT}|{_OLD}{_NO_DIGIT}|['’‘´]\s?\d\d(?!\w)|\d\d(?![\w:.,%+/-]))?)
    | (?P<flip>(?P<flip_y>{_YEAR})[,.]?\s(?P<flip_m>{_any(MONTHS)})(?!\w))
    | (?P<pair>(?P<pair_y>{_YEAR})/(?P<pair_z>\d\d)(?![\w%/]))
    | (?P<year>(?:{_YEAR}|{_OLD}){_NO_DIGIT})
    | (?P<short>['’‘´]?\d\d(?![\w%+:/]|[.,]\d))
    | (?P<open>(?:{_any(OPEN)})(?!\w))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = regex(r"[a-z]\.[a-z]{2,24}/(?:[^\s|]*[/=?&._-])?$", re.IGNORECASE)
_YEAR_ONLY = regex(r"\d{4}")
_AND = regex(r",\s?(?:and\s|&\s)?|\s(?:and|&|und|et|y|e)\s")
_HOST = 120
"""Characters of an address that are looked at before a number in it."""
_TRAILING_DASH = regex(r"\s{0,3}[-–—]\s*(?=$|[|)\]])")
_SINCE = regex(
    r"\b(?:since|seit|depuis|desde|dal|da|sinds|ab|from|starting)\s$",
    re.IGNORECASE,
)
_EXPECTED = regex(
    r"(?:\b(?:expected|anticipated|estimated|projected|graduating|graduation|graduated|exp\.?|"
    r"est\.?|"
    r"until|bis|voraussichtlich|prévu)(?:\s(?:in|by|graduation|completion|date))?:?\s?){1,3}$",
    re.IGNORECASE,
    needs="expected anticipated estimated projected graduat exp est until bis voraussichtlich "
    "prévu",
)
_AFTER = regex(r"\s?\(?(?:expected|anticipated|est\.|exp\.|projected)\)?(?!\w)", re.IGNORECASE)


_DURATION = regex(
    r"\(?(?:(?:\d{1,2}|an?|one|two|three|four|five|six)\+?\s?"
    r"(?:years?|yrs?|months?|mos?|weeks?|jahre?|monate?|ans?|mois|años?|meses|anni|mesi)\.?"
    r"(?:,?\s(?:and\s)?)?){1,2}\)?",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """A date or range at `[start, end)` of a text; a single date is `last`."""

    start: int
    end: int
    first: PartialDate | None
    last: PartialDate | None
    present: bool


@frozen
class _Token:
    start: int
    end: int
    kind: str
    """'date', 'pair' (an academic year), 'open', or one that needs a partner: 'month' (no year),
    'weak' (its two digits may be day or year), 'short' (two digits), 'quoted' ('21), 'old' (a bare
    year before 1900)."""
    date: PartialDate | None = None


def parse_date(text: str) -> PartialDate | None:
    """One date, or None where the words name none."""
    found = find_ranges(text.strip())
    whole = [(each.start, each.end) for each in found] == [(0, len(text.strip()))]
    return found[0].last if whole and not found[0].first else None


def is_open(text: str) -> bool:
    """Say whether the words mean that something still goes on."""
    return text.strip().casefold().rstrip(".") in OPEN


def is_duration(text: str) -> bool:
    """Say whether the words are a length of time and nothing else: '2 years 3 months'."""
    return _DURATION.fullmatch(text.strip()) is not None


def date_range(text: Text, start: str | None, end: str | None) -> DateRange:
    """The range between two written dates; `text` is where they stand."""
    first = parse_date(start) if start else None
    last = parse_date(end) if end else None
    present = is_open(end or "")
    vague = bool((start and not first) or (end and not last and not present))
    return DateRange(text, first, last, present, vague)


@lru_cache(maxsize=8192)
def find_ranges(text: str) -> tuple[Found, ...]:
    """Every date and date range in a line, from left to right, without overlaps.

    Words that only introduce a date ('since', 'expected') belong to it. A bare year before a
    lower-case word ('2000 users') is a number.
    """
    if len(text) > 2000:
        return ()
    tokens = list(_tokens(text))
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        listed = _listed(text, tokens[index:])
        if listed is not None:
            found.append(listed[0])
            index += listed[1]
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        pair = _paired(text, tokens[index], after)
        if pair is not None:
            found.append(pair)
            index += 2
            continue
        single = _single(text, tokens[index])
        if single is not None:
            found.append(single)
        index += 1
    return tuple(found)


def _listed(text: str, tokens: Sequence[_Token]) -> tuple[Found, int] | None:
    """The years of what was given more than once ('2015, 2016 and 2018'), and how many they are."""
    count = 0
    while count < len(tokens) and _goes_on(text, tokens, count):
        count += 1
    years = sorted(token.date.year for token in tokens[:count] if token.date is not None)
    if len(set(years)) < max(2, count) or not _single(text, tokens[count - 1]):
        return None
    first, last = PartialDate(years[0]), PartialDate(years[-1])
    return Found(tokens[0].start, tokens[count - 1].end, first, last, present=False), count


def _goes_on(text: str, tokens: Sequence[_Token], at: int) -> bool:
    """Token `at` is one more year of the list, and no range begins with it."""
    before = not at or _AND.fullmatch(text, tokens[at - 1].end, tokens[at].start)
    behind = text[tokens[at].end : tokens[at + 1].start] if at + 1 < len(tokens) else ""
    year = _YEAR_ONLY.fullmatch(text, tokens[at].start, tokens[at].end)
    return bool(before and year and tokens[at].kind == "date") and BETWEEN.fullmatch(behind) is None


def _paired(text: str, token: _Token, after: _Token | None) -> Found | None:
    """The range that two neighbouring tokens make, if they do."""
    if after is None or token.kind in ("open", "pair"):
        return None
    between = text[token.end : after.start]
    alone = (token.start, after.end, token.kind) == (0, len(text), "date")
    alone = alone and (after.kind == "date" or "/" in between)
    joined = BETWEEN.fullmatch(between) is not None or (alone and LOOSE.fullmatch(between))
    if not joined and not (after.kind == "open" and not between.strip()):
        return None
    if "old" in (token.kind, after.kind):
        if not _stands_alone(text, token.start, after.end):
            return None
        token, after = _sure(token), _sure(after)
    if after.kind == "open":
        if token.kind not in ("date", "weak") or token.date is None:
            return None
        return _introduced(text, token.start, after.end, token.date, None, present=True)
    first, last = _agree(token, after)
    if first is None or last is None or not may_span(first, last):
        return None
    return _introduced(text, token.start, after.end, first, last)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """No number of units or pages, no subject: 'tuned 1600-1800 knobs', 'Letters, 1880-1914'."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    return (not before or before[-1] in "([|·•–—") and (not behind or behind[0] in ")]|·•–—")


def _sure(token: _Token) -> _Token:
    return replace(token, kind="date") if token.kind == "old" else token


def _agree(token: _Token, after: _Token) -> tuple[PartialDate | None, PartialDate | None]:
    """Fill what one end leaves to the other: 'Jan – Mar 2020', '2019 – 20', 'Aug 18 – May 22'."""
    first, last = token.date, after.date
    kinds = (token.kind, after.kind)
    if kinds in (("date", "date"), ("weak", "weak"), ("quoted", "quoted"), ("date", "quoted")):
        return first, last
    if first is None or last is None:
        return None, None
    if token.kind in ("month", "weak") and after.kind == "date":
        year = last.year - (1 if (first.month or 1) > (last.month or 12) else 0)
        return replace(first, year=year), last
    if kinds == ("date", "short"):
        usable = first.month is None and last.year > first.year
        return (first, last) if usable else (None, None)
    return (first, last) if kinds == ("date", "weak") else (None, None)


def _single(text: str, token: _Token) -> Found | None:
    if token.kind == "pair" and token.date is not None:
        last = replace(token.date, year=token.date.year + 1)
        return Found(token.start, token.end, token.date, last, present=False)
    if token.kind != "date" or token.date is None:
        return None
    dash = _TRAILING_DASH.match(text, token.end)
    if dash is not None and token.end - token.start >= 4:
        return _introduced(text, token.start, dash.end(), token.date, None, present=True)
    bare = token.end - token.start == 4 and token.date.month is None
    if bare and re.match(r"\s(?!and\b|et\b|und\b|y\b|in\b|at\b)[a-zµ]", text[token.end :]):
        return None
    if _SINCE.search(text, max(0, token.start - 10), token.start):
        return _introduced(text, token.start, token.end, token.date, None, present=True)
    return _introduced(text, token.start, token.end, None, token.date)


def _introduced(
    text: str,
    start: int,
    end: int,
    first: PartialDate | None,
    last: PartialDate | None,
    *,
    present: bool = False,
) -> Found:
    """Take the words that introduce or qualify a date into its stretch."""
    for pattern in (_SINCE, _EXPECTED):
        match = pattern.search(text, max(0, start - 40), start)
        if match is not None:
            start = match.start()
    after = _AFTER.match(text, end)
    if after is not None:
        end = after.end()
    return Found(start, end, first, last, present)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if _in_address(text, match.start()):
            continue
        kind = match.lastgroup or ""
        # The last closed named group is an inner one for some forms, so ask for the outer names.
        outer = next((name for name in _READERS if match[name] is not None), kind)
        token = _READERS[outer](match)
        if token is not None:
            yield token


def _in_address(text: str, at: int) -> bool:
    """A number in an address is no date: 'example.org/2024'."""
    inside = at > 0 and text[at - 1] in "/=?&._-"
    return inside and _ADDRESS.search(text, max(0, at - _HOST), at) is not None


def _token(match: re.Match[str], kind: str, date: PartialDate | None) -> _Token | None:
    if date is not None and not _OLDEST_YEAR <= date.year <= LAST_YEAR:
        return None
    return _Token(match.start(), match.end(), kind, date)


def _from_iso(match: re.Match[str]) -> _Token | None:
    day = match["iso_d"]
    date = PartialDate(int(match["iso_y"]), int(match["iso_m"]), int(day) if day else None)
    return _token(match, "date", date)


def _from_day(match: re.Match[str]) -> _Token | None:
    """Day and month in numbers: a full stop means day first, a slash month first if it can."""
    a, b = int(match["day_a"]), int(match["day_b"])
    month, day = (b, a) if match["day_s"] == "." or a > 12 else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _token(match, "date", PartialDate(int(match["day_y"]), month, day))


def _from_number(match: re.Match[str]) -> _Token | None:
    return _token(match, "date", PartialDate(int(match["num_y"]), int(match["num_m"])))


def _from_cjk(match: re.Match[str]) -> _Token | None:
    month = match["cjk_m"]
    return _token(match, "date", PartialDate(int(match["cjk_y"]), int(month) if month else None))


def _from_quarter(match: re.Match[str]) -> _Token | None:
    number = int(match["quarter_n"] or match["back_n"])
    year = _year(match["quarter_y"] or match["back_y"])
    return _token(match, "date", PartialDate(year, number * 3 - 2, season=f"Q{number}"))


def _from_word(match: re.Match[str]) -> _Token | None:
    name, year = match["word_m"].casefold(), match["word_y"]
    season = match["word_m"].capitalize() if name in SEASONS else None
    month = SEASONS[name] if season else MONTHS[name]
    number = match["word_d"] or match["word_d2"]
    day = int(number) if number and 1 <= int(number) <= 31 else None
    if year is None:
        return _Token(
            match.start("word_m"), match.end(), "month", PartialDate(0, month, None, season)
        )
    if _year(year) < FIRST_YEAR and not match["word_m"][0].isupper():
        return None  # 'It may 1800 times ...'
    kind = "weak" if year.isdigit() and len(year) == 2 else "date"
    return _token(match, kind, PartialDate(_year(year), month, day, season))


def _from_flip(match: re.Match[str]) -> _Token | None:
    month = MONTHS[match["flip_m"].casefold()]
    return _token(match, "date", PartialDate(int(match["flip_y"]), month))


def _from_pair(match: re.Match[str]) -> _Token | None:
    """An academic year, '2019/20'."""
    year = int(match["pair_y"])
    if (year + 1) % 100 != int(match["pair_z"]):
        return None
    return _token(match, "pair", PartialDate(year))


def _from_year(match: re.Match[str]) -> _Token | None:
    year = int(match["year"])
    return _token(match, "date" if year >= FIRST_YEAR else "old", PartialDate(year))


def _from_short(match: re.Match[str]) -> _Token | None:
    kind = "short" if match["short"].isdigit() else "date"
    year = _year(match["short"])
    # An apostrophe year alone is a quote as often as a date, so it too needs a partner.
    return _Token(
        match.start(), match.end(), "quoted" if kind == "date" else kind, PartialDate(year)
    )


def _from_open(match: re.Match[str]) -> _Token | None:
    return _Token(match.start(), match.end(), "open")


def _year(text: str) -> int:
    digits = re.sub(r"\D", "", text.split("/")[0])
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < 60 else 1900) + int(digits)


_READERS = {
    "iso": _from_iso,
    "day": _from_day,
    "num": _from_number,
    "cjk": _from_cjk,
    "quarter": _from_quarter,
    "word": _from_word,
    "flip": _from_flip,
    "pair": _from_pair,
    "year": _from_year,
    "short": _from_short,
    "open": _from_open,
}
