"""Cut a statement into its parts at the words that announce them."""

from __future__ import annotations

from standout.analysis.announcements import (
    Announcement,
    announces_cause,
    announces_method,
    announces_scale,
)
from standout.analysis.effects import (
    announces_aside,
    announces_effect,
    announces_value,
    leads_to,
    reports_adoption,
)
from standout.analysis.opening import Opening
from standout.analysis.parts import Parts, Segment
from standout.analysis.slots import SlotKind

_MARKS = frozenset(
    (",", ".", ";", ":", "-", "—", "–", "(", ")", "and", "&", "->", "→", "|", "•", "*")
)
_LOOSE_ENDS = _MARKS | frozenset(
    ("was", "were", "is", "are", "has", "have", "been", "now", "which", "that", "who", "then", "to")
)


def cut(parts: Parts) -> tuple[Segment, ...]:
    """The segments of a statement, in order, the action left out."""
    segments: list[Segment] = []
    opening = parts.opening
    kind = _kind_before_action(parts)
    first = index = 0
    while index < len(parts.tokens):
        if opening is not None and index == opening.first and kind is SlotKind.RESULT:
            index = opening.last + 1  # the action is part of the result: 'now answers in 2 s'
            continue
        if opening is not None and index == opening.first:
            _close(segments, parts, Segment(kind, first, index - 1))
            first = index = opening.last + 1
            kind = _kind_after_action(parts, segments)
            continue
        found = _announced(parts, index, kind)
        if found is not None and found.kind is not kind:
            _close(segments, parts, Segment(kind, first, index - 1))
            kind, first = found.kind, index
        index += 1
    _close(segments, parts, Segment(kind, first, len(parts.tokens) - 1))
    return tuple(segments)


def _kind_before_action(parts: Parts) -> SlotKind | None:
    opening = parts.opening
    if opening is not None and (opening.deed or opening.object_first):
        return SlotKind.OBJECT
    return None


def _kind_after_action(parts: Parts, segments: list[Segment]) -> SlotKind | None:
    opening = parts.opening
    if opening is None:
        return SlotKind.OBJECT
    if not opening.object_first:
        return SlotKind.RESULT if _is_handed_out(parts, opening) else SlotKind.OBJECT
    if reports_adoption(parts, opening.last) or leads_to(parts, opening.last):
        return SlotKind.RESULT
    named = any(segment.kind is SlotKind.OBJECT for segment in segments)
    return None if named else SlotKind.OBJECT


def _is_handed_out(parts: Parts, opening: Opening) -> bool:
    """'Deployed to 400 students', 'rolled out to 14 hospitals': who has it, and no object."""
    if parts.word(opening.last + 1) not in ("to", "across", "in", "at"):
        return False
    verbs = range(opening.first, opening.last + 1)
    return any(parts.word(at) != "presented" and reports_adoption(parts, at) for at in verbs)


def _announced(parts: Parts, index: int, within: SlotKind | None) -> Announcement | None:
    at = parts.tokens[index].start
    if any(each.start < at < each.end and not each.weak for each in parts.metrics):
        return None  # the 'to' of 'time to first token' announces nothing
    return (
        announces_method(parts, index)
        or (announces_cause(parts, index) if within is SlotKind.RESULT else None)
        or announces_effect(parts, index, within)
        or announces_value(parts, index, within)
        or (announces_scale(parts, index) if within is not SlotKind.RESULT else None)
        or announces_aside(parts, index, within)
    )


def _close(segments: list[Segment], parts: Parts, segment: Segment) -> None:
    """Keep a segment without the marks and small words at its ends, if anything is left."""
    first, last = segment.first, segment.last
    while first <= last and parts.tokens[first].word in _MARKS:
        first += 1
    while last >= first and parts.tokens[last].word in _LOOSE_ENDS:
        last -= 1
    if first <= last:
        segments.append(Segment(segment.kind, first, last))
