"""Several discrete actions at once, against the one distribution over all of their pairs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from standout.examples.reproductions.ppo import multidiscrete

SIZES = (2, 3, 4)
LOGITS = np.random.default_rng(6).normal(size=sum(SIZES))
ALL = np.array(list(itertools.product(*map(range, SIZES))))


def test_all_actions_together_are_one_distribution() -> None:
    """The probabilities of all combinations sum to one, and give the entropy."""
    logarithms = multidiscrete.log_likelihood(
        np.broadcast_to(LOGITS, (len(ALL), len(LOGITS))), SIZES, ALL
    )
    assert np.exp(logarithms).sum() == pytest.approx(1)
    entropy = -(np.exp(logarithms) * logarithms).sum()
    assert multidiscrete.entropy(LOGITS, SIZES) == pytest.approx(entropy)


def test_slopes_of_the_likelihood() -> None:
    """Against central differences in every logit."""
    action = np.array([1, 0, 3])
    said = multidiscrete.likelihood_gradient(LOGITS, SIZES, action)
    for at in range(len(LOGITS)):
        bump = np.eye(1, len(LOGITS), at)[0] * 1e-6
        above, below = (
            multidiscrete.log_likelihood(LOGITS + sign * bump, SIZES, action) for sign in (1, -1)
        )
        assert (above - below) / 2e-6 == pytest.approx(said[at], abs=1e-8)


def test_actions_come_as_often_as_is_said() -> None:
    """Gumbel noise draws each component with its probability."""
    noise = np.random.default_rng(1).gumbel(size=(20_000, len(LOGITS)))
    drawn = multidiscrete.drawn(LOGITS, SIZES, noise)
    for at, part in enumerate(multidiscrete.split(LOGITS, SIZES)):
        shares = np.bincount(drawn[:, at], minlength=SIZES[at]) / len(drawn)
        np.testing.assert_allclose(shares, np.exp(part) / np.exp(part).sum(), atol=0.015)
