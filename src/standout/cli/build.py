"""`standout build`: the pages and files that are handed over."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from standout.building.order import FITS, SUFFIXES
from standout.cli.building import Call, Press, checked
from standout.errors import UsageError
from standout.workspace.build_settings import BuildOverrides
from standout.writers.design import PAPERS

EPILOG = """\b
Examples:
  standout build profile.yaml
  standout build profile.yaml --theme compact --paper letter --locale de --watch
  standout build profile.yaml --to pdf,docx,txt,json -o applications/
  standout build profile.yaml --tag research --fit page -o out/cv.pdf
  standout build resume.json --theme ./my-theme

Files are named resume.pdf, resume.docx and so on and lie beside FILE. What was built last time
and not changed since is written over; any other file only with --force. `standout themes` lists
themes and locales. Whatever an option says can also stand under [build] in standout.toml.

Leaves with 0 when all is well, 1 when the profile or the built page has errors or warnings, 2 when
nothing could be built for another reason. A profile with errors is not built."""


def _split(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    parts = (part.strip() for each in value for part in each.split(","))
    return tuple(part for part in parts if part)


def listed(*names: str, metavar: str, text: str) -> Callable[..., Any]:
    """An option of several values: given more than once, or with commas between."""
    return click.option(*names, multiple=True, metavar=metavar, callback=_split, help=text)


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option("--theme", metavar="NAME|FOLDER", help="The look of the page. [default: classic]")
@click.option("--paper", metavar="|".join(PAPERS), help="[default: what the locale uses]")
@click.option("--locale", metavar="TAG", help="Language of headings and dates. [default: en]")
@listed("--tag", "tags", metavar="TAGS", text="Only what has one of these tags, or none.")
@listed("--to", "formats", metavar="FORMATS", text=f"Of {', '.join(SUFFIXES)}. [default: pdf]")
@click.option("-o", "--output", metavar="FILE|FOLDER", help="Where to write; - for the terminal.")
@click.option("--accent", metavar="COLOUR", help="Colour of headings and links, as '#1f3a5f'.")
@click.option("--font", metavar="FAMILY", help="Family of the text.")
@click.option("--size", type=float, metavar="POINTS", help="Size of the text.")
@click.option("--margin", type=float, metavar="CM", help="Margin on all sides.")
@click.option("--fit", metavar="|".join(FITS), help="Tighten space and type until it fits.")
@click.option("--page-limit", type=int, metavar="PAGES", help="Pages it may have; 0: no limit.")
@click.option("--archival", is_flag=True, default=None, help="Make the PDF PDF/A-2a too.")
@click.option("--font-path", "font_paths", multiple=True, metavar="FOLDER", help="More fonts.")
@click.option("--watch", is_flag=True, help="Build again whenever something changes.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="How to report.")  # fmt: skip
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
def command(file: str, **options: Any) -> None:
    """Build a PDF, DOCX and other files from a profile.

    FILE is a profile or any other resume that can be read, or - for standard input.
    """
    call = _call(file, options)
    if options["watch"]:
        from standout.cli.watching import watch

        watch(call)
        return
    sys.exit(_once(call))


def _call(file: str, options: dict[str, Any]) -> Call:
    if options["watch"] and "-" in (file, options["output"]):
        raise UsageError("--watch needs a file to watch and one to write", "leave out -")
    if options["form"] == "json" and options["output"] == "-":
        raise UsageError("-o - and --format json both print", "leave out one")
    own = ("output", "force", "form", "config", "no_config", "watch")
    given = {key: value for key, value in options.items() if value not in (None, ())}
    values = {key: value for key, value in given.items() if key not in own}
    overrides = BuildOverrides(values, options["config"], options["no_config"])
    return Call(file, overrides, options["output"], options["force"], options["form"])


def _once(call: Call) -> int:
    press = Press(call)
    outcome = press.write(checked(press.make(press.prepare())))
    outcome.tell(call.form)
    return outcome.code
