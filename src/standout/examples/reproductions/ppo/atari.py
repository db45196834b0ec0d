"""The nine details for Atari: what stands between the game and the agent, and the network.

Games come with a simulator of their own, which is not needed here: a game is anything that has
`reset`, `step` and `lives`, and all the rest are functions of arrays. Nothing here was trained.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from standout.examples.reproductions.ppo.environments import Array
from standout.examples.reproductions.ppo.ppo import even_frame

NOTHING, FIRE, SIDE = 0, 1, 84


class Game(Protocol):
    """A game: frames (height, width, 3) of bytes."""

    lives: int

    def reset(self) -> Array:
        """Start anew; the first frame."""
        ...

    def step(self, action: int) -> tuple[Array, float, bool]:
        """Frame, reward, and whether the game is over."""
        ...


def started(game: Game, generator: np.random.Generator, most: int = 30) -> Array:
    """A new game, some steps of nothing later; should it end within them, another."""
    # atari 1: 1 to 30 steps of nothing, so that games do not all start from one state.
    frame = game.reset()
    for _ in range(int(generator.integers(1, most + 1))):
        frame, _, over = game.step(NOTHING)
        frame = game.reset() if over else frame
    return frame


def fired(game: Game) -> Array:
    """The frame after the button that some games wait for, or of a new game where that ended it."""
    # atari 4: fire once after a reset, for those games that stand still until then.
    after, _, over = game.step(FIRE)
    return game.reset() if over else after


def skipped(game: Game, action: int, times: int = 4) -> tuple[Array, float, bool]:
    """An action held for some frames: what is seen, the sum of the rewards, whether it is over."""
    # atari 2: one action for four frames, and the larger of the last two frames, pixel by pixel,
    # for some sprites are drawn in every second frame only.
    frames, earned, over = [], 0.0, False
    for _ in range(times):
        frame, reward, over = game.step(action)
        frames.append(frame)
        earned += reward
        if over:
            break
    return np.asarray(np.maximum(*frames[-2:]) if len(frames) > 1 else frames[0]), earned, over


def ends(before: int, after: int, over: bool) -> tuple[bool, bool]:  # noqa: FBT001 - of the game
    """Whether the episode ends for the agent, and whether the game is to be reset."""
    # atari 3: a life lost ends the episode, so that it costs; the game goes on.
    return over or 0 < after < before, over


def warped(frame: Array) -> Array:
    """A frame in grey, 84 by 84 bytes."""
    # atari 5: luminance, then the mean over the area that a new pixel covers.
    grey = np.rint(frame @ np.array([0.299, 0.587, 0.114]))
    height, width = grey.shape
    return np.asarray(np.rint(covering(height) @ grey @ covering(width).T), np.uint8)


def covering(old: int, new: int = SIDE) -> Array:
    """Shares (new, old): how much of a new pixel each old one covers; rows sum to 1."""
    edges = np.arange(new + 1) * (old / new)
    cells = np.arange(old)
    top = np.minimum(edges[1:, None], cells + 1)
    covered = top - np.maximum(edges[:-1, None], cells)
    return np.asarray(np.clip(covered, 0, None) * (new / old))


def clipped(rewards: Array) -> Array:
    """Rewards as the agent learns from them."""
    # atari 6: the sign alone, so that one learning rate suits all games.
    return np.sign(rewards)


def stacked(frames: Array, frame: Array, done: Array) -> Array:
    """The last four frames (copies, 4, 84, 84), the newest last."""
    # atari 7: four frames show what moves where; after a reset all four are the first.
    moved = np.concatenate([frames[:, 1:], frame[:, None]], axis=1)
    return np.where(done[:, None, None, None], frame[:, None], moved)


LAYERS = (("conv 1", 32, 4, 8, 4), ("conv 2", 64, 32, 4, 2), ("conv 3", 64, 64, 3, 1))
"""Name, channels out, channels in, side of the kernel, stride (Mnih et al. 2015)."""


def first_weights(generator: np.random.Generator, actions: int) -> dict[str, Array]:
    """Weights of the shared network, kernels as rows (out, in * side * side)."""
    # atari 8: one network for policy and value: three convolutions, 512 features, two heads.
    drawn = {
        name: even_frame(generator, out, into * side * side) * np.sqrt(2)
        for name, out, into, side, _ in LAYERS
    }
    drawn["features"] = even_frame(generator, 64 * 7 * 7, 512) * np.sqrt(2)
    drawn["policy"] = even_frame(generator, 512, actions) * 0.01
    drawn["value"] = even_frame(generator, 512, 1)
    biases = {f"{name} bias": np.zeros(size) for name, size, *_ in LAYERS}
    sizes = {"features bias": np.zeros(512), "policy bias": np.zeros(actions)}
    return {**drawn, **biases, **sizes, "value bias": np.zeros(1)}


def forward(w: dict[str, Array], frames: Array) -> tuple[Array, Array]:
    """Logits and values of frames (samples, 4, 84, 84) of bytes."""
    # atari 9: bytes are scaled to between 0 and 1.
    seen = frames / 255.0
    for name, _, _, side, stride in LAYERS:
        seen = np.maximum(convolved(seen, w[name], w[f"{name} bias"], side, stride), 0)
    flat = seen.reshape(len(seen), -1)
    features = np.maximum(flat @ w["features"] + w["features bias"], 0)
    values = features @ w["value"] + w["value bias"]
    return features @ w["policy"] + w["policy bias"], values[:, 0]


def convolved(images: Array, kernels: Array, bias: Array, side: int, stride: int) -> Array:
    """Images (samples, channels, height, width) by kernels, without padding."""
    windows = np.lib.stride_tricks.sliding_window_view(images, (side, side), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    rows = windows.reshape(*windows.shape[:3], -1)
    return np.asarray((rows @ kernels.T + bias).transpose(0, 3, 1, 2))
