"""Slots that no word announces: a result inside the object, a scale that is the object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.analysis.achieved import is_achieved
from standout.analysis.honours import is_award, is_paper
from standout.analysis.parts import Parts, Segment
from standout.analysis.quantities import Number
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.patterns import regex
from standout.vocabulary.words import nouns

_NO_SIZES = frozenset(("percent", "points", "multiple", "rank", "money", "time"))
"""Kinds that tell an outcome even in the midst of a scale: 'to two hospitals for €40,000'."""
_WRITINGS = frozenset(("papers", "publications", "articles", "patents"))
_SIZED = regex(
    r"^\d[\d,.]*k?-(?:page|person|people|member|node|core|bed|seat|site|store|room|unit|class|label|part"
    r"|question|item|student|employee|strong|million|billion)"
)


def implied_results(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> tuple[Slot, ...]:
    """Parts that are results though nothing announces them.

    That is from the first outcome on, or the whole object where its change is the result.
    """
    found = [*_multiplied(parts, segments, quantities)]
    wholes = {number.start: number.whole for number in parts.numbers}
    named = bool(found) or any(segment.kind is SlotKind.RESULT for segment in segments)
    for segment in segments:
        if segment.kind is SlotKind.RESULT:
            continue
        start, end = parts.span(segment)
        inside = [each for each in quantities if each.result and start <= each.start < end]
        if segment.kind is SlotKind.SCALE:
            inside = [
                each
                for each in inside
                if _outlives_scale(each, wholes.get(each.start)) or _is_its_pace(parts, each)
            ]
        if inside:
            found.append(Slot(SlotKind.RESULT, inside[0].start, end))
        elif not named and any(
            tells(parts, segment) for tells in (is_achieved, is_award, is_paper)
        ):
            found.append(Slot(SlotKind.RESULT, start, end))
    return tuple(found)


def _outlives_scale(quantity: Quantity, whole: str | None) -> bool:
    """'to two hospitals for €40,000', 'a scholarship (120 of 2,900 applicants)'."""
    return quantity.kind in _NO_SIZES or quantity.unit in _WRITINGS or whole is not None


def _is_its_pace(parts: Parts, quantity: Quantity) -> bool:
    """'Our chatbot handles 5,000 chats a day', 'a stream that ingests 3k rows/s': it does so."""
    before = parts.text[: quantity.start]
    told = parts.opening is None or " that " in before or " which " in before
    return told and quantity.kind in ("rate", "data")


def _multiplied(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    """'Tripled weekly releases', 'the cache halves build time': the verb is the number."""
    if parts.opening is None:
        return
    start, end = parts.span(Segment(None, parts.opening.first, parts.opening.last))
    if any(each.result and start <= each.start < end for each in quantities):
        behind = (each for each in segments if each.first > parts.opening.last)
        changed = next((each for each in behind if each.kind in (SlotKind.OBJECT, None)), None)
        yield Slot(SlotKind.RESULT, start, parts.span(changed)[1] if changed else end)


def counted_objects(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    """'Cleaned 600 GB of images', 'Taught 120 students': the object itself says how much."""
    kinds = (SlotKind.OBJECT, None)  # none: a bracket, as in '(ESP32, 18 servos)'
    objects = [parts.span(each) for each in segments if each.kind in kinds]
    for quantity, number in zip(quantities, parts.numbers, strict=True):
        inside = any(start <= number.start < end for start, end in objects)
        if inside and not quantity.result and _is_size(parts, number):
            yield Slot(SlotKind.SCALE, number.start, parts.noun_end(number))


def _is_size(parts: Parts, number: Number) -> bool:
    """'600 GB', '120 students', '12 hours of video', 'a 40-page report'."""
    if number.kind == "name":
        return _SIZED.search(parts.text[number.start : number.end].lower()) is not None
    if number.kind == "time":
        return parts.text.startswith(" of ", number.end)
    counted = number.kind in ("count", "data", "money", "rate")
    return counted and number.noun not in nouns("activity")


def metric_slots(
    parts: Parts, quantities: Sequence[Quantity], results: Sequence[Slot]
) -> Iterator[Slot]:
    """Metrics that are measured or changed, not those a model is named after ('churn model')."""
    measured = {quantity.metric for quantity in quantities}
    verb = parts.opening.verb if parts.opening else None
    changed = verb is not None and verb.change is not None
    for mention in parts.metrics:
        told = changed or any(each.start <= mention.start < each.end for each in results)
        if mention.metric.id in measured or (told and not mention.weak):
            yield Slot(SlotKind.METRIC, mention.start, mention.end)
