"""Two resumes side by side: findings, answers to a posting, and what a first look sees."""

from __future__ import annotations

from collections import Counter

from standout.diagnostic import Diagnostic
from standout.model.exposure import Exposure, Picture
from standout.model.match import Answer, Match
from standout.model.report import Report
from standout.values import frozen


@frozen
class Side:
    """One of the two. `match` is None without a posting; a format without pages shows no words."""

    report: Report
    exposure: Exposure
    match: Match | None = None
    pictures: tuple[Picture, ...] = ()


@frozen
class Comparison:
    """Two resumes."""

    first: Side
    second: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both, in their order."""
        return self.first, self.second

    def only_in_first(self) -> tuple[Diagnostic, ...]:
        """The findings that the second does not have."""
        return _beyond(self.first, self.second)

    def only_in_second(self) -> tuple[Diagnostic, ...]:
        """The findings that the first does not have."""
        return _beyond(self.second, self.first)

    def answers(self) -> tuple[tuple[Answer, Answer], ...]:
        """The demands of the posting, answered by each; empty without one."""
        first, second = self.first.match, self.second.match
        if first is None or second is None:
            return ()
        others = {each.requirement: each for each in second.answers}
        return tuple(
            (each, others[each.requirement]) for each in first.answers if each.requirement in others
        )


def _beyond(side: Side, other: Side) -> tuple[Diagnostic, ...]:
    """Findings of the same rule and wording count as one and the same."""
    left = Counter((each.code, each.message) for each in other.report.diagnostics)
    found = []
    for each in side.report.diagnostics:
        key = each.code, each.message
        if left[key]:
            left[key] -= 1
        else:
            found.append(each)
    return tuple(found)
