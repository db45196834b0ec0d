"""Where reports go: the terminal or a file, in colour or without."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path

import click

from standout import __version__, api, workspace
from standout.errors import StandoutError, UsageError
from standout.model import Report
from standout.reporters import About, renderer, summary
from standout.reporters.text import printable
from standout.values import frozen

COLOURS = {"auto": None, "always": True, "never": False}
SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".htm": "html"}
FOR_PEOPLE = ("full", "concise")
"""Formats that say nothing when no file could be checked."""
WIDEST = 120
FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to print it.",
)  # fmt: skip


@frozen
class Target:
    """Where a report goes: a file (None for the terminal), its format, may it be replaced."""

    path: str | None
    format: str
    force: bool


def format_of(path: str | None) -> str:
    """The format a file's suffix asks for; `full` for any other, and for the terminal."""
    return SUFFIXES.get(Path(path).suffix.lower(), "full") if path else "full"


def about() -> About:
    """What reports say of the program, and the width they may take."""
    return About(__version__, api.ruleset_version(), width())


def width() -> int:
    """The columns that a report may take; asking for it loads no rule."""
    return min(shutil.get_terminal_size(fallback=(100, 24)).columns, WIDEST)


def show(reports: Sequence[Report], target: Target, color: str) -> None:
    """Print or write the reports."""
    text = renderer(target.format)(reports, about())
    if target.path is None:
        click.echo(text, nl=False, color=colour_choice(color))
        if target.format == "concise":
            click.echo(summary(reports), err=True)
        return
    write_checked(target.path, click.unstyle(text).encode(), target.force)
    click.echo(f"{summary(reports)}: see {target.path}", err=True)


@contextmanager
def aside(form: str) -> Iterator[None]:
    """Within it, what is told to people goes to standard error where the answer is JSON."""
    with redirect_stdout(sys.stderr) if form == "json" else nullcontext():
        yield


def tell_files(written: Iterable[tuple[str, str]], form: str) -> None:
    """Say which files were written, and what each is."""
    files = list(written)
    if form == "json":
        told = [{"file": name, "what": what} for name, what in files]
        click.echo(json.dumps({"version": 1, "files": told}, indent=2))
        return
    click.secho("\nWhat lies where", bold=True)
    wide = max(len(name) for name, _ in files)
    for name, what in files:
        click.echo(f"  {name:{wide}}  {what}")


def colour_choice(color: str) -> bool | None:
    """True, False, or None: colour on a terminal only. `NO_COLOR` speaks where nobody asked."""
    if color == "auto" and os.environ.get("NO_COLOR"):
        return False
    return COLOURS[color]


def write_checked(path: str, content: bytes, force: bool) -> None:  # noqa: FBT001 - --force
    """Write a file; over one that is there only with --force or after a yes on a terminal."""
    if not force:
        refuse_to_replace(path)
    workspace.save(path, content)


def refuse_to_replace(path: str) -> None:
    """Stop where a file is there already, unless a yes on a terminal gives it away."""
    if Path(path).exists() and not _replace(path):
        raise UsageError(f"{path} is there already", "--force writes over it")


def _replace(path: str) -> bool:
    question = f"{path} is there already. Write over it?"
    return sys.stdin.isatty() and click.confirm(question, err=True)


def complain(failures: Iterable[StandoutError]) -> None:
    """Say on standard error what could not be done, each thing once."""
    for message, hint in dict.fromkeys((each.message, each.hint) for each in failures):
        for line in message.split("\n"):
            click.echo(f"error: {printable(line)}", err=True)
        if hint:
            click.echo(f"  help: {printable(hint)}", err=True)
