"""The nine details for continuous actions: normal policies, and normalised observations, rewards.

Details 1 to 3 are the policy and its derivatives, 5 to 9 stand between the task and the agent.
Detail 4, separate networks for policy and value, is `ppo.shapes` with two trunks.
Arrays lead with the seeds, as in `ppo.py`.
"""

from __future__ import annotations

import math

import numpy as np

from standout.examples.reproductions.ppo.environments import Array

HALF_LOG_2_PI = 0.5 * math.log(2 * math.pi)


def drawn(mean: Array, log_deviation: Array, normal: Array) -> Array:
    """Actions of a normal policy from standard normal noise of the same shape."""
    # continuous 1: a normal distribution, the mean of which is the network's output.
    # continuous 2: its deviation is a weight of its own, the same in every state, first 1 (log 0).
    return np.asarray(mean + np.exp(log_deviation)[:, None] * normal)


def log_likelihood(mean: Array, log_deviation: Array, actions: Array) -> Array:
    """Of actions (seeds, samples, components) under means of the same shape."""
    # continuous 3: components are independent given the state: their logarithms add up.
    off = (actions - mean) / np.exp(log_deviation)[:, None]
    each = -0.5 * np.square(off) - log_deviation[:, None] - HALF_LOG_2_PI
    return np.asarray(each.sum(-1))


def likelihood_gradient(
    mean: Array, log_deviation: Array, actions: Array, weights: Array
) -> tuple[Array, Array]:
    """Derivatives of sum(weights * log likelihood) by means and by log deviations."""
    variance = np.exp(2 * log_deviation)[:, None]
    off = actions - mean
    by_mean = weights[..., None] * off / variance
    by_log_deviation = (weights[..., None] * (np.square(off) / variance - 1)).sum(1)
    return by_mean, by_log_deviation


def entropy(log_deviation: Array) -> Array:
    """Of the policy, a number a seed; its derivative by each log deviation is 1."""
    return np.asarray((log_deviation + 0.5 + HALF_LOG_2_PI).sum(-1))


def played(actions: Array, low: float, high: float) -> Array:
    """What the task gets for actions drawn."""
    # continuous 5: the task gets the clipped action; the rollout keeps the one that was drawn,
    # for its likelihood is what the ratio is about.
    return np.asarray(np.clip(actions, low, high))


class Moments:
    """Mean and variance of all that was seen so far, for each seed apart."""

    def __init__(self, seeds: int, *shape: int) -> None:
        """Mean 0 and variance 1, worth a ten-thousandth of a sample."""
        self.mean, self.variance = np.zeros((seeds, *shape)), np.ones((seeds, *shape))
        self.count = 1e-4

    def see(self, samples: Array) -> None:
        """Samples (seeds, samples, ...) join (Chan, Golub and LeVeque 1979)."""
        more, mean, variance = samples.shape[1], samples.mean(1), samples.var(1)
        both, apart = self.count + more, mean - self.mean
        spread = self.variance * self.count + variance * more
        self.variance = (spread + np.square(apart) * (self.count * more / both)) / both
        self.mean = self.mean + apart * (more / both)
        self.count = both


def normalised(observations: Array, moments: Moments) -> Array:
    """Observations (seeds, samples, size) as the network sees them; `moments` learn of them."""
    # continuous 6: observations less their running mean, by their running deviation.
    moments.see(observations)
    deviation = np.sqrt(moments.variance + 1e-8)[:, None]
    # continuous 7: what is more than ten deviations off is cut to ten.
    return np.clip((observations - moments.mean[:, None]) / deviation, -10, 10)


class ScaledRewards:
    """Rewards by the deviation of the discounted return, (seeds, copies) each."""

    def __init__(self, seeds: int, copies: int, discount: float = 0.99) -> None:
        """Nothing earned yet."""
        self.returns, self.moments = np.zeros((seeds, copies)), Moments(seeds)
        self.discount = discount

    def __call__(self, rewards: Array, done: Array) -> Array:
        """Rewards of one step as the agent learns from them."""
        # continuous 8: divided by the running deviation of the return so far; no mean is taken.
        self.returns = self.returns * self.discount + rewards
        self.moments.see(self.returns)
        self.returns = np.where(done, 0.0, self.returns)
        scaled = rewards / np.sqrt(self.moments.variance + 1e-8)[:, None]
        # continuous 9: and cut to ten.
        return np.clip(scaled, -10, 10)
