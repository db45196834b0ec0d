"""What a claim takes, before any run: against simulation of the tests themselves."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from standout.evidence.judging import judge
from standout.evidence.planning import planned
from standout.evidence.statistics.power import against, label_rates, largest_sd
from standout.evidence.statistics.shares import (
    arrival_power,
    order_power,
    seeds_for_order,
    seeds_to_arrive,
)
from standout.evidence.statistics.thresholds import Passing, share_by, threshold_label
from standout.model.evidence import Claim, ClaimKind, Label, Margin, Member, Spread, SpreadKind
from tests.evidence.making import LAST, sd_of, seeds, traced, value_claim

NONE = Spread(0.0, SpreadKind.NONE)


@pytest.mark.parametrize(("n", "probability"), [(5, 0.95), (8, 0.85), (14, 0.8)])
def test_power_of_an_ordering_is_that_of_an_exact_test(n: int, probability: float) -> None:
    """As often as SciPy's exact test says so of drawn arms."""
    rng = np.random.default_rng(11)
    shift = math.sqrt(2) * stats.norm.ppf(probability)
    drawn = [(rng.normal(shift, 1, n), rng.normal(0, 1, n)) for _ in range(400)]
    said = [stats.mannwhitneyu(a, b, method="exact").pvalue <= 0.05 for a, b in drawn]
    error = 3 * math.sqrt(0.25 / 400) + 0.02
    assert order_power(probability, n) == pytest.approx(np.mean(said), abs=error)


def test_seeds_for_an_ordering_grow_as_it_gets_closer() -> None:
    """At least five, more where arms overlap, none at one half."""
    needed = [seeds_for_order(p, 0.8) for p in (0.99, 0.9, 0.8, 0.7, 0.6)]
    assert needed[0] == 5
    assert all(a and b and a < b for a, b in pairwise(needed))
    assert seeds_for_order(0.5, 0.8) is None
    assert seeds_for_order(0.51, 0.8) is None


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_power_of_a_threshold_is_the_binomials(share: float) -> None:
    """Summed over every number of seeds that may arrive, by the verdict's own label."""
    for n in (4, 5, 20):
        labels = [
            threshold_label(share_by([Passing(1.0 if i < k else 9.0, i < k) for i in range(n)], 5),
                            share) for k in range(n + 1)
        ]  # fmt: skip
        weights = stats.binom.pmf(np.arange(n + 1), n, 0.95)
        told = sum(w for w, e in zip(weights, labels, strict=True) if e is Label.REPRODUCED)
        assert arrival_power(share, 0.95, n) == pytest.approx(told)


def test_five_seeds_show_a_half_and_fourteen_four_fifths() -> None:
    """Were all of them to arrive; where only the asked share does, none are enough."""
    assert seeds_to_arrive(0.5, 1.0, 0.8) == 5
    assert seeds_to_arrive(0.8, 1.0, 0.8) == 14
    assert seeds_to_arrive(0.8, 0.8, 0.8) is None


def test_the_largest_sd_is_the_one_that_just_passes() -> None:
    """Against a number that is taken as exact."""
    sd = largest_sd(5)
    assert label_rates(against(sd * 0.97, 1.0), 5).reproduced >= 0.8
    assert label_rates(against(sd * 1.03, 1.0), 5).reproduced < 0.8


def claim(kind: ClaimKind, spread: Spread = NONE, **more: object) -> Claim:
    """A claim with a margin of a twentieth."""
    return value_claim(2.0, spread, kind=kind, against="other", **more)


def test_what_no_number_of_runs_settles() -> None:
    """Words, and papers whose own error is wider than the margin."""
    members = (Member("a", "a"), Member("b", "b"))
    wide = Spread(0.5, SpreadKind.SE_SEEDS, 5)
    never = [
        planned(Claim("words", ClaimKind.QUALITATIVE)),
        planned(value_claim(100.0, sd_of(10.0))),
        planned(claim(ClaimKind.AGGREGATE, members=members, runs="", spread=wide)),
    ]
    assert all(each.never for each in never)
    settled = planned(claim(ClaimKind.AGGREGATE, members=members, runs=""))
    assert not settled.never
    assert "attach three" in settled.why


@pytest.mark.parametrize(
    "kind", [ClaimKind.VALUE, ClaimKind.ORDERING, ClaimKind.THRESHOLD, ClaimKind.RATIO]
)
def test_every_kind_has_its_cases_and_its_method(kind: ClaimKind) -> None:
    """Before any run there are cases, from the easiest on, each by a named method."""
    found = planned(claim(kind, share=0.5))
    needed = [each.needed for each in found.scenarios if each.needed]
    assert needed == sorted(needed)
    assert found.method
    assert needed


def test_attached_runs_are_a_pilot() -> None:
    """With runs there is one answer instead of cases."""
    ratio = value_claim(2.0, NONE, kind=ClaimKind.RATIO, runs="a", against="b")
    runs = {"a": traced("a", seeds(200, 4, 5)), "b": traced("b", seeds(100, 2, 5))}
    (case,) = planned(ratio, pilot=judge(ratio, runs)).scenarios
    assert "as the attached runs do" in case.condition
    together = value_claim(
        1.5, NONE, kind=ClaimKind.AGGREGATE, runs="", margin=Margin(delta=0.05, reason="r"),
        members=(Member("a", "a"), Member("b", "b")),
    )  # fmt: skip
    runs = {"a": traced("a", seeds(1, 0.1, 5)), "b": traced("b", seeds(2, 0.1, 5))}
    (case,) = planned(together, pilot=judge(together, runs)).scenarios
    assert case.needed is not None
    assert 5 < case.needed < 60
    order = Claim("o", ClaimKind.ORDERING, metric="x", protocol=LAST, runs="a", against="b")
    first = planned(order, pilot=judge(order, runs)).scenarios[0]
    assert first.needed is None
