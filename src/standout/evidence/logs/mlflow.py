"""MLflow's runs: its SQLite store, opened for reading only, and its old files of one metric."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import BinaryIO
from urllib.parse import quote

import numpy as np

from standout.evidence.logs import naming
from standout.evidence.logs.jsonl import Column
from standout.evidence.logs.opening import line_blocks, text_of
from standout.evidence.logs.series import Floats, Log, Logged, Notes, Wanted
from standout.patterns import regex

MAGIC = b"SQLite format 3\x00"
_ROWS = 100_000
"""Rows of the store that are taken at once."""
_ROW = regex(r"(\d{9,16}) (\S+) (-?\d+)")


def is_metric_file(head: bytes) -> bool:
    """Say whether a file begins with lines `timestamp value step`."""
    lines = text_of(head).split("\n")[:3]
    return bool(lines[0]) and all(_ROW.fullmatch(each.strip()) for each in lines[:-1] or lines)


def read_store(stream: BinaryIO, path: str, wanted: Wanted) -> Log:
    """Every run of a store that has the metrics; runs that were deleted there are told."""
    notes = Notes()
    if _is_cut(stream):
        notes.lose("", "the store is cut off: the file is shorter than its own header says")
    uri = f"file:{quote(path)}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as store:
            store.text_factory = text_of
            names = [str(row[0]) for row in store.execute("SELECT DISTINCT key FROM metrics")]
            runs = tuple(_runs(store, wanted, names, notes))
    # What SQLite says of a damaged file may itself be no text.
    except (sqlite3.Error, UnicodeDecodeError) as error:
        notes.lose("", f"not a store of MLflow, or damaged: {error}")
        return Log("mlflow", (), (), notes.remarks())
    return Log("mlflow", runs, tuple(names), notes.remarks())


def _is_cut(stream: BinaryIO) -> bool:
    """Say whether pages are missing at the end, which SQLite may pass over in silence."""
    head = stream.read(100)
    if len(head) < 100 or head[24:28] != head[92:96]:
        return len(head) < 100  # an old writer's header does not count the pages
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return pages > 0 and _is_shorter(stream, (65_536 if page == 1 else page) * pages)


def _is_shorter(stream: BinaryIO, size: int) -> bool:
    try:
        stream.seek(size - 1)
    except OSError:
        return False  # an archive, which SQLite does not open anyway
    return not stream.read(1)


def _runs(
    store: sqlite3.Connection, wanted: Wanted, names: list[str], notes: Notes
) -> Iterator[Logged]:
    asked = {naming.match(each, names): each for each in wanted.metrics}
    keys = {name: each for name, each in asked.items() if name}
    rows = store.execute("SELECT run_uuid, name, lifecycle_stage, start_time, end_time FROM runs")
    for uuid, name, stage, start, end in rows.fetchall():
        if stage == "deleted":
            notes.say(f"run {uuid}", "was deleted in MLflow; it is left out")
            continue
        config = dict(store.execute("SELECT key, value FROM params WHERE run_uuid = ?", (uuid,)))
        columns = _columns(store, uuid, keys)
        series = {each: found.series(each, notes, f"run {uuid} row") for each, found in columns}
        if not series:
            continue
        seconds = (end - start) / 1000 if isinstance(start, int) and isinstance(end, int) else None
        yield Logged(
            str(name or uuid),
            naming.config_value(config, naming.SEEDS),
            series,
            {str(key): str(value)[:200] for key, value in config.items()},
            naming.config_value(config, naming.ENVIRONMENTS),
            seconds,
        )


def _columns(
    store: sqlite3.Connection, uuid: str, keys: dict[str, str]
) -> Iterator[tuple[str, Column]]:
    question = (
        "SELECT step, value, is_nan FROM metrics WHERE run_uuid = ? AND key = ? "
        "ORDER BY timestamp, step"
    )
    for name, asked in keys.items():
        column = Column()
        found = store.execute(question, (uuid, name))
        first = 1
        while rows := found.fetchmany(_ROWS):
            steps, values, gone = (_numbers(each) for each in zip(*rows, strict=True))
            values[gone != 0] = np.nan
            lines = np.arange(first, first + len(rows), dtype=np.int64)
            column.add_all(steps, values, lines, np.ones(len(rows), np.bool_))
            first += len(rows)
        if len(column.values):
            yield asked, column


def _numbers(cells: Sequence[object]) -> Floats:
    """Cells of a table, which SQLite lets hold anything: what is no number is NaN."""
    try:
        return np.array(cells, dtype=np.float64)
    except (ValueError, TypeError, OverflowError):
        return np.array([e if isinstance(e, int | float) else np.nan for e in cells], np.float64)


def read_metric_file(stream: BinaryIO, wanted: Wanted, metric: str) -> Log:
    """One metric of one run; the name of the metric is that of the file."""
    notes = Notes()
    column = Column()
    line = 0
    for block in line_blocks(stream, notes):
        for each in text_of(block).splitlines():
            line += 1
            if not each.strip():
                continue
            if not _taken(column, each.strip(), line):
                notes.lose(f"line {line}", "not `timestamp value step`; the row is left out")
            elif not block.endswith(b"\n"):
                notes.say(f"line {line}", "the last row has no line end: it may be cut short")
    asked = next((each for each in wanted.metrics if naming.match(each, [metric])), None)
    series = {asked: column.series(asked, notes)} if asked else {}
    return Log("mlflow-file", (Logged("", "", series),), (metric,), notes.remarks())


def _taken(column: Column, written: str, line: int) -> bool:
    row = _ROW.fullmatch(written)
    try:
        if row:
            column.add(float(row[3]), float(row[2]), line)
    except ValueError:
        return False
    return row is not None
