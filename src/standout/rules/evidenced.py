"""Numbers of a statement beside those of its evidence: which belong together, and which agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from standout.analysis.slots import Quantity
from standout.model import Entry, Resume, Statement
from standout.patterns import regex
from standout.rules.outline import DEEDS, told
from standout.source import Text

if TYPE_CHECKING:
    from standout.model.evidence import Evidence

_VAGUE = regex(
    r"(?:\b(?:about|around|approximately|almost|nearly|over|above|below|under|than|least|most|"
    r"up to|close to|roughly|some|circa|ca\.?|top|best|first|within)|[~≈<>≤≥±])[ -]?$",
    re.IGNORECASE,
)
"""What stands before a number that is not meant to be exact, or is a bound."""
_BEHIND = regex(r" ?([a-z]{2,20}(?: [a-z]{2,20})?)\b")
"""The two words behind a number, one of which is what it counts."""
_WRITTEN = regex(r"[\d,]*\.?\d+")
COUNTERS = frozenset(["star", "download", "citation", "fork", "view", "follower"])
"""What a service counts of one thing, and what grows from day to day."""


def backed(
    resume: Resume, ledger: Mapping[str, Evidence]
) -> Iterator[tuple[Statement, tuple[Evidence, ...]]]:
    """The statements that tell deeds, each with the evidence that it can be held against."""
    for section in resume.of_kind(*DEEDS):
        for entry in section.entries:
            yield from ((each, _named(entry, each, ledger)) for each in told(entry))
        yield from ((each, known(each.evidence, ledger)) for each in section.statements)


def known(names: Sequence[Text], ledger: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """The evidence of these names; none where one is an address or is not in the ledger."""
    found = [ledger.get(each.value.strip()) for each in names]
    return tuple(each for each in found if each) if all(found) else ()


def _named(
    entry: Entry, statement: Statement, ledger: Mapping[str, Evidence]
) -> tuple[Evidence, ...]:
    """A statement's own evidence; that of its entry only where the entry says nothing else."""
    alone = len(told(entry)) == 1
    return known((*statement.evidence, *(entry.evidence if alone else ())), ledger)


def agrees(text: str, quantity: Quantity, proven: Sequence[float]) -> bool:
    """Say whether a number is one of the proven ones, rounded or cut off, or only a bound."""
    written = _WRITTEN.search(text, quantity.start, quantity.end)
    value = quantity.value or 0.0
    if written is None or is_bound(text, quantity):
        return True
    digits = written[0].replace(",", "")
    place = 10.0 ** -len(digits.partition(".")[2])
    # 2.1k is written in steps of a hundred.
    step = place * abs(value) / float(digits) if value and float(digits) else place
    room = step if quantity.kind in ("bare", "percent", "points", "money") else step / 2
    return any(min(abs(e - value), abs(100 * e - value)) < room for e in proven)


def is_bound(text: str, quantity: Quantity) -> bool:
    """Say whether a number is only about right, or a bound: 'almost 92 %', 'top 20', '480+'."""
    vague = _VAGUE.search(text[: quantity.start])
    # 'Over 12 seeds' says across how many, not more than how many.
    across = quantity.kind in ("setting", "count") and vague and vague[0].strip() == "over"
    across = across and COUNTERS.isdisjoint(behind(text, quantity))
    named = text[quantity.start : quantity.end]
    return bool(vague and not across) or named.endswith("+") or named[:3].lower() == "top"


def behind(text: str, quantity: Quantity) -> tuple[str, ...]:
    """The unit of a number and the words behind it, in the singular: one is what it counts."""
    found = _BEHIND.match(text, quantity.end)
    words = [quantity.unit or "", *(found[1].split() if found else ())]
    return tuple(word.removesuffix("s") for word in words)


def as_number(value: float) -> str:
    """A number as a message prints it."""
    return f"{value:,.10g}"
