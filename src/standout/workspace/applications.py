"""The log of applications: which version went where and when, and what came back.

One small SQLite file. Nothing is ever changed or removed in it: an answer is a line of its own.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from standout.errors import OpenError, UsageError
from standout.values import frozen

STATES = ("prepared", "sent", "reply", "interview", "offer", "rejected", "withdrawn", "accepted")
"""What can be said of an application, roughly in the order in which it happens."""
_PATIENCE = 30.0
"""Seconds to wait for another process that writes."""
_TABLES = """
CREATE TABLE IF NOT EXISTS application (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization TEXT NOT NULL,
    title TEXT NOT NULL,
    posting TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application INTEGER NOT NULL REFERENCES application (id),
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL
);
"""


@frozen
class Answer:
    """What happened to an application on a day. `state` is one of `STATES`."""

    day: datetime.date
    state: str
    note: str = ""


@frozen
class Sent:
    """What went where: `posting` is a file or address, `sha256` that of the resume's bytes."""

    organization: str
    title: str = ""
    posting: str = ""
    file: str = ""
    sha256: str = ""


@frozen
class Application:
    """One application with all that happened to it, the first thing first."""

    id: int
    sent: Sent
    answers: tuple[Answer, ...]

    @property
    def state(self) -> str:
        """What happened last."""
        return self.answers[-1].state


def log_file(named: str | None) -> Path:
    """The file that was named, or the one where applications keep the user's data."""
    if named:
        return Path(named)
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "standout" / "applications.sqlite"


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a resume, by which a version is known again."""
    return hashlib.sha256(content).hexdigest()


class Applications:
    """The log in a file; made with the first application."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, sent: Sent, first: Answer) -> Application:
        """Keep one application. Raises `OpenError` where the file cannot be written."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as base:
            base.executescript(_TABLES)
            with base:
                row = base.execute(
                    "INSERT INTO application (organization, title, posting, file, sha256) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (sent.organization, sent.title, sent.posting, sent.file, sent.sha256),
                ).lastrowid
                _insert(base, int(row or 0), first)
            return _read(base, int(row or 0))

    def answer(self, application: int, answer: Answer) -> Application:
        """Add what happened to an application. Raises `UsageError` for one that is not there."""
        self._need()
        with self._open() as base:
            _read(base, application)
            with base:
                _insert(base, application, answer)
            return _read(base, application)

    def get(self, application: int) -> Application:
        """One application. Raises `UsageError` for one that is not there."""
        self._need()
        with self._open() as base:
            return _read(base, application)

    def all(self) -> tuple[Application, ...]:
        """Every application, the first one first; none where there is no file yet."""
        if not self.path.exists():
            return ()
        with self._open() as base:
            rows = base.execute("SELECT id FROM application ORDER BY id").fetchall()
            return tuple(_read(base, row[0]) for row in rows)

    def _need(self) -> None:
        if not self.path.exists():
            raise UsageError(
                f"{self.path}: no application is kept here", "`standout log add` keeps the first"
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self.path, timeout=_PATIENCE)
        except sqlite3.Error as error:
            raise _broken(self.path, error) from error
        try:
            # A power cut loses nothing that was told to be kept.
            base.execute("PRAGMA synchronous = FULL")
            yield base
        except sqlite3.Error as error:
            raise _broken(self.path, error) from error
        finally:
            base.close()


def _insert(base: sqlite3.Connection, application: int, answer: Answer) -> None:
    base.execute(
        "INSERT INTO answer (application, day, state, note) VALUES (?, ?, ?, ?)",
        (application, answer.day.isoformat(), answer.state, answer.note),
    )


def _read(base: sqlite3.Connection, application: int) -> Application:
    row = base.execute(
        "SELECT organization, title, posting, file, sha256 FROM application WHERE id = ?",
        (application,),
    ).fetchone()
    if row is None:
        raise UsageError(f"there is no application {application}", "`standout log list` has them")
    told = base.execute(
        "SELECT day, state, note FROM answer WHERE application = ? ORDER BY id", (application,)
    )
    answers = tuple(
        Answer(datetime.date.fromisoformat(day), state, note) for day, state, note in told
    )
    return Application(application, Sent(*row), answers)


def _broken(path: Path, error: sqlite3.Error) -> OpenError:
    return OpenError(f"{path}: {error}", "name another file with --file; this one is left alone")
