"""A process that is killed while it writes loses nothing it had said was stored."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from standout.matching import ProfileIndex
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


STEPS = 75
"""The last of the steps of its work after which a process is killed: three batches take them."""


@pytest.fixture(scope="module")
def adding() -> Iterator[subprocess.Popen[str]]:
    """What starts the processes that add."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.postings_store.adding_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def killed(adding: subprocess.Popen[str], folder: Path, first: int, steps: int) -> set[int]:
    """Batches that a process told to be stored before it was killed.

    The moment is counted in steps of its work, so that it is the same on a busy machine; it goes
    on until the signal reaches it, which may be anywhere: in a commit as well.
    """
    assert adding.stdin is not None
    assert adding.stdout is not None
    adding.stdin.write(f"{folder} {first}\n")
    child = int(adding.stdout.readline().removeprefix("child "))
    told: set[int] = set()
    left = steps
    for line in adding.stdout:
        if line == "gone\n":
            return told
        if line != ".\n":
            told.add(int(line))
        left -= 1
        if left == 0:
            os.kill(child, signal.SIGKILL)
    raise AssertionError("the process that starts others is gone")


@cache
def index() -> ProfileIndex:
    """An example profile, ready to be matched."""
    return making.index()


def whole(folder: Path) -> set[str]:
    """The board's ids of what is stored, after looking that everything fits together."""
    connection = sqlite3.connect(folder / schema.FILE)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = {row for (row,) in connection.execute("SELECT row FROM postings")}
    assert rows == {row for (row,) in connection.execute("SELECT row FROM bodies")}
    connection.close()
    with Store(folder) as store:
        scored = score_all(store, index(), Filters(), DAY)
        living = [
            row
            for block, mask in zip(scored.view.blocks, scored.view.living, strict=True)
            for row in block.columns.row[mask].tolist()
        ]
        assert sorted(living) == sorted(rows)
        assert len(ranked(store, index(), Filters(), Wanted(DAY, top=5)).best) == 5
        return {store.posting(row)[1].id for row in rows}


def survives(adding: subprocess.Popen[str], folder: Path, times: int, seed: int) -> None:
    """Kill at random moments, and look each time."""
    chance = random.Random(seed)  # noqa: S311 - it only has to be the same each time
    done = {0}
    making.stored(folder, making.readings(SIZE))
    for _ in range(times):
        # From the first that it has not told on, so that there is always something to store.
        done |= killed(adding, folder, len(done), chance.randint(1, STEPS))
        assert done == set(range(len(done)))
        there = whole(folder)
        assert {f"n{number}" for number in range(len(done) * SIZE)} <= there
        # A batch is wholly there or not at all.
        assert len(there) % SIZE == 0
    assert len(done) > 1


@pytest.mark.slow
def test_killed_at_a_hundred_moments(adding: subprocess.Popen[str], tmp_path: Path) -> None:
    """In ten turns of ten, each beginning with an empty store."""
    for turn in range(10):
        survives(adding, tmp_path / str(turn), 10, turn)


def test_killed_at_some_moments(adding: subprocess.Popen[str], tmp_path: Path) -> None:
    """The same, fewer times."""
    survives(adding, tmp_path, 3, 99)


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
                seen.append(score_all(store, index(), Filters(), DAY).stored)

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
