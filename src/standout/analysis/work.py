"""What a posting tells of the work: the lines of what is done, and those of who does it for whom.

What it asks for, what it pays and how to apply are left out. Pure, total, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache

from standout.analysis.requirements import Row
from standout.patterns import regex
from standout.source import Text
from standout.vocabulary import demands, tables
from standout.vocabulary.demands import Part
from standout.vocabulary.matcher import Matcher

_LABEL = regex(r"([^:.!?\n]{2,60}?)\s?:\s{1,3}(?=\S)")
_WILL = regex(
    r"\b(?:you\s?(?:['’]ll|will|would|get to)|du (?:wirst|arbeitest|entwickelst)"
    r"|sie (?:werden|entwickeln)|vous (?:serez|allez|travaillerez)|trabajarás|desarrollarás"
    r"|je gaat|jij gaat)\b",
    re.IGNORECASE,
)
_END = regex(r"[.!?;,…]['\"”)]?\s*$")
_LONGEST_HEADING = 90
_MOST = 120
"""Lines that are kept of each kind: no posting needs more to say what it is about."""


class Kind(Enum):
    """What a part of a posting tells."""

    DUTIES = "duties"
    ABOUT = "about"
    ELSE = "else"


def work(rows: Sequence[Row]) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """The lines of the duties, and those about team, company and whatever no heading tells."""
    duties: list[Text] = []
    about: list[Text] = []
    for kind, text in _told(rows):
        if kind is not Kind.ELSE:
            (duties if kind is Kind.DUTIES else about).append(text)
    return tuple(duties[:_MOST]), tuple(about[:_MOST])


def _told(rows: Sequence[Row]) -> Iterator[tuple[Kind, Text]]:
    here = Kind.ABOUT
    for row in rows:
        if row.told:
            continue
        value = row.text.value.strip()
        opened = None if row.bullet else _opened(value, row.bold, row.depth is not None)
        if opened is not None:
            here = opened
            continue
        label = None if row.bullet or ":" not in value else _label(value[:_LONGEST_HEADING])
        if label is not None:
            yield label[0], row.text[label[1] :]
        elif here is Kind.DUTIES or (here is Kind.ABOUT and not _is_formula(value[:400])):
            yield (Kind.DUTIES if _is_of_you(value[:400]) else here), row.text


@lru_cache(maxsize=32_768)
def _label(start: str) -> tuple[Kind, int] | None:
    """What a label at the start of a line opens, and where it ends."""
    match = _LABEL.match(start)
    kind = _kind(match[1]) if match is not None else None
    return (kind, match.end()) if match is not None and kind is not None else None


@lru_cache(maxsize=32_768)
def _is_of_you(start: str) -> bool:
    return _WILL.search(start) is not None


def _opened(value: str, bold: bool, deep: bool) -> Kind | None:  # noqa: FBT001 - private
    """The part that a row without a bullet opens; None where it is no heading."""
    return None if len(value) > _LONGEST_HEADING else _opened_by(value, bold, deep)


@lru_cache(maxsize=32_768)
def _opened_by(value: str, bold: bool, deep: bool) -> Kind | None:  # noqa: FBT001 - the key
    words = len(value.split())
    marked = deep or (bold and words <= 14) or value.endswith(":")
    if not marked and words > 8:
        return None
    if _END.search(value.rstrip("?")) and not marked:
        return None
    kind = _kind(value)
    return Kind.ABOUT if kind is None and deep else kind


@lru_cache(maxsize=16_384)
def _kind(words: str) -> Kind | None:
    """What a heading's words open; None where they name nothing that is known."""
    wording = demands.heading(words)
    if wording is not None and wording.part in (Part.REQUIRED, Part.PREFERRED, Part.PART):
        return Kind.ELSE
    matcher, kinds = _headings()
    first = next(matcher.find(words[:_LONGEST_HEADING]), None)
    if first is not None and (wording is None or wording.whole or first[1] == 0):
        return kinds[first[0]]
    return Kind.ELSE if wording is not None and wording.whole else None


@lru_cache(maxsize=16_384)
def _is_formula(line: str) -> bool:
    """Whether a line says what every employer says, or what is paid."""
    return next(_formulas().find(line), None) is not None


@cache
def _formulas() -> Matcher:
    return Matcher(tables.load("posting_work")["formulas"])


@cache
def _headings() -> tuple[Matcher, tuple[Kind, ...]]:
    table = tables.load("posting_work")
    rows = [(phrase, kind) for kind in (Kind.DUTIES, Kind.ABOUT) for phrase in table[kind.value]]
    return Matcher([phrase for phrase, _ in rows]), tuple(kind for _, kind in rows)
