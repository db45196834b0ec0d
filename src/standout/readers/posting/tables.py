"""Many postings in one file: JSON lines, CSV, Parquet, a row at a time in bounded memory."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from standout.errors import OpenError
from standout.model import Document
from standout.model.posting import PostingReading
from standout.readers.posting import boards
from standout.readers.posting.compose import composed
from standout.readers.problems import problem
from standout.source import Source

_LONGEST_ROW = 5_000_000
_BATCH = 500
_DELIMITERS = (",", ";", "\t", "|")
_TABLES = (".csv", ".tsv")


def stream(lines: Iterable[bytes], name: str) -> Iterator[PostingReading]:
    """The postings of JSON lines or, by the file's name, of CSV.

    A reading's source is named after file and line. A row that is malformed is a reading with a
    diagnostic and no text; the rest is read.
    """
    if name.lower().endswith(_TABLES):
        yield from _csv(lines, name)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _json(line, name, number)


def stream_parquet(file: BinaryIO, name: str) -> Iterator[PostingReading]:
    """The postings of a Parquet file. Raises `OpenError` without pyarrow, or for what is none."""
    try:
        from pyarrow import lib, parquet
    except ImportError as error:
        raise OpenError(f"{name} is Parquet, which needs pyarrow", "pip install pyarrow") from error
    try:
        batches = parquet.ParquetFile(file).iter_batches(batch_size=_BATCH)
        rows = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(rows, 1):
            yield _row(row, name, number)
    except (lib.ArrowException, OSError) as error:
        raise OpenError(f"{name} is no readable Parquet file", str(error)[:200]) from error


def _json(line: bytes, name: str, number: int) -> Iterator[PostingReading]:
    if len(line) > _LONGEST_ROW:
        yield _malformed(name, number, "the row is larger than any posting")
        return
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
        yield _malformed(name, number, f"not valid JSON: {said}")
        return
    found = [
        composed(each, f"{name}:{number}", "json", len(line)) for each in boards.postings(value)
    ]
    yield from found or [_malformed(name, number, "no field of it holds a posting")]


def _csv(lines: Iterable[bytes], name: str) -> Iterator[PostingReading]:
    text = (line.decode("utf-8-sig", "replace").replace("\0", "") for line in lines)
    csv.field_size_limit(_LONGEST_ROW)
    first = next(text, "")
    reader = csv.reader(chain([first], text), delimiter=_delimiter(first, name))
    columns: list[str] = []
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _malformed(name, number, f"not valid CSV: {error}")
            continue
        if not columns:
            columns = cells
        elif len(cells) > len(columns):
            yield _malformed(name, number, f"{len(cells)} fields in place of {len(columns)}")
        elif any(cells):
            yield _row(dict(zip(columns, cells, strict=False)), name, number)


def _delimiter(header: str, name: str) -> str:
    """What parts the names of the columns: whatever a file is called, they hold no other mark."""
    if name.lower().endswith(".tsv"):
        return "\t"
    return max(_DELIMITERS, key=header.count)


def _row(row: dict[str, Any], name: str, number: int) -> PostingReading:
    told = boards.posting(row)
    if told is None:
        return _malformed(name, number, "no field of it holds a posting")
    return composed(told, f"{name}:{number}", "table", sum(map(len, map(str, row.values()))))


def _malformed(name: str, number: int, message: str) -> PostingReading:
    said = problem("DOC005", f"row skipped: {message}")
    source = Source(f"{name}:{number}", "unknown", "")
    return PostingReading(source, Document("unknown"), diagnostics=(said,))
