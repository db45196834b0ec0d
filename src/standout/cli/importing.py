"""What `init` and `import` share: write a profile, and say what a person should look over."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from standout import api, workspace
from standout.cli.output import write_checked
from standout.model import Reading
from standout.reporters.text import printable

SCHEMA = "profile.schema.json"
"""What the first line of a profile points to."""
MOST_SHOWN = 12
"""Texts that are listed for review; the rest is counted."""


def write_profile(text: str, output: str, force: bool) -> None:  # noqa: FBT001 - --force
    """Write a profile, and beside it the schema that editors complete from."""
    write_checked(output, text.encode(), force)
    click.echo(f"wrote {printable(output)}", err=True)
    beside = Path(output).with_name(SCHEMA)
    if not beside.exists():
        workspace.save(str(beside), api.profile_schema().encode())
        click.echo(f"wrote {beside}, from which editors complete the profile", err=True)


def tell_json(path: str, readings: Iterable[Reading], **more: object) -> None:
    """Print what was written, and the texts that found no place of their own."""
    unplaced = [text.value for each in readings for text in api.not_understood(each)]
    told = {"version": 1, "profile": path, **more, "not_understood": unplaced}
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


def ask_for_review(readings: Iterable[Reading]) -> None:
    """List the texts that found no place of their own."""
    unplaced = [text for each in readings for text in api.not_understood(each)]
    if not unplaced:
        return
    click.echo("please review; these texts found no place of their own:", err=True)
    for text in unplaced[:MOST_SHOWN]:
        click.echo(f"  {printable(text.value[:100])}", err=True)
    if len(unplaced) > MOST_SHOWN:
        click.echo(f"  and {len(unplaced) - MOST_SHOWN} more", err=True)
