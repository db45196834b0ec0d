"""Statistics against closed forms, other implementations and simulation with fixed seeds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from standout.evidence.statistics.aggregates import aggregate, bootstrap, iqm, percentile
from standout.evidence.statistics.equivalence import (
    against_point,
    label_of,
    log_ratio,
    pooled,
    welch,
)
from standout.evidence.statistics.ordering import Arms, improvement, ordering_label
from standout.evidence.statistics.power import Design, floor_of, label_rates, plan
from standout.evidence.statistics.samples import (
    Sample,
    prediction_interval,
    sample_of,
    seed_sd,
    t_interval,
)
from standout.evidence.statistics.several import holm
from standout.evidence.statistics.thresholds import (
    Passing,
    median_step,
    share_by,
    survival,
    threshold_label,
)
from standout.model.evidence import Direction, Label, SpreadKind

A = (12.1, 9.8, 11.4, 10.2, 13.0)
B = (10.9, 8.2, 9.9, 9.1)


def test_welch_and_pooled_are_scipys() -> None:
    """Intervals and degrees of freedom."""
    ours = welch(sample_of(A), sample_of(B))
    theirs = stats.ttest_ind(A, B, equal_var=False)
    interval = theirs.confidence_interval(0.90)
    assert ours.df == pytest.approx(theirs.df)
    assert ours.ci90 == pytest.approx((interval.low, interval.high))
    same = stats.ttest_ind(A, B).confidence_interval(0.95)
    assert pooled(sample_of(A), sample_of(B)).ci95 == pytest.approx((same.low, same.high))


def test_tost_is_the_interval_inside_the_margin() -> None:
    """The larger p-value is below 0.05 exactly where the 90 % interval is inside."""
    found = welch(sample_of(A), sample_of(B))
    edge = max(map(abs, found.ci90))
    for margin, inside in ((edge * 1.001, True), (edge * 0.999, False)):
        assert (max(found.p_values(margin)) < 0.05) is inside
        assert (label_of(found.ci90, margin, Direction.MAX) is Label.REPRODUCED) is inside


@pytest.mark.parametrize(
    ("direction", "low", "high"),
    [
        (Direction.MAX, Label.NOT_REPRODUCED, Label.EXCEEDED),
        (Direction.MIN, Label.EXCEEDED, Label.NOT_REPRODUCED),
    ],
)
def test_sides(direction: Direction, low: Label, high: Label) -> None:
    """Which side is worse follows the direction."""
    assert label_of((-9, -6), 5, direction) is low
    assert label_of((6, 9), 5, direction) is high
    assert label_of((-6, 6), 5, direction) is Label.INCONCLUSIVE


def test_spreads_become_sds_between_seeds() -> None:
    """Divided by n, standard error, half width of an interval."""
    assert seed_sd(6.12, SpreadKind.SD_SEEDS, 3, 0) == pytest.approx(6.12 * math.sqrt(1.5))
    assert seed_sd(2.0, SpreadKind.SD_SEEDS, 3, 1) == 2.0
    assert seed_sd(2.0, SpreadKind.SE_SEEDS, 4) == 4.0
    half = stats.t.ppf(0.975, 4) * 3.0 / math.sqrt(5)
    assert seed_sd(half, SpreadKind.CI95_SEEDS, 5) == pytest.approx(3.0)
    with pytest.raises(ValueError, match="sd_episodes"):
        seed_sd(1.0, SpreadKind.SD_EPISODES, 3)


RATES = (
    (2.5, 3, 3, 0, 0.31, 0.00),
    (2.5, 3, 10, 0, 0.59, 0.00),
    (2.5, 10, 10, 0, 0.99, 0.00),
    (2.5, 3, 10, 5, 0.056, 0.056),
    (2.5, 3, 3, 10, 0.00, 0.57),
    (6, 3, 3, 0, 0.01, 0.01),
    (6, 3, 3, 10, 0.00, 0.18),
    (6, 10, 30, 0, 0.42, 0.00),
)


@pytest.mark.parametrize(("sd", "paper", "own", "gap", "reproduced", "outside"), RATES)
def test_label_rates(
    sd: float, paper: int, own: int, gap: float, reproduced: float, outside: float
) -> None:
    """How often each label comes out, within the error of simulation and of rounding."""
    found = label_rates(Design(paper, sd, sd, 5.0), own, gap)
    error = 3 * math.sqrt(0.25 / 20_000) + 0.005
    assert found.reproduced == pytest.approx(reproduced, abs=error)
    assert found.outside == pytest.approx(outside, abs=error)


def test_at_the_margin_one_in_twenty_passes() -> None:
    """The test keeps its level at the border, whatever the seeds; a point target does not."""
    for paper, own in ((5, 5), (10, 10), (20, 5)):
        assert label_rates(Design(paper, 2.0, 2.0, 5.0), own, 5.0).reproduced <= 0.058
    rng = np.random.default_rng(5)
    passed = 0
    for _ in range(4000):
        target = rng.normal(0, 2.5 / math.sqrt(3))
        own_values = sample_of(rng.normal(5, 2.5, 10).tolist())
        ci90 = against_point(own_values, target).ci90
        passed += label_of(ci90, 5, Direction.MAX) is Label.REPRODUCED
    assert 0.15 < passed / 4000 < 0.35


NEEDED = ((3, 1.0, 3), (3, 1.5, 3), (3, 2.0, None), (3, 4.0, None), (5, 2.0, 5), (5, 4.0, None),
          (10, 2.0, 5), (10, 4.0, 15), (10, 6.0, None))  # fmt: skip


@pytest.mark.parametrize(("paper", "cv", "needed"), NEEDED)
def test_needed_seeds(paper: int, cv: float, needed: int | None) -> None:
    """Own seeds for 80 % power at 5 %; none are enough where the paper has three."""
    found = plan(Design(paper, cv, cv, 5.0))
    if needed is None:
        assert found.needed is None
        assert found.reachable < 0.8
    else:
        assert found.needed is not None
        assert found.needed <= needed


@pytest.mark.parametrize(("n", "factor"), [(3, 1.69), (5, 0.95), (10, 0.58)])
def test_floor_of_the_half_width(n: int, factor: float) -> None:
    """What the paper's seeds leave open, with any number of own ones."""
    assert floor_of(1.0, n) == pytest.approx(factor, abs=0.006)


@pytest.mark.parametrize(("n", "bootstrapped"), [(3, 0.74), (5, 0.83), (10, 0.89)])
def test_t_covers_and_the_bootstrap_does_not(n: int, bootstrapped: float) -> None:
    """Nominal 95 %: the reason for t intervals below twenty seeds."""
    rng = np.random.default_rng(11)
    draws = rng.normal(size=(2000, n))
    inside = sum(lo <= 0 <= hi for lo, hi in (t_interval(sample_of(d.tolist())) for d in draws))
    assert inside / 2000 == pytest.approx(0.95, abs=0.02)
    picks = rng.integers(0, n, (2000, 400, n))
    means = np.take_along_axis(draws[:, None, :], picks, axis=2).mean(axis=2)
    low, high = np.quantile(means, [0.025, 0.975], axis=1)
    assert np.mean((low <= 0) & (high >= 0)) == pytest.approx(bootstrapped, abs=0.04)


def test_prediction_interval_covers_the_next_mean() -> None:
    """Patil, Peng and Leek's interval holds the mean of one further run 95 times in 100."""
    rng = np.random.default_rng(2)
    hits = 0
    for _ in range(3000):
        low, high = prediction_interval(sample_of(rng.normal(size=5).tolist()))
        hits += low <= rng.normal() <= high
    assert hits / 3000 == pytest.approx(0.95, abs=0.015)


def test_ratio_of_means() -> None:
    """The interval of a ratio holds the true one about as often as it says."""
    rng = np.random.default_rng(4)
    hits = 0
    for _ in range(1500):
        found = log_ratio(sample_of(rng.normal(20, 2, 8).tolist()),
                          sample_of(rng.normal(10, 1, 8).tolist()))  # fmt: skip
        low, high = found.ci95
        hits += low <= math.log(2) <= high
    assert hits / 1500 == pytest.approx(0.95, abs=0.02)
    with pytest.raises(ValueError, match="positive"):
        log_ratio(Sample(-1, 1, 3), Sample(1, 1, 3))


def test_ordering_needs_five_seeds() -> None:
    """Wholly apart with three an arm is still open; with five it is settled."""
    few = improvement([Arms((4, 5, 6), (1, 2, 3))])
    assert few.probability == 1
    assert ordering_label(few) is Label.INCONCLUSIVE
    enough = improvement([Arms((6, 7, 8, 9, 10), (1, 2, 3, 4, 5))])
    assert enough.p == pytest.approx(2 / 252)
    assert ordering_label(enough) is Label.REPRODUCED
    turned = improvement([Arms((1, 2, 3, 4, 5), (6, 7, 8, 9, 10))])
    assert ordering_label(turned) is Label.NOT_REPRODUCED


def test_permutation_is_mann_whitneys() -> None:
    """Without ties, the exact two-sided p of U."""
    first, second = (1.2, 3.4, 5.1, 7.7, 2.2), (0.3, 2.9, 1.1, 4.0, 0.9)
    theirs = stats.mannwhitneyu(first, second, method="exact").pvalue
    assert improvement([Arms(first, second)]).p == pytest.approx(theirs)


def test_ordering_keeps_its_level() -> None:
    """Two arms of one distribution are told apart at most one time in twenty."""
    rng = np.random.default_rng(8)
    labels = [
        ordering_label(improvement([Arms(tuple(rng.normal(size=6)), tuple(rng.normal(size=6)))]))
        for _ in range(150)
    ]
    assert sum(each is not Label.INCONCLUSIVE for each in labels) <= 14


def test_ties_and_strata() -> None:
    """A tie is half a win; tasks weigh alike; the same seed gives the same interval."""
    strata = [Arms((1, 1), (1, 1)), Arms((2, 3), (0, 1))]
    assert improvement(strata).probability == 0.75
    assert improvement(strata, 3) == improvement(strata, 3)


def test_iqm_is_the_trimmed_mean() -> None:
    """A quarter, rounded down, off each side."""
    rng = np.random.default_rng(0)
    for size in (3, 4, 7, 26, 101):
        values = rng.normal(size=size)
        assert float(iqm(values)) == pytest.approx(stats.trim_mean(values, 0.25))
    assert float(aggregate(np.array([0.5, 1.5]), "optimality_gap")) == 0.25


def test_bootstrap_is_stratified_and_seeded() -> None:
    """Runs are drawn within their task, so that constant tasks have no spread."""
    drawn = bootstrap([[1.0, 1.0], [3.0, 3.0]], "mean", 1, 100)
    assert set(drawn.tolist()) == {2.0}
    tasks = [[1.0, 2.0, 4.0], [3.0, 5.0, 8.0]]
    assert percentile(bootstrap(tasks, "iqm", 7), 0.9) == percentile(
        bootstrap(tasks, "iqm", 7), 0.9
    )


def test_holm() -> None:
    """The textbook's example, in any order."""
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([]) == ()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_never_lowers(values: list[float]) -> None:
    """Adjusted p-values are no smaller, and keep their order."""
    adjusted = holm(values)
    assert all(a >= p - 1e-12 for a, p in zip(adjusted, values, strict=True))
    assert sorted(adjusted) == [
        adjusted[i] for i in sorted(range(len(values)), key=values.__getitem__)
    ]


def at(step: float) -> Passing:
    """A seed that reaches the level."""
    return Passing(step, reached=True)


def until(step: float) -> Passing:
    """A seed that has not reached it when it ends."""
    return Passing(step, reached=False)


def test_censored_seeds_are_kept() -> None:
    """Kaplan and Meier: 6, 6, 6, 6+, 7, 9+, 10, 10+ of the classic remission data's head."""
    passings = [at(6), at(6), at(6), until(6), at(7), until(9), at(10), until(10)]
    curve = dict(survival(passings))
    assert curve[6] == pytest.approx(5 / 8)
    assert curve[7] == pytest.approx(5 / 8 * 3 / 4)
    assert curve[10] == pytest.approx(5 / 8 * 3 / 4 * 1 / 2)
    assert median_step(passings) == 7
    assert median_step([until(5)] * 3) is None


def test_share_by_a_step() -> None:
    """Exact without censoring; five of five in time settle it, three of three do not."""
    five = share_by([at(3)] * 5, 10)
    assert five.ci90[0] == pytest.approx(0.05 ** (1 / 5))
    assert threshold_label(five, 0.5) is Label.REPRODUCED
    assert threshold_label(share_by([at(3)] * 3, 10), 0.5) is Label.INCONCLUSIVE
    never = share_by([until(20)] * 5, 10)
    assert threshold_label(never, 0.5) is Label.NOT_REPRODUCED
    open_ = share_by([at(5), at(5), until(4), at(30)], 10)
    assert 0 < open_.ci90[0] < open_.share < open_.ci90[1] < 1
