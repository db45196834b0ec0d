"""Words that announce the next part of a statement: a method, a scale, something beside it."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.parts import Parts
from standout.analysis.quantities import Number
from standout.analysis.slots import SlotKind
from standout.values import frozen
from standout.vocabulary.markers import marker_set
from standout.vocabulary.numbers import word_set
from standout.vocabulary.words import nouns


@frozen
class Announcement:
    """What follows; no kind where it is none of the slots."""

    kind: SlotKind | None


METHOD = Announcement(SlotKind.METHOD)
RESULT = Announcement(SlotKind.RESULT)
SCALE = Announcement(SlotKind.SCALE)
BESIDE = Announcement(None)

_METHOD_PAIRS = frozenset(
    (("on", "top"), ("based", "on"), ("powered", "by"), ("built", "on"), ("built", "with"),
     ("written", "in"), ("implemented", "in"), ("from", "scratch"))
)  # fmt: skip
_AMOUNTS = frozenset(("factor", "half", "orders", "an", "roughly", "about", "over", "more"))
_NO_MEANS = frozenset(("hand", "default", "far", "then", "now", "january", "may"))
_BODIES = frozenset(
    ("end", "team", "company", "time", "whole", "department", "board", "group", "author")
)
_HONOURS = frozenset(("distinction", "honours", "honors", "merit"))
_GRADUATING = frozenset(
    ("graduate", "graduated", "pass", "passed", "complete", "finish", "earn", "receive", "obtain")
)
_LOSING = frozenset(
    ("losing", "missing", "breaking", "dropping", "interrupting", "stopping", "hurting", "harming")
)
_TOGETHER = frozenset(
    ("along", "together", "up", "jointly", "collaboration", "worked", "collaborated", "partnered",
     "coordinated", "partnership", "partnerships", "agreement", "contract", "deal", "relationship",
     "relationships", "contact", "meetings", "collaborating", "liaised", "communicated", "dealt")
)  # fmt: skip
_SCALE_WORDS = frozenset(
    ("on", "across", "over", "for", "of", "from", "at", "with", "among", "in", "to")
)
_INPUTS = frozenset(("on", "across", "over", "for"))
_SCALE_VERBS = frozenset(
    ("serve", "process", "handle", "cover", "span", "support", "lead", "manage", "contain",
     "comprise", "reach", "ingest")
)  # fmt: skip


def announces_method(parts: Parts, index: int) -> Announcement | None:
    """'by sharding', 'using PyTorch', 'in Rust'; 'by 40 %' and 'with 94 % accuracy' are results."""
    word, following = parts.word(index), parts.word(index + 1)
    if word == "by":
        return _by(parts, index)
    if word == "with":
        return _with(parts, index)
    if word == "without":
        return RESULT if _is_spared(parts, index) else None
    if word in ("on", "within", "under", "ahead") and _is_as_planned(parts, index):
        return RESULT
    if (word, following) in _METHOD_PAIRS:
        return METHOD
    if word in ("in", "on"):
        named = following in marker_set("tools") and parts.tokens[index + 1].capital
        return METHOD if named else None
    if word not in marker_set("method") or not following:
        return None
    if word == "through" and following in ("the", "all"):
        return None
    return None if word == "using" and _is_used_by_people(parts, index) else METHOD


def _is_used_by_people(parts: Parts, index: int) -> bool:
    """'3,000 clinicians using the tool'; not '60,000 subscribers using survival models'."""
    people = parts.word(index - 1) in nouns("audience")
    return people and parts.word(index + 1) in ("it", "the", "this", "our", "them", "my")


def announces_cause(parts: Parts, index: int) -> Announcement | None:
    """'because weights are memory-mapped', 'after cleaning the labels', behind a result."""
    word, following = parts.word(index), parts.word(index + 1)
    told = word == "because" or (
        word == "after" and following.endswith("ing") and len(following) > 5
    )
    return METHOD if told and following else None


def _by(parts: Parts, index: int) -> Announcement | None:
    following = parts.word(index + 1)
    before = parts.tokens[index - 1] if index else None
    if not following or (before is not None and before.word in marker_set("adoption")):
        return None
    if parts.text[parts.tokens[index].start : parts.tokens[index].end] == "BY":
        return None  # of a licence: 'CC BY 4.0'
    if following.endswith("ing") and len(following) > 5:
        return METHOD
    if parts.number_within(index + 1, 2) or following in _AMOUNTS:
        return RESULT
    if following in ("the", "a") and parts.word(index + 2) in _BODIES:
        return None
    if following in _NO_MEANS | nouns("audience") | marker_set("company"):
        return None
    agent = before is not None and before.verb is not None and before.verb.form != "base"
    return None if agent else METHOD


def _with(parts: Parts, index: int) -> Announcement | None:
    last = parts.clause_end(index)
    ahead = [token.word for token in parts.tokens[index + 1 : min(last, index + 5) + 1]]
    if not ahead:
        return None
    if any(word in nouns("feeling") for word in ahead) or parts.word(index - 1) in _TOGETHER:
        return BESIDE
    if _is_honour(parts, ahead) or (
        ahead[0] in ("zero", "no") and not marker_set("burdens").isdisjoint(ahead[1:4])
    ):
        return RESULT
    number = parts.number_within(index + 1, 1 if parts.tokens[index + 1].capital else 2)
    if number is not None:
        return _with_number(parts, index, number)
    if any(word in marker_set("company") for word in ahead[:3]):
        return BESIDE
    inputs = (at for at in range(index + 2, last + 1) if parts.word(at) in _INPUTS)
    scored = any(
        each.kind in ("percent", "bare", "points", "multiple", "time", "rate")
        for each in parts.numbers_between(index, next(inputs, last))
    )
    return RESULT if scored and parts.metrics_between(index, min(last, index + 6)) else METHOD


def _is_spared(parts: Parts, index: int) -> bool:
    """'without a crash', 'without a single intervention': what did not happen."""
    ahead = [parts.word(index + step) for step in (1, 2, 3)]
    if ahead[0] in _LOSING:
        return True  # 'without losing a single run'
    counted = ahead[0] in ("a", "any", "one", "an", "single")
    return counted and not marker_set("burdens").isdisjoint(ahead[1:])


def _is_as_planned(parts: Parts, index: int) -> bool:
    """'on time', 'within budget', 'ahead of schedule'."""
    word, ahead = parts.word(index), [parts.word(index + step) for step in (1, 2)]
    if word == "ahead":
        return ahead[0] == "of" and ahead[1] in ("schedule", "plan", "time", "deadline")
    if ahead[0] == "time":
        return word == "on" and ahead[1] in ("", ",", ".", ";", "and", ")")
    return ahead[0] == "budget" or (ahead[0] == "schedule" and word == "on")


def _is_honour(parts: Parts, ahead: Sequence[str]) -> bool:
    """'Graduated with distinction'; not 'served with distinction'."""
    verb = parts.opening.verb if parts.opening else None
    earned = parts.opening is None or (verb is not None and verb.base in _GRADUATING)
    return earned and not _HONOURS.isdisjoint(ahead[:2])


def _with_number(parts: Parts, index: int, number: Number) -> Announcement:
    if number.noun in nouns("outcome") - nouns("input"):
        return RESULT
    comparatives = word_set("adjectives", "comparatives")
    compared = any(parts.word(at) in comparatives for at in range(index, index + 5))
    if number.kind in ("count", "data", "money") and not compared:
        return BESIDE if number.noun in nouns("activity") else SCALE
    if number.kind == "time":
        near = any(0 <= each.start - number.end < 12 for each in parts.metrics)
        return RESULT if near else BESIDE
    if number.kind == "bare" and not number.whole:
        last = min(parts.clause_end(index), index + 6)
        return RESULT if parts.metrics_between(index, last) else METHOD
    return RESULT


def announces_scale(parts: Parts, index: int) -> Announcement | None:
    """'on 2 TB of logs', 'across 14 hospitals', 'serving 3M users'."""
    word, verb = parts.word(index), parts.tokens[index].verb
    reaches = verb is not None and verb.form != "base" and verb.base in _SCALE_VERBS
    if word not in _SCALE_WORDS and not reaches:
        return None
    for step in (1, 2, 3):
        number = parts.number_at(index + step)
        if number is not None and number.start >= parts.tokens[index].end:
            return _scale_of(parts, word, number)
        if parts.word(index + step) in ("", ",", ".", ":", ";", "(", "and", "with", "for"):
            return None
    return None


def _scale_of(parts: Parts, word: str, number: Number) -> Announcement | None:
    if number.noun in nouns("activity") and not (word == "on" and number.noun == "tasks"):
        return None
    if number.kind == "time":
        return _time_scale(parts, word, number)
    if number.kind not in ("count", "data", "rate", "money"):
        return None
    if word == "of" and number.kind == "money":
        return None
    if word in ("to", "in") and number.noun not in nouns("audience") | nouns("input"):
        return None
    return SCALE


def _time_scale(parts: Parts, word: str, number: Number) -> Announcement | None:
    following = next((each.word for each in parts.tokens if each.start >= number.end), "")
    if following == "of" and word in ("on", "over", "across", "of", "covering", "spanning"):
        return SCALE
    return BESIDE if word in ("for", "over", "in") else None
