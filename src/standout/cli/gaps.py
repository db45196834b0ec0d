"""`standout gaps`: what keeps the best stored postings out of reach."""

from __future__ import annotations

import datetime
import json
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import click

from standout import api, workspace
from standout.cli import from_store
from standout.cli.output import FORMAT, width
from standout.cli.trouble import tell
from standout.matching import profile_index
from standout.model import Reading
from standout.reporters import several
from standout.reporters.text import printable
from standout.workspace.match_settings import match_settings_for
from standout.workspace.stores import open_store, store_folder

if TYPE_CHECKING:
    from standout.postings.gaps import Gap, Gaps
    from standout.postings.ranking import Ranked

EPILOG = """\b
Examples:
  standout gaps profile.yaml --query "reinforcement learning"
  standout gaps profile.yaml --by salary --place Zurich

Of the best stored postings: each demand that your profile does not prove, how many of them state
it, what proving it would add to their scores, and what in your profile comes nearest.
Leaves with 0, or 2 where nothing is stored or left."""


@click.command(epilog=EPILOG)
@click.argument("profile")
@click.option("--jobs", is_flag=True, help="The stored postings; there are no others here.")
@click.option(
    "--by",
    type=click.Choice(["fit", "salary"]),
    default="fit",
    show_default=True,
    help="Which postings are the best: by points, or by pay among those with 40 points.",
)
@click.option("--top", type=click.IntRange(1, 1000), default=100, show_default=True,
              help="How many postings are looked at.")  # fmt: skip
@click.option("--gaps", "shown", type=click.IntRange(min=1), default=15, show_default=True,
              help="How many gaps are shown.")  # fmt: skip
@FORMAT
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@from_store.filters
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(profile: str, **options: Any) -> None:
    """Show what keeps the best stored postings out of reach."""
    settings = match_settings_for(profile, options["config"], search=not options["no_config"])
    reading = api.read(workspace.load(profile), profile)
    tell(reading)
    today: datetime.datetime | None = options["today"]
    day = today.date() if today else workspace.today()
    asked = from_store.Asked(
        **{name: options[name] for name in from_store.Asked.__dataclass_fields__}
    )
    with open_store(store_folder(asked.store)) as store:
        from standout.postings.gaps import gaps_of_best_fitting, gaps_of_best_paying
        from standout.postings.ranking import Wanted

        find = gaps_of_best_paying if options["by"] == "salary" else gaps_of_best_fitting
        index = profile_index(reading.resume, day, settings)
        wanted = Wanted(day.toordinal(), options["top"])
        found = find(store, index, from_store.filters_of(asked), wanted)
    if not found.looked_at:
        emptied = next((name for name, count in found.left if not count), "enough to be scored")
        click.echo(f"error: none of {found.stored:,} postings is left after: {emptied}", err=True)
        sys.exit(2)
    if options["form"] == "json":
        click.echo(json.dumps(_plain(found, reading), ensure_ascii=False))
        return
    for line in _lines(found, options["shown"], reading):
        click.echo(printable(line))


def _lines(found: Gaps, most: int, reading: Reading) -> list[str]:
    number = len(found.looked_at)
    best = f"the best paid in {found.currency}" if found.currency else "the best fitting"
    lines = [f"{several(number, 'posting')} looked at: {best}"]
    for gap in found.gaps[:most]:
        insist = f", {gap.required} insist" if gap.required else ""
        points = f"{gap.points / gap.postings / 100:.1f} points each"
        lines += ["", _name(gap), f"    {gap.postings} of {number} ask for it{insist}: {points}"]
        if gap.near:
            text = gap.near[0].text
            line, _ = reading.source.line_column(text.places[0]) if text.places else (0, 0)
            lines += _wrapped(f"nearest: “{_short(text.value)}” (line {line})")
        lines += _wrapped(gap.ask)
        if gap.paid is not None:
            lines += _wrapped(_paid(gap.paid))
    left = len(found.gaps) - most
    more = ["", f"{left} more gaps: --gaps {len(found.gaps)} shows them"]
    return [*lines, *more] if left > 0 else lines


def _paid(best: Ranked) -> str:
    """Which of the postings that ask for it pays most."""
    salary = best.posting.salary
    pay = f"{salary.maximum or salary.minimum:,} {salary.currency}" if salary else ""
    per = f" a {salary.period}" if salary and salary.period != "year" else ""
    name = ", ".join(filter(None, (best.stored.title, best.stored.organization)))
    return f"best paid of them: {name} ({best.stored.id[:8]}), up to {pay}{per}"


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, width(), initial_indent="    ", subsequent_indent="    ")


def _name(gap: Gap) -> str:
    from standout.vocabulary import skills

    if not gap.demand.ways:
        return _short(gap.words)
    ways = (" and ".join(skills.name_of(each) for each in way) for way in gap.demand.ways)
    years = f", {gap.demand.years.minimum} years" if gap.demand.years else ""
    return " or ".join(ways) + years


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 72 else f"{line[:71].rstrip()}…"


def _plain(found: Gaps, reading: Reading) -> dict[str, Any]:
    return {
        "version": 1,
        "postings": [each.stored.id for each in found.looked_at],
        "currency": found.currency or None,
        "gaps": [
            {
                "name": _name(gap),
                "text": gap.words,
                "kind": gap.demand.demand.value,
                "skills": gap.demand.ways,
                "postings": gap.postings,
                "required": gap.required,
                "points": gap.points,
                "nearest": [_near(each.text.value, each.text.places, reading) for each in gap.near],
                "ask": gap.ask,
                "best_paid": gap.paid.stored.id if gap.paid is not None else None,
            }
            for gap in found.gaps
        ],
    }


def _near(value: str, places: Any, reading: Reading) -> dict[str, Any]:
    line, column = reading.source.line_column(places[0]) if places else (0, 0)
    return {"statement": value, "line": line, "column": column}
