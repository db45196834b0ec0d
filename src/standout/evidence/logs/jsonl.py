"""JSON lines: one object a row; also one list of objects, or an object that holds it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from standout.evidence.logs import naming
from standout.evidence.logs.opening import line_blocks, text_of
from standout.evidence.logs.series import (
    Floats,
    Log,
    Logged,
    Notes,
    Series,
    Wanted,
    checked,
    seed_text,
)

LONGEST_LIST = 256 << 20
"""Bytes of a file that is one value; longer ones belong on lines."""
TOGETHER = 1024
"""Rows that are taken at once where they are alike, or else one by one."""


@dataclass
class Column:
    """The rows of one metric of one run, as they come in."""

    steps: array[float] = field(default_factory=lambda: array("d"))
    values: array[float] = field(default_factory=lambda: array("d"))
    lines: array[int] = field(default_factory=lambda: array("q"))

    def add(self, step: float, value: float, line: int) -> None:
        """Keep one row."""
        self.steps.append(step)
        self.values.append(value)
        self.lines.append(line)

    def add_all(
        self, steps: Floats, values: Floats, lines: NDArray[np.int64], mine: NDArray[np.bool_]
    ) -> None:
        """Keep the rows of a mask."""
        self.steps.frombytes(steps[mine].tobytes())
        self.values.frombytes(values[mine].tobytes())
        self.lines.frombytes(lines[mine].tobytes())

    def series(self, metric: str, notes: Notes, row: str = "") -> Series:
        """The arrays; odd things are noted with their lines, or by what a row is called."""
        found = Series(np.array(self.steps), np.array(self.values))
        return checked(metric, found, row or self.lines, notes)


class Rows:
    """Rows of named values, in whatever order they come, by run and metric.

    Where a file is one run (`one_run`), what it logs as its seed parts nothing.
    """

    one_run = False

    def __init__(self, wanted: Wanted, notes: Notes) -> None:
        self.wanted = wanted
        self.notes = notes
        self.names: dict[str, None] = {}
        self.runs: dict[str, dict[str, Column]] = {}
        self.by_seed = False
        self._known = naming.Names()
        self._metrics: dict[str, str] = {}
        self._step: str | None = None
        self._group: str | None = None
        self._counted = 0

    def take(self, row: Mapping[str, object], line: int) -> None:
        """Take one row."""
        if any(isinstance(each, dict) for each in row.values()):
            row = flat(row)
        if not row.keys() <= self.names.keys():
            self._learn(row)
        label = row.get(self._group) if self._group else None
        columns = self.runs.setdefault("" if label is None else seed_text(label), {})
        for name in self._names():
            if name in row:
                self._add(columns, name, row, line)

    def take_alike(self, rows: Sequence[Mapping[str, object]], line: int) -> bool:
        """Take rows of known keys with numbers under the wanted ones, all at once.

        Says False, nothing taken, where one of them is otherwise.
        """
        if self._step is None or not self._metrics:
            return False
        if dict in set(map(type, chain.from_iterable(row.values() for row in rows))):
            rows = [flat(row) for row in rows]
        if not set().union(*rows) <= self.names.keys():
            return False
        names = self._names()
        keys = [self._step, *([self._group] if self._group else []), *names]
        columns = [_numbers([row.get(key) for row in rows]) for key in keys]
        found = [each for each in columns if each is not None]
        if len(found) < len(keys):
            return False
        (steps, stepped), metrics = found[0], found[-len(names) :]
        groups, grouped = found[1] if self._group else (np.zeros(len(rows)), None)
        whole = stepped if grouped is None else stepped & grouped
        if any((there & ~whole).any() for _, there in metrics):
            return False
        lines = np.arange(line, line + len(rows), dtype=np.int64)
        known = groups if grouped is None else groups[grouped]
        labels, firsts = np.unique(known, return_index=True)
        for label in labels[np.argsort(firsts)]:
            mine = groups == label
            held = self.runs.setdefault(seed_text(label) if self._group else "", {})
            for name, (values, there) in zip(names, metrics, strict=True):
                which = mine & there
                if which.any():
                    held.setdefault(name, Column()).add_all(steps, values, lines, which)
        return True

    def wanted_names(self) -> tuple[str, ...] | None:
        """The step's name, then those of the metrics, if there are any; None: rows are counted."""
        if not self._metrics:
            return ()
        return (self._step, *self._names()) if self._step else None

    def take_numbers(
        self, name: str, steps: Floats, values: Floats, lines: NDArray[np.int64]
    ) -> None:
        """Take rows of one metric, by its own name in the log."""
        column = self.runs.setdefault("", {}).setdefault(name, Column())
        column.add_all(steps, values, lines, np.ones(len(lines), np.bool_))

    def _names(self) -> tuple[str, ...]:
        """The names of the wanted metrics in the log, as far as they are known now."""
        return tuple(dict.fromkeys(self._metrics.values()))

    def _add(
        self, columns: dict[str, Column], name: str, row: Mapping[str, object], line: int
    ) -> None:
        value, step = row[name], row.get(self._step) if self._step else None
        if value is None:
            return
        number = _number(value)
        if number is None:
            told = f"`{name}` is {json.dumps(value)[:40]}, no number; the row is left out"
            self.notes.lose(f"line {line}", told, like=f"words under {name}")
            return
        where = _number(step)
        column = columns.setdefault(name, Column())
        if where is None and self._step is not None:
            self.notes.lose(f"line {line}", "a row without its step is left out")
            return
        column.add(len(column.values) + 1.0 if where is None else where, number, line)

    def _learn(self, row: Mapping[str, object]) -> None:
        """Names that come up for the first time: some may be those that are asked for."""
        self.names.update(dict.fromkeys(row))
        self._known.add(row)
        found = {asked: self._known.match(asked) for asked in self.wanted.metrics}
        self._metrics = {asked: name for asked, name in found.items() if name}
        before, self._step = self._step, naming.step_of(self.wanted.step, self._known)
        if before != self._step and any(self.runs.values()):
            was = f"was `{before}`" if before else "rows were counted"
            told = f"the step is `{self._step}` from here, and {was} before"
            self.notes.lose("", f"{told}: say which under `logs: step:`")
        if self.one_run:
            return
        seed = naming.seed_of(self.wanted.seed, self._known)
        self.by_seed = seed is not None
        self._group = seed or naming.run_of(self._known)

    def logged(self, row: str = "") -> Iterator[Logged]:
        """The runs; `row` is what a row is called where there are no lines."""
        if self._step is None and self.names:
            self.notes.say("", "there is no key for the step; rows are counted instead")
        for label, columns in self.runs.items():
            # What a name means is known when all of them are: a later one may be nearer.
            series = {
                asked: columns[name].series(asked, self.notes, row)
                for asked, name in self._metrics.items()
                if name in columns
            }
            if series or not any(self.runs.values()):
                yield Logged(label, label if self.by_seed else "", series)


def read(stream: BinaryIO, wanted: Wanted) -> Log:
    """The runs of JSON lines."""
    notes = Notes()
    rows = Rows(wanted, notes)
    for found, line in _blocks(stream, notes):
        for at in range(0, len(found), TOGETHER):
            several = found[at : at + TOGETHER]
            if not _taken_alike(rows, several, line + at):
                _take_each(rows, several, line + at, notes)
    return Log("jsonl", tuple(rows.logged()), tuple(rows.names), notes.remarks())


def _taken_alike(rows: Rows, found: Sequence[object], line: int) -> bool:
    if not all(type(each) is dict for each in found):
        return False
    return rows.take_alike(cast("Sequence[dict[str, object]]", found), line)


def _take_each(rows: Rows, found: Sequence[object], line: int, notes: Notes) -> None:
    for number, row in enumerate(found, line):
        if isinstance(row, dict):
            rows.take(row, number)
        elif row is not _BROKEN:
            notes.lose(f"line {number}", "no object; the row is left out")


def flat(row: Mapping[str, object], before: str = "", depth: int = 0) -> dict[str, object]:
    """Nested objects as one, their keys joined by slashes."""
    found: dict[str, object] = {}
    for key, value in row.items():
        name = before + key
        if isinstance(value, dict) and depth < 8:
            found.update(flat(value, f"{name}/", depth + 1))
        else:
            found[name] = value
    return found


def _blocks(stream: BinaryIO, notes: Notes) -> Iterator[tuple[list[object], int]]:
    """The values of many lines at once, and the number of the first of them."""
    line = 1
    blocks = line_blocks(stream, notes)
    first = next(blocks, b"")
    second = next(blocks, b"")
    if _is_document(first, alone=not second):
        yield _document(first, chain([second], blocks), notes), 1
        return
    for block in chain([first, second], blocks):
        yield _lines(block, line, notes), line
        line += block.count(b"\n")


def _is_document(first: bytes, *, alone: bool) -> bool:
    """Say whether a file is one value rather than one a line."""
    start = first.strip()
    line = start.partition(b"\n")[0].strip()
    return start.startswith(b"[") or line == b"{" or (alone and line == start and line[-1:] == b"}")


def _document(first: bytes, rest: Iterable[bytes], notes: Notes) -> list[object]:
    content = bytearray(first)
    for each in rest:
        content += each
        if len(content) > LONGEST_LIST:
            notes.lose("", "one value of more than 256 MB; write one object a line")
            return []
    try:
        found = json.loads(text_of(bytes(content)))
    except (ValueError, RecursionError) as error:
        notes.lose("", f"not valid JSON: {error}")
        return []
    return found if isinstance(found, list) else _inside(found)


def _inside(found: Mapping[str, object]) -> list[object]:
    """The rows of an object: its longest list of objects, as trainers keep their history.

    Else its columns, where they are lists of one length; else itself.
    """
    lists = [each for each in found.values() if isinstance(each, list) and each]
    histories = [each for each in lists if all(isinstance(row, dict) for row in each)]
    if histories:
        return max(histories, key=len)
    if len(lists) < 2 or len({len(each) for each in lists}) > 1:
        return [found]
    names = [name for name, each in found.items() if isinstance(each, list) and each]
    return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]


def _lines(block: bytes, start: int, notes: Notes) -> list[object]:
    text = text_of(block)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    try:
        # All at once is four times as fast as one by one; where one is broken, or empty, or
        # holds two objects, one by one says which.
        items = json.loads(f"[{','.join(lines)}]")
    except (ValueError, RecursionError):
        items = []
    if len(items) == len(lines):
        return cast("list[object]", items)
    broken = "not valid JSON" if text.endswith("\n") else "the last row is cut off"
    return [_one(line, number, notes, broken) for number, line in enumerate(lines, start)]


def _one(line: str, number: int, notes: Notes, broken: str) -> object:
    if not line.strip(" \r\x00"):
        return _BROKEN
    try:
        return cast("object", json.loads(line))
    except (ValueError, RecursionError):
        notes.lose(f"line {number}", f"{broken}; the row is left out")
        return _BROKEN


_BROKEN = object()
"""What stands for a row that was empty or broken, and is told already."""


def _numbers(values: Sequence[object]) -> tuple[Floats, NDArray[np.bool_]] | None:
    """A column of numbers, and where there is one; None where something is no number."""
    kinds = set(map(type, values))
    if not kinds <= {int, float, type(None)}:
        return None
    try:
        if type(None) not in kinds:
            return np.array(values, dtype=np.float64), np.ones(len(values), np.bool_)
        filled = [np.nan if each is None else each for each in values]
        there = np.array([each is not None for each in values], np.bool_)
        return np.array(filled, dtype=np.float64), there
    except OverflowError:
        return None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None
