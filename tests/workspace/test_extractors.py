"""Poppler is asked where it is there, and never waited for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standout import workspace
from standout.rules.settings import Settings
from standout.workspace import extractors
from tests.checking import typeset


def put_on_path(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `pdftotext` of our own in place of poppler's."""
    program = folder / "pdftotext"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")


def test_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form feed ends each page; bytes that are no UTF-8 do no harm."""
    put_on_path(tmp_path, r"printf 'one\ntwo\fthree \377\f'", monkeypatch)
    (found,) = workspace.poppler(b"%PDF-1.7")
    assert found.pages == ("one\ntwo", "three \N{REPLACEMENT CHARACTER}")
    assert found.family == "block"


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 20", "kill -9 $$"])
def test_trouble_is_silence(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Failing, hanging, dying: the check goes on without it."""
    put_on_path(tmp_path, script, monkeypatch)
    monkeypatch.setattr(extractors, "SECONDS", 0.2)
    assert workspace.poppler(b"%PDF-1.7") == ()


def test_not_there_or_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program, or for another format, there is nothing."""
    assert workspace.further(b"basics:", Settings()) == ()
    assert workspace.further(b"%PDF-1.7", Settings(poppler=False, pdfminer=False)) == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert workspace.poppler(b"%PDF-1.7") == ()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not on this machine")
def test_the_real_one() -> None:
    """It reads what Typst wrote."""
    (found,) = workspace.poppler(typeset("Ada #pagebreak() Lovelace"))
    assert [page.strip() for page in found.pages] == ["Ada", "Lovelace"]


def test_pdfminer_is_another_family_of_code() -> None:
    """The same words, read by another program."""
    (found,) = workspace.further(typeset("Ada #pagebreak() Lovelace"), Settings(poppler=False))
    assert found.extractor == "pdfminer.six"
    assert [page.strip() for page in found.pages] == ["Ada", "Lovelace"]
