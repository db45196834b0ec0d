"""The store's file: one SQLite database in a folder, whose transactions are what survives a crash.

Everything is in it: texts, words to search by, the sketches that find copies, and the blocks of
columns that a ranking reads. Blocks are blobs, for what is written in one transaction cannot come
apart, and a million postings of them are read in a tenth of a second.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from standout.errors import OpenError, UsageError

FILE = "postings.sqlite3"
VERSION = 3

_WAIT = 60_000
"""Milliseconds that a writer waits for another's batch."""

_TABLES = """
CREATE TABLE postings (
    row INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    content INTEGER NOT NULL,
    label INTEGER NOT NULL,
    title TEXT NOT NULL,
    organization TEXT NOT NULL,
    places TEXT NOT NULL,
    url TEXT NOT NULL,
    seniority TEXT NOT NULL,
    posted INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    sketch BLOB NOT NULL
) STRICT;
CREATE INDEX copies ON postings (label) WHERE label <> row;
CREATE INDEX ending ON postings (expires) WHERE expires > 0;
CREATE TABLE bodies (row INTEGER PRIMARY KEY, text BLOB NOT NULL, record BLOB NOT NULL) STRICT;
CREATE TABLE twins (hash INTEGER, row INTEGER, PRIMARY KEY (hash, row)) STRICT, WITHOUT ROWID;
CREATE TABLE names (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE concepts (id INTEGER PRIMARY KEY, signature TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, count INTEGER NOT NULL,
    body BLOB NOT NULL) STRICT;
CREATE TABLE gone (row INTEGER PRIMARY KEY) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', detail = 'none', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
"""


def open_to_write(folder: Path) -> sqlite3.Connection:
    """The store in a folder, made where there is none. Raises `OpenError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = _connected(folder / FILE)
        with transaction(connection):
            if _version(connection) == 0:
                _create(connection)
    except (OSError, sqlite3.Error) as error:
        raise _cannot(folder, error) from error
    return _checked(connection, folder)


def open_to_read(folder: Path) -> sqlite3.Connection:
    """The store in a folder, for reading alone. Raises `UsageError` where there is none."""
    if not (folder / FILE).is_file():
        raise UsageError(
            f"there are no stored postings in {folder}",
            "`standout jobs add FILE` stores some",
        )
    try:
        connection = _connected(folder / FILE)
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raise _cannot(folder, error) from error
    return _checked(connection, folder)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done inside, or nothing; one writer at a time."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def one_view(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read inside is of one moment, whatever a writer does meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT / 1000, isolation_level=None)
    for line in (
        "page_size = 8192",
        "journal_mode = WAL",
        "synchronous = FULL",
        "cache_size = -65536",
        "mmap_size = 1073741824",
    ):
        connection.execute(f"PRAGMA {line}")
    return connection


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    assert isinstance(version, int)  # noqa: S101 - narrows the type
    return version


def _checked(connection: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    try:
        version = _version(connection)
    except sqlite3.Error as error:
        raise _cannot(folder, error) from error
    if version != VERSION:
        raise UsageError(
            f"the stored postings in {folder} are of another version of standout",
            "name another folder with --store, or remove this one and add the postings anew",
        )
    return connection


def _cannot(folder: Path, error: Exception) -> OpenError:
    return OpenError(
        f"{folder}: the stored postings cannot be opened: {error}",
        "check the folder, or name another with --store",
    )
