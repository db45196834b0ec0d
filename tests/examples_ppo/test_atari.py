"""The details for Atari on games made up for the tests."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from standout.examples.reproductions.ppo import atari
from standout.examples.reproductions.ppo.environments import Array

CHANCE = np.random.default_rng(2)


@pytest.fixture(name="w", scope="module")
def weights() -> dict[str, Array]:
    """A network that has learnt nothing yet."""
    return atari.first_weights(CHANCE, 6)


class Blinking:
    """A game that shows its clock; every second frame is dark; it ends after some steps."""

    def __init__(self, length: int = 1000) -> None:
        self.lives, self.length, self.clock = 3, length, 0
        self.resets, self.actions = 0, list[int]()

    def frame(self) -> Array:
        shown = self.clock if self.clock % 2 else 0
        return np.full((210, 160, 3), shown, np.uint8)

    def reset(self) -> Array:
        self.clock, self.resets = 0, self.resets + 1
        return self.frame()

    def step(self, action: int) -> tuple[Array, float, bool]:
        self.clock += 1
        self.actions.append(action)
        return self.frame(), 1.5, self.clock >= self.length


def test_games_start_after_some_idle_steps() -> None:
    """Between 1 and 30, all of which come up; a game that ends within them is started again."""
    waits = set()
    for _ in range(600):
        game = Blinking()
        atari.started(game, CHANCE)
        waits.add(game.clock)
        assert set(game.actions) == {atari.NOTHING}
    assert waits == set(range(1, 31))
    short = Blinking(length=2)
    atari.started(short, np.random.default_rng(0), most=30)
    assert short.clock < 2
    assert short.resets > 1


def test_fire_is_pressed_once() -> None:
    """The frame after it is given; a game that ends of it is started again."""
    game = Blinking()
    game.reset()
    assert atari.fired(game).max() == 1
    assert game.actions == [atari.FIRE]
    ending = Blinking(length=1)
    assert atari.fired(ending).max() == 0
    assert ending.resets == 1


def test_an_action_is_held_and_the_last_two_frames_joined() -> None:
    """Four steps, their rewards together; dark frames do not hide what the one before showed."""
    game = Blinking()
    frame, earned, over = atari.skipped(game, 7)
    assert (frame.min(), earned, over) == (3, 6.0, False)
    assert game.actions == [7] * 4
    assert atari.skipped(Blinking(length=3), 0)[1:] == (4.5, True)
    assert atari.skipped(Blinking(length=1), 0)[1:] == (1.5, True)


@pytest.mark.parametrize(
    ("before", "after", "over", "told"),
    [
        (3, 3, False, (False, False)),
        (3, 2, False, (True, False)),
        (1, 0, False, (False, False)),
        (1, 0, True, (True, True)),
        (2, 3, False, (False, False)),
    ],
)
def test_a_life_lost_ends_the_episode_not_the_game(
    before: int,
    after: int,
    over: bool,  # noqa: FBT001 - a case
    told: tuple[bool, bool],
) -> None:
    """As the wrapper of the baselines has it, where the last life ends with the game's own end."""
    assert atari.ends(before, after, over) == told


def test_frames_are_grey_and_small() -> None:
    """84 by 84; a grey frame stays as grey; areas are kept."""
    even = np.full((210, 160, 3), 77, np.uint8)
    assert atari.warped(even).shape == (84, 84)
    assert set(atari.warped(even).ravel().tolist()) == {77}
    shares = atari.covering(210)
    np.testing.assert_allclose(shares.sum(1), 1)
    np.testing.assert_allclose(shares.sum(0), 84 / 210)
    red = np.zeros((210, 160, 3), np.uint8)
    red[..., 0] = 255
    assert set(atari.warped(red).ravel().tolist()) == {76}
    half = even.copy()
    half[:105] = 0
    assert atari.warped(half)[:42].max() == 0
    assert atari.warped(half)[42:].min() == 77


def test_rewards_keep_their_sign_alone() -> None:
    """Any size becomes one."""
    assert atari.clipped(np.array([-400.0, 0.0, 0.1, 7.0])).tolist() == [-1, 0, 1, 1]


def test_four_frames_are_stacked() -> None:
    """The newest last; after a reset all four are the first."""
    frames = np.zeros((2, 4, 84, 84), np.uint8)
    for number in (1, 2, 3):
        frame = np.full((2, 84, 84), number, np.uint8)
        frames = atari.stacked(frames, frame, np.array([number == 2, False]))
    assert frames[:, :, 0, 0].tolist() == [[2, 2, 2, 3], [0, 1, 2, 3]]


def test_the_network_starts_even_and_orthogonal(w: dict[str, Array]) -> None:
    """Kernels as rows are orthogonal with their gains; the first policy hardly prefers anything."""
    rows = w["conv 1"]
    np.testing.assert_allclose(rows @ rows.T, 2 * np.eye(32), atol=1e-12)
    frames = CHANCE.integers(0, 256, (3, 4, 84, 84), dtype=np.uint8)
    logits, values = atari.forward(w, frames)
    assert (logits.shape, values.shape) == ((3, 6), (3,))
    assert np.ptp(logits) < 0.1


def test_bytes_are_scaled(w: dict[str, Array]) -> None:
    """A network without biases, which is positively homogeneous, is 255 times as large on bytes."""
    frames = CHANCE.integers(0, 128, (1, 4, 84, 84))
    once, twice = atari.forward(w, frames), atari.forward(w, 2 * frames)
    np.testing.assert_allclose(2 * once[0], twice[0])
    assert np.abs(once[1]).max() < 10


def test_convolution_by_hand() -> None:
    """One kernel over one image, counted out."""
    image = np.arange(25.0).reshape(1, 1, 5, 5)
    kernel = np.array([[1.0, 0.0, 0.0, -1.0]])
    seen = atari.convolved(image, kernel, np.array([0.5]), 2, 2)
    assert seen.tolist() == [[[[-5.5, -5.5], [-5.5, -5.5]]]]


def test_network_is_that_of_torch(w: dict[str, Array]) -> None:
    """The same numbers from PyTorch's layers, where it is installed."""
    torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed")
    frames = CHANCE.integers(0, 256, (2, 4, 84, 84))
    seen = torch.as_tensor(frames / 255.0)
    for name, out, into, side, stride in atari.LAYERS:
        kernels = torch.as_tensor(w[name].reshape(out, into, side, side))
        seen = torch.relu(torch.conv2d(seen, kernels, stride=stride))
    features = torch.relu(seen.flatten(1) @ torch.as_tensor(w["features"]))
    np.testing.assert_allclose(
        atari.forward(w, frames)[0], (features @ torch.as_tensor(w["policy"])).numpy()
    )
