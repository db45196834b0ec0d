"""Changes are seen however they are made."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from standout.workspace.watching import changes_soon, stamps, wait_for_change


def _secretly(path: Path) -> None:
    path.write_text("dlo")
    os.utime(path, ns=(1, 1))


CHANGES: dict[str, Callable[[Path], object]] = {
    "in place": lambda path: path.write_text("new"),
    "by rename": lambda path: path.with_name("x").rename(path),
    "gone": lambda path: path.unlink(),
    "same size and time": _secretly,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file, and another that may take its place."""
    (tmp_path / "x").write_text("old")
    path = tmp_path / "profile.yaml"
    path.write_text("old")
    os.utime(path, ns=(1, 1))
    return path


@pytest.mark.parametrize("how", CHANGES)
def test_changes(path: Path, how: str) -> None:
    """Whatever an editor does; and nothing is seen where nothing happened."""
    seen = stamps([str(path)])
    assert stamps([str(path)]) == seen
    CHANGES[how](path)
    wait_for_change(seen)


def test_a_file_that_comes(tmp_path: Path) -> None:
    """A file that was not there is one more change, also for impossible names."""
    seen = stamps([str(tmp_path / "standout.toml"), "a\0b"])
    (tmp_path / "standout.toml").touch()
    wait_for_change(seen)


def test_soon(path: Path) -> None:
    """A change within a moment is seen, and none is not waited for."""
    seen = stamps([str(path)])
    began = time.monotonic()
    assert not changes_soon(seen)
    assert time.monotonic() - began < 1
    timer = threading.Timer(0.03, path.write_text, ["new"])
    timer.start()
    assert changes_soon(seen)
    timer.join()
