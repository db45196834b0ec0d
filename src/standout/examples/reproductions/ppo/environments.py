"""Classic control, many copies at once: the tasks of gymnasium 1.x as functions over arrays.

A state is an array of shape (components, copies) in float64, an observation one of shape
(copies, size) in float32, as gymnasium keeps them. A copy draws its first states from a generator
of its own, seeded as gymnasium seeds one, so that copy `i` walks step by step where
`gymnasium.make(task)` walks after `reset(seed=seeds[i])` under the same actions.

Episodes end by termination or at the task's limit of steps (truncation). A copy whose episode has
ended starts the next one within the same step: what `step` gives is the first observation of the
new episode ("same-step autoreset", the default of gymnasium 0.29 and not that of gymnasium 1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Copies:
    """Copies of one task, stepped together."""

    def __init__(self, task: Task, seeds: Sequence[int]) -> None:
        """One copy for each seed."""
        self.task = task
        self._generators = [np.random.Generator(np.random.PCG64(seed)) for seed in seeds]
        self._state = np.stack([task.initial(each) for each in self._generators], axis=1)
        self._returns = np.zeros(len(seeds))
        self._lengths = np.zeros(len(seeds), np.int64)

    def observe(self) -> Array:
        """What each copy shows now."""
        return self.task.observe(self._state)

    def step(self, actions: Array) -> Step:
        """One step of every copy; those that are done have started anew."""
        self._state, rewards, terminated = self.task.advance(self._state, actions)
        self._returns += rewards
        self._lengths += 1
        done = terminated | (self._lengths >= self.task.limit)
        ended = done.nonzero()[0].tolist() if done.any() else ()
        episodes = [Episode(i, float(self._returns[i]), int(self._lengths[i])) for i in ended]
        for i in ended:
            self._state[:, i] = self.task.initial(self._generators[i])
            self._returns[i] = self._lengths[i] = 0
        return Step(self.task.observe(self._state), rewards, terminated, done, episodes)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step of all copies gave; `done` is terminated or truncated."""

    observations: Array
    rewards: Array
    terminated: Array
    done: Array
    episodes: list[Episode]


@dataclass(frozen=True, slots=True)
class Episode:
    """One whole episode: whose it was, the sum of its rewards, its steps."""

    copy: int
    reward: float
    length: int


@dataclass(frozen=True, slots=True)
class Task:
    """One task: its sizes, its limit in steps, and what happens in it."""

    name: str
    observation: int
    actions: int
    """Discrete actions; 0 where the action is one number between -2 and 2."""
    limit: int
    initial: Callable[[np.random.Generator], Array]
    advance: Callable[[Array, Array], tuple[Array, Array, Array]]
    """State and actions to the next state, rewards, and whether the task has terminated."""
    observe: Callable[[Array], Array]


def as_is(state: Array) -> Array:
    """The state itself is what is seen."""
    return state.T.astype(np.float32)


# CartPole (Barto, Sutton and Anderson 1983): a pole on a cart, pushed left (0) or right (1).

GRAVITY, CART, POLE, HALF_LENGTH, PUSH, TICK = 9.8, 1.0, 0.1, 0.5, 10.0, 0.02
WHOLE, MOMENT = CART + POLE, POLE * HALF_LENGTH
FAR, TILTED = 2.4, 12 * 2 * pi / 360


def cart_at_rest(generator: np.random.Generator) -> Array:
    """Nearly upright, nearly in the middle."""
    return generator.uniform(-0.05, 0.05, 4)


def push_cart(state: Array, actions: Array) -> tuple[Array, Array, Array]:
    """One explicit Euler step of 20 ms; the reward is 1 always, in the last step too."""
    place, speed, angle, turn = state
    sine, cosine = np.sin(angle), np.cos(angle)
    pushed = ((2 * PUSH) * actions - PUSH + MOMENT * np.square(turn) * sine) / WHOLE
    bend = HALF_LENGTH * (4.0 / 3.0 - POLE * np.square(cosine) / WHOLE)
    turning = (GRAVITY * sine - cosine * pushed) / bend
    speeding = pushed - MOMENT * turning * cosine / WHOLE
    rates = np.array([speed, speeding, turn, turning])
    following = state + TICK * rates
    fallen = (np.abs(following[0]) > FAR) | (np.abs(following[2]) > TILTED)
    return following, np.ones(len(place)), fallen


# Acrobot (Sutton 1996; equations of the book): two links, torque -1, 0 or 1 on the joint between.

FASTEST_1, FASTEST_2 = 4 * pi, 9 * pi


def hanging(generator: np.random.Generator) -> Array:
    """Nearly straight down; the first state alone is rounded to single precision."""
    return generator.uniform(-0.1, 0.1, 4).astype(np.float32).astype(np.float64)


def swing(state: Array, actions: Array) -> tuple[Array, Array, Array]:
    """One Runge-Kutta step of 0.2 s; each costs 1 until the tip is one link above the pivot."""
    torque, tick = actions - 1.0, 0.2
    first = swinging(state, torque)
    second = swinging(state + tick / 2.0 * first, torque)
    third = swinging(state + tick / 2.0 * second, torque)
    fourth = swinging(state + tick * third, torque)
    following: Array = state + tick / 6.0 * (first + 2 * second + 2 * third + fourth)
    turned(following[:2])
    np.clip(following[2], -FASTEST_1, FASTEST_1, out=following[2])
    np.clip(following[3], -FASTEST_2, FASTEST_2, out=following[3])
    above = -np.cos(following[0]) - np.cos(following[1] + following[0]) > 1.0
    return following, above - 1.0, above


def swinging(state: Array, torque: Array) -> Array:
    """The rates of both angles and both speeds; lengths and masses are 1, centres in the middle."""
    angle_1, angle_2, speed_1, speed_2 = state
    cosine, sine = np.cos(angle_2), np.sin(angle_2)
    inertia_1 = 0.25 + (1.25 + cosine) + 2.0
    inertia_2 = 0.25 + 0.5 * cosine + 1.0
    weight_2 = 0.5 * 9.8 * np.cos(angle_1 + angle_2 - pi / 2.0)
    pull = -0.5 * np.square(speed_2) * sine - speed_2 * speed_1 * sine
    weight_1 = pull + 1.5 * 9.8 * np.cos(angle_1 - pi / 2) + weight_2
    share = inertia_2 / inertia_1
    force_2 = torque + share * weight_1 - 0.5 * np.square(speed_1) * sine - weight_2
    rate_2 = force_2 / (1.25 - np.square(inertia_2) / inertia_1)
    rate_1 = -(inertia_2 * rate_2 + weight_1) / inertia_1
    return np.array([speed_1, speed_2, rate_1, rate_2])


def turned(angles: Array) -> None:
    """Bring angles back between -pi and pi, in place, by whole turns."""
    while (over := np.abs(angles) > pi).any():
        angles -= 2 * pi * np.sign(angles) * over


def two_links(state: Array) -> Array:
    """Cosine and sine of both angles, both speeds."""
    shown = np.empty((state.shape[1], 6), np.float32)
    np.cos(state[:2].T, out=shown[:, 0:4:2], casting="same_kind")
    np.sin(state[:2].T, out=shown[:, 1:4:2], casting="same_kind")
    shown[:, 4:] = state[2:].T
    return shown


# MountainCar (Moore 1990): a weak car in a valley, driven left (0), not at all (1) or right (2).

LEFT_WALL, RIGHT_WALL, FLAG, FASTEST, ENGINE, SLOPE = -1.2, 0.6, 0.5, 0.07, 0.001, 0.0025


def in_the_valley(generator: np.random.Generator) -> Array:
    """Near the bottom, standing."""
    return np.array([generator.uniform(-0.6, -0.4), 0.0])


def drive(state: Array, actions: Array) -> tuple[Array, Array, Array]:
    """Each step costs 1 until the flag."""
    place, speed = state
    speed = speed + ((actions - 1) * ENGINE + np.cos(3 * place) * (-SLOPE))
    speed = np.clip(speed, -FASTEST, FASTEST)
    place = np.clip(place + speed, LEFT_WALL, RIGHT_WALL)
    speed = np.where((place == LEFT_WALL) & (speed < 0), 0.0, speed)
    return np.array([place, speed]), np.full(len(place), -1.0), (place >= FLAG) & (speed >= 0)


# Pendulum: one link, a torque between -2 and 2; the task for the continuous details.


def anywhere(generator: np.random.Generator) -> Array:
    """At any angle, slowly turning."""
    high = np.array([pi, 1.0])
    return generator.uniform(-high, high)


def turn_link(state: Array, actions: Array) -> tuple[Array, Array, Array]:
    """One step of 50 ms; the cost is of angle, speed and torque, and nothing ever terminates."""
    angle, speed = state
    torque = np.clip(actions, -2.0, 2.0)
    upright = (angle + pi) % (2 * pi) - pi
    cost = np.square(upright) + 0.1 * np.square(speed) + 0.001 * np.square(torque)
    faster = np.clip(speed + (15.0 * np.sin(angle) + 3.0 * torque) * 0.05, -8.0, 8.0)
    return np.array([angle + faster * 0.05, faster]), -cost, np.zeros(len(angle), bool)


def one_link(state: Array) -> Array:
    """Cosine and sine of the angle, and the speed."""
    angle, speed = state
    return np.stack([np.cos(angle), np.sin(angle), speed], axis=1).astype(np.float32)


TASKS = {
    each.name: each
    for each in (
        Task("CartPole-v1", 4, 2, 500, cart_at_rest, push_cart, as_is),
        Task("Acrobot-v1", 6, 3, 500, hanging, swing, two_links),
        Task("MountainCar-v0", 2, 3, 200, in_the_valley, drive, as_is),
        Task("Pendulum-v1", 3, 0, 200, anywhere, turn_link, one_link),
    )
}
