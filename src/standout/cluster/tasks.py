"""A partitioned Parquet dataset as tasks of bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from standout.errors import OpenError, UsageError
from standout.postings.ingest import Row
from standout.values import frozen

_BATCH = 256
"""Rows that are in memory at once."""


@frozen
class Task:
    """A row group of a file. `first` is the number of its first row in the file, from 1."""

    path: str
    group: int
    first: int


def tasks(paths: Iterable[str]) -> Iterator[Task]:
    """The row groups of files, in order. Raises `OpenError` for a file that is no Parquet."""
    parquet = _parquet()
    for path in paths:
        try:
            with parquet.ParquetFile(path) as file:
                sizes = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
        except (OSError, ValueError) as error:
            raise OpenError(f"{path}: {error}", "name Parquet files") from error
        for group, _ in enumerate(sizes):
            yield Task(path, group, 1 + sum(sizes[:group]))


def rows(task: Task) -> Iterator[Row]:
    """The rows of a task, numbered as in the whole file."""
    number = task.first
    with _parquet().ParquetFile(task.path) as file:
        for batch in file.iter_batches(batch_size=_BATCH, row_groups=[task.group]):
            for row in batch.to_pylist():
                yield Row(task.path, number, _json(row))
                number += 1


def _parquet() -> Any:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise UsageError(
            "a Parquet dataset needs pyarrow, which is not installed",
            'python -m pip install "standout[cluster]"',
        ) from error
    return parquet


def _json(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
