"""`standout explain`: the manual page of a rule."""

from __future__ import annotations

import click

from standout import api


@click.command(epilog="Example: standout explain SLF003")
@click.argument("code")
def command(code: str) -> None:
    """Print the manual page of a rule, by code or by name."""
    click.echo(api.explain(code).strip())
