"""Learning curves: every seed thin, their mean with a 95 % t band, the published value beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.special import stdtrit

from standout.evidence.drawing import svg
from standout.evidence.drawing.ticks import Scale, labels, padded, round_ticks, short
from standout.evidence.logs.series import Floats, Series
from standout.evidence.measuring import Traced
from standout.model.evidence import Claim
from standout.values import frozen

WIDTH, HEIGHT = 680.0, 360.0
LEFT, RIGHT, TOP, BOTTOM = 68.0, 104.0, 36.0, 52.0
BINS = 50
LEAST = 5
"""Points of a curve; fewer are no curve."""


@frozen
class Curves:
    """Each seed on one grid of steps, with NaN where a seed has nothing; how that was made."""

    steps: Floats
    seeds: Floats
    rule: str

    @property
    def mean(self) -> Floats:
        """The mean where every seed has a value, else NaN."""
        return np.asarray(self.seeds.mean(axis=0))

    @property
    def half(self) -> Floats:
        """Half the width of the 95 % t interval of the mean."""
        n = len(self.seeds)
        if n < 2:
            return np.zeros(len(self.steps))
        return np.asarray(stdtrit(n - 1, 0.975) * self.seeds.std(axis=0, ddof=1) / np.sqrt(n))


def curves(traced: Sequence[Traced], end: float | None = None) -> Curves | None:
    """Seeds on one grid: their own where all share one, else means within equal bins of steps.

    Nothing is interpolated: a bin in which a seed logged nothing stays empty. None where there
    are too few points for a curve.
    """
    series = [each.series for each in traced if len(each.series) >= LEAST]
    if not series:
        return None
    grid = series[0].steps
    last = end or max(float(each.steps.max()) for each in series)
    same = all(np.array_equal(each.steps, grid) for each in series)
    if same and len(grid) <= 4 * BINS and bool((np.diff(grid) > 0).all()):
        return Curves(grid, np.array([each.values for each in series]), "as logged")
    edges = np.linspace(0.0, last, BINS + 1)
    seeds = np.array([_binned(each, edges) for each in series])
    rule = f"means within {BINS} equal parts of the steps"
    return Curves((edges[1:] + edges[:-1]) / 2, seeds, rule)


def curve_plot(claim: Claim, traced: Sequence[Traced]) -> str | None:
    """The learning curve of the runs of a claim; None where they logged too few points."""
    protocol = claim.measured
    budget = protocol.budget if protocol else None
    found = curves(traced, budget)
    if found is None or not np.isfinite(found.mean).any():
        return None
    x = Scale(0.0, max(budget or 0.0, float(found.steps.max())), LEFT, WIDTH - RIGHT)
    y = _vertical(claim, found)
    body = [*_grid(x, y, claim), *_paper(claim, x, y), *_seeds(found, x, y), *_mean(found, x, y)]
    about = caption(claim, found)
    return svg.document(WIDTH, HEIGHT, f"{claim.id}: {claim.metric} over steps", about, body)


def caption(claim: Claim, found: Curves) -> str:
    """What the plot shows: seeds, smoothing, band."""
    n = len(found.seeds)
    words = f"{claim.metric} of {n} seed{'' if n == 1 else 's'} (thin), {found.rule}"
    if n > 1:
        words += "; their mean with its 95 % t interval, where every seed has a value"
    if claim.value is not None:
        words += "; at the right the published value"
        words += " with its printed spread" if claim.spread and claim.spread.amount else ""
    return words + "."


def _binned(series: Series, edges: Floats) -> Floats:
    inside = (series.steps >= 0) & (series.steps <= edges[-1])
    where = np.clip(np.searchsorted(edges, series.steps[inside], side="left") - 1, 0, BINS - 1)
    counts = np.bincount(where, minlength=BINS)
    sums = np.bincount(where, weights=series.values[inside], minlength=BINS)
    means: Floats = np.full(BINS, np.nan)
    return np.divide(sums, counts, out=means, where=counts > 0)


def _vertical(claim: Claim, found: Curves) -> Scale:
    ends = [float(np.nanmin(found.seeds)), float(np.nanmax(found.seeds))]
    if claim.value is not None:
        spread = claim.spread.amount if claim.spread else 0.0
        ends += [claim.value - spread, claim.value + spread]
    low, high = padded(min(ends), max(ends), 0.05)
    return Scale(low, high, HEIGHT - BOTTOM, TOP)


def _grid(x: Scale, y: Scale, claim: Claim) -> Iterator[str]:
    ticks = round_ticks(y.low, y.high, 7)
    for tick, label in zip(ticks, labels(ticks), strict=True):
        yield svg.line(x.start, y(tick), x.end, y(tick), "grid")
        yield svg.text(x.start - 8, y(tick) + 4, label, "quiet small", "end")
    ticks = round_ticks(x.low, x.high, 7)
    yield svg.line(x.start, y.start, x.end, y.start, "axis")
    for tick, label in zip(ticks, labels(ticks), strict=True):
        yield svg.line(x(tick), y.start, x(tick), y.start + 4, "axis")
        yield svg.text(x(tick), y.start + 18, label, "quiet small", "middle")
    yield svg.text((x.start + x.end) / 2, HEIGHT - 12, "steps", "quiet small", "middle")
    unit = f" ({claim.unit})" if claim.unit else ""
    yield svg.text(12, TOP - 18, f"{claim.metric}{unit}", "strong")


def _paper(claim: Claim, x: Scale, y: Scale) -> Iterator[str]:
    if claim.value is None:
        return
    spread = claim.spread.amount if claim.spread else 0.0
    edge = x.end + 14
    if spread:
        top, bottom = y(claim.value + spread), y(claim.value - spread)
        yield svg.box(x.end, top, 28, bottom - top, "paper-band")
        yield svg.line(edge, top, edge, bottom, "paper", 2)
    yield svg.line(x.start, y(claim.value), x.end + 28, y(claim.value), "edge")
    yield svg.diamond(edge, y(claim.value), 6, "paper-fill")
    # Beside the value, yet on the page when it stands at its edge.
    at = min(max(y(claim.value), TOP + 10), HEIGHT - BOTTOM - 18)
    yield svg.text(x.end + 34, at, "published", "paper-text small strong")
    printed = claim.printed.replace("-", "−") or short(claim.value)
    yield svg.text(x.end + 34, at + 15, printed, "paper-text small")


def _seeds(found: Curves, x: Scale, y: Scale) -> Iterator[str]:
    for seed in found.seeds:
        for piece in _pieces(found.steps, seed):
            yield svg.path([(x(s), y(v)) for s, v in piece], "own-thin", 1)


def _mean(found: Curves, x: Scale, y: Scale) -> Iterator[str]:
    if len(found.seeds) < 2:
        return
    mean, half = found.mean, found.half
    for low, high in zip(
        _pieces(found.steps, mean - half), _pieces(found.steps, mean + half), strict=True
    ):
        outline = [*high, *reversed(low)]
        yield svg.area([(x(s), _inside(y, v)) for s, v in outline], "own-band")
    for piece in _pieces(found.steps, mean):
        yield svg.path([(x(s), y(v)) for s, v in piece], "own", 2.5)


def _inside(y: Scale, value: float) -> float:
    return min(max(y(value), y.end), y.start)


def _pieces(steps: Floats, values: Floats) -> list[list[tuple[float, float]]]:
    """The runs of finite values: a line breaks where there is nothing."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for step, value in zip(steps.tolist(), values.tolist(), strict=True):
        if np.isfinite(value):
            pieces[-1].append((step, value))
        elif pieces[-1]:
            pieces.append([])
    return [each for each in pieces if each]
