"""The interview sheet: what is printed, what backs it, what may be asked, and the gaps.

Nothing in it is invented: it quotes the printed resume, the profile and the posting, and the rest
is questions. The answers are the applicant's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from standout.analysis.statement import Quantity, analyse
from standout.model import (
    Answer,
    Demand,
    Entry,
    Level,
    Match,
    Posting,
    Resume,
    SectionKind,
    State,
    Statement,
)
from standout.model.evidence import Evidence
from standout.reporters.tailored_facts import parts
from standout.source import Text
from standout.tailoring.questions import Asker, number_words
from standout.tailoring.work import Work, work_of
from standout.values import frozen
from standout.vocabulary import skills
from standout.vocabulary.skills import Skill

_HONEST = (
    "Nothing proves these in full. Where you have done one after all, say where, and add it to "
    "your profile. Where the answer is no, say so first, in one sentence. Then tell what carries "
    "over from what is nearest and what does not; where there is nothing, how you learned the last "
    "thing of this kind, and how long it took."
)
_YOURS = (
    "No line of the profile settles these. Choose one true example for each before you go, or say "
    "that you have none."
)
_UNKNOWN = "no source recorded"
_WARES = frozenset(
    ("tool", "library", "framework", "language", "data-store", "platform", "service")
)
"""Kinds of which those under one broader skill can stand in for each other in an answer."""
_KIN = 4
"""Skills that are named beside one that is missing, at most."""
_PROVEN = (State.LITERAL, State.IMPLIED)
_SINGLE = frozenset(("a", "an", "one", "once", "single"))
"""Counts of one, which nobody asks the source of."""
_CLOSED = frozenset((Demand.PERMIT, Demand.CLEARANCE, Demand.AVAILABILITY, Demand.OTHER))


@frozen
class Backed:
    """One printed statement: its numbers, what backs them, what it proves, what may be asked."""

    text: str
    place: str
    numbers: tuple[str, ...]
    evidence: tuple[str, ...]
    proves: tuple[str, ...]
    questions: tuple[str, ...]


@frozen
class Gap:
    """A demand that the profile does not prove, the nearest line, and how to answer honestly.

    `kin` are printed skills of the kind that is asked for. A gap that is not `judged` is one that
    only a person can see: it may be none.
    """

    text: str
    required: bool
    nearest: str
    advice: str
    kin: tuple[str, ...] = ()
    judged: bool = True


@frozen
class Interview:
    """Everything to prepare for one posting."""

    title: str
    statements: tuple[Backed, ...]
    gaps: tuple[Gap, ...]
    work: Work


def interview(
    printed: Resume, match: Match, posting: Posting, words: str, ledger: Sequence[Evidence] = ()
) -> Interview:
    """The sheet for a printed resume and the match of the whole profile.

    `words` is the text of the posting, out of which the team's work is quoted; `ledger` is what
    the profile's evidence goes by.
    """
    known = {each.id: _told_of(each) for each in ledger}
    proofs = _proofs(match)
    asker = Asker()
    backed = (
        _backed(statement, kind, entry, proofs, asker) for kind, entry, statement in _said(printed)
    )
    held = _held(printed)
    gaps = (
        _gap(each, part, held)
        for each, part in zip(match.answers, parts(match), strict=True)
        if each.state not in _PROVEN
    )
    role = (each.value for each in (posting.title, posting.organization) if each)
    return Interview(
        " at ".join(" ".join(each.split()) for each in role),
        tuple(_sourced(each, known) for each in backed),
        tuple(sorted(gaps, key=lambda each: not each.required)),
        work_of(posting, words),
    )


def _said(printed: Resume) -> Iterator[tuple[SectionKind, Entry | None, Statement]]:
    for section in printed.sections:
        for entry in section.entries:
            yield from ((section.kind, entry, each) for each in entry.statements)
        yield from ((section.kind, None, each) for each in section.statements)


def _proofs(match: Match) -> dict[str, list[str]]:
    """The demands that each line of the profile proves, by the line's own words."""
    found: dict[str, list[str]] = {}
    for answer, part in zip(match.answers, parts(match), strict=True):
        asked = _asked(answer, part)
        for proof in answer.proofs if answer.state in _PROVEN else ():
            demands = found.setdefault(proof.text.value, [])
            if asked not in demands:
                demands.append(asked)
    return found


def _backed(
    statement: Statement,
    kind: SectionKind,
    entry: Entry | None,
    proofs: dict[str, list[str]],
    asker: Asker,
) -> Backed:
    text = statement.text.value
    evidence = [*statement.evidence, *(entry.evidence if entry else ())]
    links = [each.url for each in (*statement.links, *(entry.links if entry else ()))]
    return Backed(
        _line(statement.text),
        _place(kind, entry),
        tuple(dict.fromkeys(number_words(text, each) for each in _told(text))),
        tuple(dict.fromkeys([*map(_line, evidence), *links])),
        tuple(proofs.get(text, ())),
        asker.questions(text, kind),
    )


def _told_of(evidence: Evidence) -> str:
    """What a piece of evidence is, and where it is kept."""
    kind = evidence.kind.replace("_", " ").replace(" pr", " pull request")
    place = evidence.url or evidence.file
    said = ", ".join(each for each in (evidence.statement, evidence.date, place) if each)
    return f"{kind}: {said} ({evidence.id})"


def _sourced(backed: Backed, known: Mapping[str, str]) -> Backed:
    """A statement whose evidence says what it is, where the ledger knows it."""
    return replace(backed, evidence=tuple(_source(each, known) for each in backed.evidence))


def _source(name: str, known: Mapping[str, str]) -> str:
    if name in known or not known or "://" in name:
        return known.get(name, name)
    return f"{name}, which the ledger does not hold"


def _told(text: str) -> Iterator[Quantity]:
    """The numbers that somebody may ask the source of: no dates, names or versions."""
    plain = frozenset(("date", "version", "name", "course", "standard"))
    return (
        each
        for each in analyse(text).quantities
        if each.kind not in plain and _is_number(text[each.start : each.end].casefold())
    )


def _is_number(words: str) -> bool:
    """Not a count of one, and not part of an adjective as in `five-year plan`."""
    return words not in _SINGLE and ("-" not in words or any(map(str.isdigit, words)))


def _place(kind: SectionKind, entry: Entry | None) -> str:
    if entry is None:
        return kind.value.replace("-", " ").capitalize()
    parts = (entry.title, entry.degree, entry.organization, entry.venue)
    named = [_line(each) for each in parts if each]
    return ", ".join(named[:2]) or kind.value.replace("-", " ").capitalize()


def _held(printed: Resume) -> dict[str, Skill]:
    """The skills that a page names."""
    found = (each for text in printed.texts() for each in skills.find(text.value))
    return {each.skill.id: each.skill for each in found if not each.skill.obvious}


def _gap(answer: Answer, part: str, held: Mapping[str, Skill]) -> Gap:
    requirement = answer.requirement
    near = answer.proofs[0] if answer.proofs else None
    return Gap(
        _asked(answer, part),
        requirement.level is Level.REQUIRED,
        _line(near.text) if near else "",
        _advice(answer),
        _kin(answer, held) if near is None else (),
        bool(answer.weight),
    )


def _asked(answer: Answer, part: str) -> str:
    """A demand in the posting's words, and which part of its line is meant."""
    return _line(answer.requirement.text) + (f" → {part}" if part else "")


def _kin(answer: Answer, held: Mapping[str, Skill]) -> tuple[str, ...]:
    """Skills of the page that share a broader one with what is asked for."""
    known = skills.ids()
    asked = [skills.by_id(each) for way in answer.requirement.ways for each in way if each in known]
    kinds = {kind for each in asked for kind in _kinds(each)}
    own = {each.id for each in asked}
    found = (
        each.name
        for each in held.values()
        if each.id not in own and not kinds.isdisjoint(_kinds(each))
    )
    return tuple(found)[:_KIN]


def _kinds(skill: Skill) -> Iterator[tuple[bool, str]]:
    """What a skill is one of, where one of the same may help to learn another."""
    if skill.kind in _WARES:
        yield from ((skill.kind == "language", parent) for parent in skill.parents)


def _advice(answer: Answer) -> str:
    """How to answer without claiming what is not there."""
    demand = answer.requirement.demand
    if demand in _CLOSED:
        return answer.ask or "Answer as it is; the profile says nothing about it."
    if demand is Demand.YEARS:
        return f"{answer.ask} Name the years you have, and what you did in them.".strip()
    if demand in (Demand.DEGREE, Demand.PUBLICATIONS):
        return f"{answer.ask} Say what stands in its place, and let them judge it.".strip()
    # Of a skill there is nothing to say that does not stand above all of them.
    return "" if demand is Demand.SKILL else answer.ask


def as_markdown(sheet: Interview) -> str:
    """The sheet as a Markdown page."""
    blocks = [f"# Interview sheet{f': {_plain(sheet.title)}' if sheet.title else ''}"]
    blocks.append(
        "Every line that is printed, what backs it and what may be asked about it.\n"
        "Nothing here is an answer: the answers are yours."
    )
    blocks += _about(sheet.work)
    blocks += _to_close(sheet.gaps)
    blocks.append("## What you say, and what backs it")
    place = ""
    for each in sheet.statements:
        if each.place != place:
            place = each.place
            blocks.append(f"### {_plain(place)}")
        blocks.append(_card(each))
    return "\n\n".join(blocks) + "\n"


def _about(work: Work) -> list[str]:
    if not work.sentences:
        return []
    quoted = [f"> {_plain(each)}" for each in work.sentences]
    blocks = ["## What the team seems to work on", "\n>\n".join(quoted)]
    if work.skills:
        blocks.append(f"Named most: {', '.join(map(_plain, work.skills))}.")
    if work.ask:
        blocks.append("Ask them:\n\n" + _listed(work.ask))
    return blocks


def _to_close(gaps: Sequence[Gap]) -> list[str]:
    blocks = []
    known = [each for each in gaps if each.judged]
    if known:
        blocks += ["## Gaps to be honest about", _HONEST, "\n".join(map(_of_gap, known))]
    unknown = [each for each in gaps if not each.judged]
    if unknown:
        blocks += ["## What only you can judge", _YOURS, "\n".join(map(_of_own, unknown))]
    return blocks


def _of_gap(gap: Gap) -> str:
    lines = [f"- **{_plain(gap.text)}** ({_level(gap)})"]
    if gap.nearest:
        lines.append(f"  Nearest: “{_plain(gap.nearest)}”")
    if gap.kin:
        lines.append(f"  Of its kind on your page: {', '.join(map(_plain, gap.kin))}")
    if gap.advice:
        lines.append(f"  {_plain(gap.advice)}")
    return "  \n".join(lines)


def _of_own(gap: Gap) -> str:
    near = f": “{_plain(gap.nearest)}”?" if gap.nearest else ""
    return f"- **{_plain(gap.text)}** ({_level(gap)}){near}"


def _level(gap: Gap) -> str:
    return "required" if gap.required else "preferred"


def _card(each: Backed) -> str:
    lines = [f"**{_plain(each.text)}**", ""]
    if each.numbers:
        numbers = ", ".join(map(_plain, each.numbers))
        source = ", ".join(map(_plain, each.evidence))
        wanted = f"{_UNKNOWN}; write down where each comes from before you are asked"
        lines.append(f"- Numbers: {numbers}. Source: {source or wanted}.")
    elif each.evidence:
        lines.append(f"- Backed by: {', '.join(map(_plain, each.evidence))}.")
    if each.proves:
        lines.append(f"- Proves: {'; '.join(map(_plain, each.proves))}.")
    lines += [f"- {_plain(question)}" for question in each.questions]
    return "\n".join(lines)


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(f"- {_plain(each)}" for each in texts)


def _line(text: Text) -> str:
    return " ".join(text.value.split())


def _plain(words: str) -> str:
    """Words in which Markdown finds no mark of its own; addresses stay as they are."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", words) if "://" not in words else words
