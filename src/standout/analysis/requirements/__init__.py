"""What a posting asks for: rows of its text to requirements, each with the clause that states it.

Pure, total and linear in the text. A clause that lists what is needed gives one requirement for
each item, all with the same words; alternatives are one requirement with several ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.analysis.requirements import kinds, sections, ways
from standout.analysis.requirements.clauses import Clause, clauses
from standout.analysis.requirements.languages import spoken
from standout.analysis.requirements.rows import Row
from standout.analysis.requirements.sections import Asked
from standout.analysis.requirements.ways import Group
from standout.model.posting import Demand, Requirement
from standout.source import Text
from standout.vocabulary import demands, skills
from standout.vocabulary.demands import Cue
from standout.vocabulary.skills import Mention

__all__ = ["Row", "read"]

_LONGEST = 2_000
"""Characters of a text that is taken apart; what is longer states no demand a person wrote."""
_NOT_SKILLS = frozenset({"soft", "natural-language"})
_ATTACHED = re.compile(r"[^,;.()]{0,80}")
_YEARS = re.compile(
    r"^\W*\d{1,2}\s?(?:\+|[-–]\s?\d{1,2}\+?)?\s(?:years?|yrs?|jahre|ans|años|jaar)\b", re.IGNORECASE
)


def read(rows: Sequence[Row]) -> tuple[Requirement, ...]:
    """The requirements that some rows state, in their order."""
    found = [each for each in sections.asked(rows) if _may_ask(each)]
    named = _mentions(found)
    return tuple(
        requirement
        for each, mentions in zip(found, named, strict=True)
        for requirement in _requirements(each, mentions)
    )


def _may_ask(each: Asked) -> bool:
    value = each.text.value
    return 1 < len(value) <= _LONGEST and (
        each.sure
        or demands.phrases("inside").within(value)
        or _YEARS.search(value) is not None
        or demands.phrases("opening").within(value)
        or any(True for _ in demands.cues(value))
    )


def _mentions(found: Sequence[Asked]) -> list[list[Mention]]:
    """The skills each text names, found in one pass over all of them."""
    starts: list[int] = []
    at = 0
    for each in found:
        starts.append(at)
        at += len(each.text) + 1
    named: list[list[Mention]] = [[] for _ in found]
    index = 0
    for mention in skills.find("\n".join(each.text.value for each in found)):
        while index + 1 < len(starts) and starts[index + 1] <= mention.start:
            index += 1
        start = starts[index]
        if mention.end <= start + len(found[index].text):
            named[index].append(
                replace(mention, start=mention.start - start, end=mention.end - start)
            )
    return named


def _requirements(asked: Asked, mentions: Sequence[Mention]) -> Iterator[Requirement]:
    value = asked.text.value
    if not asked.item and demands.phrases("boilerplate").within(value) and not asked.sure:
        return
    for clause in clauses(value, asked.level):
        words = value[clause.start : clause.end]
        if demands.phrases("boilerplate").within(words) or not (asked.sure or _asks(words)):
            continue
        inside = [
            replace(each, start=each.start - clause.start, end=each.end - clause.start)
            for each in mentions
            if clause.start <= each.start and each.end <= clause.end
        ]
        yield from _stated(asked.text[clause.start : clause.end], clause, inside)


def _asks(words: str) -> bool:
    """Say whether a sentence outside every section asks the applicant for something."""
    if demands.phrases("offering").begin(words) or demands.phrases("own").within(words):
        return False
    if _YEARS.search(words):
        return True
    begins = demands.phrases("opening").begin(words)
    return begins or demands.phrases("inside").within(words) or _is_wish_or_must(words)


def _stated(text: Text, clause: Clause, mentions: Sequence[Mention]) -> Iterator[Requirement]:
    value = text.value
    bare = Requirement(text, clause.level, Demand.OTHER, negated=clause.waived)
    told = list(kinds.told(value))
    degrees = [each for each in told if each.demand is Demand.DEGREE]
    technical = [
        each
        for each in mentions
        if each.skill.kind not in _NOT_SKILLS
        and not any(degree.start <= each.start < degree.end for degree in degrees)
    ]
    lists = ways.groups(value, technical)
    rows: list[tuple[int, Requirement]] = []
    for each in told:
        taken = _attached(value, each, lists) if each.demand is Demand.YEARS else None
        if taken is not None:
            lists = [group for group in lists if group not in taken]
        rows.append(
            (
                each.start,
                replace(
                    bare,
                    demand=each.demand,
                    years=each.years,
                    degree=each.degree,
                    ways=_ways(taken or []),
                ),
            )
        )
    rows += [(group.start, replace(bare, demand=Demand.SKILL, ways=group.ways)) for group in lists]
    rows += [
        (at, replace(bare, demand=Demand.LANGUAGE, ways=named, language=language, fluency=level))
        for at, named, language, level in spoken(value, mentions)
    ]
    if not rows:
        soft = [(each.skill.id,) for each in mentions if each.skill.kind == "soft"]
        rows = [(0, replace(bare, ways=tuple(dict.fromkeys(soft))))]
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _attached(value: str, years: kinds.Told, lists: Sequence[Group]) -> list[Group]:
    """The list of skills that some years are asked of: '5 years of Python or Java'."""
    match = _ATTACHED.match(value, years.end)
    reach = match.end() if match else years.end
    first = next((each for each in lists if years.end <= each.start <= reach), None)
    if first is None:
        return []
    return [each for each in lists if each is first]


def _ways(groups: Sequence[Group]) -> ways.Ways:
    return groups[0].ways if groups else ()


def _is_wish_or_must(words: str) -> bool:
    """'Go is a plus', 'a driving licence is required'; not 'essential cookies'."""
    for cue, start, end in demands.cues(words):
        ends = not re.search(r"\w", words[end:])
        if cue is Cue.BEFORE or ends or " " in words[start:end]:
            return True
    return False
