"""CSV and its kin: a header, then a row a line; several seeds or runs may share a file.

Blocks of plain numbers go to NumPy's own parser (five million rows in seconds); a block with
gaps, words or a broken row is gone through cell by cell, so that each trouble has its line.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

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
from standout.patterns import regex
from standout.values import frozen

DELIMITERS = (",", ";", "\t", "|")
_NUMERIC = regex(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_END = regex(r"[\r\n]")
MAX_COLUMNS = 20_000
MAX_RUNS = 10_000
"""Seeds or runs of one file; beyond, the column is no seed."""


@frozen
class Layout:
    """A table's header: its names, how cells are parted, and which columns are read.

    `columns` are positions: of the metrics first, then of step and seed where there are such.
    """

    names: tuple[str, ...]
    delimiter: str
    metrics: tuple[str, ...]
    columns: tuple[int, ...]
    step: str | None
    group: str | None

    @property
    def decimal_comma(self) -> bool:
        """Cells are parted by semicolons, so that commas are decimal signs."""
        return self.delimiter == ";"


@frozen
class Block:
    """Rows of the wanted columns; a cell that is empty is missing, not zero and not NaN."""

    cells: Floats
    present: NDArray[np.bool_] | None
    lines: NDArray[np.int32]
    labels: tuple[str, ...] = ()


@dataclass
class _Table:
    """What a stream of lines becomes."""

    wanted: Wanted
    notes: Notes
    layout: Layout | None = None
    line: int = 0
    blocks: list[Block] = field(default_factory=list)
    as_words: bool = False


def read(stream: BinaryIO, wanted: Wanted) -> Log:
    """The runs of a table."""
    notes = Notes()
    table = _Table(wanted, notes)
    for block in line_blocks(stream, notes):
        rows = block if table.layout else _after_header(table, block)
        if table.layout is None:
            break
        if rows:
            table.blocks.append(_rows(table, table.layout, rows))
    if table.layout is None:
        return Log("csv", (), (), notes.remarks())
    runs = tuple(_runs(table, table.layout))
    return Log("csv", runs, table.layout.names, notes.remarks())


def header_of(line: str) -> tuple[tuple[str, ...], str]:
    """The names of a header line and what parts them."""
    line = _END.split(line.replace("\0", ""), maxsplit=1)[0]
    delimiter = max(DELIMITERS, key=line.count)
    if not line.count(delimiter):
        words = line.split()
        if len(words) > 1 and '"' not in line:
            return tuple(words), " "
        delimiter = ","
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        # A name of a hundred thousand characters is none.
        return (), delimiter
    return tuple(cell.strip() for cell in cells), delimiter


def _after_header(table: _Table, block: bytes) -> bytes:
    """Read the header off the first block; what follows it."""
    at = 0
    while at < len(block):
        end = block.find(b"\n", at)
        end = len(block) if end < 0 else end
        line = text_of(block[at:end]).strip("\r\n\0 \ufeff")
        at = end + 1
        table.line += 1
        if line and not line.startswith("#"):
            table.layout = _layout(table, line)
            break
    return block[at:]


def _layout(table: _Table, line: str) -> Layout | None:
    names, delimiter = header_of(line)
    if len(names) > MAX_COLUMNS or all(_NUMERIC.fullmatch(each) for each in names if each):
        table.notes.lose(f"line {table.line}", "there is no header: name the columns first")
        return None
    step = naming.step_of(table.wanted.step, names)
    group = naming.seed_of(table.wanted.seed, names) or naming.run_of(names)
    metrics = {asked: naming.match(asked, names) for asked in table.wanted.metrics}
    found = tuple(asked for asked, name in metrics.items() if name)
    used = [metrics[asked] for asked in found]
    positions = [names.index(each) for each in (*used, step, group) if each]
    if table.wanted.step and step is None:
        table.notes.lose(f"line {table.line}", f"there is no column `{table.wanted.step}`")
    return Layout(names, delimiter, found, tuple(positions), step, group)


def _rows(table: _Table, layout: Layout, block: bytes) -> Block:
    start = table.line + 1
    table.line += block.count(b"\n")
    if not layout.metrics:
        return Block(np.empty((0, 0)), None, np.empty(0, np.int32))
    fast = None if table.as_words else _fast(layout, block)
    present = None
    if fast is None and not table.as_words:
        fast = _fast(layout, _filled(layout, block))
        if fast is not None:
            present = fast != _FILLING
            fast[~present] = np.nan
    if fast is not None and len(fast) == block.count(b"\n"):
        lines = np.arange(start, start + len(fast), dtype=np.int32)
        return Block(fast, present, lines)
    return _slow(table, layout, block, start)


_FILLING = -1.7976931348623157e308
"""What stands for an empty cell while a block is parsed: no log has it, and it is not NaN."""


def _filled(layout: Layout, block: bytes) -> bytes:
    """The block with its empty cells filled; nothing where cells may hold what parts them."""
    mark, filling = layout.delimiter.encode(), repr(_FILLING).encode()
    if mark == b" " or b'"' in block or filling in block:
        return b""
    block = block.replace(b"\r\n", b"\n").replace(b"\n" + mark, b"\n" + filling + mark)
    # Twice, for of three marks in a row the second belongs to both pairs.
    for _ in range(2):
        block = block.replace(mark + mark, mark + filling + mark)
    block = block.replace(mark + b"\n", mark + filling + b"\n")
    return filling + block if block.startswith(mark) else block


def _fast(layout: Layout, block: bytes) -> Floats | None:
    """All cells as numbers, or None where one is not; the block must end with a line end."""
    if not block.strip() or not block.endswith(b"\n") or b"\n\n" in block or b"_" in block:
        return None
    if layout.decimal_comma:
        block = block.replace(b",", b".")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a block without any row is only warned of
            return np.loadtxt(
                io.StringIO(text_of(block)),
                delimiter=None if layout.delimiter == " " else layout.delimiter,
                usecols=layout.columns,
                comments=None,
                quotechar='"',
                ndmin=2,
            )
    except (ValueError, UserWarning):
        return None


def _slow(table: _Table, layout: Layout, block: bytes, start: int) -> Block:
    """Row by row: what is no number is noted with its line."""
    cut = not block.endswith(b"\n")
    rows: list[list[float]] = []
    present: list[list[bool]] = []
    lines: list[int] = []
    labels: list[str] = []
    for line, cells in _split(layout, text_of(block), start):
        if not any(each.strip() for each in cells):
            continue
        if len(cells) <= max(layout.columns):
            word = "the last row is cut off" if cut else "the row has too few cells"
            table.notes.lose(f"line {line}", f"{word}; it is left out")
            continue
        if tuple(each.strip() for each in cells) == layout.names:
            table.notes.say(f"line {line}", "the header stands here again: runs were appended")
            continue
        values = _numbers(table, layout, cells, line)
        if values is None:
            continue
        if cut:
            told = "the last row has no line end: of a job that was killed it may be cut short"
            table.notes.say(f"line {line}", told)
        rows.append([value for value, _ in values])
        present.append([there for _, there in values])
        lines.append(line)
        labels.append(_label(cells[layout.columns[-1]].strip()) if layout.group else "")
    width = len(layout.columns)
    return Block(
        np.array(rows, dtype=np.float64).reshape(len(rows), width),
        np.array(present, dtype=np.bool_).reshape(len(rows), width),
        np.array(lines, dtype=np.int32),
        tuple(labels),
    )


def _label(cell: str) -> str:
    value = _value(cell)
    return seed_text(value[0]) if value and value[1] else cell


def _split(layout: Layout, text: str, start: int) -> Iterator[tuple[int, list[str]]]:
    if layout.delimiter == " ":
        for number, line in enumerate(text.split("\n")):
            yield start + number, line.split()
        return
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=layout.delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield start + max(reader.line_num - 1, 0), ["\x00"]
            continue
        yield start + max(reader.line_num - 1, 0), cells


def _numbers(
    table: _Table, layout: Layout, cells: Sequence[str], line: int
) -> list[tuple[float, bool]] | None:
    found = []
    for order, position in enumerate(layout.columns):
        cell = cells[position].strip()
        if layout.decimal_comma:
            cell = cell.replace(",", ".")
        is_group = layout.group is not None and order == len(layout.columns) - 1
        value = _value(cell)
        if value is None and is_group:
            table.as_words = True
            value = (np.nan, bool(cell))
        if value is None:
            name = layout.names[position]
            told = f"`{cell[:40]}` under `{name}` is no number; the row is left out"
            table.notes.lose(f"line {line}", told, like=f"words under {name}")
            return None
        found.append(value)
    return found


def _value(cell: str) -> tuple[float, bool] | None:
    """A cell's number, and whether it is there at all; None for a word."""
    if not cell or cell.lower() in ("none", "null", "na", "n/a", "-"):
        return np.nan, False
    try:
        return float(cell), "_" not in cell
    except ValueError:
        return None


def _runs(table: _Table, layout: Layout) -> Iterator[Logged]:
    """The rows by seed (or run), in the order in which each first comes up."""
    blocks = [each for each in table.blocks if len(each.lines)]
    table.blocks.clear()
    if not blocks:
        return
    cells = np.concatenate([each.cells for each in blocks])
    lines = np.concatenate([each.lines for each in blocks])
    present = _present(blocks, cells)
    groups = list(_groups(layout, blocks, cells))
    blocks.clear()
    if layout.step is None:
        table.notes.say("", "there is no column for the step; rows are counted instead")
    if len(groups) > MAX_RUNS:
        table.notes.lose("", f"`{layout.group}` has {len(groups):,} values: no seed, no run")
        return
    by_seed = naming.seed_of(table.wanted.seed, layout.names) is not None
    for label, rows in groups:
        series = {
            asked: _series(table, layout, order, (cells, lines, present), rows)
            for order, asked in enumerate(layout.metrics)
        }
        yield Logged(label, label if by_seed else "", series)


def _present(blocks: Sequence[Block], cells: Floats) -> NDArray[np.bool_] | None:
    if all(each.present is None for each in blocks):
        return None
    parts = [
        np.ones(each.cells.shape, np.bool_) if each.present is None else each.present
        for each in blocks
    ]
    return np.concatenate(parts) if len(cells) else None


def _groups(
    layout: Layout, blocks: Sequence[Block], cells: Floats
) -> Iterator[tuple[str, NDArray[np.intp] | slice]]:
    if layout.group is None:
        yield "", slice(None)
        return
    column = cells[:, -1]
    if np.isnan(column).any():
        words = [w for each in blocks for w in (each.labels or map(seed_text, each.cells[:, -1]))]
        keys, firsts, codes = np.unique(words, return_index=True, return_inverse=True)
    else:
        keys, firsts, codes = np.unique(column, return_index=True, return_inverse=True)
    if len(keys) == 1:
        yield seed_text(keys[0]), slice(None)
        return
    order = np.argsort(codes, kind="stable")
    bounds = np.searchsorted(codes[order], np.arange(len(keys) + 1))
    for each in np.argsort(firsts):
        yield seed_text(keys[each]), order[bounds[each] : bounds[each + 1]]


def _series(
    table: _Table,
    layout: Layout,
    order: int,
    columns: tuple[Floats, NDArray[np.int32], NDArray[np.bool_] | None],
    rows: NDArray[np.intp] | slice,
) -> Series:
    cells, lines, present = columns
    values, at = cells[rows, order], lines[rows]
    step = len(layout.metrics)
    counted = layout.step is None
    steps = np.arange(1.0, len(values) + 1) if counted else cells[rows, step]
    if present is not None:
        there = present[rows, order].copy()
        if layout.step is not None:
            stepless = there & ~present[rows, step]
            if stepless.any():
                first = f"line {at[int(np.argmax(stepless))]}"
                told = "a row without its step is left out"
                table.notes.lose(first, told, int(np.count_nonzero(stepless)))
            there &= present[rows, step]
        values, steps, at = values[there], steps[there], at[there]
    # Copies: a column of the whole table would keep all of it in memory.
    series = Series(np.ascontiguousarray(steps), np.ascontiguousarray(values))
    return checked(layout.metrics[order], series, at, table.notes)
