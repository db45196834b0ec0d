"""Adds batches to a store until it is killed, and says each one that is committed."""

from __future__ import annotations

import sys
from pathlib import Path

from standout.postings.prepared import prepared
from standout.postings.writing import Writer
from tests.postings_store import making

SIZE = 20


def main(folder: str, first: int) -> None:
    """Batch after batch, from a number on; blocks are put together now and then."""
    number = first
    batches = [[prepared(each) for each in making.readings(SIZE, at * SIZE)] for at in range(12)]
    print("ready", flush=True)  # noqa: T201 - the parent reads it
    while True:
        with Writer(Path(folder)) as writer:
            for _ in range(3):
                writer.add(batches[number % len(batches)])
                print(number % len(batches), flush=True)  # noqa: T201 - the same
                number += 1
            writer.settle()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
