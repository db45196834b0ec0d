"""What keeps the best postings out of reach: demands, how many ask for each, what comes nearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from standout.matching import Demanded, ProfileIndex, demanded, is_judged
from standout.matching.nearest import nearest
from standout.model import Answer, Level, Proof, State
from standout.postings.filters import Filters
from standout.postings.prepared import yearly
from standout.postings.ranking import Ranked, Scored, Wanted, explained, in_order, score_all
from standout.postings.store import Store
from standout.values import frozen

FIT = 4_000
"""Points from which on a posting fits well enough for its pay to count."""


@frozen
class Gap:
    """A demand that is not met. `postings` ask for it, `required` of them insist on it.

    `points` is what meeting it in full would add to their scores together, `words` how the first
    of them says it, `near` the lines of the profile that come nearest, `ask` what would help.
    `paid` is the one of them that pays most, in the currency that most of all pay in.
    """

    demand: Demanded
    words: str
    postings: int
    required: int
    points: int
    near: tuple[Proof, ...]
    ask: str
    paid: Ranked | None = None


@frozen
class Gaps:
    """Gaps, the most costly first, over the postings that were looked at.

    `stored` and `left` are as in a ranking; `currency` is that of the pay they are chosen by.
    """

    gaps: tuple[Gap, ...]
    looked_at: tuple[Ranked, ...]
    stored: int
    left: tuple[tuple[str, int], ...]
    currency: str = ""


def gaps_of_best_fitting(
    store: Store, index: ProfileIndex, filters: Filters, wanted: Wanted
) -> Gaps:
    """The gaps of the postings with most points."""
    with store.moment():
        scored = score_all(store, index, filters, wanted.today)
        return _gaps(store, index, scored, in_order(scored.points, scored.key), wanted.top)


def gaps_of_best_paying(
    store: Store, index: ProfileIndex, filters: Filters, wanted: Wanted
) -> Gaps:
    """The gaps of the postings that pay most, among those that fit.

    Pay is compared in one currency: that of the filter, or the one that most of them pay in.
    """
    with store.moment():
        scored = score_all(store, index, filters, wanted.today)
        fitting = (scored.points >= FIT) & (scored.pay > 0)
        paid_in = Counter(scored.currency[fitting].tolist())
        currency = max(paid_in, key=lambda each: (paid_in[each], -each), default=0)
        pay = np.where(fitting & (scored.currency == currency), scored.pay, -1)
        named = scored.view.names[currency]
        order = in_order(pay, scored.key)
        return _gaps(store, index, scored, order, wanted.top, named)


def _gaps(
    store: Store,
    index: ProfileIndex,
    scored: Scored,
    order: Iterator[int],
    top: int,
    currency: str = "",
) -> Gaps:
    chosen = list(_one_of_each(scored, order, top))
    looked_at = tuple(explained(store, index, scored, chosen))
    common = currency or _common_currency(looked_at)
    found: dict[Demanded, _Count] = {}
    for each in looked_at:
        for answer in _unmet(each.match.answers):
            count = found.setdefault(demanded(answer.requirement), _Count(answer))
            count.add(answer, each, pay_in(common, each))
    gaps = sorted(
        (_gap(index, demand, count) for demand, count in found.items()),
        key=lambda each: (-each.points, -each.postings, each.words),
    )
    return Gaps(tuple(gaps), looked_at, scored.stored, scored.left, currency)


def pay_in(currency: str, each: Ranked) -> int:
    """The upper end of a year's pay in a currency; 0 where none is stated in it."""
    salary = each.posting.salary
    return yearly(salary)[1] if salary is not None and salary.currency == currency else 0


def _common_currency(several: Sequence[Ranked]) -> str:
    paid_in = Counter(each.posting.salary.currency for each in several if each.posting.salary)
    return max(paid_in, key=lambda each: (paid_in[each], each), default="")


def _one_of_each(scored: Scored, order: Iterator[int], top: int) -> Iterator[int]:
    """The first positions of an order, one of each group of copies."""
    groups: set[int] = set()
    for position in order:
        if len(groups) == top:
            return
        label = int(scored.label[position])
        if label not in groups:
            groups.add(label)
            yield position


def _unmet(answers: Sequence[Answer]) -> Iterable[Answer]:
    """What is not proven, each demand of a posting once."""
    met = (State.LITERAL, State.IMPLIED)
    return (
        each
        for each in answers
        if each.weight and each.state not in met and is_judged(demanded(each.requirement))
    )


@dataclass
class _Count:
    first: Answer
    postings: int = 0
    required: int = 0
    points: int = 0
    near: dict[str, Proof] = field(default_factory=dict)
    paid: Ranked | None = None
    most: int = 0

    def add(self, answer: Answer, by: Ranked, pay: int) -> None:
        self.postings += 1
        if pay > self.most:
            self.paid, self.most = by, pay
        self.required += answer.requirement.level is Level.REQUIRED
        self.points += answer.weight - answer.points
        for each in answer.proofs:
            self.near.setdefault(each.text.value, each)


def _gap(index: ProfileIndex, demand: Demanded, count: _Count) -> Gap:
    near = tuple(count.near.values())
    if not near:
        likely = nearest(index, count.first.requirement.text.value)
        near = likely.proofs if likely is not None else ()
    return Gap(
        demand,
        count.first.requirement.text.value,
        count.postings,
        count.required,
        count.points,
        near,
        count.first.ask,
        count.paid,
    )
