"""Ask for the first thing a statement leaves out. The answer is the writer's alone."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.vocabulary.metrics import by_id

_LONGEST = 48
"""Characters of the statement that a question quotes at most."""


def question_for(
    text: str, level: int, slots: Sequence[Slot], quantities: Sequence[Quantity]
) -> str | None:
    """The question of the first missing slot on the way up; None where nothing is missing."""
    if not any(each.isalnum() for each in text):
        return None
    if level == 0:
        return _ask_for_action(text, slots)
    if level == 1:
        return f"How did you go about {_thing(text, slots)}: which method, tools, how much data?"
    if level == 2:
        return f"What came of {_thing(text, slots)}: what got faster, cheaper or better, for whom?"
    if level == 3:
        return _ask_for_anchor(text, slots, quantities)
    if not _has(slots, SlotKind.METHOD):
        return "How did you reach that: what was the decisive step?"
    return None


def _ask_for_action(text: str, slots: Sequence[Slot]) -> str:
    if _has(slots, SlotKind.OBJECT):
        return f"What did you yourself build, change or decide about {_thing(text, slots)}?"
    return "What did you yourself build, change or decide here?"


def _ask_for_anchor(text: str, slots: Sequence[Slot], quantities: Sequence[Quantity]) -> str:
    outcome = next((each for each in quantities if each.result), None)
    if outcome is None:
        return f"By how much did {_measured(text, slots)} change, and from what?"
    number = text[outcome.start : outcome.end].strip()
    if outcome.kind == "rank":
        return f"{_sentence(number)} of how many?"
    if outcome.kind in ("money", "count", "rate"):
        return f"{_sentence(number)} beside what: before, out of how many, or in which period?"
    if outcome.metric is not None and outcome.kind in ("percent", "bare"):
        measured = _quote(text, slots, SlotKind.METRIC) or by_id(outcome.metric).names[0]
        return f"{_sentence(number)} against what: {measured} before, or of which baseline?"
    return f"{_sentence(number)} from what to what?"


def _measured(text: str, slots: Sequence[Slot]) -> str:
    return _quote(text, slots, SlotKind.METRIC) or "things"


def _thing(text: str, slots: Sequence[Slot]) -> str:
    return _quote(text, slots, SlotKind.OBJECT) or "this"


def _quote(text: str, slots: Sequence[Slot], kind: SlotKind) -> str:
    """The slot in the statement's own words, cut between words where it is long."""
    slot = next((each for each in slots if each.kind is kind), None)
    if slot is None:
        return ""
    words = text[slot.start : slot.end]
    if len(words) <= _LONGEST:
        return f"‘{words}’"
    return f"‘{words[:_LONGEST].rsplit(maxsplit=1)[0]} …’"


def _sentence(number: str) -> str:
    return number[:1].upper() + number[1:]


def _has(slots: Sequence[Slot], kind: SlotKind) -> bool:
    return any(slot.kind is kind for slot in slots)
