"""Leave out one core detail at a time, same task, seeds and steps, and write what came of it.

    python -m standout.examples.reproductions.ppo.ablations CartPole-v1 --seeds 1-10 > ablations.csv

A row a seed: detail (0 is nothing left out), task, seed, `last` (mean return of the last hundred
episodes) and `all` (mean return of all episodes, each counting for its length: how well the agent
did at an average step of its training). Detail 12, debug variables, has nothing to leave out.
"""

from __future__ import annotations

import csv
import math
import os
import sys

# One thread, said before NumPy is imported: `train.py` tells why.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

from standout.examples.reproductions.ppo import train as program
from standout.examples.reproductions.ppo.environments import TASKS, Array
from standout.examples.reproductions.ppo.ppo import GAINS, Settings, Shapes, train


def main(arguments: list[str] | None = None) -> None:
    """Train with each detail left out, and without any left out."""
    given = program.parser().parse_args(arguments)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(COLUMNS)
    for detail, settings in ablations(given.steps).items():
        told = program.bar(settings, f"{given.task} without {detail}")
        training = train(TASKS[given.task], given.seeds, settings, told)
        for seed, episodes in training.episodes.items():
            rows.writerow((detail, given.task, seed, *outcome(episodes)))
        sys.stdout.flush()


COLUMNS = ("detail", "task", "seed", "last", "all")


def ablations(steps: int) -> dict[int, Settings]:
    """Number of the detail left out to the settings without it."""
    return {
        0: Settings(steps),
        1: Settings(steps, copies=1, rollout=512),
        2: Settings(steps, first_weights=uniform),
        3: Settings(steps, adam_epsilon=1e-8),
        4: Settings(steps, annealed=False),
        5: Settings(steps, gae=1.0),
        6: Settings(steps, minibatches=1),
        7: Settings(steps, normalised=False),
        8: Settings(steps, clip=math.inf),
        9: Settings(steps, value_clip=math.inf),
        10: Settings(steps, entropy_weight=0.0),
        11: Settings(steps, longest_gradient=math.inf),
        13: Settings(steps, shared=True),
    }


def uniform(generator: np.random.Generator, sizes: Shapes) -> Array:
    """What PyTorch draws when not told otherwise: evenly within 1 / sqrt(inputs), biases too."""
    inputs, parts = 1, []
    for name, shape in sizes.items():
        inputs = shape[-2] if name in GAINS else inputs
        parts.append(generator.uniform(-1, 1, math.prod(shape)) / math.sqrt(inputs))
    return np.concatenate(parts).astype(np.float32)


def outcome(episodes: list[tuple[int, float, int]]) -> tuple[str, str]:
    """Mean return of the last hundred episodes, and of all, weighted by length."""
    last = np.mean([reward for _, reward, _ in episodes[-100:]])
    lengths = [length for *_, length in episodes]
    everything = np.average([reward for _, reward, _ in episodes], weights=lengths)
    return f"{last:.4f}", f"{everything:.4f}"


if __name__ == "__main__":
    main()
