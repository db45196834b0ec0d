"""`standout import` as a person calls it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standout import api
from standout.cli import main
from tests.readers.exports import FILES, archive

BIB = "@article{a, title={Grasping blind}, year=2022, author={Lind, Zoë and Ito, Bo}}\n"


def call(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", *(str(each) for each in arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an export and a bibliography."""
    (tmp_path / "linkedin.zip").write_bytes(archive(dict(FILES)))
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def test_several_files_become_one_profile(folder: Path) -> None:
    """Contact from the export, authors from the bibliography, each paper once."""
    target = folder / "profile.yaml"
    result = call(folder / "linkedin.zip", folder / "papers.bib", "-o", target)
    assert result.exit_code == 0, result.output
    written = target.read_text(encoding="utf-8")
    assert api.read(written.encode(), "profile.yaml").diagnostics == ()
    assert "  name: Zoë Lind\n" in written
    assert written.count("Grasping blind") == 1
    assert "      - Zoë Lind\n      - Bo Ito\n" in written
    assert (folder / "profile.schema.json").exists()
    assert "AB-1" in result.stderr


def test_never_over_another_profile(folder: Path) -> None:
    """A profile that is there is written over only with --force."""
    target = folder / "profile.yaml"
    target.write_text("mine", encoding="utf-8")
    assert call(folder / "papers.bib", "-o", target).exit_code != 0
    assert target.read_text(encoding="utf-8") == "mine"
    assert call(folder / "papers.bib", "-o", target, "--force").exit_code == 0
    assert "Grasping" in target.read_text(encoding="utf-8")


def test_into_shows_what_it_adds(folder: Path) -> None:
    """New entries are named; a second time there are none."""
    target = folder / "kept.yaml"
    target.write_text("basics:\n  name: Zoë  # me\n", encoding="utf-8")
    result = call(folder / "papers.bib", "--into", target)
    assert result.exit_code == 0
    assert "1 entry added\n  + Grasping blind, 2022\n" in result.stderr
    written = target.read_text(encoding="utf-8")
    assert written.startswith("basics:\n  name: Zoë  # me\n\npublications:\n  - title: Grasping")
    again = call(folder / "papers.bib", "--into", target)
    assert "0 entries added" in again.stderr
    assert target.read_text(encoding="utf-8") == written


def test_nothing_to_import(folder: Path) -> None:
    """A file that holds no resume leaves nothing behind."""
    (folder / "junk.zip").write_bytes(archive({"a.txt": "x"}))
    result = call(folder / "junk.zip", "-o", folder / "p.yaml")
    assert (result.exit_code, "DOC004" in result.stderr) == (1, True)
    assert not (folder / "p.yaml").exists()


@pytest.mark.parametrize("arguments", [[], ["a.bib", "-o", "x", "--into", "y"], ["missing.bib"]])
def test_wrong_calls(arguments: list[str]) -> None:
    """No file, two targets, a file that is not there."""
    result = call(*arguments)
    assert result.exit_code != 0
    assert result.exception is not None
