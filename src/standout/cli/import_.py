"""`standout import`: what stands elsewhere becomes a profile, or part of one that is kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import click

from standout import api, workspace
from standout.cli.importing import ask_for_review, tell_json, write_profile
from standout.cli.output import FORMAT
from standout.cli.trouble import tell
from standout.errors import UsageError
from standout.model import Entry, Reading
from standout.reporters import several
from standout.reporters.text import printable

EPILOG = """\b
Examples:
  standout import linkedin.zip -o profile.yaml
  standout import linkedin.zip publications.bib resume.pdf
  standout import publications.bib --into profile.yaml

Reads LinkedIn's data export (the ZIP file as it comes), JSON Resume, RenderCV, BibTeX, PDF, DOCX,
Markdown and text. Of several files the first is believed; later ones add what it lacks.
With --into, entries that the profile lacks are added to it, and nothing else in it changes.
Leaves with 0 when all was written, 1 when there was nothing to import, 2 on a wrong call."""


@click.command("import", epilog=EPILOG)
@click.argument("files", nargs=-1)
@click.option("-o", "--output", help="The profile to write.  [default: profile.yaml]")
@click.option("--into", metavar="PROFILE", help="Add missing entries to a profile that is there.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@FORMAT
def command(
    files: Sequence[str], output: str | None, into: str | None, *, force: bool, form: str
) -> None:
    """Make a profile of exports and resumes, or add to one."""
    if not files:
        raise UsageError("name the files to import", "standout import linkedin.zip")
    if output and into:
        raise UsageError("-o writes a new profile, --into adds to one", "choose one of them")
    readings = [api.read(workspace.load(each), each) for each in files]
    full = [each for each in readings if _has_content(each)]
    if not full:
        click.echo(f"{printable(', '.join(files))}: nothing to import", err=True)
        sys.exit(1)
    if into:
        _add(into, full, form)
        return
    path = output or "profile.yaml"
    write_profile(api.merged_profile(full), path, force)
    if form == "json":
        tell_json(path, full)
    else:
        ask_for_review(full)


def _has_content(reading: Reading) -> bool:
    tell(reading)
    return any(reading.resume.texts())


def _add(path: str, readings: Sequence[Reading], form: str) -> None:
    """Add entries to a profile in place, and show them."""
    before = workspace.load(path)
    grown = api.grow(before, path, readings)
    if grown.content != before:
        workspace.save(path, grown.content)
    new = [_only(each, grown.added) for each in readings]
    if form == "json":
        left = [_named(entry) for section in grown.left for entry in section.entries]
        tell_json(path, new, added=[_named(each) for each in grown.added], left=left)
        return
    number = several(len(grown.added), "entry").replace("entrys", "entries")
    click.echo(f"{printable(path)}: {number} added", err=True)
    for entry in grown.added:
        click.echo(f"  + {printable(_named(entry))}", err=True)
    for section in grown.left:
        named = ", ".join(_named(each) for each in section.entries)
        click.echo(f"no place for {section.kind.value}: {printable(named)}", err=True)
    ask_for_review(new)


def _only(reading: Reading, added: Sequence[Entry]) -> Reading:
    """A reading with no more than the entries that were added."""
    resume = reading.resume
    kept = tuple(
        replace(
            section,
            entries=tuple(each for each in section.entries if each in added),
            skills=(),
            statements=(),
        )
        for section in resume.sections
    )
    basics = type(resume.basics)()
    return replace(reading, resume=replace(resume, basics=basics, sections=kept))


def _named(entry: Entry) -> str:
    """An entry in a line."""
    venue = entry.organization or entry.venue
    parts = (entry.title or entry.degree, venue, entry.dates.text if entry.dates else None)
    return ", ".join(str(each) for each in parts if each) or "(no title)"
