"""`standout log`: which version went where and when, and what came back."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from standout import workspace
from standout.cli.epilogs import examples
from standout.errors import UsageError
from standout.reporters.text import columns, printable
from standout.workspace.applications import (
    STATES,
    Answer,
    Application,
    Applications,
    Sent,
    fingerprint,
    log_file,
)

EPILOG = """\b
Examples:
  standout log add resume.pdf --to "Harbourlight Books" --title "ML engineer" --posting job.txt
  standout log answer 1 interview --note "call with the team"
  standout log list

The log is ~/.local/share/standout/applications.sqlite unless --file names another file.
Nothing in it is ever changed: an answer is added below the ones before."""
_file = click.option("--file", metavar="FILE", help="Where the log is kept.")
_day = click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day.  [default: today]"
)
_note = click.option("--note", default="", help="Anything to remember.")
_state = click.Choice(STATES)


def _form(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    choice = click.Choice(["text", *forms])
    return click.option("--format", "form", type=choice, default="text", show_default=True)


@click.group(epilog=EPILOG)
def command() -> None:
    """Keep a log of applications, and of what came back."""


@command.command(
    epilog=examples(
        'log add resume.pdf --to "Harbourlight Books" --title "ML engineer" --posting job.txt'
    )
)
@click.argument("resume", type=click.Path(dir_okay=False))
@click.option("--to", "organization", required=True, help="Who it goes to.")
@click.option("--title", default="", help="The job.")
@click.option("--posting", default="", help="The posting's file or address.")
@click.option("--state", type=_state, default="sent", show_default=True, help="How far it is.")
@_day
@_note
@_form("json")
@_file
def add(resume: str, organization: str, title: str, posting: str, **options: Any) -> None:
    """Keep that RESUME went to somebody."""
    content = workspace.load(resume)
    if not organization.strip():
        raise UsageError("--to says nothing", "name who the resume goes to")
    sent = Sent(organization, title, posting, str(Path(resume).resolve()), fingerprint(content))
    first = Answer(_date(options["day"]), options["state"], options["note"])
    kept = Applications(log_file(options["file"])).add(sent, first)
    _tell(kept, f"kept as application {kept.id}", options["form"])


@command.command(epilog=examples('log answer 1 interview --note "call with the team"'))
@click.argument("number", type=int)
@click.argument("state", type=_state)
@_day
@_note
@_form("json")
@_file
def answer(number: int, state: str, **options: Any) -> None:
    """Add what happened to application NUMBER: reply, interview, offer, rejected, ..."""
    told = Answer(_date(options["day"]), state, options["note"])
    kept = Applications(log_file(options["file"])).answer(number, told)
    _tell(kept, f"application {kept.id}: {kept.state}", options["form"])


@command.command(epilog=examples("log show 1"))
@click.argument("number", type=int)
@_form("json")
@_file
def show(number: int, form: str, file: str | None) -> None:
    """Show one application, and whether the file it went with is still the same."""
    kept = Applications(log_file(file)).get(number)
    if form == "json":
        click.echo(_json([kept]))
        return
    sent = kept.sent
    click.echo(printable(f"{kept.id}  {_who(sent)}"))
    click.echo(printable(f"   {sent.file}  ({_still(sent)})"))
    if sent.posting:
        click.echo(printable(f"   posting: {sent.posting}"))
    for each in kept.answers:
        note = f"  {each.note}" if each.note else ""
        click.echo(printable(f"   {each.day}  {each.state}{note}"))


@command.command("list", epilog=examples("log list", "log list --format json"))
@click.option("--state", type=_state, help="Only those whose last word is this one.")
@_form("json", "csv")
@_file
def list_(state: str | None, form: str, file: str | None) -> None:
    """List the applications, the first one first."""
    every = Applications(log_file(file)).all()
    kept = [each for each in every if state in (None, each.state)]
    if form == "json":
        click.echo(_json(kept))
    elif form == "csv":
        click.echo(_csv(kept), nl=False)
    elif not kept:
        click.echo("no applications yet: `standout log add` keeps the first", err=True)
    else:
        rows = [(str(e.id), str(e.answers[-1].day), e.state, _who(e.sent)) for e in kept]
        wide = [max(map(columns, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (
                f"{cell}{' ' * (w - columns(cell))}" for cell, w in zip(row, wide, strict=True)
            )
            click.echo(printable("  ".join(cells).rstrip()))


def _tell(kept: Application, words: str, form: str) -> None:
    if form == "json":
        click.echo(_json([kept]))
    else:
        click.echo(words, err=True)


def _who(sent: Sent) -> str:
    return f"{sent.title} at {sent.organization}" if sent.title else sent.organization


def _still(sent: Sent) -> str:
    if not Path(sent.file).is_file():
        return "the file is not there any more"
    same = fingerprint(workspace.load(sent.file)) == sent.sha256
    return "unchanged since" if same else "changed since"


def _json(kept: list[Application]) -> str:
    return json.dumps({"version": 1, "applications": list(map(_plain, kept))}, indent=2)


def _plain(each: Application) -> dict[str, Any]:
    sent = each.sent
    answers = [{"day": str(a.day), "state": a.state, "note": a.note} for a in each.answers]
    return {
        "id": each.id,
        "organisation": sent.organization,
        "title": sent.title,
        "posting": sent.posting,
        "file": sent.file,
        "sha256": sent.sha256,
        "state": each.state,
        "answers": answers,
    }


def _csv(kept: list[Application]) -> str:
    page = io.StringIO()
    rows = csv.writer(page, lineterminator="\n")
    rows.writerow(["id", "organisation", "title", "posting", "file", "sha256", "day", "state",
                   "note"])  # fmt: skip
    for each in kept:
        told = (each.sent.organization, each.sent.title, each.sent.posting, each.sent.file)
        for said in each.answers:
            rows.writerow([each.id, *told, each.sent.sha256, said.day, said.state, said.note])
    return page.getvalue()


def _date(day: datetime.datetime | None) -> datetime.date:
    return day.date() if day else workspace.today()
