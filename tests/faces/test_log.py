"""`standout log`: nothing that was kept is lost, changed or mixed up."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.conftest import Done, Run


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """A call that always uses one log, with one application in it."""

    def call(*arguments: str) -> Done:
        return run("log", *arguments, "--file", "log.sqlite")

    (tmp_path / "resume.pdf").write_bytes(b"one")
    done = call("add", "resume.pdf", "--to", "Šafář, Ltd", "--title", "ML engineer",
                "--posting", "job.txt", "--on", "2026-03-01")  # fmt: skip
    assert done.code == 0
    return call


def test_what_was_sent_is_shown_with_what_came_back(kept: Run) -> None:
    assert kept("answer", "1", "interview", "--on", "2026-03-09", "--note", "a call").code == 0
    (told,) = json.loads(kept("show", "1", "--format", "json").out)["applications"]
    assert (told["organisation"], told["state"]) == ("Šafář, Ltd", "interview")
    assert [each["state"] for each in told["answers"]] == ["sent", "interview"]
    page = kept("show", "1").out
    assert "unchanged since" in page
    assert "2026-03-09  interview  a call" in page


def test_a_version_that_changed_is_told(kept: Run, tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(b"two")
    assert "changed since" in kept("show", "1").out.replace("unchanged", "")
    (tmp_path / "resume.pdf").unlink()
    assert "not there any more" in kept("show", "1").out


def test_lists_by_the_last_word(kept: Run) -> None:
    kept("add", "resume.pdf", "--to", "Other", "--state", "prepared")
    assert "ML engineer at Šafář, Ltd" in kept("list").out
    assert kept("list", "--state", "prepared").out.split()[-1] == "Other"
    assert kept("list", "--state", "offer").out == ""


def test_csv_reads_back(kept: Run) -> None:
    kept("answer", "1", "rejected", "--note", 'they wrote "no", twice')
    rows = list(csv.DictReader(io.StringIO(kept("list", "--format", "csv").out)))
    assert [each["state"] for each in rows] == ["sent", "rejected"]
    assert rows[1]["note"] == 'they wrote "no", twice'


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("answer", "7", "offer"), "there is no application 7"),
        (("show", "7"), "there is no application 7"),
        (("add", "missing.pdf", "--to", "X"), "missing.pdf"),
        (("add", "resume.pdf", "--to", "  "), "--to says nothing"),
        (("answer", "1", "hired"), "hired"),
    ],
)
def test_what_cannot_be_done_is_told(kept: Run, arguments: tuple[str, ...], says: str) -> None:
    done = kept(*arguments)
    assert done.code == 2
    assert says in done.err
    assert len(json.loads(kept("list", "--format", "json").out)["applications"]) == 1


def test_without_a_log_the_first_step_is_named(run: Run) -> None:
    assert "log add" in run("log", "list", "--file", "none.sqlite").err
    done = run("log", "show", "1", "--file", "none.sqlite")
    assert (done.code, "log add" in done.err) == (2, True)
    assert not Path("none.sqlite").exists()


def test_a_file_that_is_no_log_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(b"one")
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"my thesis, not a log" * 100)
    before = other.read_bytes()
    done = run("log", "add", "resume.pdf", "--to", "X", "--file", str(other))
    assert done.code == 2
    assert other.read_bytes() == before


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    """Each adds ten; all twenty are there, each with its first word."""
    (tmp_path / "resume.pdf").write_bytes(b"one")
    script = (
        "import sys, datetime, pathlib\n"
        "from standout.workspace.applications import *\n"
        "log = Applications(pathlib.Path('log.sqlite'))\n"
        "for at in range(10):\n"
        "    log.add(Sent(f'{sys.argv[1]}{at}'), Answer(datetime.date(2026, 1, 1), 'sent'))\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, name], cwd=tmp_path) for name in "ab"
    ]
    assert [each.wait(60) for each in started] == [0, 0]
    base = sqlite3.connect(tmp_path / "log.sqlite")
    try:
        query = (
            "SELECT organization, state FROM application a JOIN answer b ON b.application = a.id"
        )
        rows = base.execute(query).fetchall()
    finally:
        base.close()
    assert sorted(rows) == sorted((f"{name}{at}", "sent") for name in "ab" for at in range(10))
