"""Matches for people: demand by demand, the line that proves it, or the gap and a question."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from standout.model import Answer, Level, Match, Matched, Proof, Reading, Reason, State
from standout.model.outline import Outline, outline
from standout.reporters import several
from standout.reporters.meant import line_of, lines_of, part_of
from standout.reporters.text import columns, printable
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills

MARKS = {
    State.LITERAL: ("✓", "green"),
    State.IMPLIED: ("✓", "green"),
    State.RELATED: ("~", "yellow"),
    State.ABSENT: ("✗", "red"),
}
_INDENT = "      "
_BESIDE = ("role: ", "level: ", "work: ")
"""What the reasons that are no demand begin with."""
_NOT_SCORED = "not enough to score"


@frozen
class _Page:
    """What every part of a report needs: the profile, its outline, the columns there are."""

    reading: Reading
    spots: Outline
    width: int


@frozen
class Shared:
    """What the answers of one match have in common: lines that ask for several things, ways."""

    scored: bool
    lines: Counter[str]
    ways: frozenset[tuple[tuple[str, ...], ...]]


def render(reading: Reading, matches: Sequence[Matched], width: int, details: int) -> str:
    """The matches, best first: a table where there are several, then the first ones in full."""
    page = _Page(reading, outline(reading.resume), max(60, min(width, 100)))
    blocks = [_table(matches, page.width)] if len(matches) > 1 else []
    blocks += ["\n".join(_full(page, each)) for each in matches[:details]]
    hidden = len(matches) - details
    if details and hidden > 0:
        blocks.append(f"{several(hidden, 'more posting')}: `--details {len(matches)}` shows them.")
    return "\n\n".join(blocks) + "\n"


def points(number: int) -> str:
    """Basis points as points of 100: exact, so that they add up."""
    return f"{number // 100}.{number % 100:02d}"


def _table(matches: Sequence[Matched], width: int) -> str:
    lines = [_bold(f"{'score':>6}  {'required':>8}  posting")]
    for each in matches:
        score = "–" if each.match.score is None else points(each.match.score)
        row = f"{score:>6}  {_proven(each.match):>8}  "
        lines.append(row + _named(each, width - len(row)))
    if any(each.match.score is None for each in matches):
        lines.append(f"     –  {_NOT_SCORED}: too few demands that a profile can prove")
    return "\n".join(lines)


def _named(each: Matched, room: int) -> str:
    """Title, organisation and file on one line; what is too long is the title's."""
    file = printable(each.name.rsplit("/", 1)[-1])
    title = printable(" · ".join(_title(each)))
    if not title:
        return _fitted(file, room)
    return f"{_fitted(title, max(20, room - columns(file) - 3))} · {file}"


def _title(each: Matched) -> list[str]:
    return [
        " ".join(text.value.split())
        for text in (each.posting.title, each.posting.organization)
        if text is not None
    ]


def _proven(match: Match) -> str:
    required = [
        each for each in match.answers if each.requirement.level is Level.REQUIRED and each.weight
    ]
    proven = sum(each.state in (State.LITERAL, State.IMPLIED) for each in required)
    return f"{proven} of {len(required)}" if required else "–"


def _full(page: _Page, each: Matched) -> Iterator[str]:
    match = each.match
    score = _NOT_SCORED if match.score is None else f"{points(match.score)} of 100"
    title = printable(" · ".join(_title(each)) or each.name)
    yield from _beside(title, score, page.width, bold=True)
    legend = click.style("✓ shown  ~ near, or in part  ✗ not found", dim=True)
    if _title(each):
        yield printable(each.name)
    yield legend
    weighed = [answer for answer in match.answers if answer.weight]
    shared = shared_of(match)
    for level, heading in ((Level.REQUIRED, "Required"), (Level.PREFERRED, "Preferred")):
        answers = [answer for answer in weighed if answer.requirement.level is level]
        if answers:
            yield ""
            yield _bold(heading)
        for answer in answers:
            yield from _answer(page, answer, shared)
    yield from _rest(page, match, shared)
    yield from _sum(page, match)
    yield from _their_words(match, page.width)


def _answer(page: _Page, answer: Answer, shared: Shared) -> Iterator[str]:
    mark, colour = MARKS[answer.state]
    earned = f"{points(answer.points)} of {points(answer.weight)}" if shared.scored else ""
    words = printable(named(answer, shared))
    head, *more = _beside(words, earned, page.width - 2, bold=False)
    yield f"{click.style(mark, fg=colour, bold=True)} {head}"
    yield from (f"  {line}" for line in more)
    yield from _proofs(page, answer)


def shared_of(match: Match) -> Shared:
    """What the answers of a match share."""
    weighed = (each.requirement.ways for each in match.answers if each.weight)
    return Shared(match.score is not None, lines_of(match), frozenset(weighed))


def named(answer: Answer, shared: Shared) -> str:
    """The line of the posting, and which part of it is meant where it asks for several things."""
    line = line_of(answer)
    if shared.lines[line] < 2:
        return line
    return f"{line} → {part_of(answer, shared.lines) or answer.requirement.demand.value}"


def left_to_judge(match: Match, shared: Shared) -> list[Answer]:
    """What no profile can prove: permits, dates, and words that the vocabulary does not know.

    A demand that stands elsewhere has its weight there.
    """
    return [
        each
        for each in match.answers
        if not each.weight and not (each.requirement.ways and each.requirement.ways in shared.ways)
    ]


def _proofs(page: _Page, answer: Answer) -> Iterator[str]:
    several_needed = any(len(way) > 1 for way in answer.requirement.ways)
    shown = answer.proofs if several_needed else answer.proofs[:1]
    for proof in shown:
        yield from _quoted(page, proof, _how(answer, proof))
    if answer.ask:
        yield from _wrapped(f"? {answer.ask}", page.width, "cyan")


def _quoted(page: _Page, proof: Proof, how: str) -> Iterator[str]:
    quote = f"“{_quote(proof, 2 * (page.width - len(_INDENT)) - 20)}”"
    yield from _wrapped(quote + how, page.width)
    yield f"{_INDENT}{click.style(_place(page, proof.text), dim=True)}"


def _quote(proof: Proof, room: int) -> str:
    line = printable(" ".join(proof.text.value.split()))
    if len(line) <= room:
        return line
    word = printable(" ".join(proof.text.value[proof.start : proof.end].split()))
    at = max(0, line.find(word)) if proof.skill else 0
    start = 0 if at + len(word) <= room else max(0, at - room // 2)
    cut = line[start : start + room].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + room < len(line) else ''}"


def _how(answer: Answer, proof: Proof) -> str:
    """What the quoted line has to do with the demand, where it does not name it itself."""
    if proof.where == "nearest":
        return " is the nearest line."
    if proof.skill is None or answer.requirement.language:
        return ""
    asked = {each for way in answer.requirement.ways for each in way}
    named = printable(" ".join(proof.text.value[proof.start : proof.end].split()))
    if proof.skill in asked:
        return " is only listed: where did you use it?" if proof.where == "skills" else ""
    if answer.state is State.RELATED and not proof.strength:
        return f" is near: {named}"
    shows = [each for each in asked if each in skills.implied(proof.skill)]
    return f": {named} shows {skills.by_id(min(shows)).name}" if shows else ""


def _place(page: _Page, text: Text) -> str:
    span = text.span()
    where, spot = page.reading.source.location(span), page.spots.at(span)
    path = spot.path if spot else "Profile"
    at = f"page {where.page}" if where.page else f"line {where.line}"
    return printable(f"{path} ({at})")


def _rest(page: _Page, match: Match, shared: Shared) -> Iterator[str]:
    rest = left_to_judge(match, shared)
    if not rest:
        return
    yield ""
    yield _bold("For you to judge")
    for answer in rest:
        yield from _wrapped(printable(named(answer, shared)), page.width, at="· ")
        yield from _proofs(page, answer)


def _sum(page: _Page, match: Match) -> Iterator[str]:
    if match.score is None:
        return
    width = page.width
    yield ""
    yield _bold("Score")
    own = [each for each in match.reasons if each.name.startswith(_BESIDE)]
    earned = sum(each.points for each in match.answers)
    whole = sum(each.weight for each in match.answers)
    for each in (*own, Reason("the demands above", earned, whole)):
        if each.weight:
            told = f"{points(each.points)} of {points(each.weight)}"
            yield from _beside(f"  {printable(each.name)}", told, width, bold=False)
        for proof in each.proofs:
            yield from _quoted(page, proof, "")
    yield from _beside("  together", f"{points(match.score)} of 100.00", width, bold=False)


def _their_words(match: Match, width: int) -> Iterator[str]:
    if not match.wordings:
        return
    yield ""
    yield _bold("Their words")
    for each in match.wordings:
        told = f"They say {each.theirs}, you say {each.yours.value}"
        if each.acronym:
            told = f"You write {each.yours.value} and never {each.theirs}"
        yield from _wrapped(printable(f"{told}: write “{each.write}” once."), width, at="· ")


def _beside(left: str, right: str, width: int, *, bold: bool) -> Iterator[str]:
    """Words with a number at the right margin of their first line."""
    room = max(20, width - columns(right) - 2)
    first, *more = textwrap.wrap(left, room, subsequent_indent="  ") or [""]
    gap = " " * max(2, width - columns(first) - columns(right))
    shown = _bold(first) if bold else first
    yield f"{shown}{gap}{_bold(right) if bold else right}".rstrip()
    yield from more


def _wrapped(text: str, width: int, colour: str | None = None, at: str = "") -> Iterator[str]:
    indent = "  " if at else _INDENT
    lines = textwrap.wrap(text, width - len(indent), break_on_hyphens=False)
    for number, line in enumerate(lines):
        hang = "  " if number and text.startswith("? ") else ""
        head = at if at and not number else indent
        yield f"{head}{hang}{click.style(line, fg=colour) if colour else line}"


def _fitted(text: str, room: int) -> str:
    return text if columns(text) <= room else f"{text[: room - 1].rstrip()}…"


def _bold(text: str) -> str:
    return click.style(text, bold=True)
