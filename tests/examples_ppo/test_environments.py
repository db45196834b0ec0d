"""The tasks walk as gymnasium's: against recorded steps always, against gymnasium when present."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from standout.examples.reproductions.ppo.environments import (
    TASKS,
    Array,
    Copies,
    Episode,
    Step,
    swinging,
    turned,
)

RECORDED = json.loads((Path(__file__).parent / "walks.json").read_text("utf-8"))
"""Made by `record.py` with gymnasium 1.4: single steps, for walks of Acrobot are chaotic, and
another processor's last places would make them others."""


def actions_of(name: str, steps: int, copies: int) -> Array:
    """The same actions wherever a walk is made."""
    chance = np.random.Generator(np.random.PCG64(5))
    task = TASKS[name]
    if task.actions:
        return chance.integers(0, task.actions, (steps, copies))
    return chance.uniform(-2.5, 2.5, (steps, copies))


@pytest.mark.parametrize("name", TASKS)
def test_steps_are_those_recorded(name: str) -> None:
    """From each recorded state the recorded action leads to what gymnasium showed and paid."""
    task = TASKS[name]
    states, actions, seen, rewards, terminated = (
        np.array(each) for each in zip(*RECORDED[name]["steps"], strict=True)
    )
    following, earned, over = task.advance(states.T, actions)
    np.testing.assert_allclose(task.observe(following), seen, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(earned, rewards, rtol=1e-12)
    np.testing.assert_array_equal(over, terminated)
    assert over.any() or name == "Pendulum-v1"


@pytest.mark.parametrize("name", TASKS)
def test_episodes_start_as_those_recorded(name: str) -> None:
    """The first observations of three episodes of each of four seeds."""
    for seed, recorded in enumerate(RECORDED[name]["firsts"]):
        generator = np.random.Generator(np.random.PCG64(seed))
        states = np.stack([TASKS[name].initial(generator) for _ in recorded], axis=1)
        np.testing.assert_allclose(TASKS[name].observe(states), recorded, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("name", TASKS)
def test_walks_are_those_of_gymnasium(name: str) -> None:
    """Bit for bit in observations and ends; rewards of the pendulum to the last places."""
    gymnasium: Any = pytest.importorskip("gymnasium", reason="gymnasium is not installed")
    copies = Copies(TASKS[name], range(4))
    theirs = [gymnasium.make(name) for _ in range(4)]
    firsts = [each.reset(seed=seed)[0] for seed, each in enumerate(theirs)]
    np.testing.assert_array_equal(copies.observe(), firsts)
    for actions in actions_of(name, 2000, 4):
        step = copies.step(actions)
        for copy, (each, action) in enumerate(zip(theirs, actions, strict=True)):
            what = action if TASKS[name].actions else np.array([action])
            seen, reward, terminated, truncated, _ = each.step(what)
            assert step.rewards[copy] == pytest.approx(reward, abs=1e-12)
            assert bool(step.terminated[copy]) == terminated
            assert bool(step.done[copy]) == (terminated or truncated)
            seen = each.reset()[0] if terminated or truncated else seen
            # One rounding step of single precision is left to other builds of NumPy.
            np.testing.assert_allclose(step.observations[copy], seen, rtol=0, atol=5e-7)


def walk(copies: Copies, actions: list[int]) -> list[Step]:
    """The steps of the same action for all copies."""
    width = len(copies.observe())
    return [copies.step(np.full(width, action)) for action in actions]


def test_a_finished_episode_starts_the_next_within_the_step() -> None:
    """What is seen after an end is the first of the new episode, which counts from nought."""
    copies = Copies(TASKS["CartPole-v1"], [3])
    steps = walk(copies, [1] * 30)
    at = next(t for t, step in enumerate(steps) if step.done[0])
    assert steps[at].episodes == [Episode(0, at + 1.0, at + 1)]
    assert np.abs(steps[at].observations).max() <= 0.05
    again = next(t for t, step in enumerate(steps[at + 1 :]) if step.done[0])
    assert steps[at + 1 + again].episodes[0].length == again + 1


def test_the_limit_truncates_and_does_not_terminate() -> None:
    """A car that stands still is stopped after 200 steps, which is an end but no termination."""
    last = walk(Copies(TASKS["MountainCar-v0"], [0, 1]), [1] * 200)[-1]
    assert last.done.all()
    assert not last.terminated.any()
    assert [each.reward for each in last.episodes] == [-200.0, -200.0]


def test_copies_share_nothing() -> None:
    """A copy walks alone as it does among others."""
    among, alone = Copies(TASKS["Acrobot-v1"], range(5)), Copies(TASKS["Acrobot-v1"], [3])
    for actions in actions_of("Acrobot-v1", 600, 5):
        both = among.step(actions), alone.step(actions[3:4])
        np.testing.assert_array_equal(both[0].observations[3], both[1].observations[0])


def test_hanging_still_stays_still() -> None:
    """Without torque nothing moves at the bottom; angles are brought back by whole turns."""
    np.testing.assert_allclose(swinging(np.zeros((4, 1)), np.zeros(1)), 0, atol=1e-14)
    angles = np.array([[3.5, -9.0, 1.0, 20.0]])
    before = angles.copy()
    turned(angles)
    assert (np.abs(angles) <= np.pi).all()
    np.testing.assert_allclose(np.exp(1j * angles), np.exp(1j * before), atol=1e-12)
