"""Themes in folders: read, refused with a reason, and shut in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from standout.errors import StandoutError, UsageError
from standout.workspace.themes import MAX_BYTES, files_of, theme_named
from standout.writers.typesetting import themes

CLASSIC = Path(themes.__file__).parent / "themes" / "classic"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme like `classic` in a folder of one's own."""
    for name in ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    own = tmp_path / "own"
    own.mkdir()
    for name in ("theme.typ", "theme.toml"):
        (own / name).write_bytes((CLASSIC / name).read_bytes())
    return own


def test_built_in_themes_go_by_name() -> None:
    """A folder of the same name would have to be written with its slash."""
    assert theme_named("classic").root == ""
    assert files_of(theme_named("classic")) == ()


def test_a_folder(folder: Path) -> None:
    """The theme's text and table, and its folder as the root of what it may read."""
    found = theme_named(str(folder))
    assert (found.name, found.root) == ("own", str(folder))
    assert found.code == themes.built_in("classic").code
    (folder / "logo.svg").write_text("<svg/>")
    (folder / ".git").mkdir()
    (folder / ".git" / "x").touch()
    assert [Path(each).name for each in files_of(found)] == ["logo.svg", "theme.toml", "theme.typ"]


def test_the_documented_table(folder: Path) -> None:
    """The table of the documentation is a theme's table as it stands."""
    page = (Path(__file__).parent.parent.parent / "docs" / "build.md").read_text("utf-8")
    (example,) = (each for each in page.split("```toml\n") if each.startswith("about"))
    (folder / "theme.toml").write_text(example.partition("```")[0], "utf-8")
    assert theme_named(str(folder)).limits.size == 9.5


def refusal(name: object) -> str:
    """What is said of a theme that is none."""
    with pytest.raises(StandoutError) as error:
        theme_named(str(name))
    assert error.value.hint
    return error.value.message


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "nope",
        "/etc/passwd",
        "a\0b",
        "x" * 5000,
        "/",
        "~",
        "..",
        "",
        "/dev/zero",
    ],
)
def test_names_that_lead_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a name is tried with, the answer is a sentence."""
    monkeypatch.chdir(tmp_path)
    refusal(name)


def test_the_nearest_name() -> None:
    """A misspelt theme is guessed."""
    with pytest.raises(UsageError) as error:
        theme_named("/somewhere/clasic")
    assert "did you mean `classic`?" in error.value.hint


@pytest.mark.parametrize("name", ["theme.typ", "theme.toml"])
def test_missing_large_and_foreign_files(folder: Path, name: str) -> None:
    """Each named with what is wrong with it."""
    path = folder / name
    path.write_bytes(b"\xff\xfe\xff")
    assert "not UTF-8" in refusal(folder)
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "larger than any theme" in refusal(folder)
    path.unlink()
    assert f"{name}: there is no such file" in refusal(folder)
    path.symlink_to(path)
    assert "there is no such file" in refusal(folder)
    path.unlink()
    os.mkfifo(path)
    assert "there is no such file" in refusal(folder)


def test_a_broken_table(folder: Path) -> None:
    """Broken TOML is told with its line."""
    (folder / "theme.toml").write_text('about = "x"\nfont = \n')
    assert "line 2" in refusal(folder)


def test_a_table_with_wrong_keys(folder: Path) -> None:
    """A misspelt key and a missing one."""
    table = (folder / "theme.toml").read_text("utf-8")
    (folder / "theme.toml").write_text(table.replace("margin", "margn", 1), "utf-8")
    assert "margn" in refusal(folder)


@pytest.mark.parametrize("target", ["../secret.txt", "/etc/hostname", "loop", "gone"])
def test_links_out_of_the_folder(folder: Path, target: str) -> None:
    """What Typst would follow is not there to be followed."""
    (folder.parent / "secret.txt").write_text("secret")
    (folder / "loop").symlink_to(target)
    assert "leads out of the theme's folder" in refusal(folder)


def test_links_within_the_folder(folder: Path) -> None:
    """These harm nobody."""
    (folder / "logo.svg").write_text("<svg/>")
    (folder / "same.svg").symlink_to("logo.svg")
    assert theme_named(str(folder)).root == str(folder)


def test_a_folder_that_is_itself_a_link(folder: Path) -> None:
    """The place of the theme is the user's affair."""
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert theme_named(str(link)).root == str(folder)


def test_packages_are_refused(folder: Path) -> None:
    """Nothing is fetched, and that is said before anything is tried."""
    (folder / "part.typ").write_text('#import "@preview/fancy:0.1.0"')
    assert "@preview/fancy" in refusal(folder)


def test_a_folder_that_is_no_theme(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home folder is not searched to its end."""
    monkeypatch.setattr("standout.workspace.themes.MAX_FILES", 5)
    for number in range(6):
        (folder / str(number)).touch()
    assert "no theme's folder" in refusal(folder)


READS = """
import sys
from standout.building.builder import Builder
from standout.building.order import Order
from standout.readers import detect
from standout.workspace.themes import theme_named
from standout.writers.design import Design

theme = theme_named(sys.argv[1])
reading = detect.read(b"standout: 1\\nbasics:\\n  name: Ada Park\\n", "x.yaml")
print(len(Builder().build(reading, Order(theme, Design())).files["pdf"][0]))
"""


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ('#image("dot.svg", alt: "dot")', True),
        ('#read("/etc/passwd")', False),
        ('#read("../secret.txt")', False),
        ('#import "@pre" + "view/" + sheet.name.replace(" ", "-") + ":0.1.0"', False),
    ],
)
def test_what_a_theme_may_read(folder: Path, line: str, *, allowed: bool) -> None:
    """Its own folder; neither the disk beyond it nor, with the name in a package's, the network."""
    (folder.parent / "secret.txt").write_text("secret")
    (folder / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>'
        "</svg>"
    )
    with (folder / "theme.typ").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = subprocess.run(
        [sys.executable, "-c", READS, str(folder)], capture_output=True, check=False, text=True
    )
    assert (done.returncode == 0) is allowed, done.stderr
    if "@pre" in line:
        assert "refused" in done.stderr
