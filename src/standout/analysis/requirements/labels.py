"""Labels and the text behind them on one line: 'Must have: Python'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from standout.analysis.requirements.rows import Row
from standout.patterns import regex
from standout.source import Text
from standout.vocabulary import demands
from standout.vocabulary.demands import Part, Wording

_LABEL = regex(r"([^:.!?\n]{2,60}?)\s?(?::\s{1,3}|\s[–—-]\s|\s\|\s)(?=\S)")
_CALLED = regex(r"\(([^()]{4,60}(?:qualifications|requirements|criteria))\)\s?:?$", re.IGNORECASE)
"""'How you meet the following (essential qualifications)'."""
_INNER_LABEL = regex(r"(?:(?<=[.!?;)] )|(?<=[.!?;)]  ))([A-Z][^:.!?;\n]{2,50}):\s")
_LABELLED = frozenset({Part.REQUIRED, Part.PREFERRED, Part.PART, Part.OTHER})
_LONG_BLOB = 400
_WORD = regex(r"[^\W\d_]+")


def labelled(row: Row) -> tuple[Wording, Text] | None:
    """'Must have: Python' is a heading and what stands under it."""
    found = _found(row.text.value)
    return (found[0], row.text[found[1] :].strip()) if found is not None else None


@lru_cache(maxsize=16_384)
def _found(value: str) -> tuple[Wording, int] | None:
    """What a label says, and where it ends: postings repeat each other's lines."""
    marks = ":" in value or " - " in value or " – " in value or " — " in value or " | " in value
    match = _LABEL.match(value) if marks else None
    if match is None:
        return None
    wording = demands.heading(match[1].strip(" *-•"))
    if wording is None or not wording.whole or wording.part not in _LABELLED:
        return None
    if wording.part is Part.OTHER and len(_WORD.findall(match[1])) > 5:
        return None
    if wording.part is Part.PART and ":" not in match[0]:
        return None
    return wording, match.end()


def is_field(row: Row) -> bool:
    """'Location: Berlin' says one thing and opens nothing."""
    return len(row.text.value) < 100 and not row.gap


def called(heading: str) -> str:
    """What a heading is about, where a bracket at its end names it."""
    match = _CALLED.search(heading) if heading.rstrip(": ").endswith(")") else None
    return match[1] if match else heading


def has_label(row: Row) -> bool:
    """Say whether a row begins with a label of any words."""
    return _LABEL.match(row.text.value) is not None


def asks_itself(text: Text) -> bool:
    """Say whether what stands behind a label asks by its own words."""
    said = demands.said(text.value)
    return "inside" in said.phrases or said.begins("opening", 0, len(text.value))


def unglued(rows: Sequence[Row]) -> list[Row]:
    """A posting whose line ends were lost is cut where a label stands behind a sentence."""
    parts: list[Row] = []
    for row in rows:
        if len(row.text.value) < _LONG_BLOB or row.bullet:
            parts.append(row)
        else:
            parts += _cut(row)
    return parts


def _cut(row: Row) -> Iterator[Row]:
    start = 0
    for match in _INNER_LABEL.finditer(row.text.value):
        wording = demands.heading(match[1])
        if wording is not None and wording.whole:
            yield row._replace(text=row.text[start : match.start()].strip(), gap=True)
            start = match.start()
    yield row._replace(text=row.text[start:].strip(), gap=row.gap or start > 0)
