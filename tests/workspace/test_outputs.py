"""Where built files go, and that they come whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from standout.errors import OpenError, UsageError
from standout.workspace import ledger, outputs
from standout.workspace.outputs import Outputs, outputs_for


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "there").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.mark.parametrize(
    ("asked", "formats", "named", "expected"),
    [
        (None, ["pdf"], [], ["cv/resume.pdf"]),
        (None, ["pdf", "json", "rendercv"], [],
         ["cv/resume.pdf", "cv/resume.json", "cv/resume.rendercv.yaml"]),
        (None, ["pdf"], ["png"], ["cv/resume-1.png"]),
        ("there", ["pdf"], [], ["there/resume.pdf"]),
        ("new/", ["pdf"], [], ["new/resume.pdf"]),
        ("new", ["pdf"], [], ["new/resume.pdf"]),
        ("out/cv.pdf", ["pdf"], [], ["out/cv.pdf"]),
        ("out/cv.pdf", ["json", "png"], [], ["out/cv.pdf"]),
        ("cv.rendercv.yaml", ["pdf"], [], ["cv.rendercv.yaml"]),
        ("cv.yaml", ["pdf"], ["rendercv"], ["cv.yaml"]),
        ("CV.PDF", ["pdf"], ["pdf"], ["CV.PDF"]),
        ("-", ["json"], [], ["-"]),
    ],
)  # fmt: skip
def test_places(
    asked: str | None, formats: list[str], named: list[str], expected: list[str]
) -> None:
    """Beside the profile, into a folder, or into one file whose suffix says its format."""
    found = outputs_for("cv/profile.yaml", asked, formats, named)
    assert list(found.certain()) == expected


@pytest.mark.parametrize(
    ("asked", "formats", "named"),
    [
        ("cv.pdf", ["pdf"], ["pdf", "json"]),
        ("cv.pdf", ["pdf"], ["json"]),
        ("cv.tex", ["pdf"], []),
        ("-", ["pdf", "json"], []),
    ],
)
def test_contradictions(asked: str, formats: list[str], named: list[str]) -> None:
    """One file for two formats, a suffix of another format, or of none."""
    with pytest.raises(UsageError) as error:
        outputs_for("profile.yaml", asked, formats, named)
    assert error.value.hint


def test_pictures_are_numbered() -> None:
    """One a page; the only one of a named file bears its name."""
    beside = Outputs(Path("cv"), ("png",))
    assert beside.paths("png", 2) == ("cv/resume-1.png", "cv/resume-2.png")
    named = outputs_for("profile.yaml", "x/page.png", ["pdf"], [])
    assert named.paths("png", 1) == ("x/page.png",)
    assert named.paths("png", 2) == ("x/page-1.png", "x/page-2.png")
    assert named.placed({"png": [b"1", b"2"]}) == {"x/page-1.png": b"1", "x/page-2.png": b"2"}


def test_never_onto_the_input(here: Path) -> None:
    """By any name: the same path, a link, a hard link."""
    source = here / "resume.json"
    source.write_text("{}")
    (here / "link.json").symlink_to(source)
    os.link(source, here / "hard.json")
    for path in ("resume.json", "link.json", "hard.json", "there/../resume.json"):
        with pytest.raises(UsageError, match="file that is read"):
            outputs.refuse_input([path], str(source))
    outputs.refuse_input(["other.json", "-"], str(source))


def test_never_onto_what_is_no_file() -> None:
    """A folder of that name is an error before any work."""
    Path("resume.pdf").mkdir()
    with pytest.raises(OpenError, match="no file"):
        outputs.refuse_input(["resume.pdf"], "profile.yaml")


def test_foreign_files(here: Path) -> None:
    """Files that are there and were not built, or were changed since."""
    outputs.write_built({"a.pdf": b"a", "b.pdf": b"b"})
    Path("b.pdf").write_bytes(b"b with a note")
    Path("c.pdf").write_bytes(b"c")
    assert outputs.foreign(["a.pdf", "b.pdf", "c.pdf", "d.pdf"]) == ("b.pdf", "c.pdf")


def test_folders_are_made(here: Path) -> None:
    """A path into folders that are not there yet."""
    outputs.write_built({"a/b/cv.pdf": b"page"})
    assert Path("a/b/cv.pdf").read_bytes() == b"page"


def test_pictures_of_pages_that_are_no_more(here: Path) -> None:
    """Those we built go; the first that is somebody's own ends it."""
    outputs.write_built({f"resume-{n}.png": b"x" for n in range(1, 6)})
    Path("resume-4.png").write_bytes(b"mine")
    target = Outputs(Path(), ("png",))
    assert outputs.remove_stale_pictures(target, 1) == ("resume-2.png", "resume-3.png")
    assert sorted(each.name for each in here.glob("*.png")) == [
        "resume-1.png",
        "resume-4.png",
        "resume-5.png",
    ]


OLD = {"a.pdf": b"old a", "b.docx": b"old b", "c.txt": b"old c"}
NEW = {"a.pdf": b"new a", "b.docx": b"new b", "c.txt": b"new c"}


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, temporary ones included."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_full_disk(here: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file does not find room: all old files stay, and nothing is left lying about."""
    outputs.write_built(OLD)
    count = 0

    def fail(_: int) -> None:
        nonlocal count
        count += 1
        if count == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OpenError, match="No space left"):
        outputs.write_built(NEW)
    assert contents(here) == OLD
    assert outputs.foreign(tuple(OLD)) == ()


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_killed_between_two_files(
    here: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file is whole, old or new, and all of them are known as ours the next time."""
    outputs.write_built(OLD)
    replace = Path.replace
    count = 0

    def die(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == fails_at:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        outputs.write_built(NEW)
    assert all(each in (OLD[name], NEW[name]) for name, each in contents(here).items())
    assert set(contents(here)) == set(OLD)
    assert outputs.foreign(tuple(OLD)) == ()


def test_a_folder_that_takes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read-only folders are named in the error; a file in a good one is not written alone."""
    import tempfile

    mkstemp = tempfile.mkstemp

    def refuse(dir: Path, prefix: str) -> tuple[int, str]:  # noqa: A002 - the name is tempfile's
        if dir.name == "there":
            raise PermissionError(errno.EACCES, "Permission denied")
        return mkstemp(dir=dir, prefix=prefix)

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(OpenError, match=r"there/cv\.pdf: Permission denied"):
        outputs.write_built({"cv.pdf": b"x", "there/cv.pdf": b"x"})
    assert contents(here) == {}


def test_what_is_remembered_is_what_was_written(here: Path) -> None:
    """After a build everything is ours."""
    outputs.write_built(NEW)
    assert all(ledger.is_ours(each) for each in NEW)
