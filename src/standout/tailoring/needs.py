"""What a posting needs proven, piece by piece: the demands of a match as needs of the optimiser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from standout.matching import ProfileIndex, demanded, papers_for
from standout.matching.proving import Proven
from standout.model import Answer, Demand, Level, Match, Requirement, State
from standout.model.match import WHOLE
from standout.selection.material import Need, Proof
from standout.selection.settings import TailorSettings
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills

_STEP = 10
"""Strengths are told apart in steps: nobody weighs proofs finer."""
_OF_A_PAGE = 150
"""Per cent of its weight in a match that a demand has for a page, which role and level do not move.
"""
_SOFT = ("soft", "office")


@frozen
class Wanted:
    """One need: the answer it belongs to, and the skills of which each one proves it.

    `words` are the posting's own words for them. A need that is no skill is proven by `lines`,
    each with a strength; `proven` says that they do so, and are not only near to it.
    """

    answer: int
    weight: int
    required: bool
    skills: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    lines: Mapping[Text, int] | None = None
    proven: bool = False

    def need(self, settings: TailorSettings) -> Need:
        """The same for the optimiser."""
        per_cent = (settings.first, settings.second, settings.third)
        falling = sorted((self.weight * each // 100 for each in per_cent), reverse=True)
        return Need(tuple(falling), self._once(settings) if self.skills or self.proven else 0)

    def _once(self, settings: TailorSettings) -> int:
        soft = self.skills and all(skills.by_id(each).kind in _SOFT for each in self.skills)
        whole = settings.covered if self.required else settings.named
        return whole // 2 if soft else whole


def wanted_of(match: Match, index: ProfileIndex) -> tuple[Wanted, ...]:
    """The needs of a match."""
    return tuple(
        each for at, answer in enumerate(match.answers) for each in _wanted(at, answer, index)
    )


def _wanted(at: int, answer: Answer, index: ProfileIndex) -> Iterator[Wanted]:
    if not answer.weight:
        return
    requirement, weight = answer.requirement, answer.weight * _OF_A_PAGE // 100
    required = requirement.level is Level.REQUIRED
    demand = demanded(requirement)
    if demand.ways:
        words = _words(requirement)
        groups = _groups(demand.ways, index)
        for share, group in zip(_split(weight, len(groups)), groups, strict=True):
            yield Wanted(at, share, required, group, words)
    elif answer.state is not State.ABSENT:
        lines: Mapping[Text, int] = {proof.text: 100 for proof in answer.proofs}
        if demand.demand is Demand.PUBLICATIONS:
            lines = papers_for(index, demand)
        proven = answer.state in (State.LITERAL, State.IMPLIED)
        yield Wanted(at, weight, required, lines=lines, proven=proven)


def _groups(ways: tuple[tuple[str, ...], ...], index: ProfileIndex) -> list[frozenset[str]]:
    """Alternatives as one group; of alternatives that need several skills the best way."""
    if all(len(way) == 1 for way in ways):
        return [frozenset(way[0] for way in ways)]
    best = max(ways, key=lambda way: sum(_strength(index, each) for each in way) / len(way))
    return [frozenset((each,)) for each in best]


def _strength(index: ProfileIndex, skill: str) -> int:
    held = index.holding(skill)
    return held.strength if held is not None else 0


def _split(weight: int, parts: int) -> list[int]:
    return [weight // parts + (at < weight % parts) for at in range(parts)]


def _words(requirement: Requirement) -> frozenset[str]:
    found = skills.find(requirement.text.value)
    return frozenset(each.alias.casefold() for each in found)


class Prover:
    """Says which needs a text proves."""

    def __init__(
        self,
        wanted: tuple[Wanted, ...],
        proven: Mapping[Text, tuple[Proven, ...]],
        settings: TailorSettings,
    ) -> None:
        self.wanted = wanted
        self.proven = proven
        self.settings = settings
        self._of_skill: dict[str, list[int]] = {}
        for at, each in enumerate(wanted):
            for skill in each.skills:
                self._of_skill.setdefault(skill, []).append(at)

    def proofs(self, texts: Iterable[Text]) -> tuple[Proof, ...]:
        """The needs that some texts of one piece prove, each with the best strength."""
        best: dict[int, int] = {}
        for text in texts:
            for at, strength in self._of(text):
                best[at] = max(strength, best.get(at, 0))
        return tuple(Proof(at, strength) for at, strength in sorted(best.items()) if strength)

    def spans(self, text: Text) -> Iterator[tuple[int, int, int]]:
        """Where a text names what is needed: start, end, and how much that counts.

        What is required counts above all that is not.
        """
        literal = (each for each in self.proven.get(text, ()) if each.state is State.LITERAL)
        for each in literal:
            for at in self._of_skill.get(each.skill, ()):
                wanted = self.wanted[at]
                yield each.start, each.end, wanted.weight + WHOLE * wanted.required

    def _of(self, text: Text) -> Iterator[tuple[int, int]]:
        for each in self.proven.get(text, ()):
            theirs = text.value[each.start : each.end].casefold()
            for at in self._of_skill.get(each.skill, ()):
                literal = theirs in self.wanted[at].words
                share = 100 if literal else self.settings.synonym
                yield at, each.strength * share // 100 // _STEP * _STEP
        for at, wanted in enumerate(self.wanted):
            if wanted.lines and text in wanted.lines:
                yield at, wanted.lines[text]
