"""`standout demo reproduce`: a reproduction from its logs to its verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from standout import api, workspace
from standout.cli.output import FORMAT, aside, tell_files, write_checked
from standout.errors import UsageError
from standout.reporters import several
from standout.reporters.text import printable

if TYPE_CHECKING:
    from standout.workspace.reproductions import Opened

EXAMPLE = "reproductions/ppo"
FOLDER = "standout-demo/reproduction"
TEXTS = ("reproduction.yaml", "details.md")
EPILOG = """\b
Examples:
  standout demo reproduce
  standout demo reproduce --run -o mine

It needs numpy and scipy: python -m pip install "standout[reproduce]"."""


@click.command("reproduce", epilog=EPILOG)
@click.option("-o", "--output", default=FOLDER, help=f"Folder to write to. [default: {FOLDER}]")
@click.option("--run", is_flag=True, help="Train again, some minutes, instead of shipped logs.")
@click.option("--steps", type=click.IntRange(min=512), help="With --run: fewer steps, for a look.")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@FORMAT
def command(output: str, *, run: bool, steps: int | None, force: bool, form: str) -> None:
    """Judge the published numbers of PPO by forty runs of an implementation in NumPy.

    Ten seeds each of CartPole, Acrobot, MountainCar, and CartPole with a shared network, 500,000
    steps: the logs ship with the package. What comes out is not four times green.
    """
    from standout.workspace import reproductions

    if steps and not run:
        raise UsageError("--steps is for training", "say --run as well")
    reproductions.need_scipy()
    folder = workspace.make_folder(output)
    renew = force or output == FOLDER
    for name in TEXTS:
        content = workspace.example(f"{EXAMPLE}/{name}")
        write_checked(str(folder / name), content, renew or _same(folder / name, content))
    if run:
        _train(folder, steps)
    else:
        _copy_runs(folder, renew)
    _tell(_judged(folder), folder, form)


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and workspace.load(str(path)) == content


def _train(folder: Path, steps: int | None) -> None:
    from standout.workspace import training

    short = ["--steps", str(steps)] if steps else []
    for arguments in training.TRAININGS:
        training.train([*arguments, *short], str(folder / "runs"))


def _copy_runs(folder: Path, renew: bool) -> None:  # noqa: FBT001 - --force
    for name, content in workspace.example_files(f"{EXAMPLE}/runs"):
        path = folder / "runs" / name
        workspace.make_folder(str(path.parent))
        write_checked(str(path), content, renew or _same(path, content))


def _judged(folder: Path) -> Opened:
    """The reproduction with its runs attached and its report written."""
    from standout.evidence import lock as locks
    from standout.workspace import reproductions

    opened = reproductions.open_reproduction(str(folder))
    opened = api.fix_claims(opened, workspace.today().isoformat())
    logs = reproductions.log_files([str(folder / "runs")])
    runs = [run for paths in logs for run in reproductions.attach(opened, paths, "").runs]
    return reproductions.save_lock(opened, locks.attached(opened.lock, runs))


def _tell(opened: Opened, folder: Path, form: str) -> None:
    from standout.cli import reproducing
    from standout.workspace import reproductions

    found = api.judge_claims(opened, folder.resolve().name)
    files = api.report_files(found)
    target = folder / reproductions.REPORT
    kept = [each for each in reproductions.edited(opened, target) if each in files]
    reproductions.write_report(opened, target, files, kept)
    with aside(form):
        for line in reproducing.verdict_lines(found):
            click.echo(printable(line))
    tell_files(_written(folder), form)
    runs = several(len(opened.lock.runs), "run")
    with aside(form):
        click.echo(f"\nNext: standout reproduce verify {folder}, which computes {runs} again")


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    yield str(folder / "reproduction.yaml"), "the claims, with what their ± means, and margins"
    yield str(folder / "details.md"), "37 details: place, evidence, what each is worth"
    yield str(folder / "runs"), "a log a seed, a row an episode"
    yield str(folder / "report" / "report.html"), "verdicts, forest plots, learning curves"
    yield str(workspace.example_path(f"{EXAMPLE}/ppo.py")), "the code, to be read from the top"
