"""`standout init`: a resume that exists becomes the profile that is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from standout import api, workspace
from standout.cli.output import write_checked
from standout.cli.trouble import tell
from standout.errors import UsageError
from standout.model import Reading
from standout.reporters.text import printable

SCHEMA = "profile.schema.json"
"""What the first line of a profile points to."""
MOST_SHOWN = 12
"""Texts that are listed for review; the rest is counted."""

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
def command(file: str | None, output: str, force: bool, schema: bool) -> None:  # noqa: FBT001 - click
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
    write_checked(output, api.as_profile(reading).encode(), force)
    click.echo(f"wrote {output}", err=True)
    beside = Path(output).with_name(SCHEMA)
    if not beside.exists():
        workspace.save(str(beside), api.profile_schema().encode())
        click.echo(f"wrote {beside}, from which editors complete the profile", err=True)
    _ask_for_review(reading)


def _ask_for_review(reading: Reading) -> None:
    unplaced = api.not_understood(reading)
    if not unplaced:
        return
    click.echo("please review; these texts found no place of their own:", err=True)
    for text in unplaced[:MOST_SHOWN]:
        click.echo(f"  {printable(text.value[:100])}", err=True)
    if len(unplaced) > MOST_SHOWN:
        click.echo(f"  and {len(unplaced) - MOST_SHOWN} more", err=True)
