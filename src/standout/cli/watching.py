"""`standout build --watch`: the same again whenever the profile, settings or theme change."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

import click

from standout.cli.building import Call, Outcome, Press
from standout.cli.output import complain
from standout.errors import StandoutError
from standout.reporters.text import printable
from standout.workspace.watching import changes_soon, stamps, wait_for_change


@dataclass(frozen=True, slots=True)
class Attempt:
    """One build of many: its outcome or why there is none, and the milliseconds it took."""

    outcome: Outcome | StandoutError
    milliseconds: float

    @property
    def good(self) -> bool:
        """Say whether files were written."""
        return isinstance(self.outcome, Outcome) and bool(self.outcome.written)


def watch(call: Call) -> None:
    """Build now and after every change, until Ctrl-C."""
    press = Press(call)
    # What is wrong with the call itself is said at once and ends it.
    files = (call.file, *press.prepare().files())
    try:
        while True:
            seen = stamps(files)
            attempt, files = _attempt(press, files)
            if attempt.good or not changes_soon(files, seen):
                _tell(call, attempt)
            wait_for_change(files, seen)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def _attempt(press: Press, files: tuple[str, ...]) -> tuple[Attempt, tuple[str, ...]]:
    began = time.perf_counter()
    outcome: Outcome | StandoutError
    try:
        plan = press.prepare()
        files = (press.call.file, *plan.files())
        outcome = press.run(plan)
    except StandoutError as error:
        outcome = error
    return Attempt(outcome, (time.perf_counter() - began) * 1000), files


def _tell(call: Call, attempt: Attempt) -> None:
    outcome = attempt.outcome
    if isinstance(outcome, StandoutError):
        complain([outcome])
        click.echo("not built; waiting for a change", err=True)
    elif call.form == "json":
        click.echo(json.dumps(outcome.as_json(), ensure_ascii=False))
    else:
        _tell_in_words(outcome, attempt.milliseconds)


def _tell_in_words(outcome: Outcome, milliseconds: float) -> None:
    click.echo(outcome.findings(), nl=False, err=True)
    if not outcome.written:
        click.echo("not built; waiting for a change", err=True)
        return
    names = ", ".join(printable(each.path) for each in outcome.written)
    click.echo(f"built {names} in {milliseconds:.0f} ms", err=True)
