"""The hand-written backward pass against finite differences, and against PyTorch when present."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from standout.examples.reproductions.ppo.environments import TASKS
from standout.examples.reproductions.ppo.ppo import (
    Adam,
    Agents,
    Array,
    Chance,
    Network,
    Samples,
    Settings,
    log_softmax,
    orthogonal,
    policy_gradient,
    shapes,
    shortened,
    value_gradient,
    views,
)
from tests.examples_ppo.reference import torch_loss

TASK = TASKS["Acrobot-v1"]
SMALL = Settings(copies=2, rollout=16, epochs=2, minibatches=2)
SEEDS = 2
CASES = {
    "as published": SMALL,
    "one trunk": replace(SMALL, shared=True),
    "no clips": replace(SMALL, clip=np.inf, value_clip=np.inf),
    "raw advantages": replace(SMALL, normalised=False),
    "tight clips": replace(SMALL, clip=0.01, value_clip=0.01),
}


def setting(settings: Settings) -> tuple[Network, Samples]:
    """A network in double precision, and samples whose ratios lie within and beyond the clips."""
    chance = np.random.default_rng(7)
    sizes = shapes(TASK, settings)
    rows = np.stack([orthogonal(chance, sizes) for _ in range(SEEDS)]).astype(np.float64)
    network = Network(rows + chance.normal(0, 0.1, rows.shape), sizes)
    shape = (SEEDS, settings.batch)
    observations = chance.normal(size=(*shape, TASK.observation))
    logits, values = network.forward(observations)
    chosen = np.eye(TASK.actions)[chance.integers(0, TASK.actions, shape)]
    likelihoods = (log_softmax(logits) * chosen).sum(-1) + chance.normal(0, 0.2, shape)
    samples = Samples(
        observations,
        chosen,
        likelihoods,
        values + chance.normal(0, 0.2, shape),
        chance.normal(size=shape),
        chance.normal(size=shape),
    )
    return network, samples


def loss(network: Network, samples: Samples, settings: Settings) -> tuple[Array, Array, Array]:
    """The loss of each seed on all samples, and its derivatives by logits and values."""
    logits, values = network.forward(samples.observations)
    policy = policy_gradient(logits, samples, settings)
    missed, d_values = value_gradient(values, samples, settings)
    whole = policy.loss - settings.entropy_weight * policy.entropy
    return whole + settings.value_weight * missed, policy.d_logits, d_values


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_gradients_are_slopes(settings: Settings) -> None:
    """Along random directions, and along each weight of a few, the loss falls as it is said to."""
    network, samples = setting(settings)
    _, d_logits, d_values = loss(network, samples, settings)
    network.backward(d_logits, settings.value_weight * d_values)
    said = network.gradient.copy()
    chance = np.random.default_rng(1)
    size = said.shape[1]
    picked = [np.eye(1, size, int(at))[0] for at in chance.integers(0, size, 40)]
    for direction in [*picked, *chance.normal(size=(20, size)) / np.sqrt(size)]:
        near = 1e-6
        network.flat += near * direction
        above = loss(network, samples, settings)[0]
        network.flat -= 2 * near * direction
        below = loss(network, samples, settings)[0]
        network.flat += near * direction
        assert (above - below) / (2 * near) == pytest.approx(said @ direction, rel=1e-4, abs=1e-8)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES)
def test_update_is_that_of_torch(settings: Settings) -> None:
    """Whole epochs of minibatches, clipped and stepped by PyTorch, end at the same weights."""
    torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed")
    network, samples = setting(settings)
    before = network.flat.copy()
    agents = Agents(TASK, tuple(range(SEEDS)), settings)
    agents.network, agents.adam = network, Adam(network, settings.adam_epsilon)
    agents.learn(samples, 1e-3)
    for seed in range(SEEDS):
        sizes = shapes(TASK, settings)
        ours = views(network.flat[seed : seed + 1], sizes)
        w = {
            name: torch.tensor(each[0], requires_grad=True)
            for name, each in views(before[seed : seed + 1], sizes).items()
        }
        optimiser = torch.optim.Adam(w.values(), lr=1e-3, eps=settings.adam_epsilon)
        order = Chance(seed).order
        for _ in range(settings.epochs):
            shuffled = order.permutation(settings.batch)
            for rows in np.split(shuffled, settings.minibatches):
                optimiser.zero_grad()
                torch_loss(torch, w, samples, seed, rows, settings).backward()
                torch.nn.utils.clip_grad_norm_(w.values(), settings.longest_gradient)
                optimiser.step()
        for name, each in w.items():
            np.testing.assert_allclose(ours[name][0], each.detach().numpy(), rtol=1e-7, atol=1e-9)


def test_long_gradients_are_shortened_seed_by_seed() -> None:
    """A long one keeps its direction, a short one stays as it is."""
    rows = np.array([[3.0, 4.0], [0.3, 0.0]])
    np.testing.assert_allclose(shortened(rows.copy(), 0.5), [[0.3, 0.4], [0.3, 0.0]], rtol=1e-6)
