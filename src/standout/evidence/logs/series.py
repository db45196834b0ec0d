"""What a log holds: runs, their series as stored, and remarks on what was wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

import numpy as np
from numpy.typing import NDArray

from standout.values import frozen

Floats = NDArray[np.float64]
LAST_STEP = 2.0**63
"""No counter of steps goes further."""


Places = Sequence[int] | NDArray[np.signedinteger] | str
"""Line numbers of rows, or what a row is called."""


@frozen
class Remark:
    """Something about a log that its reader must know. `times` counts further places.

    A serious one means that rows were lost or cannot be trusted.
    """

    place: str
    message: str
    serious: bool = False
    times: int = 1

    def __str__(self) -> str:
        more = f" (and {self.times - 1:,} more)" if self.times > 1 else ""
        return f"{self.place}: {self.message}{more}" if self.place else f"{self.message}{more}"


@frozen
class Wanted:
    """What to take out of a log: names of metrics, and of the columns for step and seed."""

    metrics: tuple[str, ...]
    step: str = ""
    seed: str = ""


@frozen
class Series:
    """Steps and values in the order of the file."""

    steps: Floats
    values: Floats

    def __len__(self) -> int:
        return len(self.values)


@frozen
class Logged:
    """One run of a log. `series` has the wanted metrics under the names they were asked by."""

    name: str
    seed: str
    series: Mapping[str, Series]
    config: Mapping[str, str] = field(default_factory=dict)
    env: str = ""
    wall_seconds: float | None = None

    @property
    def rows(self) -> int:
        """Rows of the longest series."""
        return max((len(each) for each in self.series.values()), default=0)

    @property
    def last_step(self) -> float | None:
        """The greatest step of any series."""
        steps = [float(each.steps.max()) for each in self.series.values() if len(each)]
        return max(steps, default=None)


@frozen
class Log:
    """A whole file: its format, its runs, every metric it names, and what was wrong."""

    format: str
    runs: tuple[Logged, ...]
    metrics: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Notes:
    """Gathers remarks; the same one at many places is counted and told once."""

    cut = False
    """The file ends before its time: its last line is not whole."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, bool], Remark] = {}

    def lose(self, place: str, message: str, times: int = 1, like: str = "") -> None:
        """Note that rows were lost or cannot be trusted.

        Those that are `like` each other are told once, in the words of the first.
        """
        self._add(place, message, (like or message, True), times)

    def say(self, place: str, message: str, times: int = 1) -> None:
        """Note something that is good to know."""
        self._add(place, message, (message, False), times)

    def _add(self, place: str, message: str, key: tuple[str, bool], times: int) -> None:
        before = self._found.get(key)
        if before is None:
            self._found[key] = Remark(place, message, key[1], times)
        else:
            self._found[key] = replace(before, times=before.times + times)

    def remarks(self) -> tuple[Remark, ...]:
        """All of them, in the order they first came up."""
        return tuple(self._found.values())


def checked(metric: str, series: Series, places: Places, notes: Notes) -> Series:
    """The series without rows whose step is none; what is odd about it is noted.

    `places` are the line numbers of its rows, or what a row is called where there are none.
    """
    fine = np.abs(series.steps) <= LAST_STEP
    if not fine.all():
        index = int(np.argmin(fine))
        told = f"`{series.steps[index]:.4g}` is no step of `{metric}`; the row is left out"
        number = int(np.count_nonzero(~fine))
        notes.lose(_place(places, index), told, number, f"steps of {metric}")
        series = Series(series.steps[fine], series.values[fine])
        places = places if isinstance(places, str) else np.asarray(places)[fine]
    if not len(series):
        return series
    for wrong, word in ((np.isnan, "not a number (nan)"), (np.isinf, "infinite")):
        for index, number in _some(wrong(series.values)):
            notes.lose(_place(places, index), f"`{metric}` is {word}", number)
    back = np.diff(series.steps)
    for index, number in _some(back < 0):
        told = f"the steps of `{metric}` go back: a run that was resumed, or several in one"
        notes.say(_place(places, index + 1), told, number)
    for index, number in _some(back == 0):
        told = f"`{metric}` has several rows at one step; all are kept"
        notes.say(_place(places, index + 1), told, number)
    return series


def _some(mask: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    number = int(np.count_nonzero(mask))
    if number:
        yield int(np.argmax(mask)), number


def _place(places: Places, index: int) -> str:
    return f"{places} {index + 1}" if isinstance(places, str) else f"line {places[index]}"


def seed_text(value: object) -> str:
    """A seed as it is written: 1 for 1.0."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    return str(value)
