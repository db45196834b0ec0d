"""What every report of a tailored page says: demand by demand, what is on the page or missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.diagnostic import Diagnostic
from standout.model import Answer, Level, Match, Posting, Reading, State
from standout.model.exposure import Exposure
from standout.model.selection import Choice, Piece, Selection
from standout.reporters.meant import line_of, lines_of, part_of
from standout.values import frozen

PROVEN = (State.LITERAL, State.IMPLIED)


@frozen
class Rival:
    """Another resume, and how it answers the same demands."""

    name: str
    match: Match


@frozen
class TailoredReport:
    """One tailored page: what it was made for and of, what was found on it, which files hold it.

    `match` is what the whole profile proves, `page_match` what the page alone does. `page` is the
    built page as it is read again, `exposure` what a first look has likely seen of it.
    """

    profile: Reading
    name: str
    posting: Posting
    match: Match
    page_match: Match
    selection: Selection
    findings: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    rival: Rival | None = None
    page: Reading | None = None
    exposure: Exposure | None = None

    @property
    def title(self) -> str:
        """The posting's title and organisation, or what it goes by."""
        named = (self.posting.title, self.posting.organization)
        words = " · ".join(" ".join(each.value.split()) for each in named if each is not None)
        return words or self.name


@frozen
class Shown:
    """One demand: how the profile answers it, the pieces of the page that prove it, a word on it.

    `state` is 'on the page', 'in the profile', 'in part' or 'missing'. `part` names the skills that
    are meant where a line of the posting asks for several things.
    """

    answer: Answer
    state: str
    pieces: tuple[Choice, ...]
    said: str
    part: str = ""

    @property
    def words(self) -> str:
        """The demand in the posting's words, and which part of them is meant."""
        line = line_of(self.answer)
        return f"{line} → {self.part}" if self.part else line


def shown(report: TailoredReport) -> Iterator[Shown]:
    """Every demand that is weighed: required ones first."""
    selection = report.selection
    named = parts(report.match)
    for level in (Level.REQUIRED, Level.PREFERRED):
        for at, answer in enumerate(report.match.answers):
            if answer.requirement.level is level and answer.weight:
                pieces = tuple(each for each in selection.kept if at in each.proves)
                found = _shown(answer, pieces, report.page_match.answers[at])
                yield replace(found, part=named[at])


def parts(match: Match) -> tuple[str, ...]:
    """For each answer the skills that are meant, where its line asks for several things."""
    lines = lines_of(match)
    return tuple(part_of(each, lines) for each in match.answers)


def yielded(selection: Selection) -> tuple[str, ...]:
    """A sentence for each limit that was given up for the page."""
    return tuple(
        f"{each[:1].upper()}{each[1:]} yielded: within it there was no page, or no full one"
        for each in selection.yielded
    )


def covered(report: TailoredReport) -> tuple[int, int]:
    """Required demands that the page proves, and how many there are."""
    return proven(report.page_match)


def proven(match: Match) -> tuple[int, int]:
    """Required demands that a match proves, and how many there are."""
    required = [
        each for each in match.answers if each.weight and each.requirement.level is Level.REQUIRED
    ]
    return sum(each.state in PROVEN for each in required), len(required)


def best_first(pieces: Sequence[Choice]) -> list[Choice]:
    """Statements before titles, and those before the list of skills."""
    order = (Piece.STATEMENT, Piece.ENTRY, Piece.SKILL)
    return sorted(pieces, key=lambda each: (order.index(each.piece), -each.value))


def dropped(selection: Selection) -> list[Choice]:
    """What is not on the page, without the lines of entries that are not there themselves."""
    gone = {id(each.text) for each in selection.dropped if each.piece is Piece.ENTRY}
    return [
        each
        for each in selection.dropped
        if each.piece is not Piece.STATEMENT or each.entry is None or id(each.entry) not in gone
    ]


def _shown(answer: Answer, pieces: tuple[Choice, ...], of_page: Answer) -> Shown:
    if of_page.state in PROVEN:
        return Shown(answer, "on the page", pieces, "")
    if answer.state in PROVEN:
        return Shown(answer, "in the profile", pieces, "the profile proves it, the page does not")
    if answer.state is State.RELATED:
        return Shown(answer, "in part", pieces, answer.ask)
    return Shown(answer, "missing", pieces, answer.ask)
