"""A baseline keeps old findings quiet, whatever moves, and counts the ones that are gone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from standout.errors import OpenError, UsageError
from standout.model import Report
from standout.workspace import load_baseline, save_baseline
from tests.reporters import sample


def named(report: Report, path: Path) -> Report:
    """The report as one of a file at another place."""
    source = replace(report.reading.source, name=str(path))
    return replace(report, reading=replace(report.reading, source=source))


def test_round_trip(tmp_path: Path) -> None:
    """What was written leaves nothing new; one finding less is one gone."""
    report = named(sample.editable(), tmp_path / "cv.yaml")
    path = str(tmp_path / "baseline.json")
    assert save_baseline(path, [report], "2-abc") == len(report.diagnostics)
    known = load_baseline(path)
    assert known.ruleset == "2-abc"
    assert known.new_in(report).diagnostics == ()
    assert known.gone_from(report) == 0
    fewer = replace(report, diagnostics=report.diagnostics[1:])
    assert known.gone_from(fewer) == 1


def test_a_new_finding_is_shown(tmp_path: Path) -> None:
    """Also the second of its kind, while the first stays quiet."""
    report = named(sample.editable(), tmp_path / "cv.yaml")
    path = str(tmp_path / "baseline.json")
    save_baseline(path, [replace(report, diagnostics=report.diagnostics[:1])], "")
    twice = replace(report, diagnostics=(report.diagnostics[0],) * 2)
    assert len(load_baseline(path).new_in(twice).diagnostics) == 1


def test_both_may_move(tmp_path: Path) -> None:
    """Files are named from the baseline's folder, and none of their words are kept."""
    report = named(sample.editable(), tmp_path / "cv.yaml")
    path = tmp_path / "baseline.json"
    save_baseline(str(path), [report], "")
    assert list(json.loads(path.read_text())["files"]) == ["cv.yaml"]
    assert "Robotics" not in path.read_text()
    elsewhere = tmp_path / "moved"
    elsewhere.mkdir()
    path.rename(elsewhere / "baseline.json")
    moved = named(report, elsewhere / "cv.yaml")
    assert load_baseline(str(elsewhere / "baseline.json")).new_in(moved).diagnostics == ()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 3, "ruleset": ""}', "\xff"])
def test_no_baseline(tmp_path: Path, text: str) -> None:
    """Any other file is refused with a hint."""
    path = tmp_path / "x.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match="no baseline"):
        load_baseline(str(path))
    with pytest.raises(OpenError):
        load_baseline(str(tmp_path / "gone.json"))
