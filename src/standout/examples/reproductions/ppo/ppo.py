"""Proximal policy optimisation in one file and NumPy alone, all seeds at once.

The algorithm is that of Schulman et al. 2017 (arXiv 1707.06347) with the thirteen core details of
"The 37 Implementation Details of Proximal Policy Optimization" (Huang, Dossa, Raffin, Kanervisto
and Wang, ICLR blog track 2022), each named where it happens, and the numbers of CleanRL's `ppo.py`.
`train` is the algorithm; what it calls follows in order; the network and its slopes come last.

Every array leads with the seeds: a weight has the shape (seeds, trunks, inputs, outputs), an
observation (seeds, samples, size). Seeds share nothing but the loop; each draws from generators of
its own, so a seed trained alone gives the same bits as within a batch of ten.
`python -m standout.examples.reproductions.ppo.train CartPole-v1 --seeds 1-10` trains and logs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standout.examples.reproductions.ppo.environments import Copies, Task
from standout.examples.reproductions.ppo.records import Training, Watched

Array = NDArray[Any]
Shapes = dict[str, tuple[int, ...]]
FirstWeights = Callable[[np.random.Generator, Shapes], Array]
HIDDEN = 64


def train(
    task: Task, seeds: Sequence[int], settings: Settings, told: Callable[[Watched], None]
) -> Training:
    """Train one agent a seed; `told` hears of every update."""
    agents = Agents(task, seeds, settings)
    updates = settings.steps // settings.batch
    for update in range(updates):
        # core 4: the learning rate falls in a line from its first value to (almost) zero.
        left = 1 - update / updates if settings.annealed else 1.0
        watched = agents.learn(agents.play(), settings.learning_rate * left)
        agents.training.watched.append(watched)
        told(watched)
    return agents.training


@dataclass(frozen=True, slots=True)
class Settings:
    """CleanRL's defaults; infinity switches a clip off."""

    steps: int = 500_000
    """Of all copies of one seed together; what does not fill a last rollout is not played."""
    copies: int = 4
    rollout: int = 128
    epochs: int = 4
    minibatches: int = 4
    learning_rate: float = 2.5e-4
    annealed: bool = True
    adam_epsilon: float = 1e-5
    discount: float = 0.99
    gae: float = 0.95
    normalised: bool = True
    clip: float = 0.2
    value_clip: float = 0.2
    entropy_weight: float = 0.01
    value_weight: float = 0.5
    longest_gradient: float = 0.5
    shared: bool = False
    first_weights: FirstWeights = field(default_factory=lambda: orthogonal)

    @property
    def batch(self) -> int:
        """Samples of one seed in one rollout."""
        return self.copies * self.rollout


class Agents:
    """One agent a seed: its networks, optimiser, chance and copies of the task."""

    def __init__(self, task: Task, seeds: Sequence[int], settings: Settings) -> None:
        """Agents that have learnt nothing yet."""
        self.settings, self.training = settings, Training({seed: [] for seed in seeds})
        self.chances = [Chance(seed) for seed in seeds]
        sizes = shapes(task, settings)
        rows = [settings.first_weights(each.weights, sizes) for each in self.chances]
        self.network = Network(np.stack(rows), sizes)
        self.adam = Adam(self.network, settings.adam_epsilon)
        # core 1: several copies of the task are stepped together, and learnt from together.
        across = range(settings.copies)
        self.copies = Copies(task, [1000 * seed + copy for seed in seeds for copy in across])
        self.step = 0

    def play(self) -> Samples:
        """One rollout of every copy, and what is known of it afterwards."""
        seeds, long, across = len(self.chances), self.settings.rollout, self.settings.copies
        task = self.copies.task
        # An action is drawn by adding Gumbel noise to the logits and taking the largest.
        noise = [each.actions.gumbel(size=(long, across, task.actions)) for each in self.chances]
        noises = np.stack(noise).astype(np.float32)
        observations = np.empty((seeds, long + 1, across, task.observation), np.float32)
        logits = np.empty((seeds, long, across, task.actions), np.float32)
        taken = np.empty((seeds, long, across), np.int64)
        rewards, going = np.empty((2, seeds, long, across), np.float32)
        observations[:, 0] = self.copies.observe().reshape(seeds, across, -1)
        for t in range(long):
            logits[:, t] = self.network.logits(observations[:, t])
            taken[:, t] = (logits[:, t] + noises[:, t]).argmax(-1)
            after = self.copies.step(taken[:, t].reshape(-1))
            observations[:, t + 1] = after.observations.reshape(seeds, across, -1)
            rewards[:, t] = after.rewards.reshape(seeds, across)
            # A truncated episode counts as one that ended: its value is not bootstrapped. That is
            # wrong in principle and right for fidelity: the published numbers were made so.
            going[:, t] = 1 - after.done.reshape(seeds, across)
            for each in after.episodes:
                seed, copy = divmod(each.copy, across)
                self.training.add(seed, (self.step + copy + 1, each.reward, each.length))
            self.step += across
        values = self.network.values(observations.reshape(seeds, (long + 1) * across, -1))
        values = values.reshape(seeds, long + 1, across)
        advantages = generalised_advantages(rewards, values, going, self.settings)
        chosen = np.eye(task.actions, dtype=np.float32)[taken]
        flat = (seeds, self.settings.batch)
        return Samples(
            observations[:, :-1].reshape(*flat, -1),
            chosen.reshape(*flat, -1),
            (log_softmax(logits) * chosen).sum(-1).reshape(flat),
            values[:, :-1].reshape(flat),
            advantages.reshape(flat),
            (advantages + values[:, :-1]).reshape(flat),
        )

    def learn(self, samples: Samples, rate: float) -> Watched:
        """Several epochs over the samples of one rollout."""
        settings = self.settings
        for _ in range(settings.epochs):
            # core 6: each epoch shuffles the samples and takes every one once, in minibatches.
            order = np.stack([each.order.permutation(settings.batch) for each in self.chances])
            for columns in np.split(order, settings.minibatches, axis=1):
                some = samples.at(columns)
                logits, values = self.network.forward(some.observations)
                policy = policy_gradient(logits, some, settings)
                missed, d_values = value_gradient(values, some, settings)
                # core 10: one loss: policy loss - weight * entropy + weight * value loss.
                self.network.backward(policy.d_logits, settings.value_weight * d_values)
                self.adam.step(shortened(self.network.gradient, settings.longest_gradient), rate)
        # core 12: debug variables, of the last minibatch and of the whole rollout.
        unexplained = (samples.returns - samples.values).var(1)
        return Watched(
            self.step,
            policy.loss,
            missed,
            policy.entropy,
            (policy.ratio - 1 - np.log(policy.ratio)).mean(1),
            (np.abs(policy.ratio - 1) > settings.clip).mean(1),
            1 - unexplained / (samples.returns.var(1) + 1e-8),
        )


class Chance:
    """Three streams of chance of one seed, apart: first weights, actions, order of samples."""

    def __init__(self, seed: int) -> None:
        """The streams of a seed."""
        streams = np.random.SeedSequence(seed).spawn(3)
        self.weights, self.actions, self.order = map(np.random.default_rng, streams)


@dataclass(frozen=True, slots=True)
class Samples:
    """What a rollout gave, (seeds, samples) each."""

    observations: Array
    chosen: Array
    """One where an action was taken, else zero: (seeds, samples, actions)."""
    likelihoods: Array
    """Logarithm of the probability of the action taken."""
    values: Array
    advantages: Array
    returns: Array

    def at(self, columns: Array) -> Samples:
        """Some samples of each seed, the numbers of which are in its row of `columns`."""
        seeds = np.arange(len(columns))[:, None]
        return Samples(*(getattr(self, each.name)[seeds, columns] for each in fields(self)))


def generalised_advantages(
    rewards: Array, values: Array, going: Array, settings: Settings
) -> Array:
    """Generalised advantage estimation (Schulman et al. 2015) over (seeds, time, copies).

    `values` has one time more than the others, the last being that of where the rollout stopped.
    """
    # core 5: the surprises of all later steps, each step further off counting for less.
    onward = settings.discount * going
    advantages = rewards + onward * values[:, 1:] - values[:, :-1]
    onward *= settings.gae
    for t in range(rewards.shape[1] - 2, -1, -1):
        advantages[:, t] += onward[:, t] * advantages[:, t + 1]
    return advantages


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy's part of the loss on a minibatch, a number a seed, and its gradient."""

    loss: Array
    entropy: Array
    ratio: Array
    d_logits: Array


def policy_gradient(logits: Array, samples: Samples, settings: Settings) -> Policy:
    """Loss - weight * entropy of a minibatch, and the derivative by the logits."""
    advantages, chosen = samples.advantages, samples.chosen
    logarithms = log_softmax(logits)
    probabilities = np.exp(logarithms)
    ratio = np.exp((logarithms * chosen).sum(-1) - samples.likelihoods)
    if settings.normalised:
        # core 7: advantages are normalised in each minibatch, not once a rollout.
        advantages = advantages - advantages.mean(1, keepdims=True)
        advantages /= advantages.std(1, ddof=1, keepdims=True) + 1e-8
    # core 8: the clipped surrogate: the worse of the plain and the clipped objective.
    plain = -advantages * ratio
    clipped = -advantages * np.clip(ratio, 1 - settings.clip, 1 + settings.clip)
    entropy = -(probabilities * logarithms).sum(-1)
    # Where the clipped one is worse, nothing can be gained by moving the ratio: no gradient.
    d_likelihood = np.where(plain >= clipped, plain, 0)
    d_logits = d_likelihood[..., None] * (chosen - probabilities)
    d_logits += settings.entropy_weight * probabilities * (logarithms + entropy[..., None])
    d_logits /= ratio.shape[1]
    return Policy(np.maximum(plain, clipped).mean(1), entropy.mean(1), ratio, d_logits)


def value_gradient(values: Array, samples: Samples, settings: Settings) -> tuple[Array, Array]:
    """The value loss of a minibatch, a number a seed, and its derivative by the values."""
    old, returns = samples.values, samples.returns
    # core 9: the value loss is clipped like the policy's, though later work found no gain in it.
    moved = values - old
    held = np.clip(moved, -settings.value_clip, settings.value_clip)
    plain, clipped = values - returns, old + held - returns
    worse = np.square(plain) >= np.square(clipped)
    loss = 0.5 * np.where(worse, np.square(plain), np.square(clipped)).mean(1)
    return loss, np.where(worse, plain, clipped * (moved == held)) / values.shape[1]


def log_softmax(logits: Array) -> Array:
    """Logarithms of the probabilities; shifted by the largest, so that nothing overflows."""
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)))


def shortened(gradient: Array, longest: float) -> Array:
    """All gradients of a seed as one vector, made no longer than `longest`; in place."""
    # core 11: the global norm is clipped, not each weight's.
    length = np.sqrt(np.square(gradient).sum(1))
    gradient *= np.minimum(1.0, longest / (length + 1e-6))[:, None]
    return gradient


class Network:
    """Policy and value function: trunks of two hidden layers of 64 with tanh, and two heads.

    Trunks stand in the second axis: policy, value; or one for both.
    All weights of a seed are one row of `flat`, all gradients one row of `gradient`.
    """

    def __init__(self, flat: Array, sizes: Shapes) -> None:
        """Views of the weights, a row of `flat` a seed."""
        self.flat, self.gradient = flat, np.zeros_like(flat)
        self._weights, self._slopes = views(flat, sizes), views(self.gradient, sizes)

    def logits(self, observations: Array) -> Array:
        """The policy alone, for acting."""
        end = self._end(observations, 0)
        return np.asarray(end @ self._weights["policy"] + self._weights["policy bias"])

    def values(self, observations: Array) -> Array:
        """The value function alone."""
        end = self._end(observations, -1)
        return np.asarray(end @ self._weights["value"] + self._weights["value bias"])[..., 0]

    def _end(self, observations: Array, trunk: int) -> Array:
        w = self._weights
        first = np.tanh(observations @ w["in"][:, trunk] + w["in bias"][:, trunk])
        return np.asarray(np.tanh(first @ w["mid"][:, trunk] + w["mid bias"][:, trunk]))

    def forward(self, observations: Array) -> tuple[Array, Array]:
        """Logits and values; keeps what `backward` needs."""
        w = self._weights
        self._seen = observations
        self._first = observations[:, None] @ w["in"]
        self._first += w["in bias"]
        np.tanh(self._first, out=self._first)
        self._second = self._first @ w["mid"]
        self._second += w["mid bias"]
        np.tanh(self._second, out=self._second)
        logits = self._second[:, 0] @ w["policy"] + w["policy bias"]
        return logits, (self._second[:, -1] @ w["value"] + w["value bias"])[..., 0]

    def backward(self, d_logits: Array, d_values: Array) -> None:
        """Fill `gradient` from the derivatives of the loss by what `forward` gave."""
        w, slopes = self._weights, self._slopes
        d_value = d_values[..., None]
        policy_end, value_end = self._second[:, 0], self._second[:, -1]
        np.matmul(policy_end.mT, d_logits, out=slopes["policy"])
        np.matmul(value_end.mT, d_value, out=slopes["value"])
        d_logits.sum(1, keepdims=True, out=slopes["policy bias"])
        d_value.sum(1, keepdims=True, out=slopes["value bias"])
        upper = np.zeros_like(self._second)
        upper[:, 0] = d_logits @ w["policy"].mT
        upper[:, -1] += d_value * w["value"].mT
        through_tanh(upper, self._second)
        np.matmul(self._first.mT, upper, out=slopes["mid"])
        lower = upper @ w["mid"].mT
        through_tanh(lower, self._first)
        np.matmul(self._seen.mT[:, None], lower, out=slopes["in"])
        # The sum over the samples as a product with ones, five times as fast.
        ones = np.ones((1, d_values.shape[1]), np.float32)
        np.matmul(ones, upper, out=slopes["mid bias"])
        np.matmul(ones, lower, out=slopes["in bias"])


def through_tanh(slope: Array, reached: Array) -> None:
    """Bring a slope back through a tanh, in place; what the tanh `reached` is lost."""
    np.square(reached, out=reached)
    np.subtract(1, reached, out=reached)
    slope *= reached


def shapes(task: Task, settings: Settings) -> Shapes:
    """The shapes of the weights of one seed, in the order of its row."""
    # core 13, continuous 4: separate trunks for policy and value, unless one is to be shared.
    trunks = 1 if settings.shared else 2
    return {
        "in": (trunks, task.observation, HIDDEN),
        "in bias": (trunks, 1, HIDDEN),
        "mid": (trunks, HIDDEN, HIDDEN),
        "mid bias": (trunks, 1, HIDDEN),
        "policy": (HIDDEN, task.actions),
        "policy bias": (1, task.actions),
        "value": (HIDDEN, 1),
        "value bias": (1, 1),
    }


def views(flat: Array, sizes: Shapes) -> dict[str, Array]:
    """Each weight as a view of the rows."""
    found, start = {}, 0
    for name, shape in sizes.items():
        found[name] = flat[:, start : start + math.prod(shape)].reshape(len(flat), *shape)
        start += math.prod(shape)
    return found


GAINS = {"in": math.sqrt(2), "mid": math.sqrt(2), "policy": 0.01, "value": 1.0}


def orthogonal(generator: np.random.Generator, sizes: Shapes) -> Array:
    """Orthogonal weights and zero biases; the gain of 0.01 keeps the first policy even."""
    # core 2: orthogonal weights, a gain for each layer, constant biases.
    parts = []
    for name, shape in sizes.items():
        matrices = np.zeros((math.prod(shape[:-2]), *shape[-2:]))
        if name in GAINS:
            for each in matrices:
                each[:] = GAINS[name] * even_frame(generator, *shape[-2:])
        parts.append(matrices.reshape(-1))
    return np.concatenate(parts).astype(np.float32)


def even_frame(generator: np.random.Generator, rows: int, columns: int) -> Array:
    """A matrix whose shorter side is orthonormal, evenly drawn (Saxe et al. 2013)."""
    tall = generator.standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(tall)
    q *= np.sign(np.diag(r))
    return q if rows >= columns else q.T


class Adam:
    """Adam (Kingma and Ba 2014) on the rows of a network."""

    def __init__(self, network: Network, epsilon: float) -> None:
        """No steps yet."""
        self._flat, self._epsilon, self._steps = network.flat, epsilon, 0
        self._mean, self._square = np.zeros_like(self._flat), np.zeros_like(self._flat)

    def step(self, gradient: Array, rate: float) -> None:
        """Move every weight against its gradient."""
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (np.square(gradient) - self._square)
        size = np.sqrt(self._square)
        size /= math.sqrt(1 - 0.999**self._steps)
        # core 3: epsilon is 1e-5, not the usual 1e-8.
        size += self._epsilon
        np.divide(self._mean, size, out=size)
        size *= rate / (1 - 0.9**self._steps)
        self._flat -= size
