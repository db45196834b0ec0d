"""The demo: what it promises lies where it says, and a second run renews it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from standout.cli import main
from standout.readers import detect


def test_the_demo_writes_what_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file it lists is there, and the built page is one page of that person."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        ran = CliRunner().invoke(main, ["demo"])
        assert ran.exit_code == 0, ran.output
    listed = ran.output.partition("What lies where")[2].split()
    named = [tmp_path / word for word in listed if word.startswith("standout-demo")]
    assert len(named) == 12
    assert all(path.is_file() for path in named)
    pages = [
        detect.read((tmp_path / "standout-demo" / f"{name}.pdf").read_bytes(), f"{name}.pdf")
        for name in ("motion-planning", "robot-perception")
    ]
    for page in pages:
        assert len(page.pages) == 1
        assert str(page.resume.basics.name) == "Mateo Iriarte-Blom"
    first, second = ({str(each.text) for each in page.resume.statements()} for page in pages)
    assert len(first - second) >= 3
    assert len(second - first) >= 3
