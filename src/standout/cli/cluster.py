"""`standout cluster`: many profiles, very many postings, on the machines of a cluster."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from standout import workspace
from standout.cli.epilogs import examples
from standout.cli.output import FORMAT, write_checked
from standout.errors import UsageError
from standout.reporters import several

if TYPE_CHECKING:
    from standout.cluster.tasks import Task
    from standout.cluster.working import Given, Ranked

EPILOG = """\b
Examples:
  standout cluster match 'profiles/*.yaml' --postings 'jobs/*.parquet' --top 50 -o ranked.jsonl
  standout cluster match ada.yaml --postings 'jobs/*.parquet' --engine ray://head:10001
  standout cluster add 'jobs/*.parquet' --engine ray://local

It needs Daft, Ray and pyarrow: python -m pip install "standout[cluster]".
Without --engine all runs in this process; the answers are the same on every engine."""
PARQUET = frozenset({".parquet"})
_engine = click.option(
    "--engine", default="here", show_default=True, metavar="ADDRESS",
    help="here, ray://local (two workers on this machine) or a cluster's address.",
)  # fmt: skip


@click.group(epilog=EPILOG)
def command() -> None:
    """Match many profiles, or store postings, on a cluster."""


@command.command(
    epilog=examples("cluster match ada.yaml --postings jobs/*.parquet -o ranked.jsonl")
)
@click.argument("profiles", nargs=-1, required=True, metavar="PROFILE...")
@click.option("--postings", multiple=True, required=True, help="Parquet files; may be repeated.")
@click.option("--top", type=click.IntRange(min=1), default=50, show_default=True, help="For each.")
@_engine
@click.option("-o", "--output", metavar="FILE", help="Write the JSON lines to a file.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def match(profiles: tuple[str, ...], **options: Any) -> None:
    """Rank postings for every PROFILE; a JSON line a posting, the best of a profile first."""
    from standout.cluster.engine import rank

    given = [_given(each) for each in workspace.expand(profiles)]
    day = options["today"].date() if options["today"] else workspace.today()
    found = rank(given, _tasks(options["postings"]), day, options["top"], options["engine"])
    text = "".join(f"{json.dumps(_plain(each), ensure_ascii=False)}\n" for each in found)
    if options["output"] is None:
        click.echo(text, nl=False)
        return
    write_checked(options["output"], text.encode(), options["force"])
    click.echo(f"{several(len(found), 'posting')}: see {options['output']}", err=True)


@command.command(epilog=examples("cluster add jobs/*.parquet --engine ray://local"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--store", metavar="FOLDER", help="Where the postings are kept.")
@_engine
@FORMAT
def add(files: tuple[str, ...], store: str | None, engine: str, form: str) -> None:
    """Store the postings of Parquet files; the workers read them, this machine writes."""
    from standout.cluster.engine import prepare
    from standout.workspace.stores import open_writer, store_folder

    new = broken = 0
    given = _tasks(files)
    with open_writer(store_folder(store)) as writer:
        for each in prepare(given, engine):
            new += writer.add(list(each.postings)).new
            broken += len(each.problems)
            for problem in each.problems:
                click.echo(problem, err=True)
        writer.settle()
    if form == "json":
        click.echo(json.dumps({"version": 1, "added": new, "skipped": broken}))
    else:
        click.echo(f"{new:,} added, {several(broken, 'row')} skipped", err=True)
    click.get_current_context().exit(int(broken > 0))


def _given(path: str) -> Given:
    from standout.cluster.working import Given
    from standout.workspace.match_settings import match_settings_for

    settings = match_settings_for(path, None, search=True)
    return Given(path, workspace.load(path), settings)


def _tasks(names: Sequence[str]) -> list[Task]:
    from standout.cluster.tasks import tasks

    paths = workspace.expand(names, PARQUET)
    missing = next((each for each in paths if not Path(each).exists()), None)
    if missing:
        raise UsageError(f"{missing}: there is no such file", "name Parquet files")
    found = list(tasks(paths))
    if not found:
        raise UsageError("there is no row in these files", "name Parquet files with postings")
    return found


def _plain(each: Ranked) -> dict[str, Any]:
    return {
        "version": 1,
        "profile": each.profile,
        "posting": each.posting,
        "score": each.score,
        "title": each.title,
        "organisation": each.organization,
        "places": list(each.places),
    }
