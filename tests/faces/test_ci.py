"""The pre-commit hook and the GitHub Action: parsed, then run on a fixture."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
BAD = "# Ada Example\n\n## References\n\n- References available upon request.\n"


def environment(**more: str) -> dict[str, str]:
    """An environment in which `standout` is the one under test."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, **more}


def hook() -> dict[str, Any]:
    """The only hook."""
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("resume.pdf", True),
        ("docs/My_CV.md", True),
        ("profile.yaml", True),
        ("README.md", False),
        ("resume.py", False),
    ],
)
def test_hook_chooses_resumes(name: str, wanted: bool) -> None:  # noqa: FBT001 - a case
    """Resumes by name and format, nothing else of a repository."""
    assert bool(re.search(hook()["files"], name)) is wanted


def test_hook_runs(tmp_path: Path) -> None:
    """pre-commit calls the entry with the names of files."""
    (tmp_path / "cv.md").write_text(BAD)
    command = [*shlex.split(hook()["entry"]), "cv.md"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"OMT005" in done.stdout


def action() -> dict[str, Any]:
    """The action as GitHub reads it."""
    found = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def check_step(folder: Path, files: str, arguments: str = "") -> subprocess.CompletedProcess[str]:
    """Run the action's last step as the runner does."""
    (step,) = [each for each in action()["runs"]["steps"] if each.get("name") == "Check"]
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=environment(STANDOUT_FILES=files, STANDOUT_ARGS=arguments),
        capture_output=True,
        text=True,
        check=False,
    )


def test_action_is_composite_and_pins_itself() -> None:
    """It installs the action's own checkout, and lets no input into a script."""
    runs = action()["runs"]
    assert runs["using"] == "composite"
    scripts = [each["run"] for each in runs["steps"] if "run" in each]
    assert any("pip install" in each and "$GITHUB_ACTION_PATH" in each for each in scripts)
    assert not any("${{" in each for each in scripts)
    assert all(each["shell"] == "bash" for each in runs["steps"] if "run" in each)


def test_action_annotates(tmp_path: Path) -> None:
    """Findings become workflow commands; options go one a line; files may hold spaces."""
    (tmp_path / "my cv.md").write_text(BAD)
    done = check_step(tmp_path, "my cv.md\n", "--select=OMT005\n--no-config")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::notice file=my cv.md,title=OMT005 references-line,line=5")
    assert check_step(tmp_path, "my cv.md", "--select=OMT005\n--exit-zero").returncode == 0


def test_action_takes_input_as_data(tmp_path: Path) -> None:
    """Nothing in an input is run."""
    done = check_step(tmp_path, "$(touch hacked)\n; touch hacked\n--fix")
    assert done.returncode == 2
    assert not (tmp_path / "hacked").exists()
