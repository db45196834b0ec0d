"""Find the numbers of a statement and say of which kind each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.analysis.numbers import factor_of, place_of, value_of
from standout.analysis.quantity_shapes import COUNTED, NUMBER_WORDS, ORDERED
from standout.analysis.shapes import Shape, is_listed_noun, sketch
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import words
from standout.vocabulary.matcher import plain

NUMERIC_KINDS = frozenset(
    ("rank", "money", "percent", "points", "multiple", "time", "data", "rate", "count", "bare")
)
"""The kinds that measure or count something; the others number, date or name it."""


@frozen
class Number:
    """A typed number before the rest of the statement is known.

    `noun` is what a count counts, in lower case; `whole` the text of a known whole ('of 2,100').
    """

    start: int
    end: int
    kind: str
    value: float | None = None
    unit: str | None = None
    noun: str = ""
    whole: str | None = None


def find_numbers(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Number, ...]:
    """All numbers of a text, left to right, none inside the `taken` ranges (names, links)."""
    ordinary = plain(text)
    if not any(each.isdigit() for each in ordinary) and not NUMBER_WORDS.search(ordinary):
        return ()
    claims = _Claims(taken)
    sketched = sketch(ordinary)
    for shape in ORDERED:
        if shape.may_occur(sketched):
            for match in shape.pattern.finditer(ordinary):
                claims.add(_typed(ordinary, shape, match))
    for number in _counted(ordinary):
        claims.add(number)
    return tuple(_in_lists(ordinary, sorted(claims.numbers, key=lambda number: number.start)))


def _in_lists(text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """The further numbers of a list are of the kind of its first: 'seeds 1, 2 and 3'."""
    before: Number | None = None
    for number in numbers:
        if before is not None and before.kind in _LISTED and number.kind in ("bare", "name"):
            gap = _LIST_GAP.fullmatch(text, before.end, number.start)
            apart = gap is not None and gap[0].strip()
            if gap is not None and apart and (before.kind == "course" or not gap["name"]):
                number = replace(number, kind=before.kind)
        yield number
        before = number


_LISTED = frozenset(("setting", "version", "course", "standard"))
_LIST_GAP = regex(r",? ?(?:and |or |& |/ ?)?(?P<name>[A-Z]\w{0,20} ?)?")


class _Claims:
    """Numbers in the order of their priority; a later one never overlaps an earlier one."""

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        self.numbers: list[Number] = []
        self._taken = list(taken)

    def add(self, number: Number | None) -> None:
        if number is None:
            return
        if any(number.start < end and start < number.end for start, end in self._taken):
            return
        self._taken.append((number.start, number.end))
        self.numbers.append(number)


def _typed(text: str, shape: Shape, match: re.Match[str]) -> Number | None:
    start, end = match.span("n") if "n" in match.re.groupindex else match.span()
    if start < 0 or start == end:
        return None
    if shape.accepts is not None and not shape.accepts(text, match):
        return None
    written = text[start:end]
    groups = match.groupdict()
    unit, whole, noun = (groups.get(name) or "" for name in ("unit", "whole", "noun"))
    # '40 nurses every day' counts people; the period tells how often.
    people = shape.kind == "rate" and noun.lower() in words.nouns("audience")
    return Number(
        start,
        end,
        "count" if people else shape.kind,
        _READERS.get(shape.kind, value_of)(written),
        _unit(unit) if unit else shape.unit,
        noun.lower(),
        whole.strip() or None,
    )


_READERS = {"multiple": factor_of, "rank": place_of}
_UNITS = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "chf": "CHF", "¥": "JPY", "₹": "INR",
    "rs": "INR", "rs.": "INR", "inr": "INR", "millisecond": "ms", "msec": "ms", "µs": "us",
    "microsecond": "us", "second": "s", "sec": "s", "minute": "min", "mins": "min", "hour": "h",
    "hr": "h", "hrs": "h", "day": "d", "week": "week", "wk": "week", "month": "month",
    "year": "year", "yr": "year", "gigabyte": "GB", "terabyte": "TB", "petabyte": "PB",
    "megabyte": "MB", "kilobyte": "KB", "gb": "GB", "tb": "TB", "mb": "MB", "pb": "PB", "kb": "KB",
}  # fmt: skip


def _unit(written: str) -> str:
    lowered = written.strip(" -").lower()
    return _UNITS.get(lowered) or _UNITS.get(lowered.rstrip("s")) or written.strip(" -")


def _counted(text: str) -> Iterator[Number]:
    """Numbers that no shape typed: counts of things, and bare ones."""
    for match in COUNTED.finditer(text):
        start, end = match.span("n")
        in_words = match["n"][:1].isalpha()
        noun = _noun_after(text, end, in_words=in_words)
        if in_words and (
            not (noun or _is_compared(text, start)) or _is_pronoun(text, start, match["n"])
        ):
            continue
        value = value_of(match["n"])
        if value is not None and value % 1 and value < 1000 and noun not in _DIVISIBLE:
            noun = ""  # 'RMSE 0.62 log units' counts nothing
        if noun == "stars" and value is not None and value % 1 and value < 5:
            yield Number(start, end, "bare", value, "stars", whole="of 5")
            continue
        yield Number(start, end, "count" if noun else "bare", value, noun or None, noun)


_DIVISIBLE = frozenset(("degree", "degrees", "deg", "litres", "liters", "miles", "stars", "tonnes"))
_COMPARED = regex(r"\b(?:from|than|instead of|down to|up to) $")
_PRONOUN = regex(r"\b(?:the|this|that|each|every|old|new|previous) (?:[a-z-]{1,20} )?$")
_NEXT = regex(r"[ -]?(?:of (?:the |our |its )?)?([^\W\d_][\w&'/-]{0,30})")
_STOPPERS = frozenset(
    ("and", "or", "to", "by", "in", "on", "at", "with", "for", "from", "vs", "while", "using")
)


def _noun_after(text: str, end: int, *, in_words: bool) -> str:
    """What is counted: the first plural among the next four words."""
    at, name = end, ""
    for step in range(4):
        match = _NEXT.match(text, at)
        if match is None:
            return name
        word = match[1].lower()
        if word in _STOPPERS or (words.is_function_word(word) and step):
            return name
        if is_counted_noun(word) and not (in_words and text[end : end + 1] == "-"):
            if not match[1][0].isupper() or is_listed_noun(word):
                return word
            name = name or word  # 'two NeurIPS papers' counts papers
        at = match.end()
    return name


def _is_compared(text: str, start: int) -> bool:
    """'from nine a week to one', 'one week rather than five'."""
    before = text[max(0, start - 40) : start]
    return bool(_COMPARED.search(before)) or (before.endswith(" to ") and " from " in before)


def _is_pronoun(text: str, start: int, written: str) -> bool:
    """'the usual one needs 40 steps': a thing, no number."""
    return written.lower() == "one" and bool(_PRONOUN.search(text[max(0, start - 40) : start]))


def is_counted_noun(word: str) -> bool:
    """Say whether a word can be what a number counts."""
    if is_listed_noun(word) or word in words.nouns("colleagues"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
