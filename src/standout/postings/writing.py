"""Adding to the store: batch by batch, each wholly there or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from standout.postings import schema, upkeep
from standout.postings.copies import Copies
from standout.postings.prepared import EMPLOYMENT, PERMIT, REMOTE, SENIORITY, Prepared
from standout.postings.segments import TYPES, Array, Columns, segment
from standout.postings.weights import STRESSES, Weigher
from standout.values import frozen

_MOST_KEPT = 200_000
"""Numbers of names that are held in memory; the rest are asked for."""


@frozen
class Added:
    """What became of a batch: how many are new, replaced an older version, were there already.

    `copies` of the new and replaced ones are the same posting as another.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    copies: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.copies + other.copies,
        )


class Writer:
    """The one hand that writes to a store. Close it, or use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._connection = schema.open_to_write(folder)
        self._names = _Numbers(self._connection, "names", "value")
        self._concepts = _Numbers(self._connection, "concepts", "signature")
        self._weigher: Weigher | None = None
        self._seen = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the file in order."""
        self._connection.execute("PRAGMA optimize")
        self._connection.close()

    def add(self, batch: Sequence[Prepared]) -> Added:
        """Store a batch in one transaction. Of a posting that is given twice the last one stays."""
        latest = {each.key: each for each in batch}
        try:
            with schema.transaction(self._connection):
                self._look_around()
                known = self._known(latest)
                fresh = [e for e in latest.values() if known.get(e.key, (0, None))[1] != e.content]
                replaced = [known[each.key][0] for each in fresh if each.key in known]
                upkeep.forget(self._connection, replaced)
                labels = self._insert(fresh)
        except BaseException:
            # What was numbered in a batch that is undone has no number.
            self._seen = -1
            raise
        copies = sum(row != label for row, label in labels)
        new = len(fresh) - len(replaced)
        return Added(new, len(replaced), len(batch) - len(fresh), copies)

    def remove(self, keys: Iterable[int]) -> int:
        """Take postings out by their ids, and say how many were there."""
        with schema.transaction(self._connection):
            rows = [row for row, _ in self._known(dict.fromkeys(keys)).values()]
            upkeep.forget(self._connection, rows)
        return len(rows)

    def remove_expired(self, day: int) -> int:
        """Take out what has expired before a day, and say how many those were."""
        with schema.transaction(self._connection):
            found = self._connection.execute(
                "SELECT row FROM postings WHERE expires > 0 AND expires < ?", (day,)
            )
            rows = [row for (row,) in found]
            upkeep.forget(self._connection, rows)
        return len(rows)

    def settle(self) -> None:
        """After the last batch: put small blocks together, weigh anew where much has changed."""
        with schema.transaction(self._connection):
            upkeep.settle(self._connection)
        self._weigher = None

    def _look_around(self) -> None:
        """Forget what was remembered when another process has written since."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._seen:
            self._names.forget()
            self._concepts.forget()
            self._weigher = None
            self._seen = version

    def _known(self, keys: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Row and content of those ids that are stored."""
        found = {}
        for key in keys:
            line = self._connection.execute(
                "SELECT row, content FROM postings WHERE key = ?", (key,)
            ).fetchone()
            if line:
                found[key] = line
        return found

    def _insert(self, fresh: Sequence[Prepared]) -> list[tuple[int, int]]:
        """Rows and labels of what is inserted."""
        if not fresh:
            return []
        execute = self._connection.execute
        first = execute("SELECT value FROM facts WHERE name = 'next'").fetchone()
        start = int(first[0]) if first else 1
        rows = range(start, start + len(fresh))
        execute("INSERT OR REPLACE INTO facts VALUES ('next', ?)", (str(rows.stop),))
        copies = Copies(self._connection)
        labels = []
        for row, each in zip(rows, fresh, strict=True):
            label = copies.label(row, each)
            self._insert_row(row, label, each)
            labels.append((row, label))
        self._insert_columns(labels, fresh)
        return labels

    def _insert_row(self, row: int, label: int, each: Prepared) -> None:
        execute = self._connection.execute
        execute(
            "INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row, each.key, each.content, label, each.title, each.organization,
                json.dumps(each.places, ensure_ascii=False), each.url, each.seniority,
                each.posted, each.expires,
                np.array([each.sketch.exact, *each.sketch.bands], "<i8").tobytes(),
            ),
        )  # fmt: skip
        execute("INSERT INTO bodies VALUES (?, ?, ?)", (row, each.text, each.record))
        execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, each.searched))

    def _insert_columns(self, labels: Sequence[tuple[int, int]], fresh: Sequence[Prepared]) -> None:
        lines = [
            (
                row,
                each.key,
                label,
                self._names.of(each.organization),
                self._names.of("; ".join(each.places)),
                self._names.of(each.currency),
                *each.salary,
                each.posted,
                each.expires,
                _position(REMOTE, each.remote),
                _position(EMPLOYMENT, each.employment),
                _position(SENIORITY, each.seniority),
                _position(PERMIT, each.permit),
                len(each.demands),
                len(each.beside),
                each.told,
            )
            for (row, label), each in zip(labels, fresh, strict=True)
        ]
        columns = Columns(
            *(
                np.array(values, kind)
                for values, kind in zip(zip(*lines, strict=True), TYPES.values(), strict=True)
            )
        )
        demands = self._numbered(term for each in fresh for term in each.demands)
        beside = self._numbered(term for each in fresh for term in each.beside)
        if self._weigher is None:
            self._weigher = upkeep.weigher(self._connection)
        weighed = self._weigher.weights(columns.counts, demands, columns.beside, beside)
        upkeep.insert(self._connection, segment(columns, weighed))

    def _numbered(self, terms: Iterable[tuple[str, int]]) -> Array:
        """Each stress of a concept has a number of its own: a weight depends on nothing else."""
        return np.array(
            [self._concepts.of(said) * STRESSES + stress for said, stress in terms], "<u4"
        )


class _Numbers:
    """Strings by number, as a table keeps them."""

    def __init__(self, connection: sqlite3.Connection, table: str, column: str) -> None:
        self._connection = connection
        # Both names are ours, no user's.
        self._insert = f"INSERT OR IGNORE INTO {table} ({column}) VALUES (?)"  # noqa: S608 - names are ours
        self._select = f"SELECT id FROM {table} WHERE {column} = ?"  # noqa: S608 - the same
        self._known: dict[str, int] = {}

    def of(self, value: str) -> int:
        """The number of a string; the empty one has 0."""
        if not value:
            return 0
        if value not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._connection.execute(self._insert, (value,))
            self._known[value] = self._connection.execute(self._select, (value,)).fetchone()[0]
        return self._known[value]

    def forget(self) -> None:
        """Remember nothing: another process may have written, or a batch was undone."""
        self._known.clear()


def _position(values: Sequence[str], value: str) -> int:
    return values.index(value) if value in values else 0
