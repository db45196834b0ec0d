"""Rows of files to postings that are ready for the store: pure, and the same in any process."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standout.model.posting import PostingReading
from standout.postings.prepared import Prepared, prepared
from standout.readers import posting


@dataclass(frozen=True, slots=True)
class Row:
    """A posting's bytes and where they stand. `line` is None for a whole file.

    `problem` says what is wrong with a row that could not be taken apart.
    """

    path: str
    line: int | None
    content: bytes
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What some rows hold, and what is wrong with those that hold nothing, each with its place."""

    postings: tuple[Prepared, ...]
    problems: tuple[str, ...]


def ready(rows: Sequence[Row]) -> Ready:
    """Read rows. A row that is broken is told and skipped."""
    found: list[Prepared] = []
    problems: list[str] = []
    for row in rows:
        problem = row.problem or ("" if row.line is None else _no_object(row.content))
        held: list[Prepared] = []
        if not problem:
            try:
                held = [prepared(each) for each in _readings(row)]
            except Exception as error:  # noqa: BLE001 - one broken row never stops the rest
                problem = f"it cannot be read ({type(error).__name__})"
        found += held
        if not held:
            place = row.path if row.line is None else f"{row.path}:{row.line}"
            problems.append(f"{place}: {problem or 'there is no posting in it'}")
    return Ready(tuple(found), tuple(problems))


def _no_object(content: bytes) -> str:
    """What keeps a line from being a JSON object, if anything does."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
        return f"no JSON: {said}"
    return "" if isinstance(value, dict) else "the row is no object with named fields"


def _readings(row: Row) -> Iterator[PostingReading]:
    for reading in posting.read_all(row.content, row.path if row.line is None else "row"):
        # An object without the fields of a posting is read as text.
        told = row.line is None or reading.source.format == "json"
        if told and reading.source.text.strip():
            yield reading
