"""Which entry of the profile is which of those that were read: by what they say, and in order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from standout.model import Entry
from standout.patterns import regex
from standout.writers.lines import statement_line
from standout.writers.sheet import plain

_MARKS = regex(r"[\W_]+")
_SHARED = 2
"""What one text in common is worth, beside 1 for being a pair at all."""


def bare(text: str) -> str:
    """Letters and digits alone: dashes, quotes and spaces are set by the theme."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def aligned(wanted: Sequence[Entry], read: Sequence[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each wanted entry with its counterpart; None where one was read too few.

    The pairs keep the order of both sides and have the most texts in common, so that an entry
    which is missing does not shift those behind it.
    """
    asked, given = [_said(each) for each in wanted], [_said(each) for each in read]
    if len(asked) == len(given) and not any(map(set.isdisjoint, asked, given)):
        yield from zip(wanted, read, strict=True)
        return
    best = _best(asked, given)
    at = 0
    for index, each in enumerate(wanted):
        while at < len(given) and best[index][at] == best[index][at + 1]:
            at += 1
        if at < len(given) and best[index][at] != best[index + 1][at]:
            yield each, read[at]
            at += 1
        else:
            yield each, None


def _best(asked: Sequence[set[str]], given: Sequence[set[str]]) -> list[list[int]]:
    """The worth of the best pairs of what stands at and behind each two places."""
    rows = [[0] * (len(given) + 1)]
    for one in reversed(asked):
        below, row = rows[-1], [0]
        for at in range(len(given) - 1, -1, -1):
            pair = below[at + 1] + 1 + _SHARED * len(one & given[at])
            row.append(max(pair, below[at], row[-1]))
        rows.append(row[::-1])
    return rows[::-1]


def _said(entry: Entry) -> set[str]:
    """What an entry says, in letters and digits; its dates in numbers."""
    named = (entry.title, entry.organization, entry.degree, entry.field, entry.venue)
    said = {bare(each.value) for each in named if each}
    said |= {bare(plain(statement_line(each))) for each in entry.statements}
    if entry.dates:
        said |= {each.iso() for each in (entry.dates.start, entry.dates.end) if each}
    return said - {""}
