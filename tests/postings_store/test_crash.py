"""A process that is killed while it writes loses nothing it had said was stored."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from standout.postings import schema
from standout.postings.filters import Filters
from standout.postings.prepared import prepared
from standout.postings.ranking import Wanted, ranked, score_all
from standout.postings.store import Store
from standout.postings.writing import Writer
from tests.postings_store import making
from tests.postings_store.adding_process import SIZE

ROOT = Path(__file__).parents[2]
DAY = making.TODAY.toordinal()


def killed(folder: Path, first: int, wait: float) -> set[int]:
    """Batches that a process told to be stored before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.postings_store.adding_process", str(folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    said = process.communicate()[0]
    # A line that was cut off was not said.
    return {int(line) for line in said.split("\n")[:-1]}


def whole(folder: Path) -> set[str]:
    """The board's ids of what is stored, after looking that everything fits together."""
    connection = sqlite3.connect(folder / schema.FILE)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = {row for (row,) in connection.execute("SELECT row FROM postings")}
    assert rows == {row for (row,) in connection.execute("SELECT row FROM bodies")}
    connection.close()
    with Store(folder) as store:
        scored = score_all(store, making.index(), Filters(), DAY)
        living = [
            row
            for block, mask in zip(scored.view.blocks, scored.view.living, strict=True)
            for row in block.columns.row[mask].tolist()
        ]
        assert sorted(living) == sorted(rows)
        assert len(ranked(store, making.index(), Filters(), Wanted(DAY, top=5)).best) == 5
        return {store.posting(row)[1].id for row in rows}


def survives(folder: Path, times: int, seed: int) -> None:
    """Kill at random moments, and look each time."""
    chance = random.Random(seed)  # noqa: S311 - it only has to be the same each time
    expected: set[str] = set()
    making.stored(folder, making.readings(SIZE))
    for turn in range(times):
        told = killed(folder, turn, chance.random() ** 2 * 0.5)
        expected |= {f"n{number}" for at in told for number in range(at * SIZE, (at + 1) * SIZE)}
        there = whole(folder)
        assert expected <= there
        # A batch is wholly there or not at all.
        assert len(there) % SIZE == 0
    assert len(expected) > SIZE


@pytest.mark.slow
def test_killed_at_a_hundred_moments(tmp_path: Path) -> None:
    """In ten turns of ten, each beginning with an empty store."""
    for turn in range(10):
        survives(tmp_path / str(turn), 10, turn)


def test_killed_at_some_moments(tmp_path: Path) -> None:
    """The same, fewer times."""
    survives(tmp_path, 3, 99)


def test_a_batch_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither rows nor numbers of names that were never committed."""
    making.stored(tmp_path, making.readings(30))
    before = whole(tmp_path)
    several = [prepared(each) for each in making.readings(60)]
    with Writer(tmp_path) as writer:
        with monkeypatch.context() as patched:
            patched.setattr("standout.postings.upkeep.insert", _fails)
            with pytest.raises(OSError, match="full"):
                writer.add(several)
        assert whole(tmp_path) == before
        assert writer.add(several).new == 30
    assert len(whole(tmp_path)) == 60


def test_several_read_while_one_writes(tmp_path: Path) -> None:
    """A reader always sees whole batches, and never waits for an error."""
    making.stored(tmp_path, making.readings(SIZE))
    several = [prepared(each) for each in making.readings(SIZE * 30)]
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        with Store(tmp_path) as store:
            while not done.is_set():
                seen.append(score_all(store, making.index(), Filters(), DAY).stored)

    readers = [threading.Thread(target=_guarded, args=(read, seen)) for _ in range(2)]
    for each in readers:
        each.start()
    with Writer(tmp_path) as writer:
        for start in range(0, len(several), SIZE):
            writer.add(several[start : start + SIZE])
            writer.settle()
    done.set()
    for each in readers:
        each.join()
    assert seen
    assert all(number > 0 and number % SIZE == 0 for number in seen)


def test_two_write_at_once(tmp_path: Path) -> None:
    """Batch by batch, each sees what the other has stored."""
    several = [prepared(each) for each in making.readings(80)]
    with Writer(tmp_path) as one, Writer(tmp_path) as other:
        for start in range(0, 80, 20):
            one.add(several[start : start + 20])
            other.add(several[start + 10 : start + 30])
        one.settle()
        other.settle()
    assert len(whole(tmp_path)) == 80


def _fails(*_: object) -> None:
    raise OSError("the disk is full")


def _guarded(read: object, seen: list[int]) -> None:
    assert callable(read)
    try:
        read()
    except BaseException:
        seen.append(-1)
        raise
