"""Which one fault of a statement's numbers is told: one finding a cause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from standout.analysis.ladder import has_reference
from standout.analysis.statement import Analysis, Quantity, SlotKind, analyse
from standout.patterns import regex
from standout.rules.opening import opening
from standout.values import frozen
from standout.vocabulary import metrics, words
from standout.vocabulary.verbs import lookup

Fault = Literal["points", "baseline", "of-what", "feeling", "alone"]

COUNTABLE = frozenset(
    ["rank", "money", "percent", "points", "multiple", "time", "data", "rate", "count", "bare"]
)
"""The kinds of numbers that tell how much of something; the others are names and settings."""

_BY = regex(r"\b(?:by|of|with) (?:about |around |over |up to |nearly |almost |roughly |some |~)?$")
_PREPOSITION = regex(r"\b(?:to|at|of|with|from|in|for|on|over|under|reaching|and)\W*$")
_COMPARED = regex(
    r"^\W{0,3}(?:fewer|less|more|faster|slower|lower|higher|better|cheaper|smaller|larger|shorter|"
    r"longer|improvement|increase|reduction|decrease|drop|gain|growth|rise|cut|saving|speed-?up|"
    r"lift|boost|uplift|decline|fall)s?\b",
    re.IGNORECASE,
)
_REFERENCE = regex(
    r"\b(?:from|vs\.?|versus|than|compared|relative|against|instead of|baseline|yoy|absolute|"
    r"over (?:the|a|our|all|its|previous|prior)|year[- ]over[- ]year|points?|pp|benchmark|sota|"
    r"state[- ]of[- ]the[- ]art|beating|beat|outperform\w*|surpass\w*|previous(?:ly)?|prior|"
    r"formerly|without|original|a/?b[- ]tests?|control(?:led)? (?:group|experiment|trial)s?|"
    r"(?:hold-?out|control) set|randomi[sz]ed|at (?:the same|equal|unchanged))\b"
    r"|\b(?:before|was):? \d|\bbefore: |[\d%] (?:to|→|->) [$€£]?\d",
    re.IGNORECASE,
)
_ON = regex(r"\b(?:on|across|over|among|for|in|against|of) ", re.IGNORECASE)
_NO_NOUN = regex(r"^\W{0,3}(?:$|(?:and|with|while|by|using|through|for|at|after|which|when)\b)")
_NEXT_WORD = regex(r" ?([A-Za-z-]+)")
_SCORES = ("classification", "language", "vision", "ranking", "regression")
_OF_PEOPLE = frozenset(("cohen-kappa",))
"""Scores of how far people agree: guessing is taken off, and no rival is looked for."""
_ACTIVITY = regex(
    r"(?<![\w.,$€£])(?:\d{1,3}|\d,\d{3}|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"dozens of|hundreds of|many|several)\+? "
    r"(?:(?:daily|weekly|monthly|client|customer|team|internal|phone|video|cold) )?"
    r"(?:meetings?|e-?mails|mails|phone calls?|calls|coffees?|stand-?ups?|webinars?|"
    r"slack messages|conference calls)\b",
    re.IGNORECASE,
    needs="meeting mail call coffee standup stand-up webinar messages",
)
_BUSY = frozenset(
    ["manage", "handle", "answer", "write", "send", "read", "reply", "respond", "attend", "hold",
     "organise", "conduct", "develop", "make", "take", "host", "schedule", "join", "coordinate",
     "facilitate", "run", "drink", "drank", "receive", "participate", "complete", "sent"]
)  # fmt: skip
_REMOVING = regex(
    r"\b(?:delet|remov|dropp|retir|replac|eliminat)(?:ed|ing|es|e)? (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_NEAR = 160
"""Characters around a number in which its verb and its noun are looked for."""


@frozen
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
        told = compared or quantity.baseline is not None or has_reference(text, quantity)
        if kind is None and not told:
            kind = _fault(text, quantity)
        if kind:
            return NumberFault(kind, quantity)
    return None


def results(analysis: Analysis) -> tuple[Quantity, ...]:
    """The numbers that are outcomes."""
    return tuple(each for each in analysis.quantities if each.result)


@lru_cache(maxsize=4096)
def effort(text: str) -> tuple[int, int] | None:
    """The number that says how busy someone was; none where something came of it."""
    first = opening(text)
    if first and first.verb and first.verb.change == "down":
        return None
    analysis = analyse(text)
    if analysis.level >= 4:
        return None
    for quantity in analysis.quantities:
        vain = quantity.metric and metrics.by_id(quantity.metric).vanity
        if vain and not _is_removed(text, quantity.start):
            return quantity.start, quantity.end
    return _activity(text)


def _is_removed(text: str, start: int) -> bool:
    """'deleting 120K lines of code': less of it is the point."""
    return _REMOVING.search(text[max(0, start - _NEAR) : start]) is not None


def _activity(text: str) -> tuple[int, int] | None:
    match = _ACTIVITY.search(text)
    if match is None:
        return None
    before = re.findall(r"[A-Za-z]+", text[max(0, match.start() - _NEAR) : match.start()])[-4:]
    verbs = {verb.base if (verb := lookup(word)) else word.lower() for word in before}
    return None if verbs.isdisjoint(_BUSY) else match.span()


def _is_feeling(text: str, quantity: Quantity) -> bool:
    following = _NEXT_WORD.match(text, quantity.end)
    word = following[1].lower() if following else ""
    return quantity.kind == "percent" and word in words.nouns("feeling")


def _fault(text: str, quantity: Quantity) -> Fault | None:
    """The fault of a number in a statement that compares with nothing."""
    before = text[max(0, quantity.start - _NEAR) : quantity.start]
    after = text[quantity.end : quantity.end + _NEAR]
    if _is_change(before, after, quantity):
        if not quantity.result or _is_price(before, quantity):
            return None
        return "points" if _is_ambiguous(quantity) else "baseline"
    if quantity.kind == "percent" and quantity.metric is None and _NO_NOUN.match(after):
        return "of-what"
    return "alone" if _is_lone_score(after, quantity) else None


def _is_change(before: str, after: str, quantity: Quantity) -> bool:
    """Say whether a number tells how much something changed, not where it stands now."""
    if quantity.kind not in ("percent", "multiple", "points"):
        return False
    if _COMPARED.match(after):
        return True
    if quantity.kind == "points":
        return False
    if _BY.search(before):
        return _has_change_verb(before)
    if _PREPOSITION.search(before) or after.lstrip().startswith("of "):
        return False
    return _has_change_verb(" ".join(before.split()[-4:]))


def _is_price(before: str, quantity: Quantity) -> bool:
    """'accuracy fell by 0.4 %': what was paid, which nobody boasts of."""
    if quantity.metric is None or metrics.by_id(quantity.metric).group not in _SCORES:
        return False
    better = metrics.by_id(quantity.metric).better
    changes = [
        verb.change
        for word in re.findall(r"[A-Za-z-]+", before)[-5:]
        if (verb := lookup(word)) is not None and verb.change in ("up", "down")
    ]
    return better in ("up", "down") and bool(changes) and changes[-1] != better


def _has_change_verb(before: str) -> bool:
    near = (lookup(word) for word in re.findall(r"[A-Za-z-]+", before))
    return any(verb is not None and verb.change in ("up", "down") for verb in near)


def _is_ambiguous(quantity: Quantity) -> bool:
    """A per cent rise of a rate that is itself given in per cent; a fall is read as relative."""
    if quantity.kind != "percent" or quantity.metric is None or (quantity.value or 0) > 100:
        return False
    known = metrics.by_id(quantity.metric)
    bounded = known.range is not None and known.range[1] == 1
    return bounded and known.better == "up"


def _is_lone_score(after: str, quantity: Quantity) -> bool:
    """A quality metric without data set, comparison or benchmark."""
    if quantity.metric is None or not quantity.result:
        return False
    known = metrics.by_id(quantity.metric)
    needy = known.group in _SCORES and not {"dataset", "baseline"}.isdisjoint(known.needs)
    return needy and known.id not in _OF_PEOPLE and not _ON.search(after)
