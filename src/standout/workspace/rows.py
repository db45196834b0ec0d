"""Files of many postings, row by row: a million rows need no more memory than one."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standout.errors import OpenError, UsageError
from standout.values import frozen

SOURCES = frozenset(
    {".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".html", ".htm", ".txt", ".md",
     ".pdf", ".docx"}
)  # fmt: skip
"""Suffixes that are looked for in folders of postings."""

LONGEST = 10_000_000
"""Bytes of a row: a longer one is no posting."""
_LINES = frozenset({".jsonl", ".ndjson"})
_TABLES = {".csv": ",", ".tsv": "\t"}


@frozen
class FileRow:
    """A row of a file: its name, the line where it ends, its bytes, and what is wrong with it.

    `line` is None for a file that is not read by rows; its content is the whole of it. `read` is
    how many bytes of the file were read by then.
    """

    path: str
    line: int | None
    content: bytes
    read: int
    problem: str = ""


def posting_rows(path: str) -> Iterator[FileRow]:
    """The rows of a file. Raises `OpenError` and, without what Parquet needs, `UsageError`."""
    suffix = Path(path).suffix.lower()
    try:
        if suffix in _LINES:
            yield from _json_lines(path)
        elif suffix in _TABLES:
            yield from _table(path, _TABLES[suffix])
        elif suffix == ".parquet":
            yield from _parquet(path)
        else:
            content = Path(path).read_bytes()
            yield FileRow(path, None, content, len(content))
    except (OSError, ValueError) as error:
        raise OpenError(f"{path}: {error}", "check the path and its permissions") from error


def size_of(path: str) -> int:
    """The bytes of a file, 0 where it cannot be read."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - the path may be no path at all
    except (OSError, ValueError):
        return 0


def _json_lines(path: str) -> Iterator[FileRow]:
    with Path(path).open("rb") as file:
        read = number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            read += len(line)
            if len(line) > LONGEST:
                yield FileRow(path, number, b"", read, "the line is too long")
                while line and not line.endswith(b"\n"):
                    line = file.readline(LONGEST)
                    read += len(line)
            elif line.strip():
                yield FileRow(path, number, line, read)


def _table(path: str, delimiter: str) -> Iterator[FileRow]:
    csv.field_size_limit(LONGEST)
    with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=delimiter)
        names = next(rows, [])
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield FileRow(path, rows.line_num, b"", 0, str(error))
                continue
            if any(each.strip() for each in row):
                yield _of_table(path, rows.line_num, names, row)


def _of_table(path: str, line: int, names: list[str], row: list[str]) -> FileRow:
    content = _json(dict(zip(names, row, strict=False)))
    problem = ""
    if len(row) != len(names):
        problem = f"the row has {len(row)} columns, the first line names {len(names)}"
    return FileRow(path, line, content, 0, problem)


def _parquet(path: str) -> Iterator[FileRow]:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise UsageError(
            f"{path}: Parquet files need pyarrow, which is not installed",
            'python -m pip install "standout[jobs]" pyarrow',
        ) from error
    number = 0
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield FileRow(path, number, _json(row), 0)


def _json(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
