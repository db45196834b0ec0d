"""`standout check`: findings with their places."""

from __future__ import annotations

import sys

import click

from standout import api, workspace
from standout.reporters import concise
from standout.rules.settings import Settings


@click.command(epilog="Example: standout check resume.pdf")
@click.argument("files", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> None:
    """Check resumes and say what is wrong, where, why and what to do."""
    reports = [
        api.check(workspace.load(each), each, Settings(), workspace.today()) for each in files
    ]
    for report in reports:
        click.echo(concise.render(report.reading.source, report.diagnostics), nl=False)
    sys.exit(1 if any(each.diagnostics for each in reports) else 0)
