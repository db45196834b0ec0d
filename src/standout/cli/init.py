"""`standout init`: a resume that exists becomes the profile that is kept."""

from __future__ import annotations

import sys

import click

from standout import api, workspace
from standout.cli.importing import ask_for_review, tell_json, write_profile
from standout.cli.output import FORMAT
from standout.cli.trouble import tell
from standout.errors import UsageError

EPILOG = """\b
Examples:
  standout init resume.pdf -o profile.yaml
  standout init --schema > profile.schema.json

An existing profile is written over only with --force. The schema that editors complete from is
written beside it as profile.schema.json, unless a file of that name is there.
Leaves with 0 when the profile was written, 1 when there was nothing to write, 2 on a wrong call."""


@click.command(epilog=EPILOG)
@click.argument("file", required=False)
@click.option("-o", "--output", default="profile.yaml", show_default=True, help="The profile.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--schema", is_flag=True, help="Print the profile's JSON Schema for editors.")
@FORMAT
def command(file: str | None, output: str, *, force: bool, schema: bool, form: str) -> None:
    """Turn a resume of any format into a commented profile."""
    if schema:
        click.echo(api.profile_schema(), nl=False)
        return
    if file is None:
        raise UsageError("name the resume to start from", "standout init resume.pdf")
    reading = api.read(workspace.load(file), file)
    tell(reading)
    if not any(reading.resume.texts()):
        click.echo(f"{file}: nothing to write", err=True)
        sys.exit(1)
    write_profile(api.merged_profile([reading]), output, force)
    if form == "json":
        tell_json(output, [reading])
    else:
        ask_for_review([reading])
