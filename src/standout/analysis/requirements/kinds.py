"""What kinds of demands the words of a clause state, apart from skills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from standout.model.posting import Degree, Demand, Years
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary.demands import pattern

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "couple of": 2, "ein": 1, "eine": 1, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "mehrjährige": 2, "un": 1, "deux": 2,
    "trois": 3, "quatre": 4, "cinq": 5, "dix": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "diez": 10, "één": 1, "een": 1,
    "twee": 2, "drie": 3, "vijf": 5, "tien": 10,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "três": 3, "dois": 2,
}  # fmt: skip
_N = rf"(?:\d{{1,2}}(?:[.,]5)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEAR = r"(?:years?|yrs?\.?|yoe|jahren?|ans|années?|anni|años?|jaar|anos|lat|år)"
_YEARS = regex(
    rf"(?<![\w.,$€£-])(?P<between>between\s)?(?P<low>{_N})\s?(?:\(\s?(?:\d{{1,2}}|{_N})\s?\+?\s?\)\s?)?(?:(?:-|–|—|to|bis|à|a|"
    rf"tot|or|(?(between)and|or))\s?(?P<high>\d{{1,2}}|{_N})\b)?"
    rf"\s?(?P<more>\+|-?plus|or more|oder mehr|ou plus|o más|of meer)?\s?(?:or more\s|full\s|"
    rf"consecutive\s|solid\s|additional\s|extra\s|combined\s|total\s)?"
    rf"{_YEAR}(?!\w)(?![\s-](?:old\b|of age))['’]?",
    re.IGNORECASE,
)
_MONTHS = regex(
    r"(?<![\w.])(\d{1,2})\+?\s?(?:months?|monate)\b[^.;]{0,30}\bexperience", re.IGNORECASE
)
_UP_TO = regex(
    r"(?:up to|(?<!\bno )(?<!\bnot )(?:less than|fewer than)|"
    r"maximum(?: of)?|max\.?|no more than|bis zu|jusqu'à|hasta)\s?$",
    re.IGNORECASE,
)
_NOT_EXPERIENCE = regex(
    r"(?:contract|degree|program(?:me)?|commitment|history|vesting|cliff|in a row|plan|runway|"
    r"ago|funding|position|fixed|visa|warranty|from now)\b",
    re.IGNORECASE,
)

_FIELDS = regex(
    r"(?:\bin|\bof|\ben|\bim|\bder|d['’])\s(?!(?:progress|the last|lieu|addition|your|our|"
    r"equivalent|relevant|a similar|which|whom)\b)(?P<fields>[^.;:()]{2,160})",
    re.IGNORECASE,
)
_FIELDS_END = regex(
    r"\s?(?:[,(]?\s?\bor\s(?:an?y?\s)?(?:other\s)?(?:equivalent|related|similar|relevant|"
    r"comparable|another|closely|adjacent|quantitative field)|\bwith\b|\band\s\d|,?\s(?:and|"
    r"plus)\s(?:at least|a minimum|strong|proven|experience|\d)|\boder\s(?:vergleichbar|ähnlich|"
    r"einem|verwandt)|\bou\s(?:équivalent|domaine|similaire)|\bo\s(?:similar|equivalente|afín)|"
    r"\bof\s(?:vergelijkbar|soortgelijk|een)|\brequired\b|\bpreferred\b|"
    r"\bvon vorteil\b|\bwünschenswert\b|\berforderlich\b|\ba plus\b|\bdesirable\b|"
    r"\bis\b|\bfrom\b|\bor\s\d|"
    r"\s[–—-]\s|\bwhere\b|\bbut\b|\bthat\b|\bwho\b|\bplus\b|,\s(?:ideally|preferably|strong|"
    r"excellent|experience|with)|\d).*",
    re.IGNORECASE | re.DOTALL,
)
_FIELD_MARK = regex(
    r"\s?(?:,|/|\bor\b|\band\b|&|\boder\b|\bund\b|\bou\b|\bet\b|\bo\b|\by\b|\bof\b)\s?",
    re.IGNORECASE,
)
_FIELD_LEAD = regex(
    r"(?:(?:an?|the|any|other|relevant|related|similar|field|fields|area|areas|discipline|disciplines|"
    r"subject|subjects|of|like|such as|e\.g\.,?|i\.e\.,?|der|die|dem)\s){0,5}",
    re.IGNORECASE,
)
_RANKS = ((3, "doctorate"), (2, "master"), (1, "bachelor"))
_SIMPLE = (Demand.PUBLICATIONS, Demand.CLEARANCE, Demand.PERMIT, Demand.AVAILABILITY)


@cache
def _whole(table: str, name: str) -> re.Pattern[str]:
    """A pattern that begins where a word begins."""
    return re.compile(rf"(?<![\w-])(?:{pattern(table, name).pattern})", re.IGNORECASE)


@frozen
class Told:
    """A demand of some kind and where its words stand in the clause."""

    demand: Demand
    start: int
    end: int
    years: Years | None = None
    degree: Degree | None = None


def told(value: str, stems: frozenset[str]) -> Iterator[Told]:
    """The demands other than skills and languages that a clause states, by place.

    `stems` names the patterns that can match in it.
    """
    found = [*_years(value)] if "years" in stems else []
    found += _degree(value, stems)
    for demand in _SIMPLE:
        if demand.value not in stems:
            continue
        match = pattern("demands", demand.value).search(value)
        if match and not (demand is Demand.AVAILABILITY and _is_about_systems(value)):
            found.append(Told(demand, match.start(), match.end()))
    yield from sorted(found, key=lambda each: each.start)


def _is_about_systems(value: str) -> bool:
    """'High availability' asks for no hours."""
    return pattern("demands", "no_availability").search(value) is not None


def _years(value: str) -> Iterator[Told]:
    for match in _YEARS.finditer(value):
        around = (
            value[max(0, match.start() - 30) : match.start()]
            + value[match.end() : match.end() + 40]
        )
        if _NOT_EXPERIENCE.match(value[match.end() : match.end() + 24].lstrip(" -")):
            continue
        alone = not re.search(r"\w", value[: match.start()] + value[match.end() :])
        if (
            not alone
            and not match["more"]
            and not match["high"]
            and not pattern("demands", "years_context").search(around)
        ):
            continue
        low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
        if _UP_TO.search(value[max(0, match.start() - 20) : match.start()]):
            low, high = 0, low
        if low > 40 or (high is not None and high < low):
            continue
        yield Told(Demand.YEARS, match.start(), match.end(), years=Years(low, high))
        return
    months = _MONTHS.search(value)
    if months:
        years = Years(max(1, int(months[1]) // 12))
        yield Told(Demand.YEARS, months.start(), months.end(), years=years)


def _number(written: str) -> int:
    word = written.lower()
    return _NUMBERS[word] if word in _NUMBERS else int(re.split("[.,]", word)[0])


def _degree(value: str, stems: frozenset[str]) -> Iterator[Told]:
    found = [
        (rank, match)
        for rank, name in _RANKS
        if name in stems and (match := _whole("demands", name).search(value))
    ]
    if found and pattern("demands", "no_degree").search(value):
        return
    named = [(rank, match) for rank, match in found if not _is_noun_of(rank, match, found)]
    if not named:
        return
    first = min(named, key=lambda each: each[1].start())[1]
    last = max(named, key=lambda each: each[1].end())[1]
    fields, end = _fields(value, first.start(), last.end())
    waivable = pattern("demands", "waivable").search(value, first.start()) is not None
    degree = Degree(min(rank for rank, _ in named), fields, waivable)
    yield Told(Demand.DEGREE, first.start(), end, degree=degree)


def _is_noun_of(rank: int, match: re.Match[str], found: list[tuple[int, re.Match[str]]]) -> bool:
    """The word 'degree' of 'Master's degree' is no bachelor's."""
    generic = match[0].lower() in (
        "degree",
        "diploma",
        "diplôme",
        "studium",
        "titulación",
        "higher education",
    )
    return rank == 1 and generic and len(found) > 1


def _led(part: str) -> str:
    """A subject without the words that lead to it."""
    match = _FIELD_LEAD.match(part)
    return part[match.end() :] if match else part


def _fields(value: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The subjects named behind a degree, and where the last of them ends."""
    for match in _FIELDS.finditer(value, start):
        if match.start() > end + 60:
            break
        bare = _FIELDS_END.sub("", match["fields"])
        parts = [_led(part.strip()) for part in _FIELD_MARK.split(bare)]
        fields = tuple(
            part
            for part in parts
            if pattern("demands", "subject").search(part) and len(part.split()) <= 5
        )
        if fields:
            return fields, max(end, match.start("fields") + len(bare))
    return (), end
