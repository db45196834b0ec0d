"""Ask for the first thing a statement leaves out. The answer is the writer's alone."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.counted import UNITS
from standout.analysis.honours import honour_in
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.patterns import regex
from standout.vocabulary.metrics import by_id, find_all
from standout.vocabulary.verbs import Verb, lookup
from standout.vocabulary.words import nouns

_RELATIVE = regex(r"^(?:so that|that|which|who|so|and|now) ")
_LONGEST = 48
"""Characters of the statement that a question quotes at most."""
_PREPOSITIONS = frozenset(("to", "at", "in", "on", "for", "with", "after", "as", "from", "back"))
_FINDING = frozenset(
    ("analyse", "investigate", "study", "evaluate", "benchmark", "compare", "explore", "examine",
     "survey", "model", "estimate", "test", "research", "assess", "interview", "measure")
)  # fmt: skip
_TEACHING = frozenset(("teach", "tutor", "mentor", "coach", "supervise", "train", "instruct"))
_LEADING = frozenset(("lead", "manage", "hire", "head", "direct", "recruit", "onboard", "co-lead"))
_HONOURED = frozenset(
    ("invite", "publish", "accept", "award", "nominate", "select", "shortlist", "win")
)
_HONOURS = frozenset(("award", "medal", "publications"))
_MARKS = frozenset(("gpa", "percentile", "award"))


def question_for(
    text: str, level: int, slots: Sequence[Slot], quantities: Sequence[Quantity]
) -> str | None:
    """The question of the first missing slot on the way up; None where nothing is missing."""
    if not any(each.isalnum() for each in text):
        return None
    if level == 0:
        return _ask_for_action(text, slots)
    if level == 1:
        thing = _quote(text, slots, SlotKind.OBJECT)
        how = "how did you do it, with which method or tools, and at what scale?"
        return f"{thing}: {how}" if thing else _sentence(how)
    if level == 2:
        return _ask_for_result(text, slots)
    if level == 3:
        return _ask_for_anchor(text, slots, quantities)
    return _ask_for_method(text, slots, quantities)


def _ask_for_action(text: str, slots: Sequence[Slot]) -> str:
    thing = _quote(text, slots, SlotKind.OBJECT)
    return f"What did you yourself build, change or decide {f'about {thing}' if thing else 'here'}?"


def _ask_for_result(text: str, slots: Sequence[Slot]) -> str:
    thing = _quote(text, slots, SlotKind.OBJECT) or _quote(text, slots, SlotKind.SCALE) or "this"
    verb = _action(text, slots)
    base = verb.base if verb else ""
    if base in _FINDING:
        return f"What did you find out about {thing}, and what was decided because of it?"
    if base in _TEACHING and (base != "train" or _names_people(text)):
        return f"What came of {thing}: what did people learn, pass, publish or ship afterwards?"
    if base in _LEADING:
        return f"What did {thing} deliver, and what was better for whom because of it?"
    return f"What came of {thing}: what got faster, cheaper, safer or better, and for whom?"


def _ask_for_anchor(text: str, slots: Sequence[Slot], quantities: Sequence[Quantity]) -> str:
    outcome = next((each for each in quantities if each.result), None)
    if outcome is None:
        return _ask_for_number(text, slots)
    number = f"‘{_with_noun(text, outcome)}’"
    measured = _measured(text, slots, outcome)
    if outcome.kind == "rank":
        return f"{number} of how many?"
    if outcome.kind == "count":
        return f"{number}: how many before, out of how many, or in which period?"
    if outcome.kind == "money":
        return f"{number}: how much before, out of how much, or in which period?"
    if outcome.kind == "rate":
        return f"{number}: how much was it before, or what is usual?"
    if measured and outcome.kind in ("percent", "bare"):
        return f"{number}: where did {measured} stand before, or what does the baseline reach?"
    return f"{number}: what was it before, and what was it afterwards?"


def _ask_for_number(text: str, slots: Sequence[Slot]) -> str:
    """A result in words: an honour has rivals, all else can be counted or compared."""
    if _is_honour(text, slots):
        return "Out of how many entries, submissions or applicants?"
    result = _quote(text, slots, SlotKind.RESULT)
    thing = result or "this"
    return f"Can you put a number on {thing}: how much or how often, compared with what?"


def _is_honour(text: str, slots: Sequence[Slot]) -> bool:
    verb = _action(text, slots)
    if honour_in(text) or (verb is not None and verb.base in _HONOURED):
        return True
    if verb is not None:
        return False
    return not _HONOURS.isdisjoint(each.metric.id for each in find_all(text))


def _ask_for_method(text: str, slots: Sequence[Slot], quantities: Sequence[Quantity]) -> str | None:
    """None where the way is told: by a method, or by the deed that the result follows from."""
    verbless = not _has(slots, SlotKind.ACTION)
    marked = any(
        each.result and (each.metric in _MARKS or (verbless and each.kind == "rank"))
        for each in quantities
    )
    if (
        _has(slots, SlotKind.METHOD)
        or _tells_deed(text, slots)
        or marked
        or _is_honour(text, slots)
    ):
        return None
    return "How did you reach that: what was the decisive step?"


def _tells_deed(text: str, slots: Sequence[Slot]) -> bool:
    """'Introduced post-mortems; recovery went down': the deed before the result is the way."""
    verb = _action(text, slots)
    starts = {kind: _start(slots, kind) for kind in SlotKind}
    action, thing = starts[SlotKind.ACTION], starts[SlotKind.OBJECT]
    return verb is not None and verb.change is None and action < thing < starts[SlotKind.RESULT]


def _measured(text: str, slots: Sequence[Slot], outcome: Quantity) -> str:
    """The metric of a number, in the statement's own words where they say it."""
    if outcome.metric is None:
        return ""
    return _quote(text, slots, SlotKind.METRIC) or f"the {by_id(outcome.metric).names[0]}"


def _action(text: str, slots: Sequence[Slot]) -> Verb | None:
    slot = next((each for each in slots if each.kind is SlotKind.ACTION), None)
    words = text[slot.start : slot.end].split() if slot else []
    return next((verb for word in words if (verb := lookup(word)) is not None), None)


def _quote(text: str, slots: Sequence[Slot], kind: SlotKind) -> str:
    """The slot in the statement's own words, cut between words where it is long."""
    slot = next((each for each in slots if each.kind is kind), None)
    if slot is None:
        return ""
    words = _RELATIVE.sub("", text[slot.start : slot.end])
    if kind is SlotKind.OBJECT and words.split()[0].lower() in _PREPOSITIONS:
        return ""  # 'Contributed to Arrow': '‘to Arrow’' reads badly
    if len(words) <= _LONGEST:
        return f"‘{words}’"
    return f"‘{words[:_LONGEST].rsplit(maxsplit=1)[0]} …’"


def _with_noun(text: str, outcome: Quantity) -> str:
    """'85 citations': a count with what it counts where the noun stands close by."""
    written = text[outcome.start : outcome.end].strip()
    unit = text[outcome.end : outcome.end + 12].split()[:1]
    if outcome.kind in ("bare", "count") and unit and unit[0].rstrip(".,;)").lower() in UNITS:
        return f"{written} {unit[0].rstrip('.,;)')}"
    at = text.lower().find(outcome.unit or "", outcome.end, outcome.end + 40)
    if outcome.kind != "count" or not outcome.unit or at < 0:
        return written
    return text[outcome.start : at + len(outcome.unit)]


def _names_people(text: str) -> bool:
    words = (word.strip(".,;:()").lower() for word in text.split())
    return not (nouns("audience") | nouns("colleagues")).isdisjoint(words)


def _start(slots: Sequence[Slot], kind: SlotKind) -> int:
    return next((slot.start for slot in slots if slot.kind is kind), -1)


def _sentence(question: str) -> str:
    return question[:1].upper() + question[1:]


def _has(slots: Sequence[Slot], kind: SlotKind) -> bool:
    return any(slot.kind is kind for slot in slots)
