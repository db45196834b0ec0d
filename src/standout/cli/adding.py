"""Read many postings in several processes and store them as they come."""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from standout.reporters.text import printable

if TYPE_CHECKING:
    from standout.postings.ingest import Ready, Row
    from standout.postings.prepared import Prepared
    from standout.postings.writing import Added, Writer

_AT_ONCE = 64
"""Rows that a process is given."""
_AHEAD = 12
"""Such shares that a process may be ahead: while a batch is being stored, all of them read."""
_BATCH = 2_048
"""Postings that are stored in one transaction."""
_MOST_TOLD = 20
"""Broken rows that are told one by one."""


@dataclass
class Adding:
    """Stores what is read, tells what could not be, and counts."""

    writer: Writer
    total: int
    read: int = 0
    broken: int = 0
    postings: int = 0
    added: Added | None = None
    started: float = field(default_factory=time.monotonic)
    _shown: bool = False

    def add(self, rows: Iterable[Row], processes: int) -> None:
        """Store all rows. What was committed stays when it is stopped halfway."""
        _collect_seldom()
        waiting: list[Prepared] = []
        for each in _ready(rows, processes):
            self._tell(each.problems)
            waiting += each.postings
            if len(waiting) >= _BATCH:
                self._store(waiting)
                waiting = []
        self._store(waiting)
        self._clear()
        self.writer.settle()

    def _store(self, batch: list[Prepared]) -> None:
        added = self.writer.add(batch)
        self.added = added if self.added is None else self.added + added
        self.postings += len(batch)
        self._show()

    def _tell(self, problems: Iterable[str]) -> None:
        for each in problems:
            self.broken += 1
            self._clear()
            if self.broken <= _MOST_TOLD:
                click.echo(printable(each), err=True)
            elif self.broken == _MOST_TOLD + 1:
                click.echo("further broken rows are only counted", err=True)

    def _show(self) -> None:
        seconds = time.monotonic() - self.started
        if not sys.stderr.isatty() or seconds < 1:
            return
        bar = "█" * min(20, 20 * self.read // max(1, self.total))
        pace = f"{self.postings / seconds:,.0f} a second"
        sys.stderr.write(f"\r{bar:░<20} {self.postings:,} postings, {pace}\033[K")
        sys.stderr.flush()
        self._shown = True

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._shown = False


def _ready(rows: Iterable[Row], processes: int) -> Iterator[Ready]:
    """Rows as they are read, in their order."""
    from standout.postings.ingest import ready

    if processes < 2:
        yield from map(ready, _chunks(rows))
        return
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin) as pool:
        running: deque[Future[Ready]] = deque()
        try:
            for chunk in _chunks(rows):
                running.append(pool.submit(ready, chunk))
                # Few wait, so that memory stays bounded whatever the file's size.
                if len(running) > _AHEAD * processes:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        # A whole file may hold any number of postings.
        if len(chunk) >= _AT_ONCE or row.line is None:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _begin() -> None:
    # Ctrl-C reaches every process of the terminal; the first one tells the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _collect_seldom()


def _collect_seldom() -> None:
    """Postings hold no cycles: looking for some takes a tenth of the time and finds nothing."""
    gc.set_threshold(50_000, 50, 100)
