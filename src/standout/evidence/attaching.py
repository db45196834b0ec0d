"""Log files as runs of a reproduction: which group, which seed, what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from standout.evidence.lock import copies
from standout.evidence.logs import naming
from standout.evidence.logs.series import Log, Logged, Remark, Wanted
from standout.model.evidence import Reproduction, Run
from standout.patterns import regex
from standout.values import frozen

_SEED = regex(r"(?:^|[^a-z])(?:seed|sd)[-_= ]?(\d+)", re.IGNORECASE)
_PARTED = regex(r"__(\d{1,6})__")
_LAST = regex(r"[-_.](\d{1,6})(?:\.[A-Za-z]+)*$")
_DAY = regex(r"\d{4}[-_.]?\d\d[-_.]?\d\d")
_NUMBERED = regex(r"(\d{1,4})(?:\.[A-Za-z]+)*")
"""A whole name that is a number; `0.monitor.csv` is the first environment of a run, no seed."""
_WORDS = regex(r"[^\W_]+")
_SHORT = 2
"""Signs of a name that stands in other words by chance: `C` in `log.csv`."""
ID_LENGTH = 12


@frozen
class File:
    """A log as it lies on the disk: its path below the reproduction, and its hash."""

    path: str
    sha256: str
    parts: tuple[tuple[str, str], ...] = ()


@frozen
class Attached:
    """The runs of a file, and what must be said of it."""

    file: File
    runs: tuple[Run, ...]
    remarks: tuple[Remark, ...]

    @property
    def failed(self) -> bool:
        """No run of it can be used."""
        return not self.runs


def wanted_by(reproduction: Reproduction, groups: Iterable[str] = ()) -> Wanted:
    """The metrics of the claims that need some groups (of all, where none is named)."""
    named = set(groups)
    claims = [c for c in reproduction.claims if not named or named.intersection(c.groups)]
    metrics = tuple(dict.fromkeys(each.metric for each in claims if each.metric))
    return Wanted(metrics, reproduction.step_column, reproduction.seed_column)


def attach(file: File, log: Log, group: str, wanted: Wanted) -> Attached:
    """The runs of a log. One without a row of any metric is no run, and that is said.

    MLflow's old store has a file a metric: those of other metrics are passed over.
    """
    if log.format == "mlflow-file" and not any(
        naming.match(m, log.metrics) for m in wanted.metrics
    ):
        return Attached(file, (), ())
    remarks = list(log.remarks)
    there = [each for each in log.runs if each.rows]
    if not there and not any(each.serious for each in log.remarks if not log.metrics):
        remarks.append(_nothing(log, wanted))
    runs = tuple(_run(file, log, each, group, alone=len(there) == 1) for each in there)
    return Attached(file, runs, tuple(remarks))


def group_for(path: str, env: str, reproduction: Reproduction) -> str | None:
    """The group a log belongs to: the only one, or the one its path or environment names."""
    groups = list(dict.fromkeys(name for each in reproduction.claims for name in each.groups))
    if len(groups) == 1:
        return groups[0]
    # The longest name decides: `cartpole-shared` holds `cartpole` too.
    for words in (_parts(path), [env]):
        same = [each for each in groups if any(_is_called(word, each) for word in words)]
        if len(same) == 1:
            return same[0]
        found = [each for each in groups if any(_holds(word, each) for word in words if word)]
        found.sort(key=len, reverse=True)
        if found and (len(found) == 1 or _holds(found[0], found[1])):
            return found[0]
    return None


def seed_in(path: str) -> str:
    """The seed that a path names: `seed-3/log.csv`, `CartPole-v1__ppo__3__1695`, `run_3.csv`."""
    named = _SEED.findall(path) or _PARTED.findall(path)
    if named:
        return str(int(named[-1]))
    folder, _, name = path.rpartition("/")
    # Files of events end with numbers of their own, and all logs of some tools are called alike.
    for word in (name if "tfevents" not in name else "", folder.rpartition("/")[2]):
        numbered = None if "monitor" in word else _NUMBERED.fullmatch(word)
        found = numbered or _LAST.search(word)
        if found and not _DAY.search(word):
            return str(int(found[1]))
    return ""


def duplicates(runs: Sequence[Run]) -> Iterator[str]:
    """Runs that cannot be two: the same file twice, or one seed twice in a group."""
    copied = copies(runs)
    files: dict[tuple[str, str, str], Run] = {}
    seeds: dict[tuple[str, str], str] = {}
    for each in runs:
        first = files.setdefault((each.sha256, each.name, each.seed), each)
        if first.group != each.group and first.path != each.path:
            told = f"{first.path}, runs of `{first.group}`"
            yield f"{each.path} is the same file as {told}"
        elif each.path in copied:
            told = "one run counts once; where they are two, their paths must name the seeds"
            yield f"{each.path} is the same file as {copied[each.path]}: {told}"
        elif each.seed:
            other = seeds.setdefault((each.group, each.seed), each.path)
            if other != each.path:
                yield f"{each.group} has seed {each.seed} twice: {other} and {each.path}"


def _run(file: File, log: Log, logged: Logged, group: str, *, alone: bool) -> Run:
    seed = logged.seed or (seed_in(file.path) if alone else "")
    label = logged.seed or logged.name
    mark = file.sha256[:ID_LENGTH]
    return Run(
        id=mark if alone or not label else f"{mark}:{label}",
        group=group,
        path=file.path,
        sha256=file.sha256,
        format=log.format,
        name=logged.name,
        seed=seed,
        env=logged.env,
        rows=logged.rows,
        steps=logged.last_step,
        wall_seconds=logged.wall_seconds,
        parts=file.parts,
        config=tuple(sorted(logged.config.items())),
    )


def _nothing(log: Log, wanted: Wanted) -> Remark:
    asked = " or ".join(f"`{each}`" for each in wanted.metrics)
    if any(naming.match(each, log.metrics) for each in wanted.metrics):
        return Remark("", f"there is no row of {asked}: the run logged nothing", serious=True)
    names = ", ".join(f"`{each}`" for each in log.metrics[:12]) or "nothing"
    several = [m for m in wanted.metrics if len(_alike(m, log.metrics)) > 1]
    why = "several could be meant; write it in full" if several else f"the log has {names}"
    return Remark("", f"there is no {asked}: {why}", serious=True)


def _alike(metric: str, names: Sequence[str]) -> list[str]:
    tail = naming.plain(metric.rpartition("/")[2])
    return [each for each in names if naming.plain(each.rpartition("/")[2]) == tail]


def _parts(path: str) -> list[str]:
    return list(reversed(path.split("/")))


def _is_called(word: str, name: str) -> bool:
    return naming.plain(name) in (naming.plain(word), naming.plain(word.partition(".")[0]))


def _holds(word: str, name: str) -> bool:
    """Say whether a part of a path has a name in it; a short one must be a word of its own."""
    bare = naming.plain(name)
    if len(bare) <= _SHORT:
        return bare in map(naming.plain, _WORDS.findall(word))
    return bare in naming.plain(word)
