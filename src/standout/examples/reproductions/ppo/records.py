"""What a training leaves behind: episodes and debug variables, and the logs made of them."""

from __future__ import annotations

import csv
import gzip
import io
from dataclasses import dataclass, field
from pathlib import Path

from standout.examples.reproductions.ppo.environments import Array


@dataclass(slots=True)
class Training:
    """What came out: for each seed the episodes in the order they ended, and what was watched."""

    episodes: dict[int, list[tuple[int, float, int]]]
    """Seed to (step at the end, sum of rewards, length); steps count copy after copy."""
    watched: list[Watched] = field(default_factory=list)

    def add(self, place: int, episode: tuple[int, float, int]) -> None:
        """An episode of the seed at a place in the order."""
        self.episodes[list(self.episodes)[place]].append(episode)


@dataclass(frozen=True, slots=True)
class Watched:
    """Debug variables of one update, one number a seed."""

    step: int
    policy_loss: Array
    value_loss: Array
    entropy: Array
    divergence: Array
    """Estimate of KL(old, new): mean of (ratio - 1) - log ratio (Schulman 2020)."""
    clipped: Array
    """Share of samples whose ratio has left the clip."""
    explained: Array
    """Share of the variance of the returns that the values explain."""


def written(training: Training, folder: Path) -> list[Path]:
    """One file a seed: a row an episode, in the order they ended; the bytes depend on it alone."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for seed, episodes in training.episodes.items():
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(("seed", "global_step", "episodic_return", "episodic_length"))
        rows.writerows((seed, step, f"{reward:.10g}", length) for step, reward, length in episodes)
        paths.append(folder / f"seed-{seed:02}.csv.gz")
        paths[-1].write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    return paths
