"""`standout build --watch`: the same again whenever the profile, settings or theme change."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import click

from standout.cli.building import Call, Made, Outcome, Plan, Press, checked
from standout.cli.output import complain
from standout.errors import StandoutError
from standout.reporters.text import printable
from standout.workspace.tables import FILE
from standout.workspace.watching import Stamps, changes_soon, stamps, wait_for_change


def watch(call: Call) -> None:
    """Build now and after every change, until Ctrl-C."""
    press = Press(call)
    # What is wrong with the call itself is said at once and ends it.
    files = _watched(call, press.prepare())
    try:
        while True:
            seen = stamps(files)
            files = _again(press, seen)
            # What is new among them is watched from now; the rest since before it was read.
            wait_for_change({each: seen.get(each, now) for each, now in stamps(files).items()})
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def _watched(call: Call, plan: Plan) -> tuple[str, ...]:
    """All that a build depends on; the last may be there one day."""
    return (call.file, *plan.files(), str(Path(call.file).parent / FILE))


def _again(press: Press, seen: Stamps) -> tuple[str, ...]:
    """Build once more, and say so. Returns the files to watch from now on."""
    began, files = time.perf_counter(), tuple(seen)
    try:
        plan = press.prepare()
        files = _watched(press.call, plan)
        made = press.make(plan)
        outcome = press.write(made)
    except StandoutError as error:
        # An editor in the middle of writing is no news.
        if not changes_soon(seen):
            complain([error])
            click.echo("not built; waiting for a change", err=True)
        return files
    if outcome.written:
        _tell(press.call, outcome, made, (time.perf_counter() - began) * 1000)
    elif not changes_soon(seen):
        click.echo(outcome.findings(), nl=False, err=True)
        click.echo("not built; waiting for a change", err=True)
    return files


def _tell(call: Call, outcome: Outcome, made: Made, milliseconds: float) -> None:
    """Say that files are there, then what is to be said of them: the check takes its time."""
    names = ", ".join(printable(each.path) for each in outcome.written)
    click.echo(f"built {names} in {milliseconds:.0f} ms", err=True)
    outcome = replace(outcome, report=checked(made).report)
    if call.form == "json":
        click.echo(json.dumps(outcome.as_json(), ensure_ascii=False))
    else:
        click.echo(outcome.findings(), nl=False, err=True)
