"""`standout read`: what a program sees in a resume."""

from __future__ import annotations

import sys

import click

from standout import api, workspace
from standout.cli.trouble import tell

EPILOG = """\b
Examples:
  standout read resume.pdf
  standout read resume.pdf --format json > resume.json
  standout read resume.json --format yaml

Leaves with 0 when the file was read, 1 when parts of it could not be, 2 without a file."""


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(api.WRITERS)),
    default="text",
    show_default=True,
    help="An outline, JSON Resume with additions under meta.standout, a native profile, RenderCV.",
)
def command(file: str, form: str) -> None:
    """Read a resume of any format and print what was understood."""
    reading = api.read(workspace.load(file), file)
    click.echo(api.WRITERS[form](reading), nl=False)
    sys.exit(1 if tell(reading) else 0)
