"""Golden files of the writers."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "golden" / "writers"


def golden(request: pytest.FixtureRequest, name: str, found: str) -> None:
    """The output is the golden file's; `--update-golden` writes it anew."""
    path = FOLDER / name
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found.encode())
    assert found == path.read_bytes().decode()
