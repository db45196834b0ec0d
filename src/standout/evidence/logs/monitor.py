"""Stable-Baselines3's `monitor.csv`: a line of JSON, then reward, length and time an episode.

The environments of one run write a file each; they are merged by time, as its own loader does,
and a step is the number of steps that all of them have made until then.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import BinaryIO

import numpy as np

from standout.evidence.logs import naming, tables
from standout.evidence.logs.opening import text_of
from standout.evidence.logs.series import Floats, Log, Logged, Remark, Series, Wanted

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
        log = tables.read(stream, Wanted(_COLUMNS))
        gone = [each for each in _COLUMNS if each not in log.metrics]
        if gone:
            told = f"there is no column `{'`, `'.join(gone)}`"
            remarks.append(Remark(name, told, serious=True))
            continue
        remarks += [replace(each, place=_in(name, each.place)) for each in _worth(log.remarks)]
        for each in log.runs:
            parts.append(_episodes(name, each, remarks))
            starts.append(_start(header))
        env = env or str(header.get("env_id") or "")
    if not parts:
        return Log("monitor", (), _COLUMNS, tuple(remarks))
    columns = {c: np.concatenate([each[c] for each in parts]) for c in _COLUMNS}
    ended = np.concatenate([each["t"] + s for each, s in zip(parts, starts, strict=True)])
    order = np.argsort(ended, kind="stable")
    steps = np.cumsum(columns["l"][order])
    asked_for = {asked: _column(asked) for asked in wanted.metrics}
    series = {a: Series(steps, columns[c][order]) for a, c in asked_for.items() if c}
    seconds = float(ended.max() - min(starts)) if len(ended) else None
    run = Logged("", "", series, env=env if env != "None" else "", wall_seconds=seconds)
    return Log("monitor", (run,), _COLUMNS, tuple(remarks))


def _episodes(name: str, logged: Logged, remarks: list[Remark]) -> dict[str, Floats]:
    """The columns of a file, row by row; an episode whose length or end is unknown has no step."""
    # There is no column for the step, so that rows were counted: it says which are whole.
    rows = {c: logged.series[c].steps for c in _COLUMNS}
    there = reduce(np.intersect1d, rows.values())
    found = {c: logged.series[c].values[np.isin(rows[c], there)] for c in _COLUMNS}
    fine = np.isfinite(found["l"]) & (found["l"] >= 0) & np.isfinite(found["t"])
    number = max(map(len, rows.values())) - int(np.count_nonzero(fine))
    if number:
        told = "an episode without its reward, length or end is left out"
        remarks.append(Remark(name, told, serious=True, times=number))
    return {c: values[fine] for c, values in found.items()}


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
    # Steps are made of the lengths, so that what is said of a column for them says nothing.
    return [each for each in remarks if "step" not in each.message]


def _in(name: str, place: str) -> str:
    # The line of JSON was taken off before the table was read.
    if place.startswith("line "):
        place = f"line {int(place.removeprefix('line ')) + 1}"
    return f"{name} {place}".strip()
