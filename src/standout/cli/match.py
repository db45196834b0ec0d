"""`standout match`: demand by demand, the line that proves it, or the gap."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from standout import api, workspace
from standout.cli import from_store
from standout.cli.output import COLOURS, about, colour_choice, complain, width, write_checked
from standout.cli.trouble import tell
from standout.errors import StandoutError, UsageError
from standout.model import Matched, PostingReading, Reading
from standout.workspace.rows import SOURCES, FileRow, posting_rows

if TYPE_CHECKING:
    from standout.matching import MatchSettings

EPILOG = """\b
Examples:
  standout match profile.yaml job.html
  standout match resume.pdf a.txt b.html c.json
  standout match profile.yaml 'jobs/*.html' --top 10 --format json
  standout match profile.yaml jobs/*.html -o matches.html
  standout match profile.yaml --jobs --top 50 --place Berlin --remote remote

The score is the sum of its reasons, in points of 100: each demand has a weight, and earns it as far
as the strength of the line that proves it goes. `[match]` in standout.toml sets every weight.

Leaves with 0 when all was read, 1 when parts could not be, 2 without a profile or posting."""


@click.command(epilog=EPILOG)
@click.argument("profile")
@click.argument("postings", nargs=-1, metavar="[POSTING...]")
@click.option("--jobs", is_flag=True, help="Rank the stored postings; see `standout jobs`.")
@click.option("--top", type=click.IntRange(min=1), help="Only the best so many postings.")
@click.option(
    "--details",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="How many postings are shown demand by demand.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json"]),
    help="For people, one page for a browser, or everything as JSON.  [default: as the ending of "
    "--output says, else text]",
)
@click.option(
    "--semantic",
    metavar="MODEL",
    help="Show the nearest line for demands that the vocabulary does not know, by the sentence "
    "model in a folder or of a name.",
)
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--color", type=click.Choice(tuple(COLOURS)), default="auto", help="Colours.")
@from_store.filters
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(profile: str, postings: tuple[str, ...], **options: Any) -> None:
    """Match a profile with postings: proof or gap, line by line.

    PROFILE is a profile or any readable resume. POSTING is a text, Markdown, HTML, PDF, DOCX,
    JSON, JSON lines, CSV or Parquet file, a folder or a pattern; several are ranked.
    """
    from standout.workspace.match_settings import match_settings_for

    _refuse_contradictions(profile, postings, options)
    settings = match_settings_for(profile, options["config"], search=not options["no_config"])
    reading = api.read(workspace.load(profile), profile)
    troubled = tell(reading)
    failures: list[StandoutError] = []
    if options["jobs"]:
        matches = _stored(reading, settings, options)
    else:
        skipped: list[str] = []
        found = list(_read(workspace.expand(postings, SOURCES), failures, skipped))
        troubled = troubled or bool(skipped) or any(each.diagnostics for _, each in found)
        matches = api.match(reading, found, _day(options), settings)[: options["top"]]
    complain(failures)
    if options["semantic"]:
        matches = _hinted(reading, matches, options["semantic"])
    if matches:
        _show(reading, matches, options)
    sys.exit(2 if failures else int(troubled))


def _refuse_contradictions(
    profile: str, postings: tuple[str, ...], options: dict[str, Any]
) -> None:
    if options["jobs"] == bool(postings):
        raise UsageError(
            "name postings, or --jobs for the stored ones",
            "`standout match profile.yaml job.html`",
        )
    if profile == "-" and "-" in postings:
        raise UsageError("standard input cannot be profile and posting", "name one of them")


def _day(options: dict[str, Any]) -> datetime.date:
    today: datetime.datetime | None = options["today"]
    return today.date() if today else workspace.today()


def _stored(
    reading: Reading, settings: MatchSettings, options: dict[str, Any]
) -> tuple[Matched, ...]:
    asked = {name: options[name] for name in from_store.Asked.__dataclass_fields__}
    top = options["top"] or from_store.TOP
    return from_store.best(reading, settings, _day(options), from_store.Asked(**asked), top)


def _hinted(reading: Reading, matches: tuple[Matched, ...], model: str) -> tuple[Matched, ...]:
    from standout.workspace.models import embedder

    return api.with_nearest(reading, matches, embedder(model))


def _show(reading: Reading, matches: tuple[Matched, ...], options: dict[str, Any]) -> None:
    form = options["form"] or _form_of(options["output"])
    if form == "json":
        from standout.reporters import match_json

        text = match_json.render(reading, matches)
    elif form == "html":
        from standout.reporters import match_html

        best = matches[0].match if matches else None
        exposure = api.exposed_to(reading, best) if reading.pages else None
        text = match_html.render(reading, matches, about(), options["details"], exposure)
    else:
        from standout.reporters import match_text

        text = match_text.render(reading, matches, width(), options["details"])
    if options["output"] is None:
        click.echo(text, nl=False, color=colour_choice(options["color"]))
    else:
        write_checked(options["output"], click.unstyle(text).encode(), options["force"])


def _form_of(path: str | None) -> str:
    return {".html": "html", ".htm": "html", ".json": "json"}.get(
        PurePath(path or "").suffix.lower(), "text"
    )


def _read(
    paths: tuple[str, ...], failures: list[StandoutError], skipped: list[str]
) -> Iterator[tuple[str, PostingReading]]:
    """Every posting of the files under its name.

    What cannot be opened goes to `failures`, the places of broken rows to `skipped`.
    """
    for path in paths:
        try:
            for row in _rows(path):
                yield from _of_row(row, skipped)
        except StandoutError as error:
            failures.append(error)


def _rows(path: str) -> Iterator[FileRow]:
    if path != "-":
        return posting_rows(path)
    content = workspace.load(path)
    return iter([FileRow("stdin", None, content, len(content))])


def _of_row(row: FileRow, skipped: list[str]) -> Iterator[tuple[str, PostingReading]]:
    """The postings of a row, or of a whole file; a broken row is told with its line and skipped."""
    if row.line is None:
        readings = list(api.read_postings(row.content, row.path))
        place = row.path
    else:
        place = f"{row.path}:{row.line}"
        readings = list(api.read_postings(row.content, f"{place}.json")) if _is_object(row) else []
        if not readings:
            skipped.append(place)
            click.echo(f"{place}: {row.problem or 'there is no posting in this row'}", err=True)
    for number, each in enumerate(readings, start=1):
        for said in each.diagnostics:
            click.echo(f"{place}: {said.code} {said.message}", err=True)
        own = each.posting.id or str(number)
        yield (f"{place}#{own}" if len(readings) > 1 else place), each


def _is_object(row: FileRow) -> bool:
    try:
        return not row.problem and isinstance(json.loads(row.content), dict)
    except (ValueError, RecursionError):
        return False
