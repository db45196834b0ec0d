"""Power of claims about shares: of pairs that one method wins, of seeds that arrive in time."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtrc, betaincinv, ndtri

from standout.evidence.statistics.ordering import LEAST_SEEDS
from standout.evidence.statistics.power import MOST_SEEDS, least

DRAWS = 4_000
_SIMULATED = 40
"""Seeds an arm up to which power is simulated; above, Noether's formula (1987) is close."""
Floats = NDArray[np.float64]


def seeds_for_order(probability: float, power: float) -> int | None:
    """Seeds an arm that show one method better, a run of which wins with this probability.

    None where no number that anybody trains is enough; at one half none ever is.
    """
    if probability <= 0.5:
        return None
    if order_power(probability, _SIMULATED) < power:
        quantiles = float(ndtri(0.975)) + float(ndtri(power))
        needed = math.ceil((quantiles / (probability - 0.5)) ** 2 / 6)
        return needed if needed <= MOST_SEEDS else None
    return least(lambda n: order_power(probability, n) >= power, LEAST_SEEDS)


@cache
def order_power(probability: float, n: int, seed: int = 0) -> float:
    """How often the exact two-sided permutation test at 0.05 says so, with n runs an arm.

    Seeded simulation of normal arms, so far apart that a run of the first wins with this
    probability (Mann and Whitney 1947; for the shift see Noether 1987).
    """
    shift = math.sqrt(2) * float(ndtri(min(probability, 1 - 1e-9)))
    rng = np.random.default_rng([seed, n])
    drawn = rng.normal(0.0, 1.0, (DRAWS, 2 * n))
    drawn[:, :n] += shift
    ranks = drawn.argsort(axis=1).argsort(axis=1)[:, :n]
    wins = ranks.sum(axis=1) - n * (n - 1) // 2
    return float(np.mean(wins >= _critical(n)))


def _critical(n: int) -> int:
    """The least number of won pairs whose two-sided p is at most 0.05."""
    above = np.cumsum(_orders(n)[::-1])[::-1] / math.comb(2 * n, n)
    return int(np.argmax(above <= 0.025))


def _orders(n: int) -> Floats:
    """In how many orders of n and n runs the first wins 0, 1, 2, ... pairs (Gauss's binomial)."""
    counts = np.zeros(n * n + 1)
    counts[0] = 1.0
    for i in range(1, n + 1):
        counts[n + i :] -= counts[: max(len(counts) - n - i, 0)].copy()
        for start in range(i):
            counts[start::i] = np.cumsum(counts[start::i])
    return counts


def seeds_to_arrive(share: float, truly: float, power: float) -> int | None:
    """Seeds that show that more than `share` of them arrive, where the share `truly` does.

    Exact: Clopper and Pearson 1934. None where no number that anybody trains is enough.
    """
    if truly <= share:
        return None
    return least(lambda n: arrival_power(share, truly, n) >= power, 2)


def arrival_power(share: float, truly: float, n: int) -> float:
    """How often so many of n seeds arrive that the lower end of their share is above `share`."""
    arrived = np.arange(1, n + 1)
    enough = arrived[betaincinv(arrived, n - arrived + 1, 0.05) > share]
    if not len(enough):
        return 0.0
    return 1.0 if truly >= 1 else float(bdtrc(int(enough[0]) - 1, n, truly))
