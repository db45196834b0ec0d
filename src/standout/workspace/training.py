"""Training the worked example again: a program of its own, for it has its own number of threads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from standout.errors import StandoutError

PROGRAM = "standout.examples.reproductions.ppo.train"
TRAININGS = (
    ("CartPole-v1",),
    ("Acrobot-v1",),
    ("MountainCar-v0",),
    ("CartPole-v1", "--shared"),
)
"""The arguments of each training whose runs the example's claims need."""


def train(arguments: Sequence[str], logs: str) -> None:
    """Train ten seeds of one task; a bar on standard error, the logs below a folder.

    Raises `StandoutError` where the training stopped.
    """
    command = [sys.executable, "-m", PROGRAM, *arguments, "--logs", logs]
    done = subprocess.run(command, check=False)  # noqa: S603 - a program of this package
    if done.returncode:
        hint = "the lines above say why; logs that are whole were kept"
        raise StandoutError(f"training on {arguments[0]} stopped", hint)
