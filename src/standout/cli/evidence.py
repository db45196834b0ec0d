"""`standout evidence`: what backs the statements of a profile, followed down to files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from standout import api, workspace
from standout.cli.epilogs import examples
from standout.cli.evidence_text import listed, number_lines, statement_lines, whys
from standout.cli.output import FORMAT
from standout.cli.reproduce import name_of, sound
from standout.errors import UsageError
from standout.evidence.ledger import KINDS, NAME, added, identifier
from standout.evidence.plain import plain
from standout.model.evidence import Evidence, Verification
from standout.reporters.text import printable

if TYPE_CHECKING:
    from standout.evidence.pages.lines import Refusal

EPILOG = f"""\b
Examples:
  standout evidence add ppo-cartpole
  standout evidence add papers.bib pulls.json UserAchievements.csv
  standout evidence add --kind person --statement "Dr. Ada Moreau saw it" --url mailto:a@b.org
  standout evidence list profile.yaml
  standout evidence why ppo-cartpole 489.6

Evidence is kept in {NAME} of this folder unless --ledger names another file."""

_LEDGER = click.option("--ledger", default=NAME, metavar="FILE", help=f"[default: {NAME}]")


@click.group(epilog=EPILOG)
def command() -> None:
    """Keep what backs your statements: runs, papers, code, people."""


@command.command(
    epilog=examples(
        "evidence add ppo-cartpole papers.bib pulls.json",
        'evidence add --kind talk --statement "Talk at the group meeting" --url https://a.org',
    )
)
@click.argument("sources", nargs=-1, metavar="[FOLDER|FILE]...")
@click.option("--kind", type=click.Choice(KINDS), help="Of evidence in your own words.")
@click.option("--id", "name", default="", help="Its id.  [default: made from the statement]")
@click.option("--statement", default="", help="What it shows, in a sentence.")
@click.option("--url", default="", help="Where it can be seen.")
@click.option("--date", default="", help="When it was.")
@click.option("--skill", "skills", multiple=True, help="A skill it shows; may be repeated.")
@_LEDGER
@FORMAT
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def add(
    sources: tuple[str, ...],
    kind: str | None,
    name: str,
    statement: str,
    url: str,
    date: str,
    skills: tuple[str, ...],
    ledger: str,
    form: str,
    today: click.DateTime | None,
) -> None:
    """Add evidence: reproductions, saved files, or a statement of your own.

    Saved files are BibTeX, JSON of Semantic Scholar, ORCID or GitHub's search, CSV of Kaggle.
    Nothing is fetched. Leaves with 1 where a claim of a reproduction gives no evidence.
    """
    from standout.cli.reproducing import day
    from standout.workspace import evidence_files

    if not sources and not (kind and statement):
        raise UsageError("name a folder or file, or say --kind and --statement")
    known = evidence_files.load_ledger(ledger)
    found, refused = _from_sources(sources, ledger, day(today))
    if kind and statement:
        own = Evidence(
            id=identifier(name) if name else identifier(kind, statement),
            kind=kind,
            statement=statement,
            verification=Verification.SELF_DECLARED,
            skills=skills,
            date=date,
            url=url,
        )
        found.append(own)
    after, changed = added(known, found)
    if changed:
        evidence_files.save_ledger(ledger, after)
    if form == "json":
        told = {"added": list(changed), "refused": [plain(each) for each in refused]}
        click.echo(json.dumps({"version": 1, **told}))
    else:
        for each in changed:
            click.echo(printable(f"added {each}"))
        for no in refused:
            click.echo(printable(f"refused {no.claim_id}: {no.reason}"), err=True)
        click.echo(f"{len(after)} in {ledger}", err=True)
    sys.exit(int(bool(refused)))


def _from_sources(
    sources: Sequence[str], ledger: str, today: str
) -> tuple[list[Evidence], list[Refusal]]:
    from standout.workspace import evidence_files

    found: list[Evidence] = []
    refused: list[Refusal] = []
    for source in sources:
        if not Path(source).is_dir():
            found += evidence_files.saved_evidence(source, ledger)
            continue
        path = evidence_files.relative(source, ledger)
        for each in api.evidence_of_reproduction(sound(source), name_of(source), path, today):
            if isinstance(each, Evidence):
                found.append(each)
            else:
                refused.append(each)
    return found, refused


@command.command("list", epilog=examples("evidence list", "evidence list profile.yaml"))
@click.argument("profile", required=False)
@_LEDGER
@FORMAT
def list_(profile: str | None, ledger: str, form: str) -> None:
    """List the evidence; with a PROFILE, its statements and what backs each of them.

    Leaves with 1 where a statement names evidence that is not there, or a file has changed.
    """
    from standout.workspace import evidence_files

    known = evidence_files.load_ledger(ledger)
    states = {each.id: evidence_files.state_of(each, ledger) for each in known}
    if profile is None:
        if form == "json":
            found = [{**_plain(each), "problem": states[each.id]} for each in known]
            click.echo(json.dumps({"version": 1, "evidence": found}))
        else:
            for line in listed(known, states):
                click.echo(printable(line))
        sys.exit(int(any(states.values())))
    told = statement_lines(api.read(workspace.load(profile), profile), known)
    if form == "json":
        click.echo(json.dumps({"version": 1, "statements": [each.plain() for each in told]}))
    else:
        for each in told:
            for line in each.lines():
                click.echo(printable(line))
    sys.exit(int(any(each.unknown for each in told)))


@command.command(
    epilog=examples("evidence why ppo-cartpole 489.6", "evidence why ppo-cartpole/cartpole")
)
@click.argument("subject", metavar="FOLDER|ID")
@click.argument("number", required=False)
@_LEDGER
@FORMAT
def why(subject: str, number: str | None, ledger: str, form: str) -> None:
    """Follow a number of a report, post or line, or a piece of evidence, down to its files.

    Leaves with 1 where nothing is known of it.
    """
    if Path(subject).is_dir():
        found = api.numbers_meant(sound(subject), name_of(subject), number or "")
        if form == "json":
            from standout.evidence.pages.bundle import number_plain

            click.echo(json.dumps({"version": 1, "numbers": [number_plain(n) for n in found]}))
        else:
            _say(number_lines(found))
        if not found:
            click.echo(f"no number `{number}` in this reproduction", err=True)
        sys.exit(int(not found))
    from standout.workspace import evidence_files

    known = [e for e in evidence_files.load_ledger(ledger) if e.id == subject]
    if not known:
        raise UsageError(f"{ledger} has no evidence `{subject}`", "standout evidence list")
    state = evidence_files.state_of(known[0], ledger)
    if form == "json":
        click.echo(json.dumps({"version": 1, "evidence": _plain(known[0]), "problem": state}))
    else:
        _say(whys(known[0], state))
        _say(_followed(known[0], ledger, number))
    sys.exit(int(bool(state)))


def _followed(each: Evidence, ledger: str, number: str | None) -> Iterator[str]:
    """The numbers of a reproduction's evidence, down to the logs."""
    folder = Path(ledger).resolve().parent / each.file
    if each.kind != "reproduction" or not folder.is_dir():
        return
    opened = sound(str(folder))
    for figure in each.numbers:
        if number is None or number in (figure.text, figure.source):
            yield from number_lines(api.numbers_meant(opened, name_of(str(folder)), figure.source))


def _plain(each: Evidence) -> dict[str, object]:
    found = plain(each)
    return found if isinstance(found, dict) else {}


def _say(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(printable(line))
