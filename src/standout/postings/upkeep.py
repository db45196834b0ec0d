"""Keeping the store small and its weights true, inside a transaction of the caller."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from standout.matching import MatchSettings
from standout.postings.prepared import searched_words
from standout.postings.records import unpacked_text
from standout.postings.segments import SMALL, Array, Segment, flat, joined, read, segment, written
from standout.postings.weights import STRESSES, Taken, Weigher, taken_of

_FEW_BLOCKS = 8
"""Small blocks that may stand side by side."""
_MOST_DEAD = 4
"""Blocks are written anew when more than one row in this many is gone."""
_DRIFT = 2
"""Frequencies are taken anew when the store has grown or shrunk by this factor since."""


def insert(connection: sqlite3.Connection, block: Segment) -> None:
    """Add a block."""
    connection.execute(
        "INSERT INTO segments (count, body) VALUES (?, ?)", (len(block), written(block))
    )


def blocks(connection: sqlite3.Connection) -> Iterator[tuple[int, Segment]]:
    """All blocks with their numbers, oldest first."""
    numbers = [each for (each,) in connection.execute("SELECT id FROM segments ORDER BY id")]
    for number in numbers:
        yield number, _block(connection, number)


def gone(connection: sqlite3.Connection) -> Array:
    """Rows that blocks still hold and the store no longer does, ascending."""
    rows = connection.execute("SELECT row FROM gone ORDER BY row").fetchall()
    return np.array([row for (row,) in rows], np.int64)


def forget(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Take rows out. Where one led a group of copies, the oldest copy is found in its place."""
    execute = connection.execute
    for row in rows:
        (sketch,) = execute("SELECT sketch FROM postings WHERE row = ?", (row,)).fetchone()
        led = connection.executemany(
            "DELETE FROM twins WHERE hash = ? AND row = ?", [(each, row) for each in hashes(sketch)]
        )
        label = execute("SELECT label FROM postings WHERE row = ?", (row,)).fetchone()[0]
        execute("DELETE FROM postings WHERE row = ?", (row,))
        execute("DELETE FROM bodies WHERE row = ?", (row,))
        execute("INSERT INTO gone VALUES (?)", (row,))
        if led.rowcount:
            _hand_over(connection, label)


def _hand_over(connection: sqlite3.Connection, label: int) -> None:
    heir = connection.execute(
        "SELECT row, sketch FROM postings WHERE label = ? AND label <> row ORDER BY row LIMIT 1",
        (label,),
    ).fetchone()
    if heir is not None:
        lead(connection, heir[0], hashes(heir[1]))


def lead(connection: sqlite3.Connection, row: int, several: Sequence[int]) -> None:
    """Let a posting be found by its sketch."""
    connection.executemany(
        "INSERT OR IGNORE INTO twins VALUES (?, ?)", [(each, row) for each in several]
    )


def hashes(sketch: bytes) -> list[int]:
    """The numbers of a stored sketch."""
    found: list[int] = np.frombuffer(sketch, "<i8").tolist()
    return found


def weigher(connection: sqlite3.Connection) -> Weigher:
    """The weights of new blocks: by the frequencies that were last taken, and plain settings."""

    def signature(number: int) -> str:
        line = connection.execute("SELECT signature FROM concepts WHERE id = ?", (number,))
        return str(line.fetchone()[0])

    return Weigher(signature, frequencies(connection), MatchSettings())


def frequencies(connection: sqlite3.Connection) -> Taken:
    """The frequencies that hold."""
    line = connection.execute("SELECT value FROM facts WHERE name = 'frequencies'").fetchone()
    return Taken.of(json.loads(line[0])) if line else Taken()


def settle(connection: sqlite3.Connection) -> None:
    """Put small blocks together, drop what is gone, weigh anew where much has changed."""
    sizes = dict(connection.execute("SELECT id, count FROM segments ORDER BY id").fetchall())
    dead = gone(connection)
    total = sum(sizes.values())
    if len(dead) * _MOST_DEAD > total:
        _rewrite(connection, list(sizes), dead)
        _forget_gone(connection)
        total -= len(dead)
    else:
        small = [number for number, count in sizes.items() if count < SMALL]
        if len(small) > _FEW_BLOCKS:
            _rewrite(connection, small, np.zeros(0, np.int64))
    held = frequencies(connection).total
    if total > held * _DRIFT or total * _DRIFT < held:
        weigh_anew(connection)


def weigh_anew(connection: sqlite3.Connection) -> None:
    """Count which skills are asked for, and weigh every demand by that from now on."""
    known = signatures(connection)
    counts = np.zeros(STRESSES * (max(known, default=0) + 1), np.int64)
    total = 0
    for _, block in blocks(connection):
        for terms in (block.demands, block.beside):
            counts += np.bincount(terms.concepts, minlength=len(counts))
        total += len(block)
    whole = counts.reshape(-1, STRESSES).sum(axis=1)
    taken = taken_of(known, whole, total, frequencies(connection).version + 1)
    connection.execute(
        "INSERT OR REPLACE INTO facts VALUES ('frequencies', ?)", (json.dumps(taken.as_json()),)
    )
    anew = Weigher(known.__getitem__, taken, MatchSettings())
    for number, block in blocks(connection):
        body = written(reweighed(block, anew))
        connection.execute("UPDATE segments SET body = ? WHERE id = ?", (body, number))


def reweighed(block: Segment, weigher: Weigher) -> Segment:
    """A block with its demands weighed anew."""
    columns, terms = block.columns, flat(block)
    weighed = weigher.weights(
        columns.counts, terms.demands.concepts, columns.beside, terms.beside.concepts
    )
    return segment(columns, weighed)


def signatures(connection: sqlite3.Connection) -> dict[int, str]:
    """Every concept by number."""
    return dict(connection.execute("SELECT id, signature FROM concepts ORDER BY id").fetchall())


def _rewrite(connection: sqlite3.Connection, numbers: Sequence[int], dead: Array) -> None:
    """Put blocks together, without the dead, into as few as their greatest size allows."""
    waiting: list[Segment] = []
    for number in numbers:
        block = _block(connection, number)
        connection.execute("DELETE FROM segments WHERE id = ?", (number,))
        if sum(map(len, waiting)) + len(block) > 2 * SMALL:
            _insert_joined(connection, waiting, dead)
            waiting = []
        waiting.append(block)
    _insert_joined(connection, waiting, dead)


def _insert_joined(connection: sqlite3.Connection, several: Sequence[Segment], dead: Array) -> None:
    kept = [~np.isin(block.columns.row, dead) for block in several]
    if any(mask.any() for mask in kept):
        insert(connection, joined(several, kept))


def _forget_gone(connection: sqlite3.Connection) -> None:
    """The index of words is made anew, for it cannot forget a row without its words."""
    connection.execute("DELETE FROM gone")
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    lines = connection.execute(
        "SELECT row, title, organization, text FROM postings JOIN bodies USING (row)"
    )
    for row, title, organization, text in lines:
        searched = searched_words(title, organization, unpacked_text(text))
        connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, searched))


def _block(connection: sqlite3.Connection, number: int) -> Segment:
    (body,) = connection.execute("SELECT body FROM segments WHERE id = ?", (number,)).fetchone()
    return read(body)
