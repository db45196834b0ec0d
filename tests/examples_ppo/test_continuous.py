"""The details for continuous actions: likelihoods, their slopes, and what is normalised."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from standout.examples.reproductions.ppo import continuous
from standout.examples.reproductions.ppo.continuous import Moments, ScaledRewards

CHANCE = np.random.default_rng(3)
MEAN = CHANCE.normal(size=(2, 6, 3))
LOGS = CHANCE.normal(0, 0.3, (2, 3))
ACTIONS = CHANCE.normal(size=(2, 6, 3))


def test_likelihood_is_that_of_independent_normals() -> None:
    """The sum over the components of SciPy's, and its entropy."""
    deviation = np.exp(LOGS)[:, None]
    theirs = stats.norm(MEAN, deviation).logpdf(ACTIONS).sum(-1)
    np.testing.assert_allclose(continuous.log_likelihood(MEAN, LOGS, ACTIONS), theirs)
    entropy = np.asarray(stats.norm(0, np.exp(LOGS)).entropy())
    np.testing.assert_allclose(continuous.entropy(LOGS), entropy.sum(-1))


def test_slopes_of_the_likelihood() -> None:
    """Against central differences in every mean and deviation."""
    weights = CHANCE.normal(size=(2, 6))
    by_mean, by_log = continuous.likelihood_gradient(MEAN, LOGS, ACTIONS, weights)

    def value(mean: Any, logs: Any) -> float:
        return float((weights * continuous.log_likelihood(mean, logs, ACTIONS)).sum())

    for at in np.ndindex(MEAN.shape):
        bump = np.zeros_like(MEAN)
        bump[at] = 1e-6
        slope = (value(MEAN + bump, LOGS) - value(MEAN - bump, LOGS)) / 2e-6
        assert slope == pytest.approx(by_mean[at], rel=1e-5, abs=1e-7)
    for where in np.ndindex(LOGS.shape):
        bump = np.zeros_like(LOGS)
        bump[where] = 1e-6
        slope = (value(MEAN, LOGS + bump) - value(MEAN, LOGS - bump)) / 2e-6
        assert slope == pytest.approx(by_log[where], rel=1e-5, abs=1e-7)


def test_deviation_knows_no_state() -> None:
    """The same noise lies as far from every mean; what is drawn is kept, what is played clipped."""
    noise = np.ones((2, 6, 3))
    away = continuous.drawn(MEAN, LOGS, noise) - MEAN
    np.testing.assert_allclose(away, np.broadcast_to(np.exp(LOGS)[:, None], away.shape))
    drawn = continuous.drawn(np.zeros((1, 1, 2)), np.zeros((1, 2)), np.array([[[-9.0, 0.5]]]))
    assert drawn.tolist() == [[[-9.0, 0.5]]]
    assert continuous.played(drawn, -2, 2).tolist() == [[[-2.0, 0.5]]]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 99))
def test_moments_do_not_depend_on_the_pieces(sizes: list[int], seed: int) -> None:
    """In pieces or at once: the mean and variance of all that was seen, but for the first trace."""
    samples = np.random.default_rng(seed).normal(5, 2, (2, sum(sizes), 3))
    moments = Moments(2, 3)
    for piece in np.split(samples, np.cumsum(sizes)[:-1], axis=1):
        moments.see(piece)
    at_once = Moments(2, 3)
    at_once.see(samples)
    np.testing.assert_allclose(moments.mean, at_once.mean)
    np.testing.assert_allclose(moments.variance, at_once.variance)
    np.testing.assert_allclose(moments.mean, samples.mean(1), rtol=1e-2, atol=1e-2)


def test_observations_are_normalised_and_cut() -> None:
    """After many, mean nought and deviation one, for each seed apart; a wild one is cut at ten."""
    moments = Moments(2, 1)
    seen = CHANCE.normal([[[3.0]], [[-50.0]]], [[[2.0]], [[9.0]]], (2, 5000, 1))
    scaled = continuous.normalised(seen, moments)
    np.testing.assert_allclose(scaled.mean(1), 0, atol=0.05)
    np.testing.assert_allclose(scaled.std(1), 1, atol=0.05)
    assert continuous.normalised(np.full((2, 1, 1), 1e9), moments).max() == 10


def test_rewards_are_scaled_but_not_shifted() -> None:
    """Rewards of one sign keep it; the scale follows the return; an end starts the return anew."""
    scale = ScaledRewards(1, 2)
    last = [scale(np.array([[3.0, 3.0]]), np.array([[False, True]])) for _ in range(500)][-1]
    assert (last > 0).all()
    assert scale.returns[0, 1] == 0
    assert scale.returns[0, 0] == pytest.approx(3 * (1 - 0.99**500) / 0.01)
    assert ScaledRewards(1, 1)(np.array([[1e9]]), np.array([[False]])).max() == 10


def test_moments_are_those_of_gymnasium() -> None:
    """The same running mean and variance, where gymnasium is installed."""
    name = "gymnasium.wrappers.utils"
    utils: Any = pytest.importorskip(name, reason="gymnasium is not installed")
    theirs, ours = utils.RunningMeanStd(shape=(3,), dtype=np.float64), Moments(1, 3)
    for size in (1, 5, 30):
        samples = CHANCE.normal(4, 3, (size, 3))
        theirs.update(samples)
        ours.see(samples[None])
    np.testing.assert_allclose(ours.mean[0], theirs.mean)
    np.testing.assert_allclose(ours.variance[0], theirs.var)
