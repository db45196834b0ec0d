"""What only happens on a terminal: questions, colours, asking before writing over a file."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

PROFILE = """\
basics:
  name: Ada Example
sections:
  - heading: References
    statements:
      - References available upon request.  # kept
"""


def on_terminal(folder: Path, answers: str, *arguments: str) -> tuple[int, str]:
    """Run the program on a terminal of its own: exit code and all it wrote."""
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "standout", *arguments],
        stdin=far,
        stdout=far,
        stderr=far,
        cwd=folder,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": ""},
    )
    os.close(far)
    os.write(near, answers.encode())
    written = b""
    try:
        while part := os.read(near, 4096):
            written += part
    except OSError:
        pass  # the way Linux says that the other end is closed
    os.close(near)
    return process.wait(timeout=20), written.decode("utf-8", "replace")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with one finding whose fix needs a yes."""
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE)
    return path


CONFIRM = ("check", "profile.yaml", "--fix", "--confirm", "--select", "OMT005", "--no-config")


def test_yes_applies(profile: Path) -> None:
    """The change is shown, then asked for, then made; the comment survives."""
    code, written = on_terminal(profile.parent, "y\n", *CONFIRM)
    assert "-      - References available upon request.  # kept" in written
    assert "delete the line? [y/N]" in written
    assert "available" not in profile.read_text()
    assert code == 0


def test_no_leaves_it(profile: Path) -> None:
    """The file is as it was, the finding is still there."""
    code, _ = on_terminal(profile.parent, "n\n", *CONFIRM)
    assert profile.read_text() == PROFILE
    assert code == 1


@pytest.mark.parametrize(("answer", "kept"), [("n\n", True), ("y\n", False)])
def test_writing_over_a_file_is_asked(
    profile: Path,
    answer: str,
    kept: bool,  # noqa: FBT001 - a case
) -> None:
    """Only a yes replaces it."""
    report = profile.parent / "report.json"
    report.write_text("mine")
    on_terminal(profile.parent, answer, "check", "profile.yaml", "-o", "report.json")
    assert (report.read_text() == "mine") is kept


def test_colours_on_a_terminal(profile: Path) -> None:
    """Severity is coloured, and said in words."""
    _, written = on_terminal(profile.parent, "", "check", "profile.yaml", "--select", "OMT005")
    assert "\x1b[36m\x1b[1minfo[OMT005" in written
