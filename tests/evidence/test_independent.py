"""Verdicts on drawn pairs, each kind beside the same calculation done another way with SciPy."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from standout.evidence.judging import judge
from standout.evidence.logs.series import Series
from standout.evidence.measuring import Traced
from standout.model.evidence import (
    Claim,
    ClaimKind,
    Direction,
    Label,
    Margin,
    Member,
    Run,
    Spread,
    SpreadKind,
)
from tests.evidence.making import LAST, traced, value_claim

PAIRS = 6
SEEDS = range(PAIRS)


def labelled(low: float, high: float, margin: float, direction: Direction) -> Label:
    """The label by the end points of the 90 % interval of own minus published."""
    if -margin < low and high < margin:
        return Label.REPRODUCED
    beyond = {Direction.MAX: (Label.NOT_REPRODUCED, Label.EXCEEDED)}.get(
        direction, (Label.EXCEEDED, Label.NOT_REPRODUCED)
    )
    if high <= -margin:
        return beyond[0]
    return beyond[1] if low >= margin else Label.INCONCLUSIVE


def spread_of(paper: np.ndarray, kind: SpreadKind) -> Spread:
    """What a table would print beside the mean."""
    n, error = len(paper), float(stats.sem(paper))
    amount = {
        SpreadKind.SD_SEEDS: float(np.std(paper, ddof=1)),
        SpreadKind.SE_SEEDS: error,
        SpreadKind.CI95_SEEDS: float(stats.t.ppf(0.975, n - 1)) * error,
    }[kind]
    return Spread(amount, kind, n, 1)


@pytest.mark.parametrize("kind", [SpreadKind.SD_SEEDS, SpreadKind.SE_SEEDS, SpreadKind.CI95_SEEDS])
@pytest.mark.parametrize("seed", SEEDS)
def test_value(seed: int, kind: SpreadKind) -> None:
    """Two one-sided Welch tests of SciPy, each shifted by the margin."""
    rng = np.random.default_rng(seed)
    mean = float(rng.uniform(10, 900) * rng.choice([-1, 1]))
    size = abs(mean) * rng.uniform(0.002, 0.08)
    paper = rng.normal(mean, size, int(rng.integers(2, 12)))
    own = rng.normal(mean * (1 + rng.choice([0, 0, 0.05, -0.1])), size, int(rng.integers(2, 14)))
    direction = Direction.MAX if rng.random() < 0.5 else Direction.MIN
    middle = float(paper.mean())
    claim = value_claim(
        middle, spread_of(paper, kind), direction=direction, printed=f"{middle:.9f}"
    )
    verdict = judge(claim, {"own": traced("own", own.tolist())})
    test = stats.ttest_ind(own, paper, equal_var=False)
    low, high = test.confidence_interval(0.9)
    margin = abs(middle) / 20
    above = stats.ttest_ind(own + margin, paper, equal_var=False, alternative="greater").pvalue
    below = stats.ttest_ind(own - margin, paper, equal_var=False, alternative="less").pvalue
    assert verdict.ci90 == pytest.approx((low, high), rel=1e-6)
    assert verdict.p == pytest.approx(max(above, below), rel=1e-6, abs=1e-12)
    assert verdict.label is labelled(low, high, margin, direction)


@pytest.mark.parametrize("seed", SEEDS)
def test_ordering(seed: int) -> None:
    """U of Mann and Whitney, and all ways to part the runs by their ranks."""
    rng = np.random.default_rng(seed)
    n, m = (int(each) for each in rng.integers(3, 9, 2))
    first = rng.normal(0, 1, n).round(int(rng.integers(0, 3)))
    second = rng.normal(rng.choice([0, 1.5, -3]), 1, m).round(1)
    direction = Direction.MAX if rng.random() < 0.5 else Direction.MIN
    claim = Claim("c", ClaimKind.ORDERING, metric="return", protocol=LAST, runs="a", against="b",
                  direction=direction)  # fmt: skip
    verdict = judge(claim, {"a": traced("a", first.tolist()), "b": traced("b", second.tolist())})
    sign = 1 if direction is Direction.MAX else -1
    share = float(stats.mannwhitneyu(sign * first, sign * second).statistic) / (n * m)
    assert verdict.own == pytest.approx(share)
    ranks = stats.rankdata(np.concatenate([sign * first, sign * second]))
    sums = np.array([ranks[list(each)].sum() for each in combinations(range(n + m), n)])
    shares = (sums - n * (n + 1) / 2) / (n * m)
    p = np.mean(np.abs(shares - 0.5) >= abs(share - 0.5) - 1e-12)
    if min(n, m) < 5 or p > 0.05:
        assert verdict.label is Label.INCONCLUSIVE
    elif p < 0.02:
        assert verdict.label is (Label.REPRODUCED if share > 0.5 else Label.NOT_REPRODUCED)


@pytest.mark.parametrize("seed", SEEDS)
def test_threshold(seed: int) -> None:
    """Clopper and Pearson's interval of the seeds that were there in time."""
    rng = np.random.default_rng(seed)
    steps = np.arange(50.0, 1201.0, 50.0)
    runs, reached = [], 0
    for number in range(int(rng.integers(3, 15))):
        values = steps * rng.uniform(0.006, 0.03)
        reached += bool((values[steps <= 1000] >= 10).any())
        run = Run(f"o{number}", "own", f"{number}.csv", f"{number:064d}", "csv", seed=str(number),
                  rows=len(steps))  # fmt: skip
        runs.append(Traced(run, Series(steps, values)))
    claim = Claim("c", ClaimKind.THRESHOLD, metric="return", value=10.0, printed="10",
                  by_step=1000, share=0.5, runs="own")  # fmt: skip
    verdict = judge(claim, {"own": runs})
    low, high = stats.binomtest(reached, len(runs)).proportion_ci(0.9, "exact")
    assert verdict.own == pytest.approx(reached / len(runs))
    assert verdict.ci90 == pytest.approx((low - 0.5, high - 0.5), abs=1e-6)
    expected = Label.REPRODUCED if low > 0.5 else Label.NOT_REPRODUCED
    assert verdict.label is (expected if low > 0.5 or high < 0.5 else Label.INCONCLUSIVE)


@pytest.mark.parametrize("seed", SEEDS)
def test_ratio(seed: int) -> None:
    """The delta method by hand: relative variances add up."""
    rng = np.random.default_rng(seed)
    target = float(rng.uniform(0.5, 3))
    below = rng.normal(100, rng.uniform(1, 8), int(rng.integers(2, 12)))
    above = rng.normal(100 * target, rng.uniform(1, 8), int(rng.integers(2, 12)))
    claim = value_claim(
        target, Spread(0, SpreadKind.NONE), kind=ClaimKind.RATIO, runs="a", against="b",
        printed=f"{target:.9f}",
    )  # fmt: skip
    verdict = judge(claim, {"a": traced("a", above.tolist()), "b": traced("b", below.tolist())})
    parts = [(e.var(ddof=1) / len(e) / e.mean() ** 2, len(e) - 1) for e in (above, below)]
    error = sum(part for part, _ in parts)
    df = error**2 / sum(part**2 / free for part, free in parts)
    half = stats.t.ppf(0.95, df) * math.sqrt(error)
    found = above.mean() / below.mean()
    low, high = found * math.exp(-half) - target, found * math.exp(half) - target
    assert verdict.ci90 == pytest.approx((low, high))
    label = labelled(low, high, target / 20, Direction.MAX)
    same = {Label.REPRODUCED: Label.REPRODUCED_POINT}
    assert verdict.label is same.get(label, label)


@pytest.mark.parametrize("seed", SEEDS)
def test_aggregate(seed: int) -> None:
    """SciPy's trimmed mean, and its spread over runs drawn anew within each task."""
    rng = np.random.default_rng(seed)
    tasks = [rng.normal(rng.uniform(0, 1), 0.1, int(rng.integers(4, 11))) for _ in range(4)]
    target = float(rng.uniform(0.3, 0.7))
    claim = value_claim(
        target, Spread(0, SpreadKind.NONE), kind=ClaimKind.AGGREGATE, runs="",
        members=tuple(Member(f"t{k}", f"t{k}") for k in range(4)), printed=f"{target:.9f}",
        margin=Margin(delta=0.05, reason="a twentieth of the range"),
    )  # fmt: skip
    verdict = judge(
        claim, {f"t{k}": traced(f"t{k}", each.tolist()) for k, each in enumerate(tasks)}
    )
    assert verdict.own == pytest.approx(stats.trim_mean(np.concatenate(tasks), 0.25))
    drawn = [
        stats.trim_mean(np.concatenate([rng.choice(each, len(each)) for each in tasks]), 0.25)
        for _ in range(600)
    ]
    assert verdict.ci90 is not None
    low, high = np.quantile(drawn, [0.05, 0.95]).tolist()
    near = 0.35 * float(np.std(drawn))
    assert verdict.ci90 == pytest.approx((low - target, high - target), abs=near)


def test_words_get_no_number() -> None:
    """A claim in words is left to the reader, whatever runs there are."""
    claim = Claim("c", ClaimKind.QUALITATIVE, runs="own")
    verdict = judge(claim, {"own": traced("own", [1.0, 2.0, 3.0])})
    assert verdict.label is Label.NOT_JUDGED
    assert verdict.own is None
