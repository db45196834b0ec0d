"""`standout tailor`: the best page of a profile for a posting, and why it is the best."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from standout import api, workspace
from standout.building.order import SUFFIXES
from standout.cli import from_store
from standout.cli.build import listed
from standout.cli.output import COLOURS, about, colour_choice
from standout.cli.tailoring import (
    FOLDER,
    REPORTS,
    STEM,
    Made,
    folder_name,
    made,
    posting_of,
    profile_of,
    refuse_foreign,
    wish_of,
    write,
)
from standout.errors import UsageError
from standout.writers.design import PAPERS

EPILOG = f"""\b
Examples:
  standout tailor profile.yaml --posting job.txt
  standout tailor profile.yaml --posting job.html --theme compact --their-words -o acme
  standout tailor profile.yaml --posting job.txt --explain --compare old-resume.pdf
  standout tailor profile.yaml --jobs --top 20 --place Berlin

Writes {STEM}.pdf, report.html, report.json and interview.md into {FOLDER}/POSTING, or the folder
of -o. What was written last time and not changed since is written over; any other file only with
--force. `[tailor]` in standout.toml sets every weight and limit; the marks `must`, `never` and
`prefer` in the profile are obeyed.

Leaves with 0 when all is well, 1 when the built page has errors or warnings, 2 when nothing could
be built."""


@click.command(epilog=EPILOG)
@click.argument("profile")
@click.option("--posting", metavar="FILE", help="The posting: text, Markdown, HTML, PDF, ...")
@click.option("--jobs", is_flag=True, help="The best of the stored postings, a folder for each.")
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True,
              help="With --jobs: how many.")  # fmt: skip
@click.option("-o", "--output", metavar="FOLDER", help="Where to write.")
@listed("--to", "formats", metavar="FORMATS", text=f"Also {', '.join(SUFFIXES)}.")
@click.option("--theme", metavar="NAME|FOLDER", help="The look of the page. [default: classic]")
@click.option("--paper", metavar="|".join(PAPERS), help="[default: what the locale uses]")
@click.option("--locale", metavar="TAG", help="Language of headings and dates. [default: en]")
@click.option("--pages", type=click.IntRange(1, 20), help="Pages to fill. [default: 1]")
@click.option("--their-words", is_flag=True, help="Name skills as the posting names them.")
@click.option("--glance", is_flag=True, help="Among equal pages the one that is seen fastest.")
@click.option("--explain", is_flag=True, help="Show the objective term by term.")
@click.option("--compare", metavar="FILE", help="Hold another resume against the page.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to report.")  # fmt: skip
@click.option("--color", type=click.Choice(tuple(COLOURS)), default="auto", help="Colours.")
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@from_store.filters
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(profile: str, **options: Any) -> None:
    """Choose the best page of a profile for a posting.

    PROFILE is a profile or any readable resume. Nothing is added to what it says.
    """
    if options["jobs"] == bool(options["posting"]):
        raise UsageError(
            "name a posting with --posting, or --jobs for the stored ones",
            "`standout tailor profile.yaml --posting job.txt`",
        )
    if options["jobs"]:
        from standout.cli.tailor_jobs import tailor_all

        sys.exit(tailor_all(profile, options))
    sys.exit(_one(profile, options))


def _one(profile: str, options: dict[str, Any]) -> int:
    path: str = options["posting"]
    if profile == "-" and path == "-":
        raise UsageError("standard input cannot be profile and posting", "name one of them")
    wish = wish_of(profile, options)
    folder = Path(options["output"] or Path(FOLDER, folder_name(path)))
    names = (*(f"{STEM}{SUFFIXES[each]}" for each in wish.order.formats if each != "png"), *REPORTS)
    refuse_foreign(tuple(str(folder / each) for each in names), force=options["force"])
    reading, posting = profile_of(profile), posting_of(path)
    rival = None
    if options["compare"]:
        rival = api.read(workspace.load(options["compare"]), options["compare"])
    tailored = made(api.tailorer(reading, wish), path, posting.posting, posting.source.text, rival)
    written = write(folder, tailored, force=options["force"])
    _tell(tailored, written, options)
    return 0 if tailored.is_clean else 1


def _tell(tailored: Made, written: tuple[str, ...], options: dict[str, Any]) -> None:
    if options["form"] == "json":
        click.echo(tailored.files["report.json"].decode(), nl=False)
        return
    from standout.reporters import tailored_text

    color = colour_choice(options["color"])
    click.echo(tailored_text.render(tailored.report, about().width), nl=False, color=color)
    if options["explain"]:
        click.echo("\n" + tailored_text.explained(tailored.report), nl=False, color=color)
    click.echo(f"\nwrote {', '.join(written)}", err=True)
