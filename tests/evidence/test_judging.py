"""Verdicts by kind of claim, and what forbids a comparison."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standout.evidence.judging import judge
from standout.evidence.judging.margins import rounding_of
from standout.evidence.lock import with_exclusions
from standout.evidence.logs.series import Series
from standout.evidence.measuring import Traced, measure, missing_seeds, passing
from standout.model.evidence import (
    Claim,
    ClaimKind,
    Direction,
    Exclusion,
    Label,
    Margin,
    Measure,
    Member,
    Protocol,
    Run,
    Spread,
    SpreadKind,
)
from tests.evidence.making import LAST, sd_of, seeds, traced, value_claim

RUN = Run("r", "own", "own.csv", "0" * 64, "csv")


def trace(*rows: tuple[float, float]) -> Traced:
    """A run with these rows."""
    steps, values = zip(*rows, strict=True)
    return Traced(RUN, Series(np.array(steps, float), np.array(values, float)))


MEASURES = (
    (Protocol(Measure.TRAIN_LAST_K, 2), 3.5),
    (Protocol(Measure.TRAIN_LAST_K, 2, budget=30), 2.5),
    (Protocol(Measure.FINAL_STEP), 4.0),
    (Protocol(Measure.FINAL_STEP, budget=25), 2.0),
    (Protocol(Measure.BEST_OVER_TRAINING, 1), 4.0),
    (Protocol(Measure.EVAL, at_step=20), 2.0),
    (Protocol(Measure.AUC, budget=50), (1 + 2 + 3 + 4) / 4),
)


@pytest.mark.parametrize(("protocol", "expected"), MEASURES, ids=lambda each: str(each)[:40])
def test_a_run_becomes_one_number(protocol: Protocol, expected: float) -> None:
    """By the protocol, in the order of steps, whatever the order of rows."""
    rows = [(30.0, 3.0), (10.0, 1.0), (20.0, 2.0), (40.0, 4.0)]
    assert measure(trace(*rows), protocol, Direction.MAX).value == pytest.approx(expected)


def test_nan_in_the_window_gives_no_number() -> None:
    """It is not dropped to flatter the run; before the window it does not matter."""
    rows = [(1.0, float("nan")), (2.0, 5.0), (3.0, 6.0)]
    assert measure(trace(*rows), Protocol(Measure.TRAIN_LAST_K, 2), Direction.MAX).value == 5.5
    found = measure(trace(*rows), Protocol(Measure.TRAIN_LAST_K, 3), Direction.MAX)
    assert found.value is None
    assert "no-value" in found.flags


def test_a_run_that_was_killed_is_not_compared() -> None:
    """Half of the budget is another protocol; a last episode just before the end is not."""
    budget = Protocol(Measure.FINAL_STEP, budget=1000)
    steps = [float(each) for each in range(10, 510, 10)]
    assert "short-run" in measure(trace(*[(s, s) for s in steps]), budget, Direction.MAX).flags
    rows = [(float(s), float(s)) for s in range(100, 1000, 100)]
    assert not measure(trace(*rows), budget, Direction.MAX).flags
    claim = value_claim(5.0, sd_of(0.1), protocol=budget)
    own = [
        replace(each, series=trace((10, 5), (20, 5)).series) for each in traced("own", (5, 5, 5))
    ]
    found = judge(claim, {"own": own})
    assert found.label is Label.NOT_COMPARABLE
    assert "short-run" in found.flags


@pytest.mark.parametrize(
    ("own", "env", "flag"),
    [
        (Protocol(Measure.TRAIN_LAST_K, 100), "", "protocol-mismatch"),
        (Protocol(Measure.EVAL, deterministic=False), "", "protocol-mismatch"),
        (Protocol(Measure.EVAL, env="LunarLander-v3"), "", "env-version-mismatch"),
        (None, "LunarLander-v3", "env-version-mismatch"),
        (None, "CartPole-v1", "protocol-mismatch"),
    ],
)
def test_another_protocol_is_not_comparable(own: Protocol | None, env: str, flag: str) -> None:
    """Training returns are no evaluation; a new version is another task."""
    paper = Protocol(Measure.EVAL, deterministic=True, env="LunarLander-v2")
    claim = value_claim(242.1, sd_of(31.8), protocol=paper, own=own)
    found = judge(claim, {"own": traced("own", (240.0, 243.0, 245.0), env)})
    assert found.label is Label.NOT_COMPARABLE
    assert flag in found.flags


def test_one_own_run_settles_nothing() -> None:
    """However near it is."""
    found = judge(value_claim(5.0, sd_of(0.1)), {"own": traced("own", (5.0,))})
    assert (found.label, found.flags) == (Label.INCONCLUSIVE, ("single-own-run",))


def test_no_runs_and_words_are_not_judged() -> None:
    """Neither gets a verdict."""
    assert judge(value_claim(5.0, sd_of(0.1)), {}).label is Label.NOT_JUDGED
    words = Claim("w", ClaimKind.QUALITATIVE)
    assert judge(words, {"own": traced("own", (5.0, 6.0))}).label is Label.NOT_JUDGED


def test_worse_and_better_follow_the_direction() -> None:
    """A lower loss is better."""
    own = {"own": traced("own", seeds(3.0, 0.05, 10))}
    up = value_claim(5.0, sd_of(0.05, 10))
    assert judge(up, own).label is Label.NOT_REPRODUCED
    assert judge(replace(up, direction=Direction.MIN), own).label is Label.EXCEEDED


def test_released_seeds_go_before_a_printed_spread() -> None:
    """`per_run` is the paper's sample itself."""
    claim = replace(value_claim(5.0, None), per_run=(4.9, 5.0, 5.1))
    found = judge(claim, {"own": traced("own", seeds(5.0, 0.05, 8))})
    assert (found.label, found.published_n) == (Label.REPRODUCED, 3)


def test_sensitivity_is_always_told() -> None:
    """Half and twice the margin, one seed less, one variance."""
    found = judge(value_claim(490.04, sd_of(6.12)), {"own": traced("own", seeds(489.6, 8.8, 10))})
    words = " ".join(each.choice for each in found.sensitivity)
    for part in ("half the margin", "twice the margin", "one seed left out", "one variance"):
        assert part in words


def test_excluded_runs_do_not_count() -> None:
    """They stay listed and leave the numbers alone."""
    from standout.evidence.lock import with_exclusions
    from standout.model.evidence import Exclusion

    own = traced("own", (5.0, 5.1, 4.9, 50.0))
    out = with_exclusions([each.run for each in own], [Exclusion("own/4", "diverged")])
    marked = [replace(each, run=run) for each, run in zip(own, out, strict=True)]
    assert judge(value_claim(5.0, sd_of(0.1)), {"own": marked}).measurements[0].n == 3


def ordering(first: tuple[float, ...], second: tuple[float, ...], **more: object) -> Label:
    """The label of an ordering."""
    claim = Claim("o", ClaimKind.ORDERING, metric="m", protocol=LAST, runs="a", against="b")
    claim = replace(claim, **more)  # type: ignore[arg-type]  # fields of several types
    return judge(claim, {"a": traced("a", first), "b": traced("b", second)}).label


def test_ordering() -> None:
    """Reproduced, its opposite, open; a lower loss wins where less is better."""
    high, low = (6.0, 7, 8, 9, 10), (1.0, 2, 3, 4, 5)
    assert ordering(high, low) is Label.REPRODUCED
    assert ordering(low, high) is Label.NOT_REPRODUCED
    assert ordering(low, high, direction=Direction.MIN) is Label.REPRODUCED
    assert ordering(high, (6.5, 6.9, 8.1, 9.5, 7.7)) is Label.INCONCLUSIVE
    assert ordering((4.0, 5, 6), (1.0, 2, 3)) is Label.INCONCLUSIVE


def test_ordering_over_tasks() -> None:
    """Runs are compared within their task."""
    claim = Claim("o", ClaimKind.ORDERING, metric="m", protocol=LAST,
                  members=(Member("x", "xa", "xb"), Member("y", "ya", "yb")))  # fmt: skip
    groups = {
        "xa": traced("xa", (6.0, 7, 8, 9, 10)), "xb": traced("xb", (1.0, 2, 3, 4, 5)),
        "ya": traced("ya", (600.0, 700, 800, 900, 1000)), "yb": traced("yb", (100.0, 2, 3, 4, 5)),
    }  # fmt: skip
    assert judge(claim, groups).label is Label.REPRODUCED


def test_threshold() -> None:
    """Seeds that never arrive count as not there yet."""
    claim = Claim("t", ClaimKind.THRESHOLD, metric="m", value=10.0, by_step=100, runs="own",
                  margin=Margin(delta=1))  # fmt: skip
    there, never = trace((50, 5), (80, 12), (200, 3)), trace((50, 5), (200, 6))
    assert passing(there, claim).step == 80
    assert not passing(never, claim).reached
    found = judge(claim, {"own": [there] * 6})
    assert (found.label, found.own) == (Label.REPRODUCED, 1.0)
    mixed = judge(claim, {"own": [there, never, never, never, never, never]})
    assert mixed.label is Label.INCONCLUSIVE or mixed.label is Label.NOT_REPRODUCED
    assert "censored" in mixed.flags


def test_ratio() -> None:
    """Twice as good within the margin, as a point."""
    claim = value_claim(2.0, Spread(0, SpreadKind.NONE), kind=ClaimKind.RATIO, runs="a",
                        against="b", margin=Margin(delta=0.3, reason="r"))  # fmt: skip
    groups = {"a": traced("a", seeds(20, 0.5, 8)), "b": traced("b", seeds(10, 0.3, 8))}
    found = judge(claim, groups)
    assert found.label is Label.REPRODUCED_POINT
    assert found.own == pytest.approx(2.0)
    assert judge(replace(claim, value=4.0, printed="4"), groups).label is Label.NOT_REPRODUCED


def test_aggregate() -> None:
    """IQM over tasks, scaled by each task's range."""
    claim = value_claim(0.5, sd_of(0.01, 5), kind=ClaimKind.AGGREGATE, runs="",
                        margin=Margin(delta=0.1, reason="r"),
                        members=(Member("x", "x", range=(0, 100)),
                                 Member("y", "y", range=(0, 10))))  # fmt: skip
    groups = {"x": traced("x", seeds(50, 2, 6)), "y": traced("y", seeds(5, 0.2, 6))}
    found = judge(claim, groups)
    assert found.label is Label.REPRODUCED
    assert "within its task" in found.method
    few = judge(claim, {"x": traced("x", (50.0, 51)), "y": traced("y", (5.0, 5))})
    assert (few.label, "few-runs" in few.flags) == (Label.INCONCLUSIVE, True)


def test_a_copy_of_a_run_is_left_out() -> None:
    """The same bytes under one seed are one run; under two seeds they may be two."""
    first, copy, other = (replace(RUN, path=f"{name}.csv", sha256="1") for name in "abc")
    runs = with_exclusions([first, copy, replace(other, seed="9")], ())
    assert [each.excluded is None for each in runs] == [True, False, True]
    assert "a.csv" in (runs[1].excluded or Exclusion("", "")).reason


@pytest.mark.parametrize(
    ("value", "own", "flagged"),
    [(92.5, 0.91, True), (0.925, 91.0, True), (92.5, 0.31, False), (0.9, 0.91, False)],
)
def test_shares_against_percent(value: float, own: float, flagged: bool) -> None:  # noqa: FBT001 - a case
    """Numbers that agree but for a factor of a hundred are not compared."""
    claim = value_claim(value, sd_of(value / 100))
    verdict = judge(claim, {"own": traced("own", seeds(own, own / 100, 5))})
    assert ("other-scale" in verdict.flags) is flagged
    assert (verdict.label is Label.NOT_COMPARABLE) is flagged


def test_two_seeds_with_the_same_rows_are_told() -> None:
    """A seed that was never used gives the same curve twice; a constant one is a floor's."""
    claim, steps = value_claim(10.0, sd_of(0.1)), np.array([1.0, 2.0])
    runs = traced("own", (10.0, 10.0))
    for values, told in ((np.array([9.0, 10.0]), True), (np.array([10.0, 10.0]), False)):
        twins = [replace(each, series=Series(steps, values)) for each in runs]
        assert ("same-rows" in judge(claim, {"own": twins}).flags) is told


def test_missing_seeds() -> None:
    """Of 1, 2 and 4 the 3; scattered seeds are no row."""
    assert missing_seeds([replace(RUN, seed=each) for each in ("1", "2", "4")]) == (3,)
    assert missing_seeds([replace(RUN, seed=each) for each in ("7", "42", "1337")]) == ()


@pytest.mark.parametrize(
    ("printed", "half"), [("490.04", 0.005), ("490", 0.5), ("1.2e3", 50.0), ("-200.00", 0.005)]
)
def test_rounding(printed: str, half: float) -> None:
    """Half a unit of the last printed place."""
    assert rounding_of(printed) == pytest.approx(half)
