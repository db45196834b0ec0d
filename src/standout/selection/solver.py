"""Whole-number optimisation with HiGHS, called through its C interface.

A problem is columns and rows of whole numbers; the answer is an optimum with its bound, or that
there is none. One thread, one seed, no gap and no clock: the same problem has the same answer.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from functools import cache

from standout.values import frozen

_MAXIMISE = -1
_BY_ROWS = 2
_EMPTY, _OPTIMAL, _STOPPED = 6, 7, 16
_FEASIBLE = 2
_NODES = 3_000
"""Branches that are tried; beyond them the best that was found stands, and its bound says so."""
_ALMOST = 1e-6
_GAP = 0.999
"""Every objective is a whole number, so a bound less than one above it is its own."""


@frozen
class Column:
    """A quantity from 0 to `most`, worth `value` each. `whole` ones take no part of one."""

    value: int
    most: int = 1
    whole: bool = True
    least: int = 0


@frozen
class Row:
    """A limit: the sum of `terms` (a column's place, a factor) is from `least` to `most`.

    None is no limit at that end. `name` is what a report of limits that clash calls it.
    """

    terms: tuple[tuple[int, int], ...]
    least: int | None = None
    most: int | None = None
    name: str = ""


@frozen
class Problem:
    """What is to be made as large as can be, within rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@frozen
class Optimum:
    """The best values of the columns. `bound` is what no other values exceed."""

    values: tuple[float, ...]
    objective: int
    bound: int


def solve(problem: Problem) -> Optimum | None:
    """The optimum of a problem, or None where no values keep within all rows."""
    if not problem.columns:
        kept = all((row.least or 0) <= 0 <= (row.most or 0) for row in problem.rows)
        return Optimum((), 0, 0) if kept else None
    library = _library()
    model = ctypes.c_void_p(library.Highs_create())
    try:
        _configure(library, model)
        _pass(library, model, problem)
        library.Highs_run(model)
        return _answer(library, model, problem)
    finally:
        library.Highs_destroy(model)


def _configure(library: ctypes.CDLL, model: ctypes.c_void_p) -> None:
    library.Highs_setBoolOptionValue(model, b"output_flag", 0)
    # Presolving substitutes the numbers of pieces that are alike, on which branching tells most.
    for name, word in ((b"parallel", b"off"), (b"presolve", b"off")):
        library.Highs_setStringOptionValue(model, name, word)
    library.Highs_setBoolOptionValue(model, b"mip_allow_restart", 0)
    for name, number in ((b"threads", 1), (b"random_seed", 0), (b"mip_max_nodes", _NODES)):
        library.Highs_setIntOptionValue(model, name, number)
    amounts = ((b"mip_rel_gap", 0.0), (b"mip_abs_gap", _GAP), (b"mip_heuristic_effort", 0.02))
    for name, amount in amounts:
        library.Highs_setDoubleOptionValue(model, name, ctypes.c_double(amount))


def _pass(library: ctypes.CDLL, model: ctypes.c_void_p, problem: Problem) -> None:
    columns, rows = problem.columns, problem.rows
    starts: list[int] = []
    indices: list[int] = []
    factors: list[int] = []
    for row in rows:
        starts.append(len(indices))
        summed = _summed(row)
        indices += summed
        factors += summed.values()
    endless = float("inf")
    library.Highs_passMip(
        model,
        len(columns),
        len(rows),
        len(indices),
        _BY_ROWS,
        _MAXIMISE,
        ctypes.c_double(0.0),
        _doubles([each.value for each in columns]),
        _doubles([each.least for each in columns]),
        _doubles([each.most for each in columns]),
        _doubles([-endless if each.least is None else each.least for each in rows]),
        _doubles([endless if each.most is None else each.most for each in rows]),
        _integers(starts),
        _integers(indices),
        _doubles(factors),
        _integers([int(each.whole) for each in columns]),
    )


def _summed(row: Row) -> dict[int, int]:
    """The factor of each column: HiGHS does not come to an end where a row names one twice."""
    factors: dict[int, int] = {}
    for at, factor in row.terms:
        factors[at] = factors.get(at, 0) + factor
    return {at: factor for at, factor in factors.items() if factor}


def _answer(library: ctypes.CDLL, model: ctypes.c_void_p, problem: Problem) -> Optimum | None:
    if not _is_answered(library, model):
        return None
    values = (ctypes.c_double * len(problem.columns))()
    rest = (ctypes.c_double * len(problem.columns))()
    rows = (ctypes.c_double * max(1, len(problem.rows)))()
    duals = (ctypes.c_double * max(1, len(problem.rows)))()
    library.Highs_getSolution(model, values, rest, rows, duals)
    found = tuple(
        float(round(value)) if column.whole else value
        for value, column in zip(values, problem.columns, strict=True)
    )
    worth = sum(each.value * value for each, value in zip(problem.columns, found, strict=True))
    bound = ctypes.c_double(worth)
    library.Highs_getDoubleInfoValue(model, b"mip_dual_bound", ctypes.byref(bound))
    objective = round(worth)
    return Optimum(found, objective, max(objective, int(bound.value + _ALMOST)))


def _is_answered(library: ctypes.CDLL, model: ctypes.c_void_p) -> bool:
    status = library.Highs_getModelStatus(model)
    if status != _STOPPED:
        return status in (_OPTIMAL, _EMPTY)
    found = ctypes.c_int(0)
    library.Highs_getIntInfoValue(model, b"primal_solution_status", ctypes.byref(found))
    return found.value == _FEASIBLE


def _doubles(values: Sequence[float]) -> ctypes.Array[ctypes.c_double]:
    return (ctypes.c_double * len(values))(*values)


def _integers(values: Sequence[int]) -> ctypes.Array[ctypes.c_int]:
    return (ctypes.c_int * len(values))(*values)


@cache
def _library() -> ctypes.CDLL:
    """The library as its package ships it; it loads in hundredths of a second."""
    import highsbox

    folders = {"win32": ("bin", "highs.dll"), "darwin": ("lib", "libhighs.dylib")}
    folder, name = folders.get(sys.platform, ("lib", "libhighs.so"))
    library = ctypes.CDLL(f"{highsbox.highs_dist_dir()}/{folder}/{name}")
    library.Highs_create.restype = ctypes.c_void_p
    return library
