"""`standout build`: the pages and files that are handed over."""

from __future__ import annotations

from pathlib import Path

import click

from standout import api, workspace
from standout.cli.output import write_checked
from standout.cli.trouble import tell
from standout.writers.design import Design

EPILOG = """\b
Examples:
  standout build profile.yaml
  standout build profile.yaml --theme compact --paper letter --locale de

Leaves with 0 when everything was written, 1 with findings, 2 when it could not run."""


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option("--theme", default="classic", show_default=True, help="The look of the page.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper; else the locale's.")
@click.option("--locale", default="en", show_default=True, help="Language of headings and dates.")
@click.option("--tag", "tags", multiple=True, help="Only what has this tag, or no tag at all.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(
    file: str,
    theme: str,
    paper: str | None,
    locale: str,
    tags: tuple[str, ...],
    force: bool,  # noqa: FBT001 - click passes flags so
) -> None:
    """Build a one-page PDF from a profile."""
    reading = api.read(workspace.load(file), file)
    tell(reading)
    design = Design(theme=theme, paper=paper or "", locale=locale)
    built = api.build(reading, design, tags)
    target = Path(file).with_name("resume.pdf")
    write_checked(str(target), built.files["pdf"][0], force)
    click.echo(f"wrote {target}", err=True)
