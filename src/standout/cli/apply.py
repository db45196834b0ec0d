"""`standout apply`: from a resume and a posting to a tailored page, for someone with no profile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from standout import api, workspace
from standout.cli import init, tailor
from standout.cli.output import refuse_to_replace
from standout.cli.tailoring import posting_of
from standout.errors import OpenError, UsageError
from standout.reporters.text import printable

EPILOG = """\b
Examples:
  standout apply resume.pdf --posting job.txt
  standout apply resume.docx --posting job.html --theme compact -o acme

The resume is read into profile.yaml, which is yours to keep: look it over, add what is true and
missing, and run `standout tailor profile.yaml --posting job.txt` from then on.

Leaves with 0 when all is well, 1 when the built page has errors or warnings, 2 when nothing could
be built."""


@click.command(epilog=EPILOG)
@click.argument("resume")
@click.option("--posting", required=True, metavar="FILE", help="The posting, in any format.")
@click.option("--profile", default="profile.yaml", show_default=True, metavar="FILE",
              help="Where the profile is written; one that is there is kept as it is.")  # fmt: skip
@click.option("-o", "--output", metavar="FOLDER", help="Where the page and its reports go.")
@click.option("--theme", metavar="NAME|FOLDER", help="The look of the page. [default: classic]")
@click.option("--paper", metavar="a4|letter", help="[default: what the locale uses]")
@click.option("--pages", type=click.IntRange(1, 20), help="Pages to fill. [default: 1]")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to report.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
@click.pass_context
def command(context: click.Context, /, resume: str, profile: str, **options: Any) -> None:
    """Make the best page for a posting from a resume alone."""
    if options["posting"] == "-" or resume == "-":
        raise UsageError("apply reads files, not standard input", "save them first")
    _refuse_empty(resume)
    posting_of(options["posting"])  # a posting that cannot be read is told before a file is made
    if not options["force"]:
        refuse_to_replace(profile)
    click.echo(f"1. reading {printable(resume)} into {printable(profile)}", err=True)
    context.invoke(init.command, file=resume, output=profile, force=options["force"])
    click.echo(f"2. choosing the page for {printable(options['posting'])}", err=True)
    context.invoke(tailor.command, profile=profile, **options)


def _refuse_empty(resume: str) -> None:
    """Raise `UsageError` where there is nothing to choose from in a resume."""
    if not Path(resume).is_file():
        raise OpenError(f"{resume}: there is no such file", "name a resume")
    reading = api.read(workspace.load(resume), resume)
    if not any(section.entries for section in reading.resume.sections):
        raise UsageError(
            f"{resume}: no job, project or degree could be read in it",
            f"`standout check {resume}` says why; `standout init` makes a profile to fill in",
        )
