"""Which runs a log holds: groups and seeds by content, then by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from standout.evidence.attaching import File, attach, duplicates, group_for, seed_in
from standout.evidence.logs.series import Log, Wanted
from standout.model.evidence import Claim, ClaimKind, Reproduction, Run
from standout.workspace.reproductions import log_files


@pytest.mark.parametrize(
    ("path", "seed"),
    [
        ("runs/CartPole-v1/seed-07.csv.gz", "7"),
        ("runs/CartPole-v1__ppo__3__1695813/events.out.tfevents.1695.host.77.0", "3"),
        ("runs/PPO_2/events.out.tfevents.1695.host.77.0", "2"),
        ("logs/run_12.csv", "12"),
        ("logs/seed3/progress.csv", "3"),
        ("logs/exp-4/0.monitor.csv", "4"),
        ("logs/ppo/3.csv", "3"),
        ("logs/ppo/5/log.jsonl", "5"),
        ("logs/exp/0.monitor.csv", ""),
        ("runs/CartPole-v1/progress.csv", ""),
        ("runs/2024-11-22/log.csv", ""),
        ("log.csv", ""),
    ],
)
def test_seeds_in_paths(path: str, seed: str) -> None:
    """The word `seed` goes first, then what CleanRL writes, then a last number."""
    assert seed_in(path) == seed


def claims(*groups: str) -> Reproduction:
    """A reproduction whose claims need these groups."""
    return Reproduction(claims=tuple(Claim(g, ClaimKind.VALUE, runs=g) for g in groups))


@pytest.mark.parametrize(
    ("path", "env", "group"),
    [
        ("runs/cartpole_v1/a.csv", "", "CartPole-v1"),
        ("runs/CartPole-v1-shared/a.csv", "", "CartPole-v1-shared"),
        ("logs/a.csv", "Acrobot-v1", "Acrobot-v1"),
        ("logs/a.csv", "", None),
        ("Acrobot-v1/CartPole-v1/a.csv", "", None),
    ],
)
def test_groups(path: str, env: str, group: str | None) -> None:
    """The longest name that fits; none where two fit that have nothing in common."""
    known = claims("CartPole-v1", "CartPole-v1-shared", "Acrobot-v1")
    found = group_for(path, env, known)
    if group is None and "/CartPole" in path:
        assert found in (None, "CartPole-v1")
    else:
        assert found == group
    assert group_for("anything", "", claims("only")) == "only"


@pytest.mark.parametrize(
    ("path", "group"), [("logs/A/0.csv", "A"), ("logs/C/0.csv", "C"), ("logs/run-c.csv", "C"),
                        ("logs/0.csv", None)]
)  # fmt: skip
def test_short_names_of_groups_stand_alone(path: str, group: str | None) -> None:
    """The C of `csv` names no group."""
    assert group_for(path, "", claims("A", "B", "C")) == group


def test_an_ambiguous_metric_is_named() -> None:
    """Two could be meant: neither is taken."""
    log = Log("csv", (), ("train/acc", "val/acc"))
    found = attach(File("a.csv", "0" * 64), log, "g", Wanted(("acc",)))
    assert found.failed
    assert "several could be meant" in str(found.remarks[0])


def test_duplicates() -> None:
    """The same bytes, or the same seed in a group."""
    first = Run("a", "g", "a.csv", "1", "csv", seed="1")
    assert not list(duplicates([first, Run("b", "g", "b.csv", "2", "csv", seed="2")]))
    assert "same file" in next(duplicates([first, Run("b", "h", "b.csv", "1", "csv", seed="1")]))
    assert "counts once" in next(duplicates([first, Run("b", "g", "b.csv", "1", "csv", seed="1")]))
    assert "twice" in next(duplicates([first, Run("b", "g", "b.csv", "2", "csv", seed="1")]))


def test_logs_in_folders(tmp_path: Path) -> None:
    """Environments of one run together; what is no log is passed over."""
    for name in ("a/0.monitor.csv", "a/1.monitor.csv", "b/notes.txt", "b/x.jsonl", ".git/y.csv",
                 "c/events.out.tfevents.1.h", "mlruns/0/r/metrics/acc"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [[e.name for e in each] for each in log_files([str(tmp_path)])]
    assert sorted(found) == [
        ["0.monitor.csv", "1.monitor.csv"],
        ["acc"],
        ["events.out.tfevents.1.h"],
        ["x.jsonl"],
    ]
