"""`standout jobs fetch`: the postings of companies from public boards, when asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from standout.cli.output import FORMAT, complain
from standout.errors import StandoutError, UsageError
from standout.reporters import several
from standout.workspace.stores import open_writer, store_folder

BOARDS = ("greenhouse", "lever", "ashby", "workable", "smartrecruiters", "recruitee")
EPILOG = """\b
Examples:
  standout jobs fetch --greenhouse deepmind --lever nuro
  standout jobs fetch --ashby openai --max-age 0

A company's name is the part of its board's address that names it. Nothing but that name is sent:
one request a second to a host, and answers younger than --max-age are not asked for again.
Leaves with 0 when all was stored, 1 when postings were broken, 2 when a board could not be read."""


def _of_boards(command: Callable[..., None]) -> Callable[..., None]:
    for name in reversed(BOARDS):
        option = click.option(
            f"--{name}", multiple=True, metavar="COMPANY", help=f"A company at {name.capitalize()}."
        )
        command = option(command)
    return command


@click.command(epilog=EPILOG)
@_of_boards
@click.option("--store", metavar="FOLDER", help="Where the postings are kept.")
@click.option("--cache", metavar="FOLDER", help="Where the boards' answers are kept.")
@click.option(
    "--max-age", type=click.FloatRange(min=0), default=12.0, show_default=True,
    help="Hours for which an answer is good without asking again.",
)  # fmt: skip
@FORMAT
def fetch(store: str | None, cache: str | None, max_age: float, form: str, **named: Any) -> None:
    """Fetch the postings of companies from their public boards into the store."""
    from standout.cli.adding import Adding
    from standout.connectors.client import Client
    from standout.workspace.fetched import KeptAnswers, fetched_folder

    asked = [(board, company) for board in BOARDS for company in named[board]]
    if not asked:
        raise UsageError(
            "name a board and a company", "`standout jobs fetch --greenhouse deepmind`"
        )
    client = Client(KeptAnswers(fetched_folder(cache)), fresh=max_age * 3600)
    failures: list[StandoutError] = []
    with open_writer(store_folder(store)) as writer:
        adding = Adding(writer, len(asked))
        answers = list(_answers(asked, client, failures))
        adding.add((row for _, _, row in answers), 1)
    complain(failures)
    done = adding.added
    told = {
        "boards": [{"board": board, "company": company} for board, company, _ in answers],
        "requests": client.requests,
        "added": done.new if done else 0,
        "updated": done.updated if done else 0,
        "unchanged": done.unchanged if done else 0,
    }
    if form == "json":
        click.echo(json.dumps({"version": 1, **told}))
    elif answers:
        words = [f"{told[key]:,} {key}" for key in ("added", "updated", "unchanged")]
        click.echo(f"{', '.join(words)}; {several(client.requests, 'request')} made", err=True)
    sys.exit(2 if failures else int(adding.broken > 0))


def _answers(
    asked: list[tuple[str, str]], client: Any, failures: list[StandoutError]
) -> Iterator[tuple[str, str, Any]]:
    """Each board's postings; a board in trouble stops no other."""
    from standout.connectors import boards
    from standout.postings.ingest import Row

    for name, company in asked:
        if sys.stderr.isatty():
            click.echo(f"{name}: {company}", err=True)
        try:
            content = boards.fetch(boards.BOARDS[name], company, client)
        except StandoutError as error:
            failures.append(error)
            continue
        yield name, company, Row(f"{name}/{company}", None, content, "")
