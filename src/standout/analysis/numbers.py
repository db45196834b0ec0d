"""How numbers are written: digits with separators, magnitudes, words."""

from __future__ import annotations

import re

from standout.patterns import regex

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "dozen": 12, "thousand": 1000,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
    "half": 0.5, "quarter": 0.25, "thirds": 2 / 3, "quarters": 0.75,
}  # fmt: skip
_MAGNITUDES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "million": 1e6,
    "millions": 1e6, "b": 1e9, "bn": 1e9, "mrd": 1e9, "billion": 1e9, "billions": 1e9, "t": 1e12,
    "tn": 1e12, "trillion": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
    "hundred": 1e2, "dozen": 12,
}  # fmt: skip

_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_FACTORS = {
    "doubl": 2.0, "twice": 2.0, "tripl": 3.0, "quadrupl": 4.0, "magnitude": 10.0, "halv": 0.5,
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1,
}  # fmt: skip

DIGITS = (
    r"(?<![\d.])(?:\d{1,3}(?:[, ']\d{3}){1,5}(?:\.\d{1,6})?(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){1,5},\d{1,4}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?[½¼¾]?|\.\d{1,4}(?!\d))"
)
"""A number in digits: 1,234.5 and 1.234,5, 12 000, 0.93, .93, 2,5, 2½."""

WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
"""A number in a word."""

MAGNITUDE = (
    r"(?: ?(?:thousand|mn|mio\.?|millions?|bn|mrd\.?|billions?|trillion|lakhs?|crores?|hundred"
    r"|dozen)(?!\w)|[kmb](?!\w))"
)
"""What multiplies the number before it."""

_VALUE = regex(
    rf"(?P<digits>{DIGITS})(?:e(?P<power>[-+]?\d{{1,2}})(?!\w)|(?P<magnitude>{MAGNITUDE}|t\b))?",
    re.IGNORECASE,
)
_WORD_VALUE = regex(r"[a-z]+", re.IGNORECASE)


def value_of(written: str) -> float | None:
    """The number that a piece of text begins with or holds; None where there is none."""
    match = _VALUE.search(written)
    if match is None:
        return _value_in_words(written)
    magnitude = (match["magnitude"] or "").strip(" .").lower()
    value = _in_digits(match["digits"])
    if match["power"]:
        return float(f"{value}e{match['power']}")
    return value * _MAGNITUDES.get(magnitude, 1)


def place_of(written: str) -> float | None:
    """The place of a rank: of 'second of 40 teams' 2, of 'best of 43' and 'winner of 31' 1."""
    first = _WORD_VALUE.match(written.lower().removeprefix("top").lstrip(" -"))
    word = first[0].lower() if first is not None else ""
    if word in ("best", "fastest", "winner"):
        return 1
    return _WORDS[word] if word in _WORDS else value_of(written)


def factor_of(written: str) -> float | None:
    """By what a multiple multiplies: '4x' 4, 'tripled' 3, 'a third' 1/3, 'two thirds' 2/3."""
    lowered = written.lower()
    if any(map(str.isdigit, lowered)):
        return value_of(lowered)
    found = next((factor for stem, factor in _FACTORS.items() if stem in lowered), None)
    if found is None or found >= 1:
        return found if found is not None else _value_in_words(lowered.removesuffix("fold"))
    return found * (_value_in_words(lowered.split()[0]) or 1 if " " in lowered else 1)


def _value_in_words(written: str) -> float | None:
    value: float | None = None
    for word in _WORD_VALUE.findall(written.lower()):
        if word in _WORDS and value is None:
            value = _WORDS[word]
        elif word in _MAGNITUDES and value is not None:
            value *= _MAGNITUDES[word]
    return value


def _in_digits(digits: str) -> float:
    if digits[-1] in _FRACTIONS:
        return _in_digits(digits[:-1]) + _FRACTIONS[digits[-1]]
    bare = digits.replace(" ", "").replace("'", "")
    point, comma = bare.rfind("."), bare.rfind(",")
    if point >= 0 and comma >= 0:
        thousands, decimal = (",", ".") if point > comma else (".", ",")
        return float(bare.replace(thousands, "").replace(decimal, "."))
    if comma >= 0:
        grouped = re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", bare)
        return float(bare.replace(",", "" if grouped else "."))
    # '12.000' is twelve thousand to most of Europe; '1.234' may be either and stays a decimal.
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.000)+", bare):
        return float(bare.replace(".", ""))
    return float(bare)
