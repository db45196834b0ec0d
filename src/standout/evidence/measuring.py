"""A run's series as one number, by the protocol of the claim."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standout.evidence.logs.series import Floats, Series
from standout.evidence.statistics.thresholds import Passing
from standout.model.evidence import Claim, Direction, Measure, Protocol, Run
from standout.values import frozen

SLACK = 0.01
"""Of the budget: how early the last row may stand, for episodes end when they end."""


@frozen
class Traced:
    """A run with its series of the claim's metric."""

    run: Run
    series: Series


@frozen
class Measured:
    """The value of a run (None where there is none to be had), and what to know about it."""

    run: Run
    value: float | None
    flags: tuple[str, ...] = ()
    note: str = ""


def measure(traced: Traced, protocol: Protocol, direction: Direction) -> Measured:
    """One number for one run. Rows after the budget are left out; nothing is filled in."""
    steps, values = _in_order(traced.series, protocol)
    if not len(values):
        return Measured(traced.run, None, ("no-value",), "no row within the budget")
    window = _window(steps, values, protocol, direction)
    flags, note = _doubts(traced.series, protocol, len(values))
    if not np.isfinite(window).all():
        told = "a value that goes into it is not finite: exclude the run, and say why"
        return Measured(traced.run, None, (*flags, "no-value"), told)
    value = float(window.sum()) if protocol.measure is Measure.AUC else float(np.mean(window))
    return Measured(traced.run, value, flags, note)


def statistic_of(protocol: Protocol) -> str:
    """What a number is, in words."""
    words = {
        Measure.TRAIN_LAST_K: f"mean of the last {protocol.k} logged values",
        Measure.EVAL: "mean of the last evaluation",
        Measure.BEST_OVER_TRAINING: f"best mean of {protocol.k} logged values in a row",
        Measure.AUC: "mean over steps, each value holding until the next",
        Measure.FINAL_STEP: "value at the last step",
    }
    return words[protocol.measure]


def passing(traced: Traced, claim: Claim) -> Passing:
    """When a run's mean over `k` rows first reaches the claim's level."""
    protocol = claim.measured
    k = protocol.k if protocol else 1
    order = np.argsort(traced.series.steps, kind="stable")
    steps, values = traced.series.steps[order], traced.series.values[order]
    smooth = running_mean(values, k)
    level = claim.value or 0.0
    with np.errstate(invalid="ignore"):
        there = smooth >= level if claim.direction is Direction.MAX else smooth <= level
    if there.any():
        return Passing(float(steps[int(np.argmax(there)) + k - 1]), reached=True)
    return Passing(float(steps[-1]) if len(steps) else 0.0, reached=False)


def running_mean(values: Floats, k: int) -> Floats:
    """The means of k values in a row; empty where there are fewer."""
    if len(values) < k:
        return np.empty(0)
    if k == 1:
        return values
    return np.asarray(np.lib.stride_tricks.sliding_window_view(values, k).mean(axis=-1))


def missing_seeds(runs: Sequence[Run]) -> tuple[int, ...]:
    """Numbers that a run of seeds leaves out: of 1, 2 and 4 the 3."""
    seeds = {int(each.seed) for each in runs if each.seed.isdecimal()}
    if len(seeds) < 2 or max(seeds) - min(seeds) > 2 * len(seeds) + 2:
        return ()
    return tuple(sorted(set(range(min(seeds), max(seeds) + 1)) - seeds))


def _in_order(series: Series, protocol: Protocol) -> tuple[Floats, Floats]:
    order = np.argsort(series.steps, kind="stable")
    steps, values = series.steps[order], series.values[order]
    last = protocol.at_step if protocol.measure is Measure.EVAL else None
    limit = last if last is not None else protocol.budget
    if limit is None:
        return steps, values
    inside = steps <= limit
    return steps[inside], values[inside]


def _window(steps: Floats, values: Floats, protocol: Protocol, direction: Direction) -> Floats:
    """The values whose mean is the number; of an area, the parts of the mean."""
    if protocol.measure is Measure.TRAIN_LAST_K:
        return values[-protocol.k :]
    if protocol.measure is Measure.AUC:
        return _parts(steps, values, protocol)
    if protocol.measure is Measure.BEST_OVER_TRAINING:
        means: Floats = running_mean(values, min(protocol.k, len(values)))
        if np.isnan(means).all():
            return means[:1]
        best = np.nanargmax(means) if direction is Direction.MAX else np.nanargmin(means)
        return means[best : best + 1]
    return np.asarray(values[steps == steps[-1]])


def _parts(steps: Floats, values: Floats, protocol: Protocol) -> Floats:
    """What each row adds to the mean: its value for the steps until the next row."""
    end = protocol.budget if protocol.budget is not None else steps[-1]
    spans = np.diff(np.append(steps, max(float(end), float(steps[-1]))))
    total = spans.sum()
    if total == 0:
        return values / len(values)
    parts: Floats = np.where(spans > 0, values * spans, 0.0) / total
    return parts


def _doubts(series: Series, protocol: Protocol, rows: int) -> tuple[tuple[str, ...], str]:
    last = float(series.steps.max())
    asked = protocol.at_step if protocol.measure is Measure.EVAL else protocol.budget
    if asked and last < asked * (1 - SLACK) and last < asked - _widest_gap(series):
        return ("short-run",), f"it ends at step {last:,.0f} of {asked:,}"
    windowed = protocol.measure in (Measure.TRAIN_LAST_K, Measure.BEST_OVER_TRAINING)
    if windowed and rows < protocol.k:
        return ("short-window",), f"it has {rows} of the {protocol.k} values that are averaged"
    return (), ""


def _widest_gap(series: Series) -> float:
    steps = np.unique(series.steps)
    return float(np.diff(steps).max()) if len(steps) > 1 else 0.0
