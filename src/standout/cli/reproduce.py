"""`standout reproduce`: the claims of a paper against one's own runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from standout import api
from standout.cli.epilogs import examples
from standout.cli.output import FORMAT, complain
from standout.errors import StandoutError, UsageError
from standout.reporters import several
from standout.reporters.text import printable

if TYPE_CHECKING:
    from standout.evidence.attaching import Attached
    from standout.workspace.reproductions import Opened

EPILOG = """\b
Examples:
  standout reproduce init ppo-cartpole
  standout reproduce plan ppo-cartpole
  standout reproduce add ppo-cartpole runs/*
  standout reproduce report ppo-cartpole
  standout reproduce verify ppo-cartpole

It needs numpy and scipy: python -m pip install "standout[reproduce]".
Each command leaves with 0, with 1 where something is to be told, with 2 where it could not run."""


@click.group(epilog=EPILOG)
def command() -> None:
    """Test the claims of a paper with your own runs."""


@command.command(epilog=examples("reproduce init ppo-cartpole"))
@click.argument("folder")
@FORMAT
def init(folder: str, form: str) -> None:
    """Make a folder with a commented reproduction.yaml to fill in."""
    from standout.workspace import reproductions

    path = reproductions.start(folder, api.reproduction_template())
    if form == "json":
        click.echo(json.dumps({"version": 1, "file": str(path)}))
        return
    click.echo(f"{path}: put your paper in, then `standout reproduce plan {folder}`")


@command.command(
    epilog=examples(
        "reproduce plan ppo-cartpole", "reproduce plan ppo-cartpole --power 0.9 --format json"
    )
)
@click.argument("folder")
@click.option(
    "--power",
    type=click.FloatRange(0.5, 0.99),
    default=0.8,
    show_default=True,
    help="How often a true claim shall be called reproduced.",
)
@FORMAT
def plan(folder: str, power: float, form: str) -> None:
    """Say, before any run: can any number of runs settle each claim, and how many are needed?

    Leaves with 1 where a claim cannot be settled.
    """
    from standout.cli import reproducing

    opened = sound(folder)
    found = api.plan_claims(opened, name_of(folder), power)
    if form == "json":
        click.echo(json.dumps({"version": 1, "claims": reproducing.plans_plain(found)}))
    else:
        for line in reproducing.plan_lines(found, power):
            click.echo(printable(line))
    sys.exit(int(any(reproducing.is_hopeless(each) for each in found)))


@command.command(
    epilog=examples(
        "reproduce add ppo-cartpole runs/*",
        "reproduce add ppo-cartpole mlflow.db --group CartPole-v1 --copy",
    )
)
@click.argument("folder")
@click.argument("logs", nargs=-1, required=True, metavar="LOG...")
@click.option("--group", default="", help="The runs' group, where their path does not name it.")
@click.option("--copy", is_flag=True, help="Copy the logs below runs/ first.")
@FORMAT
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def add(
    folder: str,
    logs: tuple[str, ...],
    group: str,
    copy: bool,  # noqa: FBT001 - click's flag
    form: str,
    today: click.DateTime | None,
) -> None:
    """Attach logs: CSV, JSON lines, TensorBoard, .wandb, W&B exports, MLflow, monitor.csv.

    The first log fixes the claims: what is changed in them later is kept and printed.
    Leaves with 1 where a log has no row of a claim's metric, or lost some.
    """
    from standout.cli import reproducing
    from standout.evidence import lock as locks
    from standout.workspace import reproductions

    reproductions.need_scipy()
    opened = api.fix_claims(sound(folder), reproducing.day(today))
    done, failures = _attached(opened, logs, group, copy=copy)
    runs = [run for each in done for run in each.runs]
    opened = reproductions.save_lock(opened, locks.attached(opened.lock, runs))
    wrong = reproducing.told_attached(opened, done, form)
    complain(failures)
    sys.exit(2 if failures else int(wrong))


def _attached(
    opened: Opened, logs: tuple[str, ...], group: str, *, copy: bool
) -> tuple[list[Attached], list[StandoutError]]:
    from standout.workspace import reproductions

    groups = {name for each in opened.reproduction.claims for name in each.groups}
    if group and group not in groups:
        raise UsageError(f"no claim has runs `{group}`", f"one of: {', '.join(sorted(groups))}")
    done: list[Attached] = []
    failures: list[StandoutError] = []
    for paths in reproductions.log_files(logs):
        try:
            files = reproductions.copied(opened, paths, group) if copy else paths
            done.append(reproductions.attach(opened, files, group))
        except StandoutError as error:
            failures.append(error)
    return done, failures


@command.command(
    epilog=examples("reproduce report ppo-cartpole", "reproduce report ppo-cartpole --format json")
)
@click.argument("folder")
@click.option("--force", is_flag=True, help="Write over files that were edited.")
@FORMAT
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True)
def report(folder: str, force: bool, form: str, today: click.DateTime | None) -> None:  # noqa: FBT001 - click's flag
    """Judge the claims; write report, plots, a draft of a post, exports, lines for a resume.

    They go to FOLDER/report. What you edited there is kept. Leaves with 1 where a claim is not
    reproduced, or the logs are no more what was attached.
    """
    from standout.cli import reproducing
    from standout.evidence import lock as locks
    from standout.workspace import reproductions

    reproductions.need_scipy()
    opened = api.fix_claims(sound(folder), reproducing.day(today))
    changed = list(reproductions.changed_files(opened))
    found = api.judge_claims(opened, name_of(folder))
    files = api.report_files(found)
    target = opened.folder / reproductions.REPORT
    keep = [] if force else _kept(opened, target, list(files))
    reproductions.write_report(opened, target, files, keep)
    if form == "json":
        click.echo(reproducing.verdicts_json(found, files, target), nl=False)
    else:
        for line in reproducing.verdict_lines(found):
            click.echo(printable(line))
        click.echo(f"{several(len(files) - len(keep), 'file')} in {target}", err=True)
    for run in locks.unmatched(opened.runs, opened.reproduction.exclusions):
        told = f"`excluded` names {run}, and no attached run is called so"
        click.echo(printable(f"{opened.source.name}: {told}"), err=True)
    for name in keep:
        click.echo(f"{target / name}: edited, so it was kept; --force writes over it", err=True)
    complain([StandoutError(each, "standout reproduce verify says more") for each in changed])
    sys.exit(int(bool(changed) or reproducing.has_failed(found)))


def _kept(opened: Opened, target: Path, names: list[str]) -> list[str]:
    from standout.workspace import reproductions

    edited = [each for each in reproductions.edited(opened, target) if each in names]
    return [*edited, *reproductions.foreign(opened, target, names)]


@command.command(epilog=examples("reproduce verify ppo-cartpole"))
@click.argument("folder")
@FORMAT
def verify(folder: str, form: str) -> None:
    """Compute everything again from the files, and name what is not as it was.

    For CI, a reviewer, a recruiter: it writes nothing and leaves with 1 where something differs.
    """
    opened = sound(folder)
    found = list(dict.fromkeys(api.verify_reproduction(opened, name_of(folder))))
    runs = len(opened.lock.runs)
    own = api.authors_numbers(opened)
    if form == "json":
        told = {"version": 1, "verified": not found, "runs": runs, "problems": found, "author": own}
        click.echo(json.dumps(told))
    else:
        for each in found:
            click.echo(printable(each))
        if not found:
            claims = several(len(opened.reproduction.claims), "claim")
            click.echo(f"verified: {claims}, {several(runs, 'run')}, every file and number")
        if own:
            told_by = f"{several(len(own), 'number')} in the author's own words, which no log backs"
            click.echo(printable(f"not computed: {told_by}: {', '.join(own)}"))
    sys.exit(int(bool(found)))


def sound(folder: str) -> Opened:
    """The reproduction of a folder. Leaves with 1 after naming all that is wrong with its file."""
    from standout.evidence.claims import is_sound
    from standout.workspace import reproductions

    opened = reproductions.open_reproduction(folder)
    for each in opened.problems:
        where = opened.source.location(each.span)
        hint = f" ({each.fix.message})" if each.fix else ""
        head = f"{opened.source.name}:{where.line}:{where.column}"
        word = each.severity.value
        click.echo(printable(f"{head}: {word}[{each.code}] {each.message}{hint}"), err=True)
    if not is_sound(opened.problems):
        sys.exit(1)
    return opened


def name_of(folder: str) -> str:
    """A reproduction's name: that of its folder."""
    path = Path(folder)
    return (path.parent if path.is_file() else path).resolve().name
