"""Take a statement apart: who did what, how, with which result, in which numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from standout.analysis.baselines import baselines_of
from standout.analysis.implied import counted_objects, implied_results, metric_slots
from standout.analysis.ladder import level_of
from standout.analysis.opening import find_opening
from standout.analysis.outcomes import Outcomes
from standout.analysis.parts import Parts, Segment
from standout.analysis.quantities import NUMERIC_KINDS, find_numbers
from standout.analysis.question import question_for
from standout.analysis.segments import cut
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.analysis.tokens import links_of, tokens_of
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import metrics
from standout.vocabulary.matcher import plain
from standout.vocabulary.words import duty_opener

__all__ = ["Analysis", "Quantity", "Slot", "SlotKind", "analyse"]

_AFTER_OBJECT = frozenset((SlotKind.METHOD, SlotKind.RESULT, SlotKind.SCALE, SlotKind.LINK))

_COMPLEXITY = regex(r"\bO\([^()]{1,30}(?:\([^()]{0,20}\)[^()]{0,20})?\)", needs="O(")
LONGEST = 2_000
"""Characters that are looked at; what is longer is no statement."""


@frozen
class Analysis:
    """What a statement says. `level` is its rung, 0 to 4, on the 'So what?' ladder.

    L0 duty; L1 action and object; L2 and method or scale; L3 and a result in words; L4 and a
    result with unit and baseline or reference class. `question` asks for the first missing slot.
    """

    text: str
    level: int
    slots: tuple[Slot, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    question: str | None = None

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots of one kind, in order."""
        return tuple(slot for slot in self.slots if slot.kind is kind)


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Analyse one statement. Pure: the same words give the same answer.

    Offsets are code points of `text`. Beyond `LONGEST` characters nothing is looked at.
    """
    head = text[:LONGEST]
    parts = _parts(head)
    segments = cut(parts)
    duty = duty_opener(head)
    baselines = baselines_of(parts)
    quantities = Outcomes(parts, segments, baselines).quantities()
    found = [Slot(SlotKind.BASELINE, start, end) for start, end in baselines]
    found += _slots(parts, segments, quantities)
    if duty is not None:
        found = _behind(head, duty[1], found)
    if not any(slot.kind is SlotKind.RESULT for slot in found):
        quantities = tuple(replace(each, result=False) for each in quantities)
    slots = tuple(sorted(found, key=lambda slot: (slot.start, slot.end, slot.kind.value)))
    level = level_of(parts, slots, quantities, duty)
    return Analysis(text, level, slots, quantities, question_for(head, level, slots, quantities))


def _behind(text: str, end: int, slots: Sequence[Slot]) -> list[Slot]:
    """The slots with the object of a duty: all that stands behind 'responsible for'."""
    start = end + len(text[end:]) - len(text[end:].lstrip())
    later = [slot.start for slot in slots if slot.start > start and slot.kind in _AFTER_OBJECT]
    kept = [slot for slot in slots if slot.kind is not SlotKind.OBJECT or slot.start > start]
    stop = min(later, default=len(text))
    words = text[start:stop].rstrip(" .,;:-")
    if words and not any(slot.kind is SlotKind.OBJECT for slot in kept):
        kept.append(Slot(SlotKind.OBJECT, start, start + len(words)))
    return kept


def _parts(text: str) -> Parts:
    links = links_of(text)
    mentions = metrics.find_all(text)
    # The digits of 'F1' and 'top-5 accuracy' are no numbers of the statement.
    names = [
        (each.start, each.end)
        for each in mentions
        if not each.weak and any(map(str.isdigit, text[each.start : each.end]))
    ]
    tokens = tuple(
        token
        for token in tokens_of(text)
        if not any(start <= token.start < end for start, end in links)
    )
    complexities = [match.span() for match in _COMPLEXITY.finditer(text)]
    numbers = find_numbers(text, (*links, *names, *complexities))
    return Parts(plain(text), tokens, numbers, mentions, find_opening(tokens), links)


def _slots(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    opening = parts.opening
    if opening is not None:
        action = Segment(SlotKind.ACTION, opening.first, opening.last)
        yield Slot(SlotKind.ACTION, *parts.span(action))
    announced = [
        Slot(segment.kind, *parts.span(segment)) for segment in segments if segment.kind is not None
    ]
    implied = implied_results(parts, segments, quantities)
    yield from announced
    yield from implied
    results = [slot for slot in (*announced, *implied) if slot.kind is SlotKind.RESULT]
    yield from metric_slots(parts, quantities, results)
    yield from counted_objects(parts, segments, quantities)
    for start, end in parts.links:
        yield Slot(SlotKind.LINK, start, end)
    for quantity in quantities:
        if quantity.kind in NUMERIC_KINDS:
            yield Slot(SlotKind.QUANTITY, quantity.start, quantity.end)
