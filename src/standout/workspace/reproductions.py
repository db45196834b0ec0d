"""Folders of reproductions: their file, their lock, their logs, and what a report writes."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from standout.diagnostic import Diagnostic
from standout.errors import OpenError, UsageError
from standout.evidence import lock as locks
from standout.evidence.lock import Lock
from standout.model.evidence import Reproduction, Run
from standout.source import Source
from standout.values import frozen
from standout.workspace.files import load, make_folder, save, save_all

if TYPE_CHECKING:
    from standout.evidence.attaching import Attached
    from standout.evidence.logs.series import Log, Remark, Series, Wanted
    from standout.evidence.measuring import Traced

FILE = "reproduction.yaml"
REPORT = "report"
RUNS = "runs"
INSTALL = 'python -m pip install "standout[reproduce]"'
LOGS = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".wandb", ".db", ".sqlite", ".gz", ".xz"})
"""Suffixes of logs that are looked for in folders, beside files of TensorBoard."""
_CHUNK = 1 << 20


@frozen
class Opened:
    """A reproduction as it lies on the disk. `problems` are what is wrong with its file."""

    folder: Path
    source: Source
    sha256: str
    reproduction: Reproduction
    problems: tuple[Diagnostic, ...]
    lock: Lock

    @property
    def runs(self) -> tuple[Run, ...]:
        """The attached runs, those that are left out marked so."""
        return locks.with_exclusions(self.lock.runs, self.reproduction.exclusions)


@frozen
class Loaded:
    """The runs with their series by metric, and what was wrong with their files.

    `changed` names the files that are no more what they were when they were attached.
    """

    series: Mapping[str, Sequence[Traced]]
    changed: tuple[str, ...]
    remarks: tuple[tuple[str, Remark], ...]

    def groups(self, metric: str) -> dict[str, list[Traced]]:
        """The runs that logged a metric, by group."""
        found: dict[str, list[Traced]] = {}
        for each in self.series.get(metric, ()):
            found.setdefault(each.run.group, []).append(each)
        return found


def need_scipy() -> None:
    """Raise `UsageError` with the line to install where NumPy or SciPy is missing."""
    try:
        import scipy.special  # noqa: F401 - whether it is there
    except ImportError as error:
        raise UsageError("reproductions need numpy and scipy", INSTALL) from error


def open_reproduction(name: str) -> Opened:
    """The reproduction in a folder, or whose file is named. Raises `OpenError`, `UsageError`."""
    from standout.evidence.claims import reproduction_of
    from standout.readers.detect import decode

    path = Path(name)
    if path.is_dir():
        path = path / FILE
    if not path.exists():
        raise OpenError(f"{path}: there is no such file", f"standout reproduce init {name}")
    content = load(str(path))
    source = Source(str(path), "yaml", decode(content), editable=True)
    reproduction, problems = reproduction_of(source)
    lock = _lock(path.parent / locks.NAME)
    mark = hashlib.sha256(content).hexdigest()
    return Opened(path.parent, source, mark, reproduction, problems, lock)


def _lock(path: Path) -> Lock:
    if not path.exists():
        return Lock()
    try:
        return locks.load(load(str(path)))
    except locks.LockError as error:
        hint = "restore it from version control: it holds what was fixed before the runs"
        raise OpenError(f"{path}: {error}", hint) from error


def save_lock(opened: Opened, lock: Lock) -> Opened:
    """Write the lock whole or not at all, where it says something new."""
    if lock != opened.lock:
        save(str(opened.folder / locks.NAME), locks.dump(lock))
    return replace(opened, lock=lock)


def start(name: str, template: bytes) -> Path:
    """A new folder with its file. Raises `UsageError` where there is one already."""
    path = Path(name) / FILE
    if path.exists():
        raise UsageError(f"{path} is there already", "nothing was changed")
    make_folder(str(path.parent / RUNS))
    save(str(path), template)
    return path


def log_files(names: Sequence[str]) -> Iterator[list[Path]]:
    """The logs behind files and folders, each once; those of one run together.

    Stable-Baselines3 writes a `monitor.csv` for each environment of a run, side by side.
    """
    # By where they really lie: tools keep links to the latest run.
    found = {each.resolve(): each for name in names for each in _behind(Path(name))}
    paths = list(found.values())
    together: dict[Path, list[Path]] = {}
    for each in paths:
        if each.name.removesuffix(".gz").endswith("monitor.csv"):
            together.setdefault(each.parent, []).append(each)
        else:
            yield [each]
    for several in together.values():
        several.sort(key=lambda each: (len(each.name), each.name))
        numbered = all(each.name.partition(".")[0].isdecimal() for each in several)
        yield from [several] if numbered else [[each] for each in several]


def _behind(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if not path.exists():
            raise OpenError(f"{path}: there is no such file", "check the path")
        yield path
        return
    found = sorted(each for each in path.rglob("*") if each.is_file() and _is_log(each))
    if not found:
        raise UsageError(f"{path}: there is no log in it", f"looked for: {' '.join(sorted(LOGS))}")
    yield from found


def _is_log(path: Path) -> bool:
    hidden = any(part.startswith(".") and part != ".." for part in path.parts)
    old_mlflow = path.parent.name == "metrics" and not path.suffix
    suffix = path.suffix.lower() in LOGS or "tfevents" in path.name or old_mlflow
    return suffix and not hidden and path.name != locks.NAME


def attach(opened: Opened, paths: Sequence[Path], group: str) -> Attached:
    """The runs of one log (or of the files of one run). Nothing is written.

    Raises `UsageError` where nothing says which group they belong to.
    """
    from standout.evidence import attaching

    files = [(_relative(each, opened.folder), sha256_of(each)) for each in paths]
    everything = attaching.wanted_by(opened.reproduction)
    log = _with_parameters(read_log(paths, everything), paths[0])
    env = next((each.env for each in log.runs if each.env), "")
    name = group or attaching.group_for(files[0][0], env, opened.reproduction)
    if name is None:
        groups = dict.fromkeys(g for each in opened.reproduction.claims for g in each.groups)
        known = ", ".join(groups)
        raise UsageError(f"{files[0][0]}: which runs are these?", f"--group NAME, one of: {known}")
    file = attaching.File(*files[0], parts=tuple(files[1:]))
    return attaching.attach(file, log, name, attaching.wanted_by(opened.reproduction, [name]))


def _with_parameters(log: Log, path: Path) -> Log:
    """A log of MLflow's old store with the parameters that lie beside its metrics."""
    if log.format != "mlflow-file":
        return log
    from standout.evidence.logs import naming

    files = [e for e in (path.parent.parent / "params").glob("*") if e.is_file()]
    config = {each.name: each.read_text("utf-8", "replace").strip()[:200] for each in files}
    seed, env = (
        naming.config_value(config, known) for known in (naming.SEEDS, naming.ENVIRONMENTS)
    )
    runs = tuple(replace(each, seed=seed, env=env, config=config) for each in log.runs)
    return replace(log, runs=runs)


def read_log(paths: Sequence[Path], wanted: Wanted) -> Log:
    """A log, or the logs of the environments of one run. Raises `OpenError`."""
    from standout.evidence.logs import monitor, reading
    from standout.evidence.logs.opening import unpacked

    try:
        with paths[0].open("rb") as stream:
            if len(paths) == 1 or not reading.is_monitor(stream):
                return reading.read(stream, str(paths[0]), wanted)
        opened = [(each.name, each.open("rb")) for each in paths]
        try:
            return monitor.read([(name, unpacked(stream)) for name, stream in opened], wanted)
        finally:
            for _, stream in opened:
                stream.close()
    except OSError as error:
        raise OpenError(f"{paths[0]}: {error.strerror or error}", "check the file") from error


def copied(opened: Opened, paths: Sequence[Path], group: str) -> list[Path]:
    """Copies of logs below `runs/`, for a reproduction that can be handed on whole.

    A file that is there already with other content is never written over.
    """
    target = opened.folder / RUNS / (group or "")
    made = []
    for each in paths:
        # Many tools call every log alike and say in the folder which run it is.
        copy = target / each.resolve().parent.name / each.name
        if copy.exists() and sha256_of(copy) != sha256_of(each):
            raise UsageError(f"{copy} is there already and another file", "rename one of them")
        if not copy.exists():
            make_folder(str(copy.parent))
            shutil.copyfile(each, copy)
        made.append(copy)
    return made


def load_runs(opened: Opened) -> Loaded:
    """Read the logs of all attached runs again, each file once, and compare their hashes."""
    from standout.evidence import attaching
    from standout.evidence.measuring import Traced

    series: dict[str, list[Traced]] = {}
    remarks: list[tuple[str, Remark]] = []
    by_file: dict[str, list[Run]] = {}
    for run in opened.runs:
        by_file.setdefault(run.path, []).append(run)
    for path, runs in by_file.items():
        names = [path, *(name for name, _ in runs[0].parts)]
        files = [opened.folder / each for each in names]
        if not all(each.exists() for each in files):
            continue
        groups = {each.group for each in runs}
        wanted = attaching.wanted_by(opened.reproduction, groups)
        log = _with_parameters(read_log(files, wanted), files[0])
        remarks += [(path, each) for each in log.remarks]
        for run in runs:
            for metric, found in _series_of(run, log).items():
                series.setdefault(metric, []).append(Traced(run, found))
    return Loaded(series, tuple(changed_files(opened)), tuple(remarks))


def _series_of(run: Run, log: Log) -> Mapping[str, Series]:
    named = [each for each in log.runs if each.name == run.name]
    same = [each for each in named if not each.seed or each.seed == run.seed] or named
    alone = log.runs if len(log.runs) == 1 else ()
    return next((each.series for each in (*same, *alone)), {})


def changed_files(opened: Opened) -> Iterator[str]:
    """The paths of attached files that are gone or no more the same."""
    known = {run.path: run.sha256 for run in opened.lock.runs}
    known |= {path: mark for run in opened.lock.runs for path, mark in run.parts}
    for path, mark in known.items():
        file = opened.folder / path
        if not file.exists():
            yield f"{path}: the file is gone"
        elif sha256_of(file) != mark:
            yield f"{path}: the file is not the one that was attached"


def sha256_of(path: Path) -> str:
    """The hash of a file, read in pieces. Raises `OpenError`."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                found.update(piece)
    except OSError as error:
        raise OpenError(f"{path}: {error.strerror or error}", "check the file") from error
    return found.hexdigest()


def edited(opened: Opened, folder: Path) -> tuple[str, ...]:
    """The files of the last report that somebody edited since: they are the user's now."""
    return tuple(
        name
        for name, mark in opened.lock.files.items()
        if (folder / name).exists() and sha256_of(folder / name) != mark
    )


def write_report(
    opened: Opened, folder: Path, files: Mapping[str, bytes], keep: Sequence[str]
) -> Opened:
    """Write the files of a report but those to keep, and remember what they are."""
    make_folder(str(folder))
    for name in files:
        make_folder(str((folder / name).parent))
    written = {name: content for name, content in files.items() if name not in keep}
    save_all({str(folder / name): content for name, content in written.items()})
    marks = {name: hashlib.sha256(content).hexdigest() for name, content in written.items()}
    kept = {name: opened.lock.files[name] for name in keep if name in opened.lock.files}
    return save_lock(opened, replace(opened.lock, files=dict(sorted({**kept, **marks}.items()))))


def foreign(opened: Opened, folder: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Files where a report would be written that no report of this reproduction wrote."""
    there = [each for each in names if (folder / each).exists()]
    return tuple(each for each in there if each not in opened.lock.files)


def _relative(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
