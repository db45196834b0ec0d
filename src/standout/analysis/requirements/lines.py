"""What one line of a posting asks for, without its place: postings repeat lines, so it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from standout.analysis.requirements import asides, kinds, ways
from standout.analysis.requirements.clauses import Clause, clauses
from standout.analysis.requirements.languages import spoken
from standout.analysis.requirements.terms import open_terms
from standout.analysis.requirements.ways import Group, Ways
from standout.model.posting import Degree, Demand, Level, Years
from standout.patterns import regex
from standout.vocabulary import demands, skills
from standout.vocabulary.demands import Cue, Said
from standout.vocabulary.skills import Mention

_NOT_SKILLS = frozenset({"soft", "natural-language"})
_SHORT = 40
"""Characters of a clause that is one word and what is wished of it."""
_MARKS = " .,:;()*-–—"
_ATTACHED = regex(r"[^,;.()]{0,80}")
_YEARS = regex(
    r"\W{0,9}\d{1,2}\s?(?:\+|[-–]\s?\d{1,2}\+?)?\s(?:years?|yrs?|jahre|ans|años|jaar)\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """A requirement whose clause is `[start, end)` of the line; the rest as in the model."""

    start: int
    end: int
    level: Level
    demand: Demand
    ways: Ways = ()
    years: Years | None = None
    degree: Degree | None = None
    language: str | None = None
    fluency: str | None = None
    negated: bool = False


def may_ask(line: str) -> bool:
    """Say whether a line outside every section may ask for something, by its words."""
    found = demands.said(line)
    return bool(
        found.cues or "inside" in found.phrases or "opening" in found.phrases or _YEARS.match(line)
    )


@lru_cache(maxsize=32_768)
def stated(
    line: str,
    level: Level,
    sure: bool,  # noqa: FBT001 - the key of what is kept
    item: bool,  # noqa: FBT001 - the same
    around: tuple[str, str] = ("", ""),
) -> tuple[Stated, ...]:
    """The requirements of a line, in order.

    `level` is its section's; one that is not `sure` has to say itself that it asks; `item` is one
    of a list; `around` is what stands above and below where that tells what its words mean.
    """
    found = demands.said(line)
    if not (item or sure) and "boilerplate" in found.phrases:
        return ()
    mentions = (asides.asked_for if sure else asides.told)(line, _mentions(line, around))
    rows: list[Stated] = []
    for clause in clauses(line, level):
        start, end = clause.start, clause.end
        if found.within("boilerplate", start, end) or not (sure or _asks(line, clause, found)):
            continue
        inside = _inside(mentions, start, end)
        if not inside and item and sure:
            inside = _alone(line[start:end], found.cues_in(start, end))
        rows += _stated(line[start:end], clause, inside, found.stems)
    return tuple(rows)


def named(line: str) -> Sequence[Mention]:
    """The skills that a sentence of a posting asks for by name, known or not, left to right."""
    every = skills.find(line)
    terms = [each for each in open_terms(line, every) if not asides.is_subject(line, each)]
    return asides.told(line, sorted([*every, *terms], key=_start))


def _alone(clause: str, cues: Sequence[tuple[Cue, int, int]]) -> list[Mention]:
    """The one word of an item, which elsewhere is an ordinary one: 'Go', 'R desirable'."""
    if len(clause) > _SHORT or not skills.unsure(clause):
        return []
    bare = clause
    for _, first, last in cues:
        bare = bare[:first] + " " * (last - first) + bare[last:]
    word = bare.strip(_MARKS)
    start = bare.find(word)
    return [
        Mention(each.skill, each.start + start, each.end + start, each.alias, each.version)
        for each in skills.find(word, "list")
    ]


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions in `[start, end)`, by their places in it."""
    within = [each for each in mentions if start <= each.start and each.end <= end]
    if not start:
        return within
    return [
        Mention(each.skill, each.start - start, each.end - start, each.alias, each.version)
        for each in within
    ]


def _mentions(line: str, around: tuple[str, str]) -> Sequence[Mention]:
    above, below = around
    if not (above or below):
        return skills.find(line)
    start = len(above) + 1
    return _inside(skills.find(f"{above}\n{line}\n{below}"), start, start + len(line))


def _asks(line: str, clause: Clause, found: Said) -> bool:
    """Say whether a sentence outside every section asks the applicant for something."""
    start, end = clause.start, clause.end
    if found.begins("offering", start, end) or found.within("own", start, end):
        return False
    return (
        _YEARS.match(line, start, end) is not None
        or found.begins("opening", start, end)
        or found.within("inside", start, end)
        or _is_wish_or_must(line, clause, found)
    )


def _is_wish_or_must(line: str, clause: Clause, found: Said) -> bool:
    """'Go is a plus', 'a driving licence is required'; not 'essential cookies'."""
    words = line[clause.start : clause.end]
    for cue, start, end in found.cues_in(clause.start, clause.end):
        ends = not re.search(r"\w", words[end:])
        if cue is Cue.BEFORE or ends or " " in words[start:end]:
            return True
    return False


def _stated(
    value: str, clause: Clause, mentions: Sequence[Mention], stems: frozenset[str]
) -> Iterator[Stated]:
    start, end, level, waived = clause.start, clause.end, clause.level, clause.waived
    told = list(kinds.told(value, stems))
    degrees = [each for each in told if each.demand is Demand.DEGREE]
    technical = [
        each
        for each in mentions
        if each.skill.kind not in _NOT_SKILLS
        and not any(degree.start <= each.start < degree.end for degree in degrees)
    ]
    terms = [*technical, *_open_terms(value, mentions, told)]
    lists = ways.groups(value, sorted(terms, key=_start)) if terms else []
    rows: list[tuple[int, Stated]] = []
    for each in told:
        taken = _attached(value, each, lists) if each.demand is Demand.YEARS else None
        if taken is not None:
            lists = [group for group in lists if group is not taken]
        these = taken.ways if taken is not None else ()
        one = Stated(start, end, level, each.demand, these, each.years, each.degree, negated=waived)
        rows.append((each.start, one))
    for group in lists:
        one = Stated(start, end, level, Demand.SKILL, group.ways, negated=waived)
        rows.append((group.start, one))
    for at, named, language, fluency in spoken(value, mentions, stems):
        one = Stated(
            start, end, level, Demand.LANGUAGE, named, None, None, language, fluency, waived
        )
        rows.append((at, one))
    if not rows:
        soft = dict.fromkeys((each.skill.id,) for each in mentions if each.skill.kind == "soft")
        yield Stated(start, end, level, Demand.OTHER, tuple(soft), negated=waived)
    yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _attached(value: str, years: kinds.Told, lists: Sequence[Group]) -> Group | None:
    """The list of skills that some years are asked of: '5 years of Python or Java'."""
    match = _ATTACHED.match(value, years.end)
    reach = match.end() if match else years.end
    known = (each for each in lists if set(each.ids) <= skills.ids())
    return next((each for each in known if years.end <= each.start <= reach), None)


def _open_terms(
    value: str, mentions: Sequence[Mention], told: Sequence[kinds.Told]
) -> Iterator[Mention]:
    """The terms that no vocabulary lists, but those that are part of another demand."""
    for each in asides.told(value, open_terms(value, mentions)):
        part = any(one.start < each.end and each.start < one.end for one in told)
        if not part and not asides.is_subject(value, each):
            yield each


def _start(mention: Mention) -> int:
    return mention.start
