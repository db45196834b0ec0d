"""Files in and out: nothing is lost, nothing is half written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from standout import workspace
from standout.errors import OpenError, UsageError


def test_save_replaces_whole_and_keeps_the_mode(tmp_path: Path) -> None:
    """The new content, the old mode, and no temporary file left."""
    target = tmp_path / "profile.yaml"
    target.write_text("old")
    target.chmod(0o640)
    workspace.save(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_save_follows_links(tmp_path: Path) -> None:
    """A link stays a link; what it leads to is written."""
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "profile.yaml"
    target.write_text("old")
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    workspace.save(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "make room on the disk"),
        (errno.EROFS, "check the folder and its permissions"),
    ],
)
def test_save_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    """The old file stays whole, nothing else is left, and the error says what to do."""
    path = tmp_path / "kept.pdf"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OpenError) as raised:
        workspace.save(str(path), b"new")
    assert raised.value.hint == hint
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_save_where_there_is_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is an error with a hint, not a traceback."""
    with pytest.raises(OpenError, match="No such file") as error:
        workspace.save(str(tmp_path / "no" / "file"), b"")
    assert error.value.hint


@pytest.mark.parametrize("path", ["nothing-here", "bad\0name", "."])
def test_load_what_cannot_be_read(path: str) -> None:
    """Missing files, impossible names and folders are named in the error."""
    with pytest.raises(OpenError) as error:
        workspace.load(path)
    assert path in error.value.message


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with resumes, hidden files and others."""
    for name in ("b.pdf", "a.PDF", "sub/c.yaml", "sub/.git/d.md", ".hidden.md", "sub/e.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["b.pdf"], ["b.pdf"]),
        (["*.pdf"], ["b.pdf"]),
        (["**/*.yaml"], ["sub/c.yaml"]),
        (["."], ["a.PDF", "b.pdf", "sub/c.yaml"]),
        (["b.pdf", ".", "-"], ["b.pdf", "a.PDF", "sub/c.yaml", "-"]),
        (["gone.pdf"], ["gone.pdf"]),
        (["sub/e.png"], ["sub/e.png"]),
    ],
)
def test_expand(tree: Path, names: list[str], expected: list[str]) -> None:
    """Files, folders, patterns; each file once; a missing one stays to be complained about."""
    assert list(workspace.expand(names)) == expected


@pytest.mark.parametrize("name", ["*.docx", "empty"])
def test_expand_to_nothing(tree: Path, name: str) -> None:
    """A pattern or folder without resumes is a mistake worth saying."""
    (tree / "empty").mkdir()
    with pytest.raises(UsageError, match="nothing to read"):
        workspace.expand([name])


def test_a_name_that_looks_like_a_pattern(tree: Path) -> None:
    """A file that is there is that file."""
    (tree / "cv[1].pdf").touch()
    assert workspace.expand(["cv[1].pdf"]) == ("cv[1].pdf",)
