"""The update of PPO in PyTorch's terms, for the comparison with the hand-written one.

Written from the formulas of the paper and the details, over automatic differentiation: nothing of
the file under test is called but the settings.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from standout.examples.reproductions.ppo.ppo import Samples, Settings

Array = NDArray[Any]


def torch_losses(torch: Any, w: dict[str, Any], samples: Samples, seed: int, rows: Array) -> Any:
    """Policy loss, value loss and entropy of a minibatch of one seed."""

    def part(array: Array) -> Any:
        return torch.as_tensor(array[seed][rows])

    seen = part(samples.observations)
    ends = []
    for trunk in (0, -1):
        first = torch.tanh(seen @ w["in"][trunk] + w["in bias"][trunk])
        ends.append(torch.tanh(first @ w["mid"][trunk] + w["mid bias"][trunk]))
    policy = torch.distributions.Categorical(logits=ends[0] @ w["policy"] + w["policy bias"])
    taken = torch.as_tensor(np.asarray(samples.chosen[seed][rows].argmax(-1)))
    values = (ends[1] @ w["value"] + w["value bias"]).reshape(-1)
    return policy, policy.log_prob(taken) - part(samples.likelihoods), values


def torch_loss(
    torch: Any, w: dict[str, Any], samples: Samples, seed: int, rows: Array, settings: Settings
) -> Any:
    """The whole loss of a minibatch of one seed."""
    policy, log_ratio, values = torch_losses(torch, w, samples, seed, rows)
    advantages = torch.as_tensor(samples.advantages[seed][rows])
    if settings.normalised:
        advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    ratio = log_ratio.exp()
    held = torch.clamp(ratio, 1 - settings.clip, 1 + settings.clip)
    gained = torch.minimum(advantages * ratio, advantages * held).mean()
    old = torch.as_tensor(samples.values[seed][rows])
    returns = torch.as_tensor(samples.returns[seed][rows])
    near = old + torch.clamp(values - old, -settings.value_clip, settings.value_clip)
    missed = torch.maximum((values - returns) ** 2, (near - returns) ** 2).mean() / 2
    entropy = policy.entropy().mean()
    return -gained - settings.entropy_weight * entropy + settings.value_weight * missed
