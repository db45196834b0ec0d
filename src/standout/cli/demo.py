"""`standout demo`: the main jobs on shipped examples of invented people."""

from __future__ import annotations

from pathlib import Path

import click

from standout import workspace
from standout.cli import batch, demo_reproduce, demo_tailor, mending
from standout.cli.output import FORMAT, about, aside, tell_files, write_checked
from standout.errors import StandoutError
from standout.model import Report
from standout.reporters import renderer, summary

EXAMPLES = ("weak.pdf", "improved.pdf")
FOLDER = "standout-demo"
NEXT = """Next: standout check your-resume.pdf, then standout init your-resume.pdf, then
standout tailor profile.yaml --posting job.txt"""
SHOWN = 3
"""Findings told in full, reasons and questions included, before the one-line list."""


@click.group(epilog="Example: standout demo -o somewhere", invoke_without_command=True)
@click.option("-o", "--output", default=FOLDER, help=f"Folder to write to. [default: {FOLDER}]")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@FORMAT
@click.pass_context
def command(context: click.Context, output: str, *, force: bool, form: str) -> None:
    """Check and tailor the shipped examples.

    Writes both PDFs, a report on each, the weak one with its findings as notes, then a profile and
    for each of two postings the best page of it, why it is the best, and an interview sheet.
    """
    if context.invoked_subcommand:
        return
    # The default folder is the demo's own: a second run renews it.
    renew = force or output == FOLDER
    folder = workspace.make_folder(output)
    with aside(form):
        _check_both(folder, renew)
        tailored = demo_tailor.tailor(folder, renew)
    tell_files((*_written(folder), *tailored), form)
    with aside(form):
        click.echo(f"\n{NEXT}")


command.add_command(demo_reproduce.command)


def _check_both(folder: Path, renew: bool) -> None:  # noqa: FBT001 - --force
    weak, improved = (_checked(folder / name, renew) for name in EXAMPLES)
    _tell(weak)
    click.echo(renderer("concise")([weak], about()), nl=False)
    click.secho(f"\n{improved.reading.source.name}: {summary([improved])}", bold=True)
    click.echo(renderer("concise")([improved], about()), nl=False)
    noted = folder / "weak.annotated.pdf"
    write_checked(str(noted), mending.annotated(str(folder / EXAMPLES[0]), weak), renew)


def _checked(path: Path, renew: bool) -> Report:  # noqa: FBT001 - --force
    write_checked(str(path), workspace.example(path.name), renew)
    report = batch.check_file(str(path), batch.Job(workspace.Overrides(), workspace.today()))
    if isinstance(report, StandoutError):
        raise report
    page = renderer("html")([report], about())
    write_checked(str(path.with_suffix(".html")), page.encode(), renew)
    return report


def _tell(report: Report) -> None:
    name = report.reading.source.name
    click.secho(f"{name}: {summary([report])}", bold=True)
    click.echo(f"The first {SHOWN} in full, then all of them, a line each.\n")
    heaviest = sorted(report.diagnostics, key=lambda each: each.severity.rank)[:SHOWN]
    first = Report(report.reading, tuple(heaviest))
    click.echo(renderer("full")([first], about()).rsplit("\n\n", 1)[0] + "\n")


def _written(folder: Path) -> list[tuple[str, str]]:
    return [
        (str(folder / "weak.pdf"), "what many applicants send"),
        (str(folder / "weak.annotated.pdf"), "the same with the findings as notes"),
        (str(folder / "weak.html"), "the report: reasons, evidence, questions"),
        (str(folder / "improved.pdf"), "the same person after answering the questions"),
        (str(folder / "improved.html"), "what is still said of it"),
    ]
