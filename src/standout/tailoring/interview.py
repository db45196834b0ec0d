"""The interview sheet: what is printed, what backs it, what may be asked, and the gaps.

Nothing in it is invented: it quotes the printed resume, the profile and the posting, and the rest
is questions. The answers are the applicant's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
from standout.reporters.tailored_facts import parts
from standout.source import Text
from standout.tailoring.questions import Asker, number_words
from standout.tailoring.work import Work, work_of
from standout.values import frozen

_HONEST = (
    "Where the answer is no, say so first, in one sentence. Then tell what carries over from the "
    "nearest line and what does not; where there is none, how you learned the last thing of this "
    "kind, and how long it took."
)
_UNKNOWN = "no source recorded"
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
    """A demand that the profile does not prove, the nearest line, and how to answer honestly."""

    text: str
    required: bool
    nearest: str
    advice: str


@frozen
class Interview:
    """Everything to prepare for one posting."""

    title: str
    statements: tuple[Backed, ...]
    gaps: tuple[Gap, ...]
    work: Work


def interview(printed: Resume, match: Match, posting: Posting, words: str) -> Interview:
    """The sheet for a printed resume and the match of the whole profile.

    `words` is the text of the posting, out of which the team's work is quoted.
    """
    proofs = _proofs(match)
    asker = Asker()
    backed = (
        _backed(statement, kind, entry, proofs, asker) for kind, entry, statement in _said(printed)
    )
    gaps = (
        _gap(each, part)
        for each, part in zip(match.answers, parts(match), strict=True)
        if each.state not in _PROVEN
    )
    role = (each.value for each in (posting.title, posting.organization) if each)
    return Interview(
        " at ".join(" ".join(each.split()) for each in role),
        tuple(backed),
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
    for answer in match.answers:
        for proof in answer.proofs if answer.state in _PROVEN else ():
            demands = found.setdefault(proof.text.value, [])
            asked = _line(answer.requirement.text)
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
        tuple(number_words(text, each) for each in _told(text)),
        tuple(dict.fromkeys([*map(_line, evidence), *links])),
        tuple(proofs.get(text, ())),
        asker.questions(text, kind),
    )


def _told(text: str) -> Iterator[Quantity]:
    """The numbers that somebody may ask the source of: no dates, names or versions."""
    plain = frozenset(("date", "version", "name", "course", "standard"))
    return (
        each
        for each in analyse(text).quantities
        if each.kind not in plain and text[each.start : each.end].casefold() not in _SINGLE
    )


def _place(kind: SectionKind, entry: Entry | None) -> str:
    if entry is None:
        return kind.value.replace("-", " ").capitalize()
    parts = (entry.title, entry.degree, entry.organization, entry.venue)
    named = [_line(each) for each in parts if each]
    return ", ".join(named[:2]) or kind.value.replace("-", " ").capitalize()


def _gap(answer: Answer, part: str) -> Gap:
    requirement = answer.requirement
    near = answer.proofs[0] if answer.proofs else None
    return Gap(
        _line(requirement.text) + (f" → {part}" if part else ""),
        requirement.level is Level.REQUIRED,
        _line(near.text) if near else "",
        _advice(answer),
    )


def _advice(answer: Answer) -> str:
    """How to answer without claiming what is not there."""
    demand = answer.requirement.demand
    if demand in _CLOSED:
        return answer.ask or "Answer as it is; the profile says nothing about it."
    if demand is Demand.YEARS:
        return f"{answer.ask} Name the years you have, and what you did in them.".strip()
    if demand in (Demand.DEGREE, Demand.PUBLICATIONS):
        return f"{answer.ask} Say what stands in its place, and let them judge it.".strip()
    return answer.ask


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
    if not gaps:
        return []
    blocks = ["## Gaps to be honest about", _HONEST]
    for each in gaps:
        level = "required" if each.required else "preferred"
        lines = [f"- **{_plain(each.text)}** ({level})"]
        if each.nearest:
            lines.append(f"  Nearest: “{_plain(each.nearest)}”")
        if each.advice:
            lines.append(f"  {_plain(each.advice)}")
        blocks.append("  \n".join(lines))
    return blocks


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
