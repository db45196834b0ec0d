"""Train PPO on one task, all seeds at once, and write a log a seed.

python -m standout.examples.reproductions.ppo.train CartPole-v1 --seeds 1-10 --logs logs
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

# A product of matrices may round otherwise when threads share it, and at this size threads only
# wait for each other: one thread, which must be said before NumPy is imported.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

from standout.examples.reproductions.ppo.environments import TASKS
from standout.examples.reproductions.ppo.ppo import Settings, train
from standout.examples.reproductions.ppo.records import Watched, written


def main(arguments: list[str] | None = None) -> None:
    """Train and write the logs."""
    given = parser().parse_args(arguments)
    settings = Settings(steps=given.steps, shared=given.shared)
    folder = given.logs / (f"{given.task}-shared" if given.shared else given.task)
    told = bar(settings, folder.name)
    training = train(TASKS[given.task], given.seeds, settings, told)
    paths = written(training, folder)
    sys.stderr.write(f"\n{len(paths)} logs in {folder}\n")


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    made = argparse.ArgumentParser(description="Train PPO on one task, all seeds at once.")
    made.add_argument("task", choices=[name for name, task in TASKS.items() if task.actions])
    made.add_argument("--seeds", type=seeds_of, default="1-10", help="first-last")
    made.add_argument("--steps", type=int, default=Settings().steps, help="of each seed")
    made.add_argument("--shared", action="store_true", help="one trunk for policy and value")
    made.add_argument("--logs", type=Path, default=Path("logs"), help="folder to write to")
    return made


def seeds_of(span: str) -> tuple[int, ...]:
    """The seeds of `first-last`, or the one seed."""
    first, _, last = span.partition("-")
    seeds = tuple(range(int(first), int(last or first) + 1))
    if not seeds:
        raise ValueError(f"no seed from {first} to {last}")
    return seeds


def bar(settings: Settings, name: str) -> Callable[[Watched], None]:
    """A line that grows with the updates of a run, told each percent."""
    total = settings.steps // settings.batch * settings.batch
    shown = -1

    def told(watched: Watched) -> None:
        nonlocal shown
        percent = 100 * watched.step // total
        if percent > shown:
            shown = percent
            grown = f"{'=' * (30 * percent // 100):30}"
            seen = f"entropy {watched.entropy.mean():.2f}, KL {watched.divergence.mean():.4f}"
            sys.stderr.write(f"\r{name} [{grown}] {percent:3}%  {seen} ")
            sys.stderr.flush()

    return told


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nstopped")
