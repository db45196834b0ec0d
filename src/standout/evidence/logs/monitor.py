"""Stable-Baselines3's `monitor.csv`: a line of JSON, then reward, length and time an episode.

The environments of one run write a file each; they are merged by time, as its own loader does,
and a step is the number of steps that all of them have made until then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

import numpy as np

from standout.evidence.logs import naming, tables
from standout.evidence.logs.opening import text_of
from standout.evidence.logs.series import Log, Logged, Notes, Remark, Series, Wanted, checked

RETURNS = ("r", "episodic_return", "return", "episode_return", "reward", "episode_reward",
           "ep_rew_mean", "score")  # fmt: skip
LENGTHS = ("l", "episodic_length", "length", "episode_length", "ep_len_mean")
_COLUMNS = ("r", "l", "t")


def is_monitor(head: bytes) -> bool:
    """Say whether a file begins like one."""
    return head.startswith(b"#{") and b"t_start" in head.partition(b"\n")[0]


def read(streams: Sequence[tuple[str, BinaryIO]], wanted: Wanted) -> Log:
    """One run of one file, or of the files of all its environments, each with its name."""
    parts, remarks, starts, env = [], list[Remark](), list[float](), ""
    for name, stream in streams:
        header = _header(stream)
        log = tables.read(stream, Wanted(_COLUMNS, step="l"))
        remarks += [replace(each, place=_in(name, each.place)) for each in _worth(log.remarks)]
        parts += [each.series for each in log.runs if set(_COLUMNS) <= set(each.series)]
        starts += [_start(header)] * (len(parts) - len(starts))
        env = env or str(header.get("env_id") or "")
    if not parts:
        return Log("monitor", (), (), tuple(remarks))
    columns = {c: np.concatenate([each[c].values for each in parts]) for c in _COLUMNS}
    ended = np.concatenate([each["t"].values + s for each, s in zip(parts, starts, strict=True)])
    order = np.argsort(ended, kind="stable")
    steps = np.cumsum(columns["l"][order])
    notes = Notes()
    series = {}
    for asked in wanted.metrics:
        column = _column(asked)
        if column:
            found = Series(steps, columns[column][order])
            series[asked] = checked(asked, found, "episode", notes)
    seconds = float(ended.max() - min(starts)) if len(ended) else None
    run = Logged("", "", series, env=env if env != "None" else "", wall_seconds=seconds)
    return Log("monitor", (run,), _COLUMNS, (*remarks, *notes.remarks()))


def _column(asked: str) -> str | None:
    last = naming.plain(asked.rpartition("/")[2])
    if last in map(naming.plain, RETURNS):
        return "r"
    if last in map(naming.plain, LENGTHS):
        return "l"
    return "t" if last == "t" else None


def _header(stream: BinaryIO) -> dict[str, object]:
    line = stream.readline(1 << 16)
    try:
        found = json.loads(text_of(line).lstrip("#"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _start(header: dict[str, object]) -> float:
    start = header.get("t_start")
    return float(start) if isinstance(start, int | float) else 0.0


def _worth(remarks: Sequence[Remark]) -> list[Remark]:
    # Lengths stand in for steps here, so that what is said of steps says nothing.
    return [each for each in remarks if "step" not in each.message]


def _in(name: str, place: str) -> str:
    # The line of JSON was taken off before the table was read.
    if place.startswith("line "):
        place = f"line {int(place.removeprefix('line ')) + 1}"
    return f"{name} {place}".strip()
