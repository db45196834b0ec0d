"""Every format, character by character, over a report that holds the hard cases."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from standout.reporters import FORMATS, renderer
from tests.reporters import sample

GOLDEN = Path(__file__).parent.parent / "golden" / "reporters"
SUFFIXES = {"json": "json", "sarif": "sarif", "junit": "xml", "html": "html"}


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, request: pytest.FixtureRequest) -> None:
    """The output is the golden file's; `--update-golden` writes it anew."""
    reports = [sample.editable(), sample.paged(), sample.clean()]
    found = click.unstyle(renderer(name)(reports, sample.ABOUT))
    golden = GOLDEN / f"{name}.{SUFFIXES.get(name, 'txt')}"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(found.encode())
    assert found == golden.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_no_file_at_all(name: str) -> None:
    """Even without a file each format gives its frame."""
    assert renderer(name)([], sample.ABOUT) or name == "concise"
