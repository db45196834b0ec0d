"""A bounded run of the fuzzer: `make fuzz` does twenty thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "fuzz.py"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_mutated_files_are_answered() -> None:
    """No exception, hang or memory blow-up on 400 mutated files."""
    command = [sys.executable, str(SCRIPT), "--count", "400", "--seed", "7", "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "400 passed, 0 failed" in done.stdout
