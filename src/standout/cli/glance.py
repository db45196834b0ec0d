"""`standout glance`: what a fast first look has likely seen."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import click

from standout import api, workspace
from standout.cli.one_posting import one_posting
from standout.cli.output import COLOURS, about, colour_choice, write_checked
from standout.cli.trouble import tell
from standout.errors import UsageError
from standout.model import Reading
from standout.model.exposure import HORIZONS, Exposure

EPILOG = """\b
Examples:
  standout glance resume.pdf
  standout glance resume.pdf --posting job.txt -o glance.html
  standout glance resume.pdf --svg -o glance.svg
  standout glance resume.pdf --format json

A model built on published eye-movement timing and one vendor study of 30 recruiters: it is not a
measurement of a person. `docs/glance.md` says what it rests on.

Leaves with 0 when the file was read, 1 when parts could not be, 2 when it has no pages."""


_SUFFIXES = {"json": "json", "html": "html", "htm": "html", "svg": "svg", "png": "png"}


@click.command(epilog=EPILOG)
@click.argument("resume")
@click.option("--posting", metavar="FILE", help="The reader looks for what this posting requires.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html", "svg", "png"]),
    help="How to show it. [default: text, or what the suffix of --output says]",
)
@click.option("--svg", "form", flag_value="svg", help="The pages under heat as SVG.")
@click.option("--png", "form", flag_value="png", help="The first page under heat as PNG.")
@click.option(
    "--at",
    type=click.Choice([str(each) for each in HORIZONS]),
    default="7",
    show_default=True,
    help="Seconds, for SVG and PNG.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--color", type=click.Choice(tuple(COLOURS)), default="auto", help="Colours.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(resume: str, **options: Any) -> None:
    """Show what a first look of a resume has likely seen.

    RESUME is a PDF. Listed are the facts that are known by then and the moves that would show
    more; as HTML, SVG and PNG the pages lie under a heat map.
    """
    form = options["form"] or _form_of(options["output"])
    content = workspace.load(resume)
    reading = api.read(content, resume)
    troubled = tell(reading)
    if not reading.pages:
        raise UsageError(f"{resume}: this format has no pages", "`standout build` makes a PDF")
    posting = one_posting(options["posting"])
    match = api.answered(reading.resume, posting, _day(options)) if posting else None
    exposure = api.glance(reading, match)
    shown = _shown(form, content, reading, exposure, int(options["at"]))
    _write(shown, form, options)
    sys.exit(int(troubled))


def _form_of(path: str | None) -> str:
    suffix = path.lower().rpartition(".")[2] if path else ""
    return {"htm": "html"}.get(
        suffix, suffix if suffix in ("json", "html", "svg", "png") else "text"
    )


def _day(options: dict[str, Any]) -> datetime.date:
    today: datetime.datetime | None = options["today"]
    return today.date() if today else workspace.today()


def _shown(form: str, content: bytes, reading: Reading, exposure: Exposure, at: int) -> bytes:
    if form == "json":
        from standout.reporters import glance_json

        return glance_json.render(reading, exposure).encode()
    if form == "text":
        from standout.reporters import glance_text

        return glance_text.render(reading.source.name, exposure, about().width).encode()
    pictures = api.pictures(content, reading)
    if form == "html":
        from standout.reporters import glance_html

        return glance_html.render(reading, exposure, pictures, about()).encode()
    if form == "svg":
        from standout.reporters import glance_svg

        return glance_svg.document(reading.pages, exposure.words, pictures, at).encode()
    from standout.reporters import glance_png

    return glance_png.heated(pictures[0], exposure.words, at)


def _write(shown: bytes, form: str, options: dict[str, Any]) -> None:
    output = options["output"]
    if output is None and form == "png":
        raise UsageError("a picture is written to a file", "-o glance.png")
    if output is None:
        click.echo(shown.decode(), nl=False, color=colour_choice(options["color"]))
    elif form == "text":
        write_checked(output, click.unstyle(shown.decode()).encode(), options["force"])
    else:
        write_checked(output, shown, options["force"])
