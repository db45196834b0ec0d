"""A tailored page for people on a terminal: what proves each demand, what was left out and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from standout.model import Level
from standout.model.exposure import HORIZONS
from standout.model.selection import Choice, Piece
from standout.reporters import several
from standout.reporters.glance_facts import tallies
from standout.reporters.tailored_facts import (
    Shown,
    TailoredReport,
    best_first,
    covered,
    dropped,
    proven,
    shown,
    yielded,
)
from standout.reporters.text import printable

MARKS = {
    "on the page": ("✓", "green"),
    "in the profile": ("!", "yellow"),
    "in part": ("~", "yellow"),
    "missing": ("✗", "red"),
}
_PROOFS = 2
_LEFT_OUT = 8


def render(report: TailoredReport, width: int) -> str:
    """The report in at most `width` columns."""
    width = max(60, min(width, 100))
    blocks = [_head(report), _demands(report, width), _left_out(report, width), _end(report, width)]
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"


def explained(report: TailoredReport) -> str:
    """The objective, term by term."""
    selection = report.selection
    lines = [f"{each.value:>7,}  {printable(each.name)}" for each in selection.terms if each.value]
    lines.append(
        f"{selection.objective:>7,}  in all; no choice can reach more than {selection.bound:,}"
    )
    return "\n".join([_bold("The objective, term by term"), *lines]) + "\n"


def _head(report: TailoredReport) -> Iterator[str]:
    selection = report.selection
    found, required = covered(report)
    yield _bold(printable(report.title))
    proof = "nothing is better" if not selection.gap else f"within {selection.gap} of the best"
    yield (
        f"{several(selection.pages, 'page')}, {selection.fill:.0%} full; "
        f"{found} of {required} required demands proven; {proof} "
        f"(objective {selection.objective:,}, bound {selection.bound:,}, "
        f"{selection.seconds:.2f} s)"
    )


def _demands(report: TailoredReport, width: int) -> Iterator[str]:
    found = list(shown(report))
    for level, heading in ((Level.REQUIRED, "Required"), (Level.PREFERRED, "Preferred")):
        own = [each for each in found if each.answer.requirement.level is level]
        if own:
            yield _bold(heading)
        for each in own:
            yield from _demand(each, width)


def _demand(each: Shown, width: int) -> Iterator[str]:
    mark, colour = MARKS[each.state]
    words = printable(each.words)
    first, *more = textwrap.wrap(words, width - 2) or [""]
    yield f"{click.style(mark, fg=colour, bold=True)} {first}"
    yield from (f"  {line}" for line in more)
    for piece in best_first(each.pieces)[:_PROOFS]:
        yield from _indented(_named(piece), width, "    ")
    if each.said:
        yield from _indented(each.said, width, "    ? ")


def _named(piece: Choice) -> str:
    words = _line(piece.text.value)
    return f"skills: {words}" if piece.piece is Piece.SKILL else words


def _left_out(report: TailoredReport, width: int) -> Iterator[str]:
    gone = [each for each in dropped(report.selection) if each.piece is not Piece.SKILL]
    if not gone:
        return
    yield _bold(f"Left out ({len(gone)})")
    for each in sorted(gone, key=lambda one: -one.value)[:_LEFT_OUT]:
        yield from _indented(_line(each.text.value), width, "- ")
        if each.reason:
            yield from _indented(_line(each.reason), width, "    ")
    if len(gone) > _LEFT_OUT:
        yield f"  and {len(gone) - _LEFT_OUT} more; the report in the folder has them all"


def _end(report: TailoredReport, width: int) -> Iterator[str]:
    selection = report.selection
    for each in yielded(selection):
        yield from _indented(each, width, "")
    if selection.more:
        names = "; ".join(_line(each.value) for each in selection.more)
        yield from _indented(f"One more line would bring: {names}", width, "")
    if report.exposure is not None:
        for tally in tallies(report.exposure):
            seen = len(tally.seen[1])
            counted = f"{seen} of {tally.whole} {tally.label}"
            yield f"First look: {counted} likely seen by {HORIZONS[1]} s"
    for found in report.findings:
        yield f"{found.severity.value}: {found.code} {printable(found.message)}"
    if report.rival is not None:
        yield from _rival(report)


def _rival(report: TailoredReport) -> Iterator[str]:
    if report.rival is None:
        return
    other, required = proven(report.rival.match)
    own, _ = covered(report)
    yield _bold(f"Against {printable(report.rival.name)}")
    yield f"required demands proven: {own} here, {other} there, of {required}"
    for ours, theirs in zip(report.page_match.answers, report.rival.match.answers, strict=True):
        if ours.weight and ours.state is not theirs.state:
            words = _line(ours.requirement.text.value)
            yield f"  {ours.state.value} here, {theirs.state.value} there: {words}"


def _indented(words: str, width: int, lead: str) -> list[str]:
    later = " " * len(lead)
    return textwrap.wrap(words, width, initial_indent=lead, subsequent_indent=later)


def _line(words: str) -> str:
    return printable(" ".join(words.split()))


def _bold(words: str) -> str:
    return click.style(words, bold=True)
