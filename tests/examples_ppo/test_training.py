"""Training: the same bits again, seeds apart, each detail where it is said to be, and it learns."""

from __future__ import annotations

import csv
import gzip
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from standout.examples.reproductions.ppo.ablations import ablations, outcome, uniform
from standout.examples.reproductions.ppo.environments import TASKS
from standout.examples.reproductions.ppo.ppo import (
    Agents,
    Settings,
    even_frame,
    generalised_advantages,
    orthogonal,
    shapes,
    train,
)
from standout.examples.reproductions.ppo.records import Training, Watched, written
from standout.examples.reproductions.ppo.train import parser

CARTPOLE = TASKS["CartPole-v1"]
SHORT = Settings(steps=4 * 512)
PROGRAM = "standout.examples.reproductions.ppo.train"


def quiet(_: Watched) -> None:
    """Nobody is told."""


def trained(*seeds: int, settings: Settings = SHORT, task: str = "CartPole-v1") -> Training:
    """A short training."""
    return train(TASKS[task], seeds, settings, quiet)


def bits(training: Training, place: int) -> list[bytes]:
    """All that was watched of the seed at a place."""
    names = Watched.__dataclass_fields__.keys() - {"step"}
    return [getattr(each, name)[place].tobytes() for each in training.watched for name in names]


@pytest.mark.parametrize("task", [name for name, each in TASKS.items() if each.actions])
def test_a_seed_trained_alone_gives_the_same_bits(task: str) -> None:
    """Within a batch and alone: the same episodes, the same debug variables; no other seed's."""
    together, alone = trained(1, 7, task=task), trained(7, task=task)
    assert together.episodes[7] == alone.episodes[7]
    assert bits(together, 1) == bits(alone, 0)
    assert bits(together, 0) != bits(together, 1)


@pytest.mark.parametrize("threads", ["1", "4"])
def test_bits_do_not_depend_on_threads(tmp_path: Path, threads: str) -> None:
    """The program uses one thread whatever the environment says, and writes the same bytes."""
    command = [sys.executable, "-m", PROGRAM, "CartPole-v1", "--seeds", "5", "--steps", "1024"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads}
    done = subprocess.run(
        [*command, "--logs", tmp_path], env=environment, capture_output=True, text=True, check=True
    )
    assert "100%" in done.stderr
    log = (tmp_path / "CartPole-v1" / "seed-05.csv.gz").read_bytes()
    here = written(trained(5, settings=Settings(steps=1024)), tmp_path / "here")
    assert log == here[0].read_bytes()


def test_logs_hold_a_row_an_episode(tmp_path: Path) -> None:
    """Steps rise, lengths sum up to no more than was played, returns are those of the episodes."""
    training = trained(3)
    (path,) = written(training, tmp_path)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["seed", "global_step", "episodic_return", "episodic_length"]
    steps = [int(row["global_step"]) for row in rows]
    assert steps == sorted(set(steps))
    assert steps[-1] <= SHORT.steps
    assert sum(int(row["episodic_length"]) for row in rows) <= SHORT.steps
    read = [
        (int(row["global_step"]), float(row["episodic_return"]), int(row["episodic_length"]))
        for row in rows
    ]
    assert read == training.episodes[3]
    assert path.read_bytes() == written(training, tmp_path / "again")[0].read_bytes()


def test_it_learns() -> None:
    """Thirty thousand steps make the pole stand several times as long as chance does."""
    training = trained(1, 2, settings=Settings(steps=30_000))
    for episodes in training.episodes.values():
        first, last = (
            np.mean([each[1] for each in part]) for part in (episodes[:50], episodes[-20:])
        )
        assert first < 40
        assert last > 3 * first


def test_debug_variables_are_watched() -> None:
    """A row an update; the first policy is even, and the first update stays near it."""
    watched = trained(1, 2).watched
    assert [each.step for each in watched] == [512, 1024, 1536, 2048]
    np.testing.assert_allclose(watched[0].entropy, math.log(2), atol=0.02)
    assert (watched[0].divergence < 0.02).all()
    assert all(np.isfinite(each.value_loss).all() for each in watched)


def test_the_rate_falls_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first value to one update short of nought; without annealing it stays."""
    rates: list[float] = []
    real = Agents.learn

    def spied(self: Agents, samples: object, rate: float) -> Watched:
        rates.append(rate)
        return real(self, samples, rate)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(Agents, "learn", spied)
    trained(1)
    assert rates == pytest.approx([2.5e-4, 1.875e-4, 1.25e-4, 0.625e-4])
    trained(1, settings=replace(SHORT, annealed=False))
    assert set(rates[4:]) == {2.5e-4}


@how(max_examples=30, deadline=None)
@given(st.integers(0, 999), st.integers(1, 12))
def test_advantages_are_the_sums_of_the_definition(seed: int, long: int) -> None:
    """Each is the sum of later surprises, each weighted by discount * lambda once a step."""
    chance = np.random.default_rng(seed)
    rewards, values = chance.normal(size=(1, long, 1)), chance.normal(size=(1, long + 1, 1))
    going = (chance.random((1, long, 1)) < 0.8).astype(float)
    given_settings = Settings(discount=0.9, gae=0.7)
    said = generalised_advantages(rewards, values, going, given_settings)
    for start in range(long):
        total, weight = 0.0, 1.0
        for t in range(start, long):
            onward = 0.9 * going[0, t, 0]
            total += weight * (rewards[0, t, 0] + onward * values[0, t + 1, 0] - values[0, t, 0])
            weight *= 0.7 * onward
        assert said[0, start, 0] == pytest.approx(total, abs=1e-12)


def test_an_end_cuts_the_advantages_whether_terminated_or_truncated() -> None:
    """What comes after an end is worth nothing before it: no bootstrapping, for fidelity."""
    agents = Agents(TASKS["MountainCar-v0"], [1], Settings(copies=1, rollout=256))
    samples = agents.play()
    # All 200 steps until the truncation cost 1; the last of them has no future.
    assert samples.returns[0, 199] == pytest.approx(-1)
    assert samples.returns[0, 198] < -1


def test_minibatches_take_every_sample_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In each epoch, of each seed."""
    agents = Agents(CARTPOLE, [1, 2], SHORT)
    samples = agents.play()
    numbered = replace(samples, returns=np.tile(np.arange(512.0), (2, 1)))
    seen = []
    real = type(samples).at

    def spied(self: object, columns: object) -> object:
        some = real(self, columns)  # type: ignore[arg-type] # passed on as it came
        seen.append(some.returns)
        return some

    monkeypatch.setattr(type(samples), "at", spied)
    agents.learn(numbered, 0.0)
    assert len(seen) == 16
    for epoch in range(4):
        both = np.concatenate(seen[4 * epoch : 4 * epoch + 4], axis=1)
        np.testing.assert_array_equal(np.sort(both, axis=1), numbered.returns)
        assert (both[0] != both[1]).any()


@pytest.mark.parametrize(("rows", "columns"), [(4, 64), (64, 64), (64, 3), (64, 1)])
def test_first_weights_are_orthonormal(rows: int, columns: int) -> None:
    """Along the shorter side."""
    frame = even_frame(np.random.default_rng(0), rows, columns)
    assert frame.shape == (rows, columns)
    short = frame @ frame.T if rows < columns else frame.T @ frame
    np.testing.assert_allclose(short, np.eye(min(rows, columns)), atol=1e-12)


@pytest.mark.parametrize("shared", [False, True])
def test_trunks_are_two_or_one(shared: bool) -> None:  # noqa: FBT001 - a case
    """Separate networks have twice the weights below the heads; biases start at nought."""
    sizes = shapes(CARTPOLE, Settings(shared=shared))
    row = orthogonal(np.random.default_rng(0), sizes)
    assert row.dtype == np.float32
    assert len(row) == (1 if shared else 2) * (4 * 64 + 64 + 64 * 64 + 64) + 2 * 65 + 65
    assert not row[-1]
    assert uniform(np.random.default_rng(0), sizes)[-1]


def test_each_ablation_leaves_out_one_thing() -> None:
    """One setting differs, but for the copies, whose steps are played by one copy instead."""
    every = ablations(2048)
    assert list(every) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]
    fields = Settings.__dataclass_fields__
    for number, settings in every.items():
        changed = [name for name in fields if getattr(settings, name) != getattr(every[0], name)]
        assert len(changed) == {0: 0, 1: 2}.get(number, 1)
        assert settings.batch == 512
        assert outcome(trained(1, settings=settings).episodes[1])


@pytest.mark.parametrize("span", ["x", "3-1"])
def test_seeds_are_told_as_a_span(span: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is none is refused before anything is trained."""
    with pytest.raises(SystemExit):
        parser().parse_args(["CartPole-v1", "--seeds", span])
    assert "--seeds" in capsys.readouterr().err
