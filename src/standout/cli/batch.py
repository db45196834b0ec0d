"""Check many files, in one process or several; no file stops the others."""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from standout import api, workspace
from standout.errors import StandoutError
from standout.model import Posting, Report
from standout.values import frozen

if TYPE_CHECKING:
    from standout.matching import MatchSettings
    from standout.model.evidence import Evidence

Outcome = Report | StandoutError


@frozen
class Job:
    """What holds for every file of a run."""

    overrides: workspace.Overrides
    today: date
    posting: Posting | None = None
    look: bool = False
    """The report shows what a first look has likely seen."""


def check_files(paths: Sequence[str], job: Job, processes: int) -> list[Outcome]:
    """An outcome a file, in the order of the paths."""
    progress = Progress(len(paths))
    several = min(processes, len(paths)) > 1
    found = _parallel(paths, job, processes) if several else _serial(paths, job)
    outcomes: list[Outcome] = []
    for each in found:
        outcomes.append(each)
        progress.show(len(outcomes))
    progress.clear()
    return outcomes


def check_file(path: str, job: Job) -> Outcome:
    """Check one file. Whatever goes wrong is the outcome, never an exception."""
    try:
        content = workspace.load(path)
        case = case_of(path, job)
        others = workspace.further(content, case.settings)
        report = api.check(content, name_of(path), case, others)
        return api.looked_at(report, case) if job.look else report
    except StandoutError as error:
        return error
    except Exception as error:  # noqa: BLE001 - one broken file never stops the rest
        return api.failed(name_of(path), error)


def case_of(path: str, job: Job) -> api.Case:
    """What one file of a run is checked against: its own settings and ledger come in."""
    settings = workspace.settings_for(path, job.overrides)
    weights = _weights(path, job) if job.posting is not None else None
    return api.Case(settings, job.today, job.posting, weights, _ledger(path))


def _weights(path: str, job: Job) -> MatchSettings:
    from standout.workspace.match_settings import match_settings_for

    overrides = job.overrides
    return match_settings_for(path, overrides.config, search=not overrides.no_config)


def _ledger(path: str) -> tuple[Evidence, ...]:
    if not path.endswith((".yaml", ".yml")):
        return ()  # other formats name no evidence
    from standout.workspace.evidence_files import ledger_beside

    return ledger_beside(path)


def name_of(path: str) -> str:
    """The name a path goes by in reports."""
    return "stdin" if path == "-" else path


def _serial(paths: Sequence[str], job: Job) -> Iterator[Outcome]:
    return (check_file(each, job) for each in paths)


def _light(path: str, job: Job) -> Outcome:
    # Words and drawings served the rules; no report needs them, and they are most of the bytes
    # that would go from process to process.
    outcome = check_file(path, job)
    if not isinstance(outcome, Report):
        return outcome
    pages = tuple(replace(page, words=(), drawings=()) for page in outcome.reading.pages)
    return replace(outcome, reading=replace(outcome.reading, pages=pages))


def _parallel(paths: Sequence[str], job: Job, processes: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    alone = False
    while done < len(paths):
        # After a process died, its first unfinished file goes alone: if it is the one that
        # kills, it is named and left behind; the rest go on together.
        together = paths[done : done + 1] if alone else paths[done:]
        try:
            for each in _pooled(together, job, processes):
                yield each
                done += 1
            alone = False
        except BrokenProcessPool as error:
            if alone:
                yield api.failed(name_of(together[0]), error)
                done += 1
            alone = not alone


def _pooled(paths: Sequence[str], job: Job, processes: int) -> Iterator[Outcome]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(
        min(processes, len(paths)),
        multiprocessing.get_context("spawn"),
        _begin,
        (gc.get_threshold(),),
    )
    try:
        for each in [pool.submit(_light, path, job) for path in paths]:
            yield each.result()
    finally:
        # Also after Ctrl-C: what has not begun never does.
        pool.shutdown(cancel_futures=True)


def _begin(garbage: tuple[int, int, int]) -> None:
    # Ctrl-C reaches every process of the terminal; the first one tells the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*garbage)


@dataclass
class Progress:
    """A line on standard error that counts, on a terminal only, and only after a second."""

    total: int
    started: float = field(default_factory=time.monotonic)
    shown: bool = False

    def show(self, done: int) -> None:
        """Say how many files are done."""
        if not sys.stderr.isatty() or time.monotonic() - self.started < 1 or self.total < 2:
            return
        bar = "█" * (20 * done // self.total)
        sys.stderr.write(f"\r{bar:░<20} {done} of {self.total} files")
        sys.stderr.flush()
        self.shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
