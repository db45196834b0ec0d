"""Match a profile with a posting: an answer to each demand, and a score that is their sum."""

from __future__ import annotations

from collections.abc import Iterable

from standout.matching.demands import Demanded, demanded, is_judged
from standout.matching.index import ProfileIndex
from standout.matching.judging import judge
from standout.matching.nearest import nearest
from standout.matching.role import judge_role, role_demanded
from standout.matching.weighing import Frequencies, is_soft, weights
from standout.matching.wordings import wordings
from standout.model import Answer, Demand, Match, Matched, Posting, Reason, Requirement
from standout.vocabulary.priors import asked_by

_LONG = 72


def match(index: ProfileIndex, posting: Posting, frequencies: Frequencies = asked_by) -> Match:
    """Match a profile with a posting. Integers throughout: equal input gives equal points.

    Each term earns `weight * strength // 100`; the score is their sum, at most 10,000.
    """
    asked = [each for each in posting.requirements if not each.negated]
    demands = [demanded(each) for each in asked]
    role = role_demanded(posting)
    of_role, shares = weights(
        [(each.level, demand) for each, demand in zip(asked, demands, strict=True)],
        index.settings,
        role=role is not None,
        frequencies=frequencies,
    )
    answers = tuple(
        _answer(index, requirement, demand, weight)
        for requirement, demand, weight in zip(asked, demands, shares, strict=True)
    )
    reasons = [Reason(_short(each.requirement), each.points, each.weight)
               for each in answers if each.weight]  # fmt: skip
    if role is not None and of_role and posting.title is not None:
        points = of_role * judge_role(index, role) // 100
        reasons.insert(0, Reason(f"role: {_line(posting.title.value)}", points, of_role))
    enough = sum(map(_tells, demands)) >= max(1, index.settings.least)
    score = sum(each.points for each in reasons) if enough else None
    found = tuple(wordings(index, answers))
    return Match(answers, tuple(reasons) if enough else (), score, found)


def match_all(index: ProfileIndex, postings: Iterable[tuple[str, Posting]]) -> tuple[Matched, ...]:
    """Match a profile with postings under their names: the best first.

    Those of equal score keep their order; those that state too little to be scored come last.
    """
    found = [
        Matched(name, each, match(index, each), tuple(place.value for place in each.places))
        for name, each in postings
    ]
    return tuple(sorted(found, key=lambda each: -_order(each.match.score)))


def _tells(demand: Demanded) -> bool:
    """Whether a demand says something about the role itself: languages and soft skills do not."""
    return is_judged(demand) and demand.demand is not Demand.LANGUAGE and not is_soft(demand)


def _order(score: int | None) -> int:
    return -1 if score is None else score


def _answer(index: ProfileIndex, requirement: Requirement, demand: Demanded, weight: int) -> Answer:
    judged = judge(index, demand)
    if demand.demand is Demand.OTHER:
        judged = nearest(index, requirement.text.value) or judged
    points = weight * judged.strength // 100 if is_judged(demand) else 0
    return Answer(requirement, judged.state, weight, points, judged.proofs, judged.ask)


def _short(requirement: Requirement) -> str:
    return _line(requirement.text.value)


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"
