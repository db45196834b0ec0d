"""Scores over several tasks: interquartile mean and its stratified bootstrap.

Agarwal et al. 2021: runs are drawn again within each task, tasks are fixed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

REPLICATES = 10_000
_AT_ONCE = 2_000
Floats = NDArray[np.float64]


def aggregate(scores: Floats, statistic: str) -> Floats:
    """A statistic over the last axis: `iqm`, `mean`, `median` or `optimality_gap` (below 1)."""
    if statistic == "iqm":
        return iqm(scores)
    if statistic == "median":
        return np.asarray(np.median(scores, axis=-1))
    if statistic == "optimality_gap":
        return np.asarray(np.mean(np.maximum(1.0 - scores, 0.0), axis=-1))
    return np.asarray(np.mean(scores, axis=-1))


def iqm(scores: Floats) -> Floats:
    """The mean of the middle half over the last axis; a quarter, rounded down, goes each side."""
    size = scores.shape[-1]
    cut = size // 4
    if cut == 0:
        return np.asarray(scores.mean(axis=-1))
    parted = np.partition(scores, (cut, size - cut - 1), axis=-1)
    return np.asarray(parted[..., cut : size - cut].mean(axis=-1))


def bootstrap(
    tasks: Sequence[Sequence[float]], statistic: str, seed: int = 0, replicates: int = REPLICATES
) -> Floats:
    """The statistic of each replicate; the resampling unit is a run within its task."""
    rng = np.random.default_rng(seed)
    columns = [np.asarray(each, dtype=np.float64) for each in tasks]
    parts = []
    for start in range(0, replicates, _AT_ONCE):
        number = min(_AT_ONCE, replicates - start)
        drawn = [each[rng.integers(0, len(each), (number, len(each)))] for each in columns]
        parts.append(aggregate(np.concatenate(drawn, axis=1), statistic))
    return np.concatenate(parts)


def percentile(drawn: Floats, level: float) -> tuple[float, float]:
    """The percentile interval of replicates."""
    low, high = np.quantile(drawn, [0.5 - level / 2, 0.5 + level / 2])
    return float(low), float(high)
