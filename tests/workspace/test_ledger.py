"""What was built last may be written over; nothing else, and no doubt ever allows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from standout.workspace import ledger


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to be, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "resume.pdf"


def test_ours_until_somebody_changes_it(target: Path) -> None:
    """The same bytes at the same place are ours; others are not."""
    ledger.remember(str(target), b"page")
    assert not ledger.is_ours(str(target))
    target.write_bytes(b"page")
    assert ledger.is_ours(str(target))
    target.write_bytes(b"page, with a note")
    assert not ledger.is_ours(str(target))


def test_ours_by_place(target: Path) -> None:
    """A copy elsewhere is the user's; the same file by another path is not."""
    ledger.remember(str(target), b"page")
    target.write_bytes(b"page")
    copy = target.with_name("sent.pdf")
    copy.write_bytes(b"page")
    assert not ledger.is_ours(str(copy))
    (target.parent / "x").mkdir()
    assert ledger.is_ours(str(target.parent / "x" / ".." / "resume.pdf"))
    link = target.with_name("link.pdf")
    link.symlink_to(target)
    assert ledger.is_ours(str(link))


def test_a_file_that_was_not_replaced_stays_ours(target: Path) -> None:
    """Killed between remembering and replacing: the old file is still known."""
    ledger.remember(str(target), b"old")
    target.write_bytes(b"old")
    ledger.remember(str(target), b"new")
    assert ledger.is_ours(str(target))


@pytest.mark.parametrize("kept", [b"", b"\xff\xfe", b"nonsense", b"\0" * 10_000])
def test_a_broken_record_only_means_asking(target: Path, kept: bytes) -> None:
    """Whatever stands in the cache."""
    ledger.remember(str(target), b"page")
    target.write_bytes(b"page")
    (record,) = (target.parent / "cache" / "standout" / "built").iterdir()
    record.write_bytes(kept)
    assert not ledger.is_ours(str(target))


def test_no_cache_only_means_asking(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No home, a cache that is a file, a relative one: no error."""
    target.write_bytes(b"page")
    (target.parent / "cache").write_bytes(b"a file")
    ledger.remember(str(target), b"page")
    assert not ledger.is_ours(str(target))
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")

    def fail() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", fail)
    ledger.remember(str(target), b"page")
    assert not ledger.is_ours(str(target))


def test_the_record_holds_no_name(target: Path) -> None:
    """Fingerprints alone: neither path nor content can be read in it."""
    ledger.remember(str(target), b"Ada Park")
    (record,) = (target.parent / "cache" / "standout" / "built").iterdir()
    assert "resume" not in record.name
    assert len(record.read_text()) == 64
