"""Which postings are ranked at all: what the user cannot or will not take is left out, and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from standout.postings.prepared import EMPLOYMENT, PERMIT, REMOTE, SENIORITY
from standout.postings.segments import Array, Columns
from standout.postings.store import View
from standout.values import frozen


@frozen
class Filters:
    """What is asked of a posting beside its demands. Nothing that is empty is asked.

    `places`, `remote`, `seniority` and `employment` are alternatives. `pay` is what the upper end
    of the range must reach in a year, in `currency` where one is named. `since` is a day number.
    `permit` is 'sponsored' for postings that say they sponsor, 'possible' to leave out those that
    say they do not. A posting that does not state what is asked passes, except for places, pay,
    'sponsored' and a remote place of work: those have to be stated.
    """

    places: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    seniority: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    pay: int = 0
    currency: str = ""
    since: int = 0
    permit: str = ""
    query: str = ""


@frozen
class Passed:
    """Which postings of each block pass. `left` is how many each filter left, in their order."""

    masks: tuple[Array, ...]
    left: tuple[tuple[str, int], ...]


def passed(view: View, filters: Filters, today: int, searched: Array | None) -> Passed:
    """Apply every filter. `searched` are the rows that a query found, ascending."""
    masks = list(view.living)
    left: list[tuple[str, int]] = []
    for name, test in _tests(view, filters, today, searched):
        masks = [mask & test(block.columns) for mask, block in zip(masks, view.blocks, strict=True)]
        left.append((name, sum(int(np.count_nonzero(each)) for each in masks)))
    return Passed(tuple(masks), tuple(left))


_Test = Callable[[Columns], Array]


def _tests(
    view: View, filters: Filters, today: int, searched: Array | None
) -> Iterator[tuple[str, _Test]]:
    yield "still open", lambda at: (at.expires == 0) | (at.expires >= today)
    if searched is not None:
        yield f"query {filters.query}", lambda at: np.isin(at.row, searched)
    if filters.places:
        there = _naming(view, filters.places)
        yield f"place {_either(filters.places)}", lambda at: there[at.places]
    if filters.organizations:
        those = _naming(view, filters.organizations)
        yield (
            f"organisation {_either(filters.organizations)}",
            lambda at: those[at.organization],
        )
    if filters.remote:
        ways = _positions(REMOTE, filters.remote)
        yield _either(filters.remote), lambda at: ways[at.remote]
    if filters.seniority:
        levels = _positions(SENIORITY, ("", *filters.seniority))
        yield f"seniority {_either(filters.seniority)}", lambda at: levels[at.seniority]
    if filters.employment:
        kinds = _positions(EMPLOYMENT, ("", *filters.employment))
        yield f"employment {_either(filters.employment)}", lambda at: kinds[at.employment]
    yield from _terms(view, filters)


def _terms(view: View, filters: Filters) -> Iterator[tuple[str, _Test]]:
    if filters.pay:
        money = np.ones(len(view.names), bool)
        if filters.currency:
            money = np.array([each == filters.currency for each in view.names], bool)
        name = f"salary {filters.pay:,} {filters.currency}".rstrip()
        yield name, lambda at: (at.most >= filters.pay) & money[at.currency]
    if filters.since:
        yield "date", lambda at: (at.posted == 0) | (at.posted >= filters.since)
    if filters.permit:
        wanted = ("yes",) if filters.permit == "sponsored" else ("", "yes")
        permits = _positions(PERMIT, wanted)
        yield f"permit {filters.permit}", lambda at: permits[at.permit]


def _naming(view: View, asked: tuple[str, ...]) -> Array:
    """Which names hold one of some words, whole and without case."""
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(each.strip())}(?!\w)" for each in asked), re.IGNORECASE
    )
    return np.array([bool(each and pattern.search(each)) for each in view.names], bool)


def _positions(values: tuple[str, ...], wanted: tuple[str, ...]) -> Array:
    return np.array([each in wanted for each in values], bool)


def _either(values: tuple[str, ...]) -> str:
    return " or ".join(values)
