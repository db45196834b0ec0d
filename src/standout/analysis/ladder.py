"""The 'So what?' ladder: how far a statement gets from a duty to a result with a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.analysis.parts import Parts
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.patterns import regex
from standout.vocabulary.matcher import fold
from standout.vocabulary.metrics import by_id
from standout.vocabulary.words import nouns

MEANINGS = (
    "a duty, or nothing that anyone did",
    "an action and its object",
    "an action with its method or scale",
    "a result",
    "a result with its unit and a baseline or reference",
)

_PERIOD = regex(
    r"\b(?:p\.a|annual(?:ly)?|yearly|monthly|weekly|daily|quarterly|per"
    r"|(?:a|an|each|every) (?:second|minute|hour|day|week|month|quarter|year|case|patient|order"
    r"|request|query)"
    r"|(?:in|within) (?:its|the|their|a) (?:first )?(?:hour|day|week|month|quarter|year))\b|/"
)
_SPAN = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?)"
_WITHIN = regex(
    r"\b(?:in|within|over|after|during) (?:just |only |under |less than |about |its |the |their )*"
    rf"(?:(?:first|last|past) )?{_SPAN}[ -](?:hour|day|week|month|quarter|semester|year)s?\b"
)
_IN_A_YEAR = regex(r"\b(?:in|for|during) (?:fy ?'?\d\d(?:\d\d)?|[qh][1-4]\b|(?:19|20)\d\d\b)")
_SINCE = regex(
    rf"\b(?:over|across) (?:the (?:last|past) )?{_SPAN} (?:months|quarters|years)\b"
    r"|\bsince (?:19|20)\d\d\b"
)
_SHARE = regex(r"\s?(?:of|out of)\s")
_PLANNED = regex(r" (?:early|earlier than|ahead of|(?:under|below) (?:the )?(?:budget|plan))\b")
_ON_LAST = regex(
    r"\b(year|quarter|month|week)[- ](?:on|over)[- ]\1\b|\b[ymq]o[ymq]\b", re.IGNORECASE
)
_OF_HOW_MANY = regex(r"\b(?:among|out of|of|from) (?:the |over |more than )?\d[\d,.]*")
_TEST_SET = regex(
    r"\bon (?:the )?[A-Z\d][\w-]{1,20}(?: [A-Z\d][\w-]{1,20}){0,2} (?:data|dataset|corpus"
    r"|benchmark|challenge|test|val|validation|suite|leaderboard)\b"
)
_SPANS = frozenset(
    ("second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
     "month", "months", "quarter", "quarters", "morning", "evening")
)  # fmt: skip
_TEST = regex(
    r"\bon (?:the |a |an |our |all |its )?(?:(?:held|hold)[- ]?out|test|unseen|validation|benchmark"
    r"|leaderboard|public|private|out-of|real|production|\d)|\bon (?:the )?[A-Z]\w"
    r"|^[ -]?(?:held[- ]out |hold[- ]out |(?:test|validation)(?! (?:cover|suite|pass|case|tool)))"
    r"|\b(?:over|for|across) (?:the )?(?:last |past |first )?\d+ (?:days|weeks|months|years)\b"
)
_BENEFICIARIES = regex(
    r"\bfor (?:the |our |over |more than |about )?\d[\d.,]*[km]?((?: [a-z-]+){1,3})"
)
_HELPING = frozenset(("help", "assist", "support", "aid"))
_AMOUNTS = frozenset(("money", "time", "count", "data"))


def level_of(
    parts: Parts,
    slots: Sequence[Slot],
    quantities: Sequence[Quantity],
    duty: tuple[int, int] | None,
) -> int:
    """The rung, 0 to 4. A duty with a result is judged by its result."""
    kinds = {slot.kind for slot in slots}
    if SlotKind.RESULT in kinds:
        return 4 if _is_anchored(parts, slots, quantities) else 3
    if duty is not None or SlotKind.ACTION not in kinds or _only_acts(parts):
        return 0
    if SlotKind.SCALE not in kinds and _helps_out(parts):
        return 0
    is_done = SlotKind.OBJECT in kinds and SlotKind.METHOD in kinds
    return 2 if is_done or SlotKind.SCALE in kinds else 1


def _only_acts(parts: Parts) -> bool:
    """'Training and recruiting': no object, nor anything else."""
    return parts.opening is not None and parts.opening.last - parts.opening.first + 2 > len(
        [each for each in parts.tokens if each.is_word]
    )


def _helps_out(parts: Parts) -> bool:
    """'Helped the platform team with upgrades': others did it."""
    verb = parts.opening.verb if parts.opening else None
    if parts.opening is None or verb is None or verb.base not in _HELPING:
        return False
    first = parts.opening.last + 1
    ahead = [parts.word(at) for at in range(first, first + 7)]
    people = any(word in nouns("audience") or word in nouns("colleagues") for word in ahead)
    return people and any(word in ("with", "in") for word in ahead)


def _is_anchored(parts: Parts, slots: Sequence[Slot], quantities: Sequence[Quantity]) -> bool:
    outcomes = [quantity for quantity in quantities if quantity.result]
    if not outcomes:
        return _moves_between_periods(slots) or _takes_less(parts, slots)
    if any(quantity.baseline for quantity in outcomes):
        return True
    if any(slot.kind is SlotKind.BASELINE for slot in slots):
        return True
    if any(has_reference(parts.text, quantity) for quantity in outcomes):
        return True
    served = any(
        slot.kind is SlotKind.SCALE and _names_beneficiaries(parts.text[slot.start : slot.end])
        for slot in slots
    )
    return served and any(quantity.kind in ("time", "money") for quantity in outcomes)


def _moves_between_periods(slots: Sequence[Slot]) -> bool:
    """'From monthly to daily': the baseline opens the result, and no number is needed."""
    results = {slot.start for slot in slots if slot.kind is SlotKind.RESULT}
    return any(slot.kind is SlotKind.BASELINE and slot.start in results for slot in slots)


def _takes_less(parts: Parts, slots: Sequence[Slot]) -> bool:
    """'Deploys take minutes instead of days': the units tell how much."""
    former = [parts.text[each.start : each.end] for each in slots if each.kind is SlotKind.BASELINE]
    spans = any(not _SPANS.isdisjoint(each.lower().split()) for each in former)
    return spans and len([each for each in parts.tokens if each.word in _SPANS]) > 1


def has_reference(text: str, quantity: Quantity) -> bool:
    """A rank of n, a share of a known whole, an amount in a period, a score on a named test."""
    after = text[quantity.end : quantity.end + 60]
    if quantity.kind == "rank":
        return quantity.unit in ("%", "percentile") or bool(_OF_HOW_MANY.search(after))
    if _PLANNED.match(after) or _ON_LAST.search(after):
        return True
    if quantity.kind in ("percent", "multiple", "points") and _SINCE.search(after):
        return True
    if quantity.kind in _AMOUNTS:
        before = text[max(0, quantity.start - 30) : quantity.start].rpartition(",")[2]
        near = (
            before
            + text[quantity.start : quantity.end].removeprefix("a ")
            + re.split("[,;(]", after, maxsplit=1)[0]
        )
        folded = fold(near)
        lasting = quantity.kind in ("money", "count") and _WITHIN.search(folded)
        lasting = lasting or (quantity.kind == "money" and _IN_A_YEAR.search(folded))
        return bool(_PERIOD.search(folded) or lasting) or _names_beneficiaries(near)
    if quantity.kind == "rate" and _is_of_reach(text, quantity):
        return True
    if quantity.kind == "percent" and _SHARE.match(after):
        return True
    if quantity.kind == "multiple":
        return bool(_TEST_SET.search(text))
    if quantity.kind not in ("percent", "bare", "points") or quantity.metric is None:
        return False
    if _TEST_SET.search(text):
        return True
    before, bracket, inside = text[max(0, quantity.start - 60) : quantity.start].rpartition("(")
    named = bracket and ")" not in inside and _TEST.search(before)
    return bool(named) or bool(_TEST.search(after))


def _is_of_reach(text: str, quantity: Quantity) -> bool:
    """'15k downloads per month': how many take it up in a period."""
    if quantity.metric and by_id(quantity.metric).group == "reach":
        return True
    words = re.split(r"[\s/]+", fold(text[quantity.start : quantity.end]))
    return not nouns("outcome").isdisjoint(words)


def _names_beneficiaries(text: str) -> bool:
    match = _BENEFICIARIES.search(fold(text))
    return match is not None and not nouns("audience").isdisjoint(match[1].split())
