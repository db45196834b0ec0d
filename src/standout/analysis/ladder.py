"""The 'So what?' ladder: how far a statement gets from a duty to a result with a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.analysis.segments import Parts
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.vocabulary.matcher import fold
from standout.vocabulary.words import nouns

MEANINGS = (
    "a duty, or nothing anyone did",
    "an action and its object",
    "an action with its method or scale",
    "a result",
    "a result with its unit and a baseline or reference",
)

_PERIOD = re.compile(
    r"\b(?:annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|per|(?:a|an|each|every) (?:second|minute|hour|day|week|month|quarter|year|case|patient|order|request|query))\b|/"
)
_SHARE = re.compile(r"\s?(?:of|out of)\s")
_TEST = re.compile(
    r"\bon (?:the |a |an |our |all |its )?(?:(?:held|hold)[- ]?out|test|unseen|validation|benchmark|leaderboard|public|private|out-of|real|production|[\d])|\bon (?:the )?[A-Z]\w"
)


def level_of(
    parts: Parts, slots: Sequence[Slot], quantities: Sequence[Quantity], *, is_duty: bool
) -> int:
    """The rung, 0 to 4."""
    kinds = {slot.kind for slot in slots}
    if SlotKind.RESULT in kinds:
        return 4 if _is_anchored(parts, slots, quantities) else 3
    if is_duty or SlotKind.ACTION not in kinds:
        return 0
    if SlotKind.OBJECT not in kinds:
        return 1 if len(parts.tokens) > 1 else 0
    if SlotKind.METHOD in kinds or SlotKind.SCALE in kinds:
        return 2
    return 1


def _is_anchored(parts: Parts, slots: Sequence[Slot], quantities: Sequence[Quantity]) -> bool:
    outcomes = [quantity for quantity in quantities if quantity.result]
    if not outcomes:
        return False
    if any(quantity.baseline for quantity in outcomes):
        return True
    if any(slot.kind is SlotKind.BASELINE for slot in slots):
        return True
    if any(_has_reference(parts, quantity) for quantity in outcomes):
        return True
    served = any(slot.kind is SlotKind.SCALE and _names_beneficiaries(fold(parts.text[slot.start : slot.end])) for slot in slots)
    return served and any(quantity.kind in ("time", "money") for quantity in outcomes)


def _has_reference(parts: Parts, quantity: Quantity) -> bool:
    """A share of a known whole, an amount in a period, a score on a named test, a top n %."""
    written = fold(parts.text[quantity.start : quantity.end])
    after = parts.text[quantity.end : quantity.end + 60]
    if quantity.kind == "rank":
        return "%" in written or "percent" in written
    if quantity.kind in ("money", "time", "count", "rate", "data"):
        near = fold(parts.text[max(0, quantity.start - 30) : quantity.start].rpartition(",")[2] + written + re.split(r"[,;(]", after, maxsplit=1)[0])
        if quantity.kind == "rate":
            return False
        return bool(_PERIOD.search(near)) or _names_beneficiaries(near)
    if quantity.kind == "percent":
        if _SHARE.match(after) and quantity.metric is None:
            return True
    return (
        quantity.kind in ("percent", "bare")
        and quantity.metric is not None
        and bool(_TEST.search(after))
    )


def _names_beneficiaries(near: str) -> bool:
    match = re.search(
        r"\bfor (?:the |our |over |more than |about )?[\d.,]+[km]? ?(?:[a-z-]+ ){0,2}?([a-z-]+)",
        near,
    )
    return match is not None and any(word in nouns("audience") for word in match[0].split())
