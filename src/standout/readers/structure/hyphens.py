"""Words broken at a line end: whether the hyphen belongs to the word, or a space is missing."""

from __future__ import annotations

import re

from standout.analysis import spelling
from standout.vocabulary import closed, wordlist

_ORDINARY = 2_000
"""Frequency from which a word of the word list is no mere syllable."""


def keeps_hyphen(before: str, after: str) -> bool:
    """Say whether a hyphen at a line end belongs to the word ('state-of-the-' 'art')."""
    first = before.split()[-1][:-1]
    second = re.split(r"[\s,.;:)]", after, maxsplit=1)[0]
    if "-" in first or "-" in second.rstrip("-") or not second[:1].islower() or first.isupper():
        return True
    if first.casefold() in closed.words("compound") or second in ("and", "or"):
        return True
    return _two_words(first.casefold(), second)


def _two_words(first: str, second: str) -> bool:
    """Both halves are English words and the whole is none: 'action-' 'adventure'."""
    whole = first + second
    return (
        min(spelling.frequency(first), spelling.frequency(second)) >= _ORDINARY
        and not spelling.frequency(whole)
        and whole not in wordlist.modern()
        and whole not in wordlist.technical()
    )


def parts_no_words(before: str, after: str) -> bool:
    """Both sides of a line end are in a script that sets no space between words."""
    return bool(before) and bool(after) and _is_cjk(before[-1]) and _is_cjk(after[0])


def _is_cjk(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff"
