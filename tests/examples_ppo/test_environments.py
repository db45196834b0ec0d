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
"""Made by `record.py` with gymnasium 1.4: per task, eight seeds, observations each fifty steps."""


def actions_of(name: str, steps: int, copies: int) -> Array:
    """The same actions wherever a walk is made."""
    chance = np.random.Generator(np.random.PCG64(5))
    task = TASKS[name]
    if task.actions:
        return chance.integers(0, task.actions, (steps, copies))
    return chance.uniform(-2.5, 2.5, (steps, copies))


@pytest.mark.parametrize("name", TASKS)
def test_walks_are_those_recorded(name: str) -> None:
    """Observations, rewards and ends of a thousand steps of eight copies, resets included."""
    recorded = RECORDED[name]
    copies = Copies(TASKS[name], range(8))
    ends, rewards, seen = [], 0.0, [copies.observe().tolist()]
    for t, actions in enumerate(actions_of(name, 1000, 8)):
        step = copies.step(actions)
        rewards += float(step.rewards.sum())
        ends += [[t, each.copy, each.length] for each in step.episodes]
        if t % 50 == 49:
            seen.append(step.observations.tolist())
    np.testing.assert_allclose(seen, recorded["observations"], rtol=3e-6, atol=3e-6)
    assert ends == recorded["ends"]
    assert rewards == pytest.approx(recorded["rewards"], rel=1e-12)


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
