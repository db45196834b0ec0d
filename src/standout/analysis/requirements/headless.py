"""What a list asks for whose heading says nothing known: 'The cherry', 'Extra love if you'.

Headings are without end, lists are not: what is offered speaks of days and pay, what is done opens
with a verb, what is asked for names a skill, years or knowledge. Behind a list of what is required
another one that asks is of what is wished for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from standout.analysis.requirements.rows import Row
from standout.patterns import regex
from standout.vocabulary import demands, skills
from standout.vocabulary.demands import Part
from standout.vocabulary.open_terms import ALONE, BREAK, CUE, SHAPE, kind_of

_CONDITION = regex(
    r"\bif(?: you(?:['’](?:ve|re|d))?(?: also)?(?: (?:have|had|are|can))?)?\s?[:.…]*$",
    re.IGNORECASE,
)
_REFUSED = regex(
    r"\b(?:not|never|skip|hate|dislike|avoid|leave|without|elsewhere)\b|n['’]t\b", re.IGNORECASE
)
_YEARS = regex(r"\W{0,9}\d{1,2}\s?(?:\+|[-–]\s?\d{1,2}\+?)?\s?(?:years?|yrs?)\b", re.IGNORECASE)
_WORD = regex(r"[^\W_][\w'’+#-]*")
_LONGEST = 70
"""Characters of a heading that nothing but the list below it marks."""
_FAR = 14
"""Characters before the first skill of an item that is about it."""


def part_of(heading: str, below: Sequence[Row], *, met: bool) -> Part | None:
    """What a heading of unknown words opens; None where the list below it does not say.

    `met` says that a list of what is required stands above.
    """
    items = [each.text.value for each in takewhile(_is_item, below)]
    if not items or len(heading) > _LONGEST:
        return None
    if is_condition(heading):
        if is_refusal(heading):
            return Part.OTHER
        return Part.PREFERRED if met else Part.REQUIRED
    if not met or gives(below):
        return None
    asking = sum(map(asks, items))
    return Part.PREFERRED if 2 * asking > len(items) else None


def gives(below: Sequence[Row]) -> bool:
    """Whether an item of a list speaks of days, pay and the like."""
    items = takewhile(_is_item, below)
    return any("offers" in demands.said(each.text.value).phrases for each in items)


def does(below: Sequence[Row]) -> bool:
    """Whether a list tells what is done: nearly none of its items names what somebody has."""
    items = [each.text.value for each in takewhile(_is_item, below)]
    return len(items) > 1 and 3 * sum(map(asks, items)) <= len(items)


def is_condition(heading: str) -> bool:
    """Whether a heading ends in 'if you', so that each item of its list is a condition."""
    return _CONDITION.search(heading) is not None


def is_refusal(heading: str) -> bool:
    """Whether a condition is one on which to stay away: 'Skip this one if you'."""
    return _REFUSED.search(heading) is not None


def _is_item(row: Row) -> bool:
    return row.bullet


def asks(item: str) -> bool:
    """Whether an item names what somebody has or knows, and not what they do or get."""
    said = demands.said(item)
    inside = "inside" in said.phrases and "own" not in said.phrases
    if _YEARS.match(item) or said.begins("opening", 0, len(item)) or inside:
        return True
    first = _WORD.search(item)
    if first is None:
        return False
    if kind_of(first[0]) in (SHAPE, ALONE, CUE):
        return True
    near = any(each.start <= first.start() + _FAR for each in skills.find(item)[:1])
    return near and kind_of(first[0]) != BREAK
