"""Is one method better than another: the probability of improvement.

P(A > B) = U / (n_A n_B), ties counted half, averaged over tasks (Mann and Whitney 1947;
Agarwal et al. 2021). Its interval comes from a seeded bootstrap of runs within tasks, beside a
permutation test, which holds its level at the few seeds of a paper.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from standout.model.evidence import Label
from standout.values import frozen

REPLICATES = 10_000
LEAST_SEEDS = 5
"""An arm: with 3 against 3 the smallest possible one-sided p is 0.05."""
_ENUMERATED = 20_000
"""Permutations that are gone through one by one; above, as many are drawn."""
Floats = NDArray[np.float64]


@frozen
class Arms:
    """The runs of both methods on one task, better values being larger."""

    first: tuple[float, ...]
    second: tuple[float, ...]


@frozen
class Improvement:
    """The probability that A beats B, its 95 % interval, and a two-sided permutation p."""

    probability: float
    ci95: tuple[float, float]
    p: float
    least: int


def improvement(strata: Sequence[Arms], seed: int = 0) -> Improvement:
    """How probable it is that a run of A beats one of B on the same task."""
    rng = np.random.default_rng(seed)
    drawn = np.mean([_bootstrap(each, rng) for each in strata], axis=0)
    low, high = np.quantile(drawn, [0.025, 0.975])
    least = min(min(len(each.first), len(each.second)) for each in strata)
    found = float(np.mean([float(_wins(each).mean()) for each in strata]))
    return Improvement(found, (float(low), float(high)), _permuted(strata, found, rng), least)


def ordering_label(found: Improvement) -> Label:
    """Reproduced where the interval lies above one half and the permutation test agrees."""
    if found.least < LEAST_SEEDS or found.p > 0.05:
        return Label.INCONCLUSIVE
    if found.ci95[0] > 0.5:
        return Label.REPRODUCED
    return Label.NOT_REPRODUCED if found.ci95[1] < 0.5 else Label.INCONCLUSIVE


def _wins(arms: Arms) -> Floats:
    """One where the run of the row beats that of the column, a half where they tie."""
    return _beats(np.asarray(arms.first), np.asarray(arms.second))


def _beats(rows: Floats, columns: Floats) -> Floats:
    difference = rows[:, None] - columns[None, :]
    return (np.sign(difference) + 1.0) / 2.0


def _bootstrap(arms: Arms, rng: np.random.Generator) -> Floats:
    """P(A > B) of each replicate; how often a run is drawn is its weight."""
    wins = _wins(arms)
    n, m = wins.shape
    first = rng.multinomial(n, np.full(n, 1 / n), REPLICATES)
    second = rng.multinomial(m, np.full(m, 1 / m), REPLICATES)
    weighted: Floats = ((first @ wins) * second).sum(axis=1) / (n * m)
    return weighted


def _permuted(strata: Sequence[Arms], found: float, rng: np.random.Generator) -> float:
    far = abs(found - 0.5) - 1e-12
    if len(strata) == 1 and _number_of_splits(strata[0]) <= _ENUMERATED:
        drawn = _all_splits(strata[0])
        return float(np.mean(np.abs(drawn - 0.5) >= far))
    drawn = np.mean([_some_splits(each, rng) for each in strata], axis=0)
    return float((1 + np.count_nonzero(np.abs(drawn - 0.5) >= far)) / (1 + len(drawn)))


def _number_of_splits(arms: Arms) -> int:
    return math.comb(len(arms.first) + len(arms.second), len(arms.first))


def _all_splits(arms: Arms) -> Floats:
    size = len(arms.first) + len(arms.second)
    chosen = np.array(list(combinations(range(size), len(arms.first))))
    members = np.zeros((len(chosen), size))
    np.put_along_axis(members, chosen, 1.0, axis=1)
    return _of_splits(arms, members)


def _some_splits(arms: Arms, rng: np.random.Generator) -> Floats:
    size = len(arms.first) + len(arms.second)
    start = np.repeat([1.0, 0.0], [len(arms.first), len(arms.second)])
    return _of_splits(arms, rng.permuted(np.broadcast_to(start, (REPLICATES, size)), axis=1))


def _of_splits(arms: Arms, members: Floats) -> Floats:
    """P(A > B) where the rows of `members` say which of all runs are A's."""
    everyone = np.asarray([*arms.first, *arms.second])
    beats = _beats(everyone, everyone)
    pairs: Floats = ((members @ beats) * (1.0 - members)).sum(axis=1)
    return pairs / (len(arms.first) * len(arms.second))
