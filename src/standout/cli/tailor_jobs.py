"""`standout tailor --jobs`: a folder for each of the best stored postings, and a table of them.

A folder that holds a whole page already is left as it is: so a run that was stopped goes on.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from standout import api
from standout.cli import from_store
from standout.cli.tailoring import (
    FOLDER,
    REPORTS,
    STEM,
    folder_name,
    made,
    profile_of,
    wish_of,
    write,
)
from standout.errors import StandoutError, UsageError
from standout.model import Posting, Reading
from standout.reporters import several
from standout.reporters.tailored_facts import covered
from standout.reporters.text import printable
from standout.values import frozen
from standout.workspace.stores import open_store, store_folder

if TYPE_CHECKING:
    from standout.tailoring.tailor import Tailor, Wish

_WHOLE = (f"{STEM}.pdf", *REPORTS)


@frozen
class Job:
    """One posting to tailor to: its id, what it says, and the folder for its page."""

    name: str
    posting: Posting
    words: str
    folder: str
    score: int | None


@frozen
class Line:
    """What came of one posting, as a line of the table. `problem` is empty where all went well."""

    folder: str
    title: str
    proven: int = 0
    required: int = 0
    score: int | None = None
    clean: bool = True
    new: bool = True
    problem: str = ""


def tailor_all(profile: str, options: dict[str, Any]) -> int:
    """Tailor to the best stored postings; the exit code."""
    if options["compare"] or options["explain"]:
        raise UsageError("--jobs takes neither --compare nor --explain", "name one --posting")
    wish = wish_of(profile, options)
    reading = profile_of(profile)
    jobs = list(_jobs(reading, wish, options))
    lines = list(_lines(reading, wish, jobs, force=options["force"]))
    _tell(lines, options["form"])
    if any(each.problem for each in lines):
        return 2
    return 0 if all(each.clean for each in lines) else 1


def _jobs(reading: Reading, wish: Wish, options: dict[str, Any]) -> Iterator[Job]:
    names = from_store.Asked.__dataclass_fields__
    asked = from_store.Asked(**{name: options[name] for name in names})
    best = from_store.best(reading, wish.matching, wish.today, asked, options["top"])
    above = Path(options["output"] or FOLDER)
    with open_store(store_folder(asked.store)) as store:
        for each in best:
            source, posting = store.posting(store.named(each.name).row)
            title = posting.title.value if posting.title is not None else ""
            named = folder_name(f"{title[:40]} {each.name}".replace(".", " ").replace("/", " "))
            yield Job(each.name, posting, source.text, str(above / named), each.match.score)


def _lines(reading: Reading, wish: Wish, jobs: Sequence[Job], *, force: bool) -> Iterator[Line]:
    """A line for each posting, in their order; several processes share the work."""
    open_ = [each for each in jobs if force or not _is_whole(each.folder)]
    processes = min(len(open_), os.cpu_count() or 1)
    if processes > 1:
        found = iter(list(_pooled(reading, wish, open_, processes, force=force)))
    else:
        by = api.tailorer(reading, wish)
        found = (_line(by, each, force=force) for each in open_)
    for job in jobs:
        yield next(found) if job in open_ else _known(job)


def _is_whole(folder: str) -> bool:
    return all((Path(folder) / each).is_file() for each in _WHOLE)


def _known(job: Job) -> Line:
    """What the report of an earlier run says."""
    try:
        told = json.loads((Path(job.folder) / "report.json").read_bytes())
        required = told["required"]
        return Line(job.folder, told["title"], required["proven"], required["asked"], job.score,
                    new=False)  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return Line(job.folder, job.name, new=False, problem="its report.json cannot be read")


def _pooled(
    reading: Reading, wish: Wish, jobs: Sequence[Job], processes: int, *, force: bool
) -> Iterator[Line]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(
        processes, multiprocessing.get_context("spawn"), _begin, (reading, wish)
    )
    try:
        for each in [pool.submit(_in_process, job, force) for job in jobs]:
            yield each.result()
    finally:
        pool.shutdown(cancel_futures=True)


_TAILORS: list[Tailor] = []
"""The warm one of a process of the pool."""


def _begin(reading: Reading, wish: Wish) -> None:
    # Ctrl-C reaches every process of the terminal; the first one tells the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _TAILORS.append(api.tailorer(reading, wish))


def _in_process(job: Job, force: bool) -> Line:  # noqa: FBT001 - --force
    return _line(_TAILORS[0], job, force=force)


def _line(by: Tailor, job: Job, *, force: bool) -> Line:
    try:
        tailored = made(by, job.name, job.posting, job.words)
        write(Path(job.folder), tailored, force=force)
    except StandoutError as error:
        return Line(job.folder, job.name, score=job.score, problem=error.message)
    proven, required = covered(tailored.report)
    return Line(job.folder, tailored.report.title, proven, required, job.score, tailored.is_clean)


def _tell(lines: Sequence[Line], form: str) -> None:
    if form == "json":
        told = [
            {
                "folder": each.folder,
                "title": each.title,
                "required": {"proven": each.proven, "asked": each.required},
                "score": each.score,
                "new": each.new,
                "clean": each.clean,
                "problem": each.problem or None,
            }
            for each in lines
        ]
        click.echo(json.dumps({"version": 1, "pages": told}, indent=2, ensure_ascii=False))
        return
    click.echo(click.style(f"{'required':>8}  {'score':>5}  page", bold=True))
    for each in lines:
        said = each.problem or ("" if each.new else "there already, left as it is")
        score = "–" if each.score is None else f"{each.score / 100:.1f}"
        row = f"{f'{each.proven} of {each.required}':>8}  {score:>5}  {printable(each.title)}"
        click.echo(f"{row}\n{'':17}{printable(each.folder)}{': ' * bool(said)}{printable(said)}")
    click.echo(f"{several(sum(each.new for each in lines), 'page')} made", err=True)
