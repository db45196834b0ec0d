"""The stored postings for `standout match --jobs`: filters, and the best that pass them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from standout.errors import UsageError
from standout.matching import MatchSettings, profile_index
from standout.model import Matched, Reading
from standout.reporters import several
from standout.values import frozen
from standout.vocabulary.families import SENIORITIES
from standout.workspace.stores import open_store, store_folder

if TYPE_CHECKING:
    from standout.postings.filters import Filters

REMOTE = ("remote", "hybrid", "on-site")
EMPLOYMENT = ("full-time", "part-time", "contract", "internship", "temporary")
PERMITS = ("possible", "sponsored")
TOP = 50
_FILTERS = (
    click.option("--store", metavar="FOLDER", help="Where the stored postings are."),
    click.option("--query", metavar="WORDS", help="Stored: only those that hold all these words."),
    click.option("--place", multiple=True, help="Stored: only in this place."),
    click.option("--remote", multiple=True, type=click.Choice(REMOTE), help="Stored: done so."),
    click.option("--seniority", multiple=True, type=click.Choice(SENIORITIES),
                 help="Stored: of this level."),
    click.option("--employment", multiple=True, type=click.Choice(EMPLOYMENT),
                 help="Stored: of this kind."),
    click.option("--organisation", multiple=True, metavar="NAME", help="Stored: only of these."),
    click.option("--salary", type=click.IntRange(min=0), default=0,
                 help="Stored: may pay so much."),
    click.option("--currency", default="", metavar="CODE", help="Of --salary: EUR, USD, ..."),
    click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Stored: since that day."),
    click.option("--permit", type=click.Choice(PERMITS), default=None,
                 help="Stored: visas are not ruled out, or are sponsored."),
    click.option("--per-organisation", type=click.IntRange(min=1), default=3, show_default=True,
                 help="Stored: most of one organisation near the top."),
)  # fmt: skip


@frozen
class Asked:
    """The options of a call that speak of stored postings."""

    store: str | None
    query: str | None
    place: tuple[str, ...]
    remote: tuple[str, ...]
    seniority: tuple[str, ...]
    employment: tuple[str, ...]
    organisation: tuple[str, ...]
    salary: int
    currency: str
    since: datetime.datetime | None
    permit: str | None
    per_organisation: int


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `Asked`."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def best(
    reading: Reading, settings: MatchSettings, today: datetime.date, asked: Asked, top: int
) -> tuple[Matched, ...]:
    """The best of the stored postings that pass the filters, each with its match.

    Raises `UsageError` where there are none, and says which filter left nothing.
    """
    with open_store(store_folder(asked.store)) as store:
        from standout.postings.ranking import Wanted, ranked

        wanted = Wanted(today.toordinal(), top, asked.per_organisation)
        index = profile_index(reading.resume, today, settings)
        found = ranked(store, index, filters_of(asked), wanted)
    if not found.best:
        _refuse_nothing(found.stored, found.thin, found.emptied_by)
    told = f"{several(found.stored, 'posting')} stored"
    click.echo(", ".join([told, *(f"{name}: {left}" for name, left in found.left)]), err=True)
    return tuple(
        Matched(each.stored.id, each.posting, each.match, each.places) for each in found.best
    )


def filters_of(asked: Asked) -> Filters:
    """The filters that the options name."""
    from standout.postings.filters import Filters

    return Filters(
        places=asked.place,
        remote=asked.remote,
        seniority=asked.seniority,
        employment=asked.employment,
        organizations=asked.organisation,
        pay=asked.salary,
        currency=asked.currency.upper(),
        since=asked.since.date().toordinal() if asked.since else 0,
        permit=asked.permit or "",
        query=asked.query or "",
    )


def _refuse_nothing(stored: int, thin: int, emptied_by: str | None) -> None:
    if not stored:
        raise UsageError("no posting is stored", "`standout jobs add FILE...` stores some")
    if emptied_by is not None:
        raise UsageError(f"nothing is left after the filter: {emptied_by}", "leave it out")
    raise UsageError(f"none of {stored} postings states enough to be scored ({thin} pass)")
