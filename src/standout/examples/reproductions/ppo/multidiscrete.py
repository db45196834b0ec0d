"""The one detail for several discrete actions at once: each has its own logits.

Logits have the shape (..., sum of sizes), actions (..., components).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standout.examples.reproductions.ppo.environments import Array
from standout.examples.reproductions.ppo.ppo import log_softmax


def split(logits: Array, sizes: Sequence[int]) -> list[Array]:
    """The logits of each component."""
    return np.split(logits, np.cumsum(sizes)[:-1], axis=-1)


def drawn(logits: Array, sizes: Sequence[int], noise: Array) -> Array:
    """An action for each component, from Gumbel noise in the shape of the logits."""
    parts = split(logits + noise, sizes)
    return np.stack([part.argmax(-1) for part in parts], axis=-1)


def log_likelihood(logits: Array, sizes: Sequence[int], actions: Array) -> Array:
    """Of actions under the policy."""
    # multidiscrete 1: components are independent given the state: their logarithms add up.
    parts = [log_softmax(part) for part in split(logits, sizes)]
    taken = [
        np.take_along_axis(part, actions[..., at, None], -1)[..., 0]
        for at, part in enumerate(parts)
    ]
    return np.asarray(np.sum(taken, axis=0))


def likelihood_gradient(logits: Array, sizes: Sequence[int], actions: Array) -> Array:
    """Derivative of the log likelihood by the logits: one where taken, less the probability."""
    slopes = []
    for at, part in enumerate(split(logits, sizes)):
        slopes.append(np.eye(part.shape[-1])[actions[..., at]] - np.exp(log_softmax(part)))
    return np.concatenate(slopes, axis=-1)


def entropy(logits: Array, sizes: Sequence[int]) -> Array:
    """Of the policy: that of independent components adds up."""
    parts = [log_softmax(part) for part in split(logits, sizes)]
    return np.asarray(-sum((np.exp(part) * part).sum(-1) for part in parts))
