"""Match a profile with a posting: an answer to each demand, and a score that is their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from standout.matching.demands import Demanded, is_judged
from standout.matching.index import ProfileIndex
from standout.matching.judging import Judged, judge
from standout.matching.literal import said
from standout.matching.nearest import nearest
from standout.matching.rarity import Counted, Frequencies, prior
from standout.matching.role import RoleDemanded, Rung
from standout.matching.showing import showing
from standout.matching.stems import stems
from standout.matching.terms import Concept, Terms, strength, terms_of
from standout.matching.told import Task, Word
from standout.matching.weighing import counted, weights
from standout.matching.wordings import wordings
from standout.model import Answer, Demand, Match, Matched, Posting, Reason, Requirement
from standout.values import frozen
from standout.vocabulary import skills

COUNTED = 1_000
"""Postings of a run that are counted: more would tell nothing new, and all have to be at hand."""
_SEVERAL = 2
_LONG = 72
_NAMED = 6
"""Skills and words that a reason names."""


@frozen
class _Paid:
    """What a term weighs, and what a profile earns of it."""

    weight: int
    points: int


def match(index: ProfileIndex, posting: Posting, frequencies: Frequencies = prior) -> Match:
    """Match a profile with a posting. Integers throughout: equal input gives equal points.

    Each term earns `weight * strength // 100`; the score is their sum, at most 10,000.
    """
    return match_terms(index, posting, terms_of(posting), frequencies)


def match_terms(
    index: ProfileIndex, posting: Posting, terms: Terms, frequencies: Frequencies = prior
) -> Match:
    """The same where the terms of the posting are known already."""
    shares = weights(terms, index.settings, frequencies)
    judged = {demand: judge(index, demand) for demand in terms.demands}
    paid = {
        each.concept: _Paid(weight, weight * _strength(index, each.concept, judged) // 100)
        for each, weight in (
            *zip(terms.terms, shares.terms, strict=True),
            *zip(terms.beside, shares.beside, strict=True),
        )
    }
    answers = tuple(_answers(index, terms, judged, paid))
    enough = terms.telling >= max(1, index.settings.least)
    reasons = tuple(_reasons(index, posting, terms, paid, answers, shares.work)) if enough else ()
    score = sum(each.points for each in reasons) if enough else None
    return Match(answers, reasons, score, tuple(wordings(index, answers)))


def match_all(index: ProfileIndex, postings: Iterable[tuple[str, Posting]]) -> tuple[Matched, ...]:
    """Match a profile with postings under their names: the best first.

    Those of equal score keep their order; those that state too little to be scored come last.
    They are weighed by how common things are among the first `COUNTED` of them.
    """
    coming = ((name, each, terms_of(each)) for name, each in postings)
    first = list(islice(coming, COUNTED))
    return match_with(index, chain(first, coming), frequencies_of(terms for _, _, terms in first))


def match_with(
    index: ProfileIndex,
    postings: Iterable[tuple[str, Posting, Terms]],
    frequencies: Frequencies,
) -> tuple[Matched, ...]:
    """The same where the terms of the postings are known, and how common things are."""
    found = [
        Matched(
            name,
            each,
            match_terms(index, each, terms, frequencies),
            tuple(place.value for place in each.places),
        )
        for name, each, terms in postings
    ]
    return tuple(sorted(found, key=lambda each: -_order(each.match.score)))


def frequencies_of(postings: Iterable[Terms]) -> Frequencies:
    """How common skills and words are among some postings, by their terms.

    A single one goes by the priors, so that a pair is weighed alike wherever it is matched.
    """
    several = list(postings)
    if len(several) < _SEVERAL:
        return prior
    terms = (each for of in several for each in (*of.terms, *of.beside))
    return Counted(counted(Counter(each.concept for each in terms).items()), len(several))


def _order(score: int | None) -> int:
    return -1 if score is None else score


def _strength(index: ProfileIndex, concept: Concept, judged: Mapping[Demanded, Judged]) -> int:
    if isinstance(concept, Demanded):
        return judged[concept].strength
    return strength(index, concept)


def _answers(
    index: ProfileIndex,
    terms: Terms,
    judgements: Mapping[Demanded, Judged],
    paid: Mapping[Concept, _Paid],
) -> Iterator[Answer]:
    weighed = {each.at for each in terms.terms if each.at is not None}
    for at, (requirement, demand) in enumerate(zip(terms.asked, terms.demands, strict=True)):
        judged = judgements[demand]
        if demand.demand is Demand.OTHER:
            judged = _unlisted(index, requirement) or judged
            own = _together(paid, terms.of_lines.get(at, ()))
        else:
            own = paid[demand] if at in weighed and is_judged(demand) else _Paid(0, 0)
        yield Answer(
            requirement,
            judged.state,
            own.weight,
            own.points,
            judged.proofs,
            judged.ask,
            judged.open,
        )


def _unlisted(index: ProfileIndex, requirement: Requirement) -> Judged | None:
    """What answers a demand that the vocabulary does not know: its own words, or the nearest."""
    terms = requirement.ways if requirement.demand is Demand.SKILL else ()
    return said(index, terms) or nearest(index, requirement.text.value)


def _reasons(
    index: ProfileIndex,
    posting: Posting,
    terms: Terms,
    paid: Mapping[Concept, _Paid],
    answers: Sequence[Answer],
    work: int,
) -> Iterator[Reason]:
    """Every term once: by itself, with the line that it belongs to, or with the work."""
    title = _line(posting.title.value) if posting.title is not None else ""
    for each in terms.terms:
        own = paid[each.concept]
        if isinstance(each.concept, RoleDemanded) and own.weight:
            yield Reason(f"role: {title}", own.points, own.weight)
        if isinstance(each.concept, Rung) and own.weight:
            level = each.concept.seniority or "none is named"
            yield Reason(f"level: {level}", own.points, own.weight)
    for answer in answers:
        if answer.weight:
            yield Reason(_line(answer.requirement.text.value), answer.points, answer.weight)
    if work:
        yield _of_work(index, terms, paid, work)


def _of_work(index: ProfileIndex, terms: Terms, paid: Mapping[Concept, _Paid], work: int) -> Reason:
    """What the posting tells of the work: what earns most of it, and the lines that show that."""
    told = [each.concept for each in terms.beside]
    proven = [each for each in told if paid[each].points]
    named = stems(" ".join(skills.by_id(e.skill).name for e in proven if isinstance(e, Task)))
    proven = [e for e in proven if not (isinstance(e, Word) and e.stem in named)] or proven
    first = sorted(proven or told, key=lambda e: (-paid[e].points, -paid[e].weight))[:_NAMED]
    names = ", ".join(_name(each, terms.said) for each in first)
    proofs = showing(index, {each: paid[each].points for each in first}) if proven else ()
    earned = min(work, _together(paid, told).points)
    return Reason(f"work: {names if proven else f'nothing of {names}'}", earned, work, proofs)


def _together(paid: Mapping[Concept, _Paid], concepts: Iterable[Concept]) -> _Paid:
    own = [paid[each] for each in concepts]
    return _Paid(sum(each.weight for each in own), sum(each.points for each in own))


def _name(concept: Concept, said: Mapping[str, str]) -> str:
    if isinstance(concept, Task):
        return skills.by_id(concept.skill).name
    return said[concept.stem] if isinstance(concept, Word) else ""


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"
