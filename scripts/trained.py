"""Measure the training of the worked example, beside Stable-Baselines3 where it is installed.

`python scripts/trained.py [STEPS]`: ten seeds of CartPole and of Acrobot, 500,000 steps each unless
said otherwise, each task a process of one thread. A whole run is held against the logs that ship:
on the processor they were made with, every row is the same.
"""

from __future__ import annotations

import gzip
import importlib.util
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from standout.examples.reproductions.ppo import train as program
from standout.workspace import example_path

RUNS = example_path("reproductions/ppo/runs")
TASKS = ("CartPole-v1", "Acrobot-v1")
STEPS, SEEDS = 500_000, 10
BOTH, OTHERS_STEPS = 400, 20_000
OTHERS = """
import sys
import gymnasium
from stable_baselines3 import PPO
from stable_baselines3.common.env_util import make_vec_env
PPO("MlpPolicy", make_vec_env(sys.argv[1], n_envs=4, seed=1), n_steps=128, batch_size=128,
    n_epochs=4, learning_rate=lambda left: 2.5e-4 * left, ent_coef=0.01, clip_range_vf=0.2,
    seed=1, device="cpu").learn(int(sys.argv[2]))
"""
Row = tuple[str, str, str]


def rows(steps: int = STEPS) -> list[Row]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as name:
        used = [_used([program.__name__, task, "--steps", str(steps), "--logs", name])
                for task in TASKS]  # fmt: skip
        same = sum(_is_shipped(path, Path(name)) for path in _logs(Path(name)))
    whole = steps == STEPS
    made = [
        (f"PPO, {SEEDS} seeds, {steps:,} steps of {task}", f"{seconds:.0f} CPU-s", "")
        for task, seconds in zip(TASKS, used, strict=True)
    ]
    pace = len(TASKS) * SEEDS * steps / sum(used)
    return [
        *made,
        ("  both", f"{sum(used):.0f} CPU-s", f"{BOTH}" if whole else ""),
        ("  logs equal to those shipped", f"{same} of {len(TASKS) * SEEDS}" if whole else "", ""),
        ("  steps of all seeds", f"{pace:,.0f} per CPU-s", ""),
        ("  the same by Stable-Baselines3", _others(), ""),
    ]


def _used(module: list[str]) -> float:
    """CPU-seconds of a program of this package."""
    return _spent([sys.executable, "-m", *module])


def _spent(command: list[str]) -> float:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    child = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = status
    return used.ru_utime + used.ru_stime if status == 0 else float("nan")


def _logs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.csv.gz"))


def _is_shipped(path: Path, folder: Path) -> bool:
    shipped = RUNS / path.relative_to(folder)
    # What is packed is compared: libraries pack the same bytes otherwise.
    return gzip.decompress(path.read_bytes()) == gzip.decompress(shipped.read_bytes())


def _others() -> str:
    """Steps per CPU-second of one seed on CartPole with the same settings, start left out."""
    if importlib.util.find_spec("stable_baselines3") is None:
        return "not installed"
    short, long = (
        _spent([sys.executable, "-c", OTHERS, TASKS[0], str(steps)])
        for steps in (512, OTHERS_STEPS)
    )
    pace = (OTHERS_STEPS - 512) / (long - short)
    return "did not run here" if math.isnan(pace) else f"{pace:,.0f} per CPU-s"


def main() -> None:
    """Print the table."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    for what, measured, promise in rows(steps):
        print(f"{what:48} {measured:>18}  {promise}")


if __name__ == "__main__":
    main()
