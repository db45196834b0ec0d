"""Take a statement apart: who did what, how, with which result, in which numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from standout.analysis.baselines import baselines_of
from standout.analysis.ladder import level_of
from standout.analysis.opening import find_opening
from standout.analysis.outcomes import Outcomes
from standout.analysis.quantities import NUMERIC_KINDS, find_numbers
from standout.analysis.question import question_for
from standout.analysis.segments import Parts, Segment, cut
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.analysis.tokens import links_of, tokens_of
from standout.vocabulary import metrics, words
from standout.vocabulary.matcher import plain

__all__ = ["Analysis", "Quantity", "Slot", "SlotKind", "analyse"]


@dataclass(frozen=True, slots=True)
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


_LONGEST = 2_000
"""Characters that are analysed; what is longer is no statement."""


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Analyse one statement. Pure: the same words give the same answer."""
    head = text[:_LONGEST]
    parts = _parts(head)
    segments = cut(parts)
    baselines = baselines_of(parts)
    quantities = Outcomes(parts, segments, baselines).quantities()
    slots = _in_order(_slots(parts, segments, quantities), baselines)
    level = level_of(parts, slots, quantities, is_duty=words.duty_opener(head) is not None)
    return Analysis(text, level, slots, quantities, question_for(head, level, slots, quantities))


def _in_order(slots: Iterator[Slot], baselines: Sequence[tuple[int, int]]) -> tuple[Slot, ...]:
    found = [*slots, *(Slot(SlotKind.BASELINE, start, end) for start, end in baselines)]
    return tuple(sorted(found, key=lambda slot: (slot.start, slot.end, slot.kind.value)))


def _parts(text: str) -> Parts:
    links = links_of(text)
    mentions = metrics.find_all(text)
    named = [
        (each.start, each.end)
        for each in mentions
        if not each.weak and any(map(str.isdigit, text[each.start : each.end]))
    ]
    tokens = tuple(
        token
        for token in tokens_of(text)
        if not any(start <= token.start < end for start, end in links)
    )
    return Parts(
        plain(text),
        tokens,
        find_numbers(text, (*links, *named)),
        mentions,
        find_opening(tokens),
        links,
    )


def _slots(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    opening = parts.opening
    if opening is not None:
        yield Slot(
            SlotKind.ACTION, parts.tokens[opening.first].start, parts.tokens[opening.last].end
        )
    for segment in segments:
        if segment.kind is not None:
            yield Slot(segment.kind, *parts.span(segment))
    results = [parts.span(segment) for segment in segments if segment.kind is SlotKind.RESULT]
    implied = _implied_results(parts, segments, quantities, has_result=bool(results))
    results += implied
    yield from (Slot(SlotKind.RESULT, start, end) for start, end in implied)
    yield from _metric_slots(parts, quantities, results)
    yield from _counted_objects(parts, segments, quantities)
    for start, end in parts.links:
        yield Slot(SlotKind.LINK, start, end)
    for quantity in quantities:
        if quantity.kind in NUMERIC_KINDS:
            yield Slot(SlotKind.QUANTITY, quantity.start, quantity.end)


def _implied_results(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity], *, has_result: bool
) -> list[tuple[int, int]]:
    """A part that holds an outcome is a result whatever announced it."""
    found: list[tuple[int, int]] = []
    for segment in segments:
        if segment.kind in (SlotKind.RESULT, SlotKind.SCALE):
            continue
        start, end = parts.span(segment)
        inside = [each for each in quantities if each.result and start <= each.start < end and not _counts_people(parts, each)]
        if inside:
            found.append((inside[0].start, end))
        elif (
            segment.kind is SlotKind.OBJECT
            and not has_result
            and _is_change_of_metric(parts, segment)
        ):
            found.append((start, end))
    return found


def _metric_slots(
    parts: Parts, quantities: Sequence[Quantity], results: Sequence[tuple[int, int]]
) -> Iterator[Slot]:
    """Metrics that are measured or changed, not those a model is named after ('churn model')."""
    measured = {quantity.metric for quantity in quantities}
    opening = parts.opening
    changed = opening is not None and opening.verb is not None and opening.verb.change is not None
    for mention in parts.metrics:
        in_result = any(start <= mention.start < end for start, end in results)
        if mention.metric.id in measured or (not mention.weak and (in_result or changed)):
            yield Slot(SlotKind.METRIC, mention.start, mention.end)


def _counted_objects(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    """'Cleaned 600 GB of images': the object itself says how much."""
    objects = [parts.span(segment) for segment in segments if segment.kind is SlotKind.OBJECT]
    for quantity, number in zip(quantities, parts.numbers, strict=True):
        if number.kind not in ("count", "data", "money") or number.noun in words.nouns("activity"):
            continue
        if quantity.result and not _counts_people(parts, quantity):
            continue
        if any(start <= number.start < end for start, end in objects):
            yield Slot(SlotKind.SCALE, number.start, parts.noun_end(number))


def _counts_people(parts: Parts, quantity: Quantity) -> bool:
    """'Taught 120 students' counts those reached; what came of it stays open."""
    number = next(each for each in parts.numbers if each.start == quantity.start)
    people = words.nouns("audience") | words.nouns("colleagues")
    return number.kind == "count" and number.noun in people and quantity.baseline is None


def _is_honour(parts: Parts, segment: Segment) -> bool:
    """'Published at NeurIPS', 'Awarded for the best demo'."""
    opening = parts.opening
    if opening is None or opening.verb is None or parts.tokens[segment.first].word not in ("at", "in", "by", "for", "as"):
        return False
    return opening.verb.base in ("publish", "accept", "award", "nominate", "select", "feature", "shortlist")


def _is_change_of_metric(parts: Parts, segment: Segment) -> bool:
    """'Reduced customer churn' says a result in words; 'improved the code' does not."""
    from standout.vocabulary.markers import marker_set

    opening = parts.opening
    if opening is None or opening.verb is None:
        return False
    if opening.verb.change == "win" or opening.verb.base in (
        "outperform",
        "beat",
        "surpass",
        "exceed",
    ):
        return opening.verb.base not in ("rank", "place")
    if opening.verb.change not in ("up", "down"):
        return False
    start, end = parts.span(segment)
    return any(
        start <= mention.start < end
        and not mention.weak
        and mention.metric.id not in marker_set("vague")
        for mention in parts.metrics
    )
