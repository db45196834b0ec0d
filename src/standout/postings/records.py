"""A posting as bytes and back: the text once, and every piece of it as places in that text."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from standout.model.dates import PartialDate
from standout.model.posting import (
    Degree,
    Demand,
    Level,
    Posting,
    Requirement,
    Salary,
    Years,
)
from standout.source import Source, Text

_QUICK = 1
"""Stronger compression saves a tenth of the space and takes three times as long."""


def packed(posting: Posting, source: Source) -> bytes:
    """A posting without its text, to be read again beside the same text."""
    piece = _Packer(source.text).piece
    record = {
        "title": piece(posting.title),
        "organization": piece(posting.organization),
        "team": piece(posting.team),
        "places": [piece(each) for each in posting.places],
        "remote": posting.remote,
        "employment": posting.employment,
        "seniority": posting.seniority,
        "salary": _fields(posting.salary, "minimum", "maximum", "currency", "period"),
        "posted": _fields(posting.posted, "year", "month", "day", "season"),
        "expires": _fields(posting.expires, "year", "month", "day", "season"),
        "sponsorship": posting.sponsorship,
        "id": posting.id,
        "url": posting.url,
        "requirements": [
            [
                piece(each.text),
                each.level.value,
                each.demand.value,
                each.ways,
                _fields(each.years, "minimum", "maximum"),
                _fields(each.degree, "rank", "fields", "waivable"),
                each.language,
                each.negated,
            ]
            for each in posting.requirements
        ],
    }
    kept = {name: value for name, value in record.items() if value not in (None, "", [])}
    return zlib.compress(json.dumps(kept, separators=(",", ":")).encode(), _QUICK)


def unpacked(record: bytes, text: str) -> Posting:
    """The posting that `packed` was given, `text` being its source's."""
    read: dict[str, Any] = json.loads(zlib.decompress(record))

    def piece(name: str) -> Text | None:
        return _piece(read[name], text) if name in read else None

    return Posting(
        title=piece("title"),
        organization=piece("organization"),
        team=piece("team"),
        places=tuple(_piece(each, text) for each in read.get("places", ())),
        remote=read.get("remote"),
        employment=read.get("employment"),
        seniority=read.get("seniority"),
        salary=Salary(*read["salary"]) if "salary" in read else None,
        posted=PartialDate(*read["posted"]) if "posted" in read else None,
        expires=PartialDate(*read["expires"]) if "expires" in read else None,
        sponsorship=read.get("sponsorship"),
        requirements=tuple(_requirement(each, text) for each in read.get("requirements", ())),
        id=read.get("id", ""),
        url=read.get("url", ""),
    )


def packed_text(text: str) -> bytes:
    """A text as bytes."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def unpacked_text(content: bytes) -> str:
    """The text that `packed_text` was given."""
    return zlib.decompress(content).decode("utf-8", "surrogatepass")


class _Packer:
    """Pieces of one text: `[start, length]` where they stand there as they are."""

    def __init__(self, text: str) -> None:
        self._text = text

    def piece(self, text: Text | None) -> list[Any] | None:
        if text is None:
            return None
        start, length = (text.places[0] if text.places else 0), len(text.value)
        straight = isinstance(text.places, range) or _runs(text.places) == [[start, length]]
        if straight and self._text[start : start + length] == text.value:
            return [start, length]
        return [text.value, _runs(text.places)]


def _piece(packed: Sequence[Any], text: str) -> Text:
    first, second = packed
    if isinstance(first, int):
        return Text(text[first : first + second], range(first, first + second))
    return Text(first, tuple(at for start, length in second for at in range(start, start + length)))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places as stretches without a gap: `[start, length]` each."""
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][0] + runs[-1][1] == at:
            runs[-1][1] += 1
        else:
            runs.append([at, 1])
    return runs


def _fields(value: object, *names: str) -> list[Any] | None:
    return None if value is None else [getattr(value, name) for name in names]


def _requirement(read: Sequence[Any], text: str) -> Requirement:
    clause, level, demand, ways, years, degree, language, negated = read
    return Requirement(
        _piece(clause, text),
        Level(level),
        Demand(demand),
        tuple(tuple(way) for way in ways),
        Years(*years) if years else None,
        Degree(degree[0], tuple(degree[1]), degree[2]) if degree else None,
        language,
        negated,
    )
