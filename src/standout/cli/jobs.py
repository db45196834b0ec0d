"""`standout jobs`: postings kept in a folder, to be ranked and searched."""

from __future__ import annotations

import datetime
import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from standout import workspace
from standout.cli.epilogs import examples
from standout.cli.fetching import fetch
from standout.cli.output import FORMAT, complain
from standout.errors import StandoutError, UsageError
from standout.reporters import several
from standout.reporters.text import printable
from standout.workspace.stores import open_store, open_writer, store_folder

if TYPE_CHECKING:
    from standout.cli.adding import Adding
    from standout.postings.ingest import Row
    from standout.postings.store import Stored

EPILOG = """\b
Examples:
  standout jobs add postings.jsonl boards/*.json more.csv
  standout jobs list --query '"reinforcement learning" robotics'
  standout match profile.yaml --jobs --top 50

It needs numpy: python -m pip install "standout[jobs]".
Postings are kept in ~/.local/share/standout/jobs unless --store names another folder."""


def _in_store(command: Callable[..., None]) -> Callable[..., None]:
    option = click.option("--store", metavar="FOLDER", help="Where the postings are kept.")
    return option(command)


@click.group(epilog=EPILOG)
def command() -> None:
    """Keep postings: add, fetch, list, show and remove them."""


command.add_command(fetch)


@command.command(epilog=examples("jobs add postings.jsonl boards/*.json more.csv"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_in_store
@click.option("--jobs", type=click.IntRange(min=1), help="Processes.  [default: one a processor]")
@FORMAT
def add(files: tuple[str, ...], store: str | None, jobs: int | None, form: str) -> None:
    """Store the postings of files: JSON lines, CSV, Parquet, job boards' JSON, HTML, text, PDF.

    A posting that is there already is brought up to date. Copies of one posting (reposts, other
    boards, twins in other cities) are kept and shown as one, with all their places.
    Leaves with 0 when all was stored, 1 when rows were broken, 2 when a file cannot be opened.
    """
    from standout.cli.adding import Adding
    from standout.workspace.rows import SOURCES, size_of

    paths = workspace.expand(files, SOURCES)
    failures: list[StandoutError] = []
    with open_writer(store_folder(store)) as writer:
        adding = Adding(writer, sum(map(size_of, paths)))
        adding.add(_rows(paths, adding, failures), jobs or os.cpu_count() or 1)
    complain(failures)
    _tell_added(adding, form)
    sys.exit(2 if failures else int(adding.broken > 0))


def _tell_added(adding: Adding, form: str) -> None:
    done = adding.added
    if form == "json":
        names = {"new": "added", "updated": "updated", "unchanged": "unchanged", "copies": "copies"}
        counts = {told: getattr(done, name, 0) for name, told in names.items()}
        click.echo(json.dumps({"version": 1, **counts, "skipped": adding.broken}))
        return
    if done is not None:
        told = [f"{done.new:,} added", f"{done.updated:,} updated", f"{done.unchanged:,} unchanged"]
        click.echo(", ".join(told) + f"; {done.copies:,} are copies of others", err=True)
    if adding.broken:
        click.echo(f"{several(adding.broken, 'row')} skipped", err=True)


def _rows(paths: tuple[str, ...], adding: Adding, failures: list[StandoutError]) -> Iterator[Row]:
    from standout.postings.ingest import Row
    from standout.workspace.rows import posting_rows, size_of

    done = 0
    for path in paths:
        try:
            for each in posting_rows(path):
                adding.read = done + each.read
                yield Row(path, each.line, each.content, each.problem)
        except StandoutError as error:
            failures.append(error)
        done += size_of(path)


@command.command(
    "list", epilog=examples("jobs list", 'jobs list --query "reinforcement learning" --format json')
)
@_in_store
@click.option("--query", help='Only those that hold all these words; "quoted" ones together.')
@click.option("--top", type=click.IntRange(min=1), default=50, show_default=True, help="How many.")
@FORMAT
def list_(store: str | None, query: str | None, top: int, form: str) -> None:
    """List stored postings, the newest first."""
    with open_store(store_folder(store)) as opened:
        rows = opened.searched(query) if query else None
        found = opened.listed(rows, top)
    if form == "json":
        click.echo(json.dumps({"version": 1, "postings": [_plain(each) for each in found]}))
        return
    for each in found:
        click.echo(printable(_line(each)))


@command.command(epilog=examples("jobs show ID"))
@click.argument("posting", metavar="ID")
@_in_store
@FORMAT
def show(posting: str, store: str | None, form: str) -> None:
    """Show a stored posting; the beginning of its id is enough."""
    with open_store(store_folder(store)) as opened:
        stored = opened.named(posting)
        source, _ = opened.posting(stored.row)
        copies = [each for each in opened.copies(stored.row) if each.row != stored.row]
    if form == "json":
        told = {**_plain(stored), "copies": [_plain(each) for each in copies], "text": source.text}
        click.echo(json.dumps({"version": 1, **told}))
        return
    click.echo(printable(_line(stored)))
    if stored.url:
        click.echo(printable(stored.url))
    for each in copies:
        click.echo(printable(f"also: {_line(each)}"))
    click.echo("")
    for line in source.text.split("\n"):
        click.echo(printable(line))


@command.command(epilog=examples("jobs remove ID"))
@click.argument("postings", nargs=-1, metavar="ID...")
@_in_store
@click.option("--expired", is_flag=True, help="All whose last day is over.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
@FORMAT
def remove(
    postings: tuple[str, ...],
    store: str | None,
    expired: bool,  # noqa: FBT001 - click's flag
    today: datetime.datetime | None,
    form: str,
) -> None:
    """Take postings out of the store."""
    if not postings and not expired:
        raise UsageError("name the ids of postings to remove, or --expired")
    folder = store_folder(store)
    with open_store(folder) as opened:
        keys = [int(opened.named(each).id, 16) for each in postings]
    with open_writer(folder) as writer:
        number = writer.remove(keys)
        if expired:
            day = today.date() if today else workspace.today()
            number += writer.remove_expired(day.toordinal())
        writer.settle()
    if form == "json":
        click.echo(json.dumps({"version": 1, "removed": number}))
    else:
        click.echo(f"{several(number, 'posting')} removed", err=True)


@command.command(epilog=examples("jobs stats", "jobs stats --format json"))
@_in_store
@FORMAT
def stats(store: str | None, form: str) -> None:
    """Say how much is stored, and which skills are asked for most."""
    folder = store_folder(store)
    with open_store(folder) as opened:
        sizes, (oldest, newest) = opened.sizes(), opened.dates()
        asked = opened.most_asked(10)
    if form == "json":
        told = {**sizes, "oldest": _iso(oldest), "newest": _iso(newest), "asked": dict(asked)}
        click.echo(json.dumps({"version": 1, "folder": str(folder), **told}))
        return
    click.echo(f"{several(sizes['postings'], 'posting')} in {printable(str(folder))}")
    click.echo(f"  {sizes['copies']:,} of them copies of others")
    click.echo(f"  {sizes['organisations']:,} organisations, {sizes['concepts']:,} demands")
    if oldest and newest:
        click.echo(f"  posted from {oldest.isoformat()} to {newest.isoformat()}")
    click.echo(f"  {sizes['bytes'] / 1e6:,.1f} MB")
    if asked:
        click.echo(f"  most asked for: {', '.join(f'{name} ({count:,})' for name, count in asked)}")


def _line(each: Stored) -> str:
    places = "; ".join(each.places)
    said = [each.id, _iso(each.posted) or " " * 10, each.title or "(no title)"]
    return "  ".join([*said, *filter(None, (each.organization, places))])


def _plain(each: Stored) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": each.title,
        "organisation": each.organization,
        "places": list(each.places),
        "url": each.url,
        "posted": _iso(each.posted),
        "expires": _iso(each.expires),
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
