"""Where tasks run: in this process, or on the workers of Ray through Daft."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from standout.cluster.tasks import Task
from standout.cluster.working import Given, Matcher, Ranked, frequencies_in, merged, prepared
from standout.errors import UsageError
from standout.matching import Frequencies
from standout.postings.ingest import Ready

HERE = "here"
"""The engine that needs no cluster."""
_WAVE = 64
"""Tasks for each worker that are under way at once: their answers are what is in memory."""

Work = Callable[[Task], Any]


def rank(
    profiles: Sequence[Given], given: Iterable[Task], today: date, top: int, engine: str
) -> tuple[Ranked, ...]:
    """The best postings for each profile, best first; the same whatever the engine.

    `engine` is 'here', 'ray://local' (workers on this machine) or the address of a cluster.
    Raises `UsageError` for an engine that is not there.
    """
    found: tuple[Ranked, ...] = ()
    several = list(given)
    make = partial(_matcher, tuple(profiles), today, top, frequencies_in(several))
    for part in _run(engine, make, several):
        # What one profile keeps is cut back at once: memory does not grow with the dataset.
        found = merged((*found, *part), top)
    return found


def prepare(given: Iterable[Task], engine: str) -> Iterator[Ready]:
    """The postings of tasks, ready for the store, in the order of the tasks."""
    yield from _run(engine, _preparer, list(given))


def _matcher(profiles: tuple[Given, ...], today: date, top: int, frequencies: Frequencies) -> Work:
    return Matcher(profiles, today, top, frequencies).ranked


def _preparer() -> Work:
    return prepared


def _run(engine: str, make: Callable[[], Work], given: list[Task]) -> Iterator[Any]:
    """The answers to tasks, in their order."""
    if engine == HERE:
        work = make()
        yield from map(work, given)
        return
    daft, workers = _connected(engine)
    runner = _runner(daft, workers)(pickle.dumps(make))
    step = _WAVE * workers
    for start in range(0, len(given), step):
        wave = given[start : start + step]
        frame = daft.from_pydict({"at": list(range(len(wave))), "task": list(map(_packed, wave))})
        frame = frame.into_partitions(min(len(wave), 4 * workers))
        done = frame.select(daft.col("at"), runner.run(daft.col("task")).alias("done")).to_pydict()
        for _, answer in sorted(zip(done["at"], done["done"], strict=True)):
            yield _unpacked(answer)


def _packed(task: Task) -> bytes:
    return pickle.dumps(task)


def _unpacked(content: bytes) -> Any:
    return pickle.loads(content)  # noqa: S301 - written by our own worker


def _runner(daft: Any, workers: int) -> Any:
    """A class whose instances live on the workers: profiles are read once on each."""

    class Runner:
        def __init__(self, made: bytes) -> None:
            self.work = _unpacked(made)()

        @daft.method(return_dtype=daft.DataType.binary())  # type: ignore[untyped-decorator] # Daft has no types
        def run(self, task: bytes) -> bytes:
            return pickle.dumps(self.work(_unpacked(task)))

    return daft.cls(Runner, max_concurrency=workers)


def _connected(engine: str) -> tuple[Any, int]:
    """Daft on a running Ray, and how many workers there are."""
    if not engine.startswith("ray://"):
        raise UsageError(f"there is no engine `{engine}`", "here, ray://local or ray://host:port")
    try:
        import daft
        import ray
    except ImportError as error:
        raise UsageError(
            "a cluster needs Daft and Ray, which are not installed",
            'python -m pip install "standout[cluster]"',
        ) from error
    if engine == "ray://local":
        ray.init(num_cpus=2, logging_level="ERROR", log_to_driver=False, ignore_reinit_error=True,
                 include_dashboard=False)  # fmt: skip
    else:
        try:
            ray.init(engine, logging_level="ERROR", ignore_reinit_error=True)
        except (ConnectionError, RuntimeError) as error:
            raise UsageError(f"{engine}: {error}", "start the cluster, or name another") from error
    daft.set_runner_ray(noop_if_initialized=True)
    return daft, max(1, int(ray.cluster_resources().get("CPU", 1)))
