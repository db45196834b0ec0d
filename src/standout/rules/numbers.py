"""Which one fault of a statement's numbers is told: one finding a cause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from standout.analysis.statement import Analysis, Quantity, SlotKind, analyse
from standout.vocabulary import metrics, words
from standout.vocabulary.verbs import lookup

Fault = Literal["points", "baseline", "of-what", "feeling", "alone"]

COUNTABLE = frozenset(
    ["rank", "money", "percent", "points", "multiple", "time", "data", "rate", "count", "bare"]
)
"""The kinds of numbers that tell how much of something; the others are names and settings."""

_BY = re.compile(
    r"\b(?:by|of|with) (?:about |around |over |up to |nearly |almost |roughly |some |~)?$"
)
_COMPARED = re.compile(
    r"^\W{0,3}(?:fewer|less|more|faster|slower|lower|higher|better|cheaper|smaller|larger|shorter|"
    r"longer|improvement|increase|reduction|decrease|drop|gain|growth|rise|cut|saving|speed-?up|"
    r"lift|boost|uplift|decline|fall)s?\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:from|vs\.?|versus|than|compared|relative|against|instead of|baseline|yoy|absolute|"
    r"over (?:the|a|our|all|its|previous|prior)|year[- ]over[- ]year|points?|pp|benchmark|sota|"
    r"state[- ]of[- ]the[- ]art|beating|beat|outperform\w*|surpass\w*|previous(?:ly)?|prior|"
    r"formerly|without|original)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|across|over|among|for|in|against|of) ", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"^\W{0,3}(?:$|(?:and|with|while|by|using|through|for|at|after|which|when)\b)"
)
_NEXT_WORD = re.compile(r" ?([A-Za-z-]+)")
_SCORES = ("classification", "language", "vision", "ranking", "regression")
_NEAR = 160
"""Characters around a number in which its verb and its noun are looked for."""


@dataclass(frozen=True, slots=True)
class NumberFault:
    """What is wrong with which number."""

    kind: Fault
    quantity: Quantity


@lru_cache(maxsize=4096)
def number_fault(text: str) -> NumberFault | None:
    """The first fault that applies, the more exact before the more general."""
    analysis = analyse(text)
    countable = [each for each in analysis.quantities if each.kind in COUNTABLE]
    compared = bool(analysis.of_kind(SlotKind.BASELINE) or _REFERENCE.search(text))
    for quantity in countable:
        kind: Fault | None = "feeling" if _is_feeling(text, quantity) else None
        if kind is None and not compared and quantity.baseline is None:
            kind = _fault(text, quantity)
        if kind:
            return NumberFault(kind, quantity)
    return None


def results(analysis: Analysis) -> tuple[Quantity, ...]:
    """The numbers that are outcomes."""
    return tuple(each for each in analysis.quantities if each.result)


def _is_feeling(text: str, quantity: Quantity) -> bool:
    following = _NEXT_WORD.match(text, quantity.end)
    word = following[1].lower() if following else ""
    return quantity.kind == "percent" and word in words.nouns("feeling")


def _fault(text: str, quantity: Quantity) -> Fault | None:
    """The fault of a number in a statement that compares with nothing."""
    before = text[max(0, quantity.start - _NEAR) : quantity.start]
    after = text[quantity.end : quantity.end + _NEAR]
    if _is_change(before, after, quantity):
        if not quantity.result:
            return None
        return "points" if quantity.kind == "percent" and _is_share(quantity.metric) else "baseline"
    if quantity.kind == "percent" and quantity.metric is None and _NO_NOUN.match(after):
        return "of-what"
    return "alone" if _is_lone_score(after, quantity) else None


def _is_change(before: str, after: str, quantity: Quantity) -> bool:
    """Say whether a number tells how much something changed, not where it stands now."""
    if quantity.kind not in ("percent", "multiple", "points"):
        return False
    if _COMPARED.match(after):
        return True
    return quantity.kind != "points" and bool(_BY.search(before)) and _has_change_verb(before)


def _has_change_verb(before: str) -> bool:
    near = (lookup(word) for word in re.findall(r"[A-Za-z-]+", before))
    return any(verb is not None and verb.change in ("up", "down") for verb in near)


def _is_share(metric: str | None) -> bool:
    return metric is not None and metrics.by_id(metric).unit == "share"


def _is_lone_score(after: str, quantity: Quantity) -> bool:
    """A quality metric without data set, comparison or benchmark."""
    if quantity.metric is None or not quantity.result:
        return False
    known = metrics.by_id(quantity.metric)
    needy = known.group in _SCORES and not {"dataset", "baseline"}.isdisjoint(known.needs)
    return needy and not _ON.search(after)
