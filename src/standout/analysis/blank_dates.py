"""Dates that were left to be filled in: 'Month 20XX – Present', 'year–year'."""

from __future__ import annotations

import re

from standout.analysis.date_words import MONTHS, OPEN
from standout.patterns import regex

_MONTH, _STILL = (
    "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in (MONTHS, OPEN)
)
_BLANK_ONE = (
    rf"(?:(?:\[?(?:Month|MONTH|Monat|Mois|Mes|Mon|MM|XX|(?i:{_MONTH}))\]?[.,]?\s?[./-]?\s?)?"
    r"\[?(?:YYYY|JJJJ|AAAA|20[XxYy_?]{2}|19[XxYy_?]{2}|XXXX)\]?"
    r"|\[?(?:Month|MONTH|Monat|Mois|Mes)\]?,?\s\[?(?:Year|YEAR|Jahr|Année|Año)\]?|MM/YY"
    r"|\[?(?:Start|End)\s[Dd]ate\]?)"
)
_YEARS = r"(?:[Mm]onth\s)?(?:[Yy]ear|YEAR)"
_BLANK = regex(
    rf"(?<![\w$/-]){_BLANK_ONE}"
    rf"(?:\s?(?:[-‐-―]|to|bis|à|a)\s?(?:{_BLANK_ONE}|(?i:{_STILL})))?(?![\w/-])"
    rf"|(?<![\w$/-]){_YEARS}\s?[‐-―-]\s?(?:{_YEARS}|(?i:{_STILL}))(?![\w/-])"
)
"""A date that was left to be filled in: 'Month 20XX – Present', 'MM/YYYY'."""
_TRACE = regex(
    r"YYYY|JJJJ|AAAA|XXXX|(?:19|20)[XxYy_?]{2}|MM/YY|(?:Start|End)\s[Dd]ate"
    r"|(?:Month|MONTH|Monat|Mois|Mes)\]?,?\s\[?(?:Year|YEAR|Jahr|Année|Año)"
    r"|(?:[Yy]ear|YEAR)\s?[‐-―-]"
)
"""What every such date has: few texts do, and the whole pattern is long."""


def find_blank(text: str) -> tuple[int, int] | None:
    """Where a date stands that was left to be filled in ('Month Year – Present'), if one does."""
    if len(text) > 2000 or not _TRACE.search(text):
        return None
    match = _BLANK.search(text)
    return match.span() if match is not None else None
