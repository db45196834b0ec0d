"""Can any number of runs settle a claim, and how many are needed.

Rates come from seeded simulation of both sides: the paper's seeds are as random as one's own.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from standout.values import frozen

DRAWS = 20_000
MOST_SEEDS = 200
"""Own seeds that are looked at; who needs more will not train them."""
Floats = NDArray[np.float64]


@frozen
class Rates:
    """How often each label comes out."""

    reproduced: float
    outside: float
    """Not reproduced, or exceeded."""

    @property
    def inconclusive(self) -> float:
        """What is left."""
        return 1.0 - self.reproduced - self.outside


@frozen
class Design:
    """Seeds on both sides and the SDs between them, in the metric's unit."""

    published_n: int
    published_sd: float
    own_sd: float
    margin: float


@frozen
class Plan:
    """Own seeds for the asked power (None where no number is enough), and the power at most."""

    needed: int | None
    reachable: float
    floor: float
    """Half the width of the 90 % interval with any number of own seeds."""
    table: tuple[tuple[int, float], ...]
    """Power at some numbers of own seeds."""


def label_rates(design: Design, n: int, gap: float = 0.0, seed: int = 0) -> Rates:
    """How often Welch's TOST says what, with `n` own seeds and a true difference of `gap`."""
    return _rates(design, _own_side(design, n, seed), gap, seed)


def plan(design: Design, power: float = 0.8, seed: int = 0) -> Plan:
    """The least number of own seeds that reaches the power where the true difference is 0."""
    limit = _rates(design, _Side(np.zeros(DRAWS), np.zeros(DRAWS), 1), 0.0, seed).reproduced
    table = tuple((n, label_rates(design, n, 0.0, seed).reproduced) for n in (3, 5, 10, 20))
    enough = limit >= power
    needed = (
        least(lambda n: label_rates(design, n, 0.0, seed).reproduced >= power) if enough else None
    )
    return Plan(needed, limit, floor_of(design.published_sd, design.published_n), table)


def floor_of(sd: float, n: int) -> float:
    """Half the width of the 90 % interval of the difference that the paper's seeds alone leave."""
    return float(stdtrit(n - 1, 0.95)) * sd / math.sqrt(n)


@frozen
class _Side:
    """Drawn means and variances of means of one side."""

    means: Floats
    variances: Floats
    df: int


def _own_side(design: Design, n: int, seed: int) -> _Side:
    return _drawn(design.own_sd, n, np.random.default_rng([seed, 1]))


def _drawn(sd: float, n: int, rng: np.random.Generator) -> _Side:
    means = rng.normal(0.0, 1.0, DRAWS) * sd / math.sqrt(n)
    variances = sd**2 * rng.chisquare(n - 1, DRAWS) / (n - 1) / n
    return _Side(means, variances, n - 1)


def _rates(design: Design, own: _Side, gap: float, seed: int) -> Rates:
    paper = _drawn(design.published_sd, design.published_n, np.random.default_rng([seed, 0]))
    variance = own.variances + paper.variances
    below = own.variances**2 / own.df + paper.variances**2 / paper.df
    df = np.divide(variance**2, below, out=np.full(DRAWS, 1e9), where=below > 0)
    half = stdtrit(df, 0.95) * np.sqrt(variance)
    distance = np.abs(own.means + gap - paper.means)
    inside = np.mean(distance + half < design.margin)
    return Rates(float(inside), float(np.mean(distance - half >= design.margin)))


def largest_sd(n: int, power: float = 0.8) -> float:
    """The SD between own seeds, in margins, with which n of them reach the power against a point.

    One-sample TOST; the published number is taken as exact.
    """
    low, high = 0.0, 4.0
    for _ in range(12):
        middle = (low + high) / 2
        enough = label_rates(against(middle, 1.0), n).reproduced >= power
        low, high = (middle, high) if enough else (low, middle)
    return low


def against(own_sd: float, margin: float) -> Design:
    """The design of a test against a number that is taken as exact."""
    return Design(2, 0.0, own_sd, margin)


def least(enough: Callable[[int], bool], start: int = 3) -> int | None:
    """The least number of seeds from `start` that is enough; None beyond `MOST_SEEDS`."""
    if enough(start):
        return start
    low, high = start, 2 * start
    while not enough(high):
        low, high = high, 2 * high
        if high > MOST_SEEDS:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
