"""The `standout` command itself: help, version, streams, interruption."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from standout import __version__, cli
from tests.faces.conftest import Run


def standout(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    command = [sys.executable, "-m", "standout", *arguments]
    return subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    """What it does, and one line to copy."""
    done = run(name, "--help")
    assert done.code == 0
    assert "Example" in done.out
    assert f"standout {name}" in done.out.split("Example")[1]


@pytest.mark.parametrize("arguments", [("--version",), ("-V",)])
def test_version(run: Run, arguments: tuple[str, ...]) -> None:
    """The same from the quick path and from the command line's own option."""
    assert run(*arguments).out == f"standout {__version__}\n"
    assert standout(*arguments).stdout.decode() == f"standout {__version__}\n"


def test_unknown_command(run: Run) -> None:
    """The nearest one is offered."""
    done = run("chek")
    assert done.code == 2
    assert "check" in done.err


def test_version_imports_nothing_heavy() -> None:
    """The answer to --version comes before any library is loaded."""
    code = (
        "import sys; sys.argv = ['standout', '--version']; from standout.__main__ import main; "
        "main(); sys.exit(bool({'click', 'yaml', 'pypdfium2_raw'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("form", ["full", "json", "concise"])
def test_output_is_utf8_in_any_locale(tmp_path: Path, form: str) -> None:
    """A name that ASCII cannot write is written all the same."""
    path = tmp_path / "cv.md"
    path.write_text("# 陳大文\n\n## References\n\nReferences available upon request, žluť\n")
    done = standout("check", str(path), "--format", form, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode()
    done.stdout.decode("utf-8")


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves with 130 and no traceback."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "invoke", interrupt)
    done = run("rules")
    assert done.code == 130
    assert "Traceback" not in done.err


def test_closed_pipe() -> None:
    """A reader that has seen enough is no error worth a traceback."""
    command = f"{sys.executable} -m standout rules | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
