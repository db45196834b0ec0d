"""`standout rules`: every rule with its facts."""

from __future__ import annotations

import json

import click

from standout import api
from standout.rules.manual import parse


@click.command(epilog="Example: standout rules --format json")
@click.option("--format", type=click.Choice(("text", "json")), default="text", help="How to print.")
def command(**options: str) -> None:
    """List all rules with their facts.

    Code, name, severity, what the advice rests on, whether the rule runs, what it finds.
    """
    pages = api.rules()
    if options["format"] == "json":
        rows = [_row(each) for each in pages]
        table = {"version": 1, "ruleset": api.ruleset_version(), "rules": rows}
        click.echo(json.dumps(table, indent=2, ensure_ascii=False))
        return
    width = max(len(each.name) for each in pages)
    for each in pages:
        facts = f"{each.severity:8} {each.basis:11} {each.state:8}"
        click.echo(f"{each.code:9} {each.name:{width}}  {facts} {parse(each.manual).summary}")
    click.echo(f"\nruleset {api.ruleset_version()}; `standout explain CODE` says more of each")


def _row(page: api.Page) -> dict[str, str]:
    return {
        "code": page.code,
        "name": page.name,
        "severity": page.severity,
        "basis": page.basis,
        "source": page.source,
        "state": page.state,
        "summary": parse(page.manual).summary,
    }
