"""`standout posting`: what a posting asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from standout import api, workspace
from standout.cli.trouble import tell
from standout.model import Reading
from standout.model.posting import Level, Posting, PostingReading, Requirement

EPILOG = """\b
Examples:
  standout posting job.txt
  standout posting job.html --format json
  standout posting board.json --text

Offsets count characters of the posting's text as read: of text and Markdown the file itself, of
PDF and Word the extracted text, of HTML and data the text put together from them, a block a line.
`--text` prints it.

Leaves with 0 when all was read, 1 when parts could not be, 2 without a file."""

_RANKS = {1: "bachelor's degree", 2: "master's degree", 3: "doctorate"}


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or everything as JSON; of several postings one object a posting.",
)
@click.option("--text", "as_text", is_flag=True, help="Print the text that offsets count in.")
def command(file: str, form: str, as_text: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Read a posting of any format and print what it asks for."""
    failed = False
    for number, reading in enumerate(api.read_postings(workspace.load(file), file)):
        failed |= tell(Reading(reading.source, reading.document, diagnostics=reading.diagnostics))
        if as_text:
            click.echo(reading.source.text, nl=not reading.source.text.endswith("\n"))
        elif form == "json":
            click.echo(api.as_posting_json(reading), nl=False)
        else:
            click.echo(("\n" if number else "") + "\n".join(_told(reading)))
    sys.exit(1 if failed else 0)


def _told(reading: PostingReading) -> Iterator[str]:
    posting = reading.posting
    heads = [str(each) for each in (posting.title, posting.organization) if each is not None]
    yield click.style(" · ".join(heads) or reading.source.name, bold=True)
    facts = " · ".join(_facts(posting))
    if facts:
        yield facts
    for level, name in ((Level.REQUIRED, "Required"), (Level.PREFERRED, "Preferred")):
        asked = [each for each in posting.requirements if each.level is level]
        if asked:
            yield ""
            yield click.style(name, bold=True)
            yield from _grouped(asked)
    if not posting.requirements:
        yield "asks for nothing that could be found"


def _facts(posting: Posting) -> Iterator[str]:
    yield from map(str, posting.places)
    yield from filter(None, (posting.remote, posting.employment, posting.seniority))
    pay = posting.salary
    if pay is not None:
        sums = [f"{each:,}" for each in (pay.minimum, pay.maximum) if each is not None]
        yield f"{' to '.join(sums)} {pay.currency} a {pay.period}"
    if posting.sponsorship is not None:
        yield "sponsors visas" if posting.sponsorship else "sponsors no visas"


def _grouped(asked: list[Requirement]) -> Iterator[str]:
    """Each clause once, and below it what is needed for it."""
    last: str | None = None
    for each in asked:
        words = " ".join(str(each.text).split())
        if words != last:
            yield f"  - {words}"
        last = words
        yield click.style(f"      {each.demand.value}: {_needed(each)}", dim=True)


def _needed(each: Requirement) -> str:
    parts = ["not needed"] if each.negated else []
    if each.years is not None:
        most = f" to {each.years.maximum}" if each.years.maximum is not None else "+"
        parts.append(f"{each.years.minimum}{most} years")
    if each.degree is not None:
        fields = f" in {', '.join(each.degree.fields)}" if each.degree.fields else ""
        instead = ", or equivalent experience" if each.degree.waivable else ""
        parts.append(f"{_RANKS[each.degree.rank]}{fields}{instead}")
    if each.ways:
        parts.append(" or ".join(" and ".join(way) for way in each.ways))
    if each.fluency:
        parts.append(each.fluency)
    return "; ".join(parts) or "as it says"
