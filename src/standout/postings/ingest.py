"""Rows of files to postings that are ready for the store: pure, and the same in any process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standout.model import PostingReading
from standout.postings.prepared import Prepared, prepared
from standout.readers import posting
from standout.values import frozen


@frozen
class Row:
    """A posting's bytes and where they stand. `line` is None for a whole file.

    A row of a file is a JSON object; `problem` says what kept it from being taken apart.
    """

    path: str
    line: int | None
    content: bytes
    problem: str = ""


@frozen
class Ready:
    """What some rows hold, and what is wrong with those that hold nothing, each with its place."""

    postings: tuple[Prepared, ...]
    problems: tuple[str, ...]


def ready(rows: Sequence[Row]) -> Ready:
    """Read rows. A row that is broken is told and skipped."""
    found: list[Prepared] = []
    problems: list[str] = []
    for row in rows:
        try:
            held, problem = _held(row)
        except Exception as error:  # noqa: BLE001 - one broken row never stops the rest
            held, problem = [], f"it cannot be read ({type(error).__name__})"
        found += held
        if problem:
            place = row.path if row.line is None else f"{row.path}:{row.line}"
            problems.append(f"{place}: {problem}")
    return Ready(tuple(found), tuple(problems))


def _held(row: Row) -> tuple[list[Prepared], str]:
    """The postings of a row, and what is wrong where there are none."""
    if row.problem:
        return [], f"row skipped: {row.problem}"
    readings = list(_readings(row))
    full = [prepared(each) for each in readings if each.source.text.strip()]
    said = [each.message for reading in readings for each in reading.diagnostics]
    return full, "" if full else "; ".join(said) or "there is no posting in it"


def _readings(row: Row) -> Iterable[PostingReading]:
    if row.line is None:
        return posting.read_all(row.content, row.path)
    return posting.stream([row.content], "row.jsonl")
