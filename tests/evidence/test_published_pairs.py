"""Verdicts on pairs of own and published numbers, from the values of the seeds."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from standout.evidence.judging import judge
from standout.model.evidence import Label, Spread, SpreadKind
from tests.evidence.making import close, sd_of, seeds, traced, value_claim


@dataclass(frozen=True)
class Pair:
    """Own seeds, the published number, and what comes out."""

    name: str
    own: tuple[float, ...]
    value: float
    spread: Spread
    difference: float
    ci90: tuple[float, float]
    label: Label


CARTPOLE = seeds(489.59, 8.8, 10)
ACROBOT = seeds(-82.87, 2.1, 10)
RERUN = (-85.4, -83.2, -81.6)
R, OPEN = Label.REPRODUCED, Label.INCONCLUSIVE
PAIRS = (
    Pair("cartpole", CARTPOLE, 490.04, sd_of(6.12), -0.45, (-11.5, 10.6), R),
    Pair("cartpole again", (500, 497, 495.4), 490.04, sd_of(6.12), 7.43, (-4.5, 19.3), R),
    Pair("cartpole baselines", CARTPOLE, 497.54, sd_of(4.02), -7.95, (-15.7, -0.2), R),
    Pair("acrobot", ACROBOT, -86.36, sd_of(1.32), 3.49, (1.1, 5.9), OPEN),
    Pair("acrobot again", RERUN, -86.36, sd_of(1.32), 2.96, (-0.2, 6.1), OPEN),
    Pair("acrobot baselines", ACROBOT, -81.82, sd_of(5.58), -1.05, (-12.3, 10.2), OPEN),
    Pair("acrobot, code to code", ACROBOT, -83.4, Spread(1.907878, SpreadKind.SD_SEEDS, 3, 1),
         0.53, (-2.3, 3.4), R),
    Pair("mountain car", (-200,) * 10, -200.0, sd_of(0.0), 0.0, (0, 0), R),
)  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_table(pair: Pair) -> None:
    """Difference, interval, margin and label as by hand."""
    claim = value_claim(pair.value, pair.spread)
    found = judge(claim, {"own": traced("own", pair.own)})
    assert close(found.difference, pair.difference, 0.011)
    assert found.ci90 is not None
    assert close(found.ci90[0], pair.ci90[0], 0.06)
    assert close(found.ci90[1], pair.ci90[1], 0.06)
    assert close(found.margin, 0.05 * abs(pair.value), 1e-9)
    assert found.label is pair.label


def test_a_real_difference_within_a_wide_margin_is_told() -> None:
    """Inconclusive, yet the 95 % interval excludes zero: better."""
    found = judge(value_claim(-86.36, sd_of(1.32)), {"own": traced("own", ACROBOT)})
    assert found.ci95 is not None
    assert found.ci95[0] > 0
    assert found.reason.endswith("excludes zero: better")
    assert "underpowered-by-paper" in found.flags


def test_the_other_margin_is_always_told() -> None:
    """A share of the task's range reads the same runs otherwise."""
    claim = value_claim(-86.36, sd_of(1.32), range=(-500.0, -70.0))
    found = judge(claim, {"own": traced("own", ACROBOT)})
    other = next(e for e in found.sensitivity if "range" in e.choice)
    assert other.label is Label.REPRODUCED
    assert close(other.delta, 21.5, 1e-9)


def test_floor() -> None:
    """All on the floor: reproduced, flagged, and worth nothing."""
    claim = value_claim(-200.0, sd_of(0.0), bounds=(-200.0, 0.0))
    found = judge(claim, {"own": traced("own", (-200.0,) * 10)})
    assert found.label is Label.REPRODUCED
    assert "floor" in found.flags
    known = value_claim(-200.0, sd_of(0.0), task="MountainCar-v0", metric="episodic_return")
    assert "floor" in judge(known, {"own": traced("own", (-200.0,) * 3)}).flags
    nowhere = judge(value_claim(-200.0, sd_of(0.0)), {"own": traced("own", (-200.0,) * 3)})
    assert "no-spread" in nowhere.flags


def test_a_single_published_run_is_a_point() -> None:
    """Its scatter over episodes says nothing of seeds; it is never called not reproduced."""
    spread = Spread(104.2, SpreadKind.SD_EPISODES, 1)
    own = {"own": traced("own", (-233.0, -176.0, -188.0))}
    found = judge(value_claim(-172.2, spread), own)
    assert found.label is Label.INCONCLUSIVE
    assert "single-run-target" in found.flags
    near = judge(value_claim(-172.2, spread), {"own": traced("own", (-171.0, -172.0, -173.5))})
    assert near.label is Label.REPRODUCED_POINT
    far = judge(value_claim(-172.2, spread), {"own": traced("own", (-371.0, -372.0, -373.5))})
    assert far.label is Label.INCONCLUSIVE
    assert "outside-prediction-interval" in far.flags
