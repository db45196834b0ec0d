"""`standout check`: findings with their places."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import click

from standout import api, workspace
from standout.cli import batch, mending
from standout.cli.one_posting import one_posting
from standout.cli.output import (
    COLOURS,
    FOR_PEOPLE,
    Target,
    complain,
    format_of,
    refuse_to_replace,
    show,
)
from standout.diagnostic import Severity
from standout.errors import StandoutError, UsageError
from standout.model import Report
from standout.reporters import FORMATS, several
from standout.rules.settings import PRESETS, REGIONS
from standout.values import frozen

EPILOG = """\b
Examples:
  standout check resume.pdf
  standout check profile.yaml --fix
  standout check 'resumes/**/*.pdf' --jobs 4 --format json -o findings.json
  standout check resume.pdf --annotate marked.pdf
  standout check profile.yaml --posting job.txt

Leaves with 0 when nothing is found, 1 with findings, 2 on a wrong call or when a file could not be
opened. A file that opens and cannot be read is a finding."""


@frozen
class Asked:
    """The options of one call."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    preview: bool
    strict: bool
    preset: str | None
    page_limit: int | None
    region: str | None
    config: str | None
    no_config: bool
    format: str | None
    output: str | None
    force: bool
    annotate: str | None
    fix: bool
    diff: bool
    confirm: bool
    baseline: str | None
    write_baseline: str | None
    jobs: int
    fail_on: str
    exit_zero: bool
    color: str
    posting: str | None
    today: datetime.datetime | None

    def where(self) -> Target:
        """Where the report goes, and in which format."""
        return Target(self.output, self.format or format_of(self.output), self.force)

    def job(self) -> batch.Job:
        """What holds for every file of the call."""
        overrides = workspace.Overrides(
            preset=self.preset,
            page_limit=self.page_limit,
            region=self.region,
            select=self.select,
            extend_select=self.extend_select,
            ignore=self.ignore,
            preview=self.preview,
            strict=self.strict,
            config=self.config,
            no_config=self.no_config,
        )
        workspace.check_overrides(overrides)
        day = self.today.date() if self.today else workspace.today()
        return batch.Job(overrides, day, one_posting(self.posting), self.where().format == "html")


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _codes(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    parts = (part.strip() for each in value for part in each.split(","))
    return tuple(part for part in parts if part)


def _rules_option(name: str, text: str) -> Decorator:
    return click.option(name, multiple=True, metavar="CODES", callback=_codes, help=text)


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_rules_option("--select", "Run only these rules: codes, starts of codes, or names.")
@_rules_option("--extend-select", "Run these rules besides the selected ones.")
@_rules_option("--ignore", "Do not run these rules.")
@click.option("--preview", is_flag=True, help="Also run rules whose precision is not yet shown.")
@click.option("--strict", is_flag=True, help="Claims without evidence are errors.")
@click.option("--preset", type=click.Choice(tuple(PRESETS)), help="What kind of resume it is.")
@click.option("--page-limit", type=click.IntRange(min=0), help="Pages it may have; 0: no limit.")
@click.option("--region", type=click.Choice(REGIONS), help="Where it will be read.")
@click.option("--posting", metavar="FILE", help="Check against this posting as well.")
@click.option("--config", metavar="FILE", help="Settings file, in place of the nearest one.")
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="How to report. [default: full, or what the suffix of --output says]",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--annotate", metavar="OUT.pdf", help="Write the PDF with the findings as notes.")
@click.option("--fix", is_flag=True, help="Apply safe fixes to text formats, then check again.")
@click.option("--diff", is_flag=True, help="Show what --fix would do; change nothing.")
@click.option("--confirm", is_flag=True, help="With --fix: ask about the other fixes, one by one.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings this file holds.")
@click.option("--write-baseline", metavar="FILE", help="Write all findings as a baseline.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Processes. [default: 1]")
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in Severity]),
    default="info",
    help="Lightest finding that makes the exit code 1. [default: info]",
)
@click.option("--exit-zero", is_flag=True, help="Leave with 0 in spite of findings.")
@click.option("--color", type=click.Choice(tuple(COLOURS)), default="auto", help="Colours.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def command(files: tuple[str, ...], **options: Any) -> None:
    """Check resumes and say what is wrong, where, why and what to do.

    FILE is a PDF, DOCX, YAML profile, RenderCV, JSON Resume, Markdown or text file, a folder, a
    pattern such as '**/*.pdf', or - for standard input.
    """
    asked = Asked(**options)
    paths = workspace.expand(files)
    _refuse_contradictions(asked, paths)
    job = asked.job()
    if asked.diff:
        sys.exit(mending.show_diffs(paths, job, asked.color))
    outcomes = _outcomes(asked, paths, job)
    reports = [each for each in outcomes if isinstance(each, Report)]
    failures = [each for each in outcomes if isinstance(each, StandoutError)]
    complain(failures)
    reports = _against_baseline(asked, reports)
    noted = mending.annotated(paths[0], reports[0]) if asked.annotate and reports else None
    silent = asked.write_baseline is not None or not reports
    if not silent or asked.where().format not in FOR_PEOPLE:
        show(reports, asked.where(), asked.color)
    if asked.annotate and noted is not None:
        workspace.save(asked.annotate, noted)
    sys.exit(_exit_code(asked, reports, failures))


def _outcomes(asked: Asked, paths: Sequence[str], job: batch.Job) -> list[batch.Outcome]:
    if asked.confirm:
        return mending.fix_files(paths, job, mending.ask)
    if asked.fix:
        return mending.fix_files(paths, job)
    return batch.check_files(paths, job, asked.jobs)


def _refuse_contradictions(asked: Asked, paths: Sequence[str]) -> None:
    if asked.confirm and not asked.fix:
        raise UsageError("--confirm asks about fixes", "use it with --fix")
    if asked.confirm and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--confirm asks questions and needs a terminal", "leave it out")
    if asked.fix and "-" in paths:
        raise UsageError("standard input cannot be fixed in place", "--diff shows the changes")
    if asked.annotate:
        _refuse_notes(asked.annotate, paths, asked)
    if asked.output and asked.output.lower().endswith(".pdf"):
        raise UsageError("a report is no PDF", f"--annotate {asked.output} makes one with notes")
    if asked.baseline and asked.write_baseline:
        raise UsageError("--baseline and --write-baseline exclude each other", "use one of them")


def _refuse_notes(path: str, paths: Sequence[str], asked: Asked) -> None:
    """What cannot be annotated is said before anything is printed."""
    if len(paths) != 1:
        raise UsageError("--annotate takes one PDF", f"{len(paths)} files were named")
    if not path.lower().endswith(".pdf"):
        raise UsageError(f"{path}: what is annotated is a PDF", f"--annotate {path}.pdf")
    if not asked.force:
        refuse_to_replace(path)


def _against_baseline(asked: Asked, reports: list[Report]) -> list[Report]:
    ruleset = api.ruleset_version()
    if asked.write_baseline:
        number = workspace.save_baseline(asked.write_baseline, reports, ruleset)
        click.echo(f"{several(number, 'finding')} kept in {asked.write_baseline}", err=True)
        return [replace(each, diagnostics=()) for each in reports]
    if not asked.baseline:
        return reports
    known = workspace.load_baseline(asked.baseline)
    if known.ruleset != ruleset:
        text = f"the baseline is of ruleset {known.ruleset}, this is {ruleset}"
        click.echo(f"note: {text}", err=True)
    gone = sum(known.gone_from(each) for each in reports)
    if gone:
        text = f"{several(gone, 'finding')} of the baseline not found any more"
        click.echo(f"note: {text}; --write-baseline renews it", err=True)
    new = [known.new_in(each) for each in reports]
    left_out = sum(len(each.diagnostics) for each in reports) - sum(len(n.diagnostics) for n in new)
    click.echo(f"note: {several(left_out, 'finding')} of the baseline left out", err=True)
    return new


def _exit_code(asked: Asked, reports: list[Report], failures: list[StandoutError]) -> int:
    found = [each for report in reports for each in report.diagnostics]
    if failures or any(each.code == api.INTERNAL for each in found):
        return 2
    heaviest = Severity(asked.fail_on).rank
    return int(not asked.exit_zero and any(each.severity.rank <= heaviest for each in found))
