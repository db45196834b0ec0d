"""`standout compare`: two resumes side by side."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import click

from standout import api, workspace
from standout.cli.batch import Job, case_of
from standout.cli.one_posting import one_posting
from standout.cli.output import COLOURS, about, colour_choice, write_checked
from standout.model import Posting
from standout.model.comparison import Comparison, Side

EPILOG = """\b
Examples:
  standout compare old.pdf new.pdf
  standout compare a.pdf b.pdf --posting job.txt -o compare.html
  standout compare a.pdf b.pdf --format json

Leaves with 0 when both were read, 2 on a wrong call or when a file could not be opened."""


@click.command(epilog=EPILOG)
@click.argument("first")
@click.argument("second")
@click.option("--posting", metavar="FILE", help="Also compare how they answer this posting.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    help="How to show it. [default: text, or what the suffix of --output says]",
)
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--color", type=click.Choice(tuple(COLOURS)), default="auto", help="Colours.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(first: str, second: str, **options: Any) -> None:
    """Compare two resumes: findings, answers, first look."""
    today: datetime.datetime | None = options["today"]
    day = today.date() if today else workspace.today()
    posting = one_posting(options["posting"])
    overrides = workspace.Overrides(config=options["config"], no_config=options["no_config"])
    sides = [_side(path, overrides, posting, day) for path in (first, second)]
    _show(Comparison(*sides), options)
    sys.exit(0)


def _side(
    path: str, overrides: workspace.Overrides, posting: Posting | None, day: datetime.date
) -> Side:
    content = workspace.load(path)
    case = case_of(path, Job(overrides, day, posting))
    report = api.check(content, path, case, workspace.further(content, case.settings))
    if posting is None:
        return api.side(content, report)
    match = api.answered(report.reading.resume, posting, day, case.weights)
    return api.side(content, report, match)


def _show(comparison: Comparison, options: dict[str, Any]) -> None:
    form, output = options["form"] or _form_of(options["output"]), options["output"]
    if form == "json":
        from standout.reporters import compare_json

        shown = compare_json.render(comparison)
    elif form == "html":
        from standout.reporters import compare_html

        shown = compare_html.render(comparison, about())
    else:
        from standout.reporters import compare_text

        shown = compare_text.render(comparison, about().width)
    if output is None:
        click.echo(shown, nl=False, color=colour_choice(options["color"]))
    else:
        write_checked(output, click.unstyle(shown).encode(), options["force"])


def _form_of(path: str | None) -> str:
    suffix = path.lower().rpartition(".")[2] if path else ""
    return {"html": "html", "htm": "html", "json": "json"}.get(suffix, "text")
