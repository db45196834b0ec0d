"""The same numbers as the vendors' own libraries, to the bit, where those are installed."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import pytest

from standout.evidence.logs import monitor
from standout.evidence.logs.reading import read
from standout.evidence.logs.series import Wanted

VALUES = [math.sin(i) * 10.0**(i % 30 - 15) for i in range(2000)]  # fmt: skip


def rows(path: Path, metric: str) -> list[tuple[float, float]]:
    """Steps and values of the only run."""
    with path.open("rb") as stream:
        log = read(stream, str(path), Wanted((metric,)))
    (run,) = log.runs
    series = run.series[metric]
    return list(zip(series.steps.tolist(), series.values.tolist(), strict=True))


@pytest.mark.filterwarnings("ignore")  # of the vendors' own making
def test_tensorboard(tmp_path: Path) -> None:
    """Scalars as `EventAccumulator` gives them."""
    writers = pytest.importorskip("tensorboardX", reason="tensorboardX is not installed")
    events = pytest.importorskip(
        "tensorboard.backend.event_processing.event_accumulator",
        reason="tensorboard is not installed",
    )
    writer = writers.SummaryWriter(str(tmp_path))
    for step, value in enumerate(VALUES):
        writer.add_scalar("charts/acc", value, step * 3)
    writer.close()
    (path,) = tmp_path.iterdir()
    theirs = events.EventAccumulator(str(path), size_guidance={"scalars": 0})
    theirs.Reload()
    expected = [(float(e.step), e.value) for e in theirs.Scalars("charts/acc")]
    assert rows(path, "acc") == expected


@pytest.mark.filterwarnings("ignore")  # the same
def test_wandb(tmp_path: Path) -> None:
    """The history as the scanner of `wandb` gives it, row by row."""
    wandb: Any = pytest.importorskip("wandb", reason="wandb is not installed")
    run = wandb.init(mode="offline", dir=str(tmp_path), settings={"silent": True})
    for step, value in enumerate(VALUES):
        run.log({"acc": value, "global_step": step * 4})
    run.finish()
    (path,) = tmp_path.rglob("*.wandb")
    assert rows(path, "acc") == [(step * 4.0, value) for step, value in enumerate(VALUES)]


@pytest.mark.filterwarnings("ignore")  # the same
def test_mlflow(tmp_path: Path) -> None:
    """The history of a metric as its client gives it."""
    mlflow: Any = pytest.importorskip("mlflow", reason="mlflow is not installed")
    mlflow.set_tracking_uri(f"sqlite:///{tmp_path}/mlflow.db")
    with mlflow.start_run() as run:
        for step, value in enumerate(VALUES[:100]):
            mlflow.log_metric("acc", value, step=step)
    history = mlflow.MlflowClient().get_metric_history(run.info.run_id, "acc")
    expected = sorted((float(each.step), each.value) for each in history)
    assert sorted(rows(tmp_path / "mlflow.db", "acc")) == expected


@pytest.mark.filterwarnings("ignore")  # the same
def test_stable_baselines(tmp_path: Path) -> None:
    """Several environments' files as `load_results` merges them."""
    theirs: Any = pytest.importorskip(
        "stable_baselines3.common.monitor", reason="stable-baselines3 is not installed"
    )
    head = '#{"t_start": %s, "env_id": "X"}\nr,l,t\n'
    (tmp_path / "0.monitor.csv").write_text(head % 10.5 + "1.25,7,0.5\n2.5,8,3.5\n")
    (tmp_path / "1.monitor.csv").write_text(head % 11.0 + "3.75,9,0.25\n4.5,6,9.5\n")
    frame = theirs.load_results(str(tmp_path))
    streams = [(e.name, io.BytesIO(e.read_bytes())) for e in sorted(tmp_path.iterdir())]
    series = monitor.read(streams, Wanted(("r",))).runs[0].series["r"]
    assert series.values.tolist() == frame.r.tolist()
    assert series.steps.tolist() == frame.l.cumsum().tolist()
