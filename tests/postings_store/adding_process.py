"""Adds batches to stores until it is killed, and says each one that is committed.

One process makes the batches; for every line it reads, `FOLDER FIRST`, a child of its own adds
them, so that a hundred are started in the time of one. The child says its number, a dot for every
few hundred steps of the database, and the number of each batch that was stored; the first says
when the child is gone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from standout.postings.prepared import Prepared, prepared
from standout.postings.writing import Writer
from tests.postings_store import making

SIZE = 12
STEP = 400
"""Instructions of the database for each dot."""
_BATCHES = 40


def main() -> None:
    """Start a child for each line."""
    batches = [
        [prepared(each) for each in making.readings(SIZE, at * SIZE)] for at in range(_BATCHES)
    ]
    for line in sys.stdin:
        folder, first = line.rsplit(maxsplit=1)
        child = os.fork()
        if child == 0:
            add(batches, Path(folder), int(first))
        os.waitpid(child, 0)
        say("gone")


def add(batches: list[list[Prepared]], folder: Path, number: int) -> None:
    """Batch after batch, from a number on; blocks are put together now and then."""
    say(f"child {os.getpid()}")
    while True:
        with Writer(folder) as writer:
            connection = writer._connection
            # A moment is told by the work that is done, not by the clock.
            connection.set_progress_handler(step, STEP)
            for _ in range(3):
                writer.add(batches[number % len(batches)])
                say(str(number % len(batches)))
                number += 1
            writer.settle()


def step() -> int:
    """Say that the database has come some steps further; the answer lets it go on."""
    say(".")
    return 0


def say(line: str) -> None:
    """A whole line at once: no part of it is ever read alone."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
