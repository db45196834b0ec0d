"""Linear optimisation with HiGHS, called through its C interface: a problem in parts of ones.

One thread and no clock: the same questions in the same order have the same answers. Only bounds
change between two questions, so HiGHS goes on from the last answer, in a millisecond or less.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import Self

from standout.selection.problem import Problem, Row
from standout.values import frozen

Range = tuple[int, int]
Fixed = Mapping[int, Range]
"""From a column's place to the least and the most that it may be."""
_MAXIMISE = -1
_BY_ROWS = 2
_OPTIMAL = 7
_IMPOSSIBLE = (8, 9)
"""Infeasible, and unbounded or infeasible: every column has bounds, so that it is the latter."""


@frozen
class Point:
    """The best there is in parts of ones. `costs` are what a step off its bound loses a column."""

    objective: float
    values: tuple[float, ...]
    costs: tuple[float, ...]


class Relaxation:
    """A problem whose columns need not be whole; it is a context that frees what HiGHS holds."""

    def __init__(self, problem: Problem) -> None:
        self._library = _library()
        self._model = ctypes.c_void_p(self._library.Highs_create())
        self._bounds = [(each.least, each.most) for each in problem.columns]
        self._fixed: Fixed = {}
        columns, rows = len(problem.columns), max(1, len(problem.rows))
        self._values = (ctypes.c_double * columns)()
        self._costs = (ctypes.c_double * columns)()
        self._rows = (ctypes.c_double * rows)()
        self._duals = (ctypes.c_double * rows)()
        self._configure()
        self._pass(problem)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._library.Highs_destroy(self._model)

    def bounds(self, column: int) -> Range:
        """The least and the most that a column may be by itself."""
        return self._bounds[column]

    def best(self, fixed: Fixed) -> Point | None:
        """The best within other bounds of some columns, or None where there is nothing.

        Raises `ArithmeticError` where HiGHS comes to no answer.
        """
        self._bind(fixed)
        status = self._run()
        if status != _OPTIMAL and status not in _IMPOSSIBLE:
            status = self._run_anew()
        if status in _IMPOSSIBLE:
            return None
        if status != _OPTIMAL:
            raise ArithmeticError(f"HiGHS ended with status {status}")
        self._library.Highs_getSolution(
            self._model, self._values, self._costs, self._rows, self._duals
        )
        objective = self._library.Highs_getObjectiveValue(self._model)
        return Point(objective, tuple(self._values), tuple(self._costs))

    def _run(self) -> int:
        self._library.Highs_run(self._model)
        status: int = self._library.Highs_getModelStatus(self._model)
        return status

    def _run_anew(self) -> int:
        """The answer from the start, with the problem made smaller first.

        Simplex steps alone may end without one where limits are all but impossible to keep.
        """
        self._option(b"presolve", b"on")
        self._library.Highs_clearSolver(self._model)
        status = self._run()
        self._option(b"presolve", b"off")
        return status

    def _option(self, name: bytes, word: bytes) -> None:
        self._library.Highs_setStringOptionValue(self._model, name, word)

    def _bind(self, fixed: Fixed) -> None:
        for column in self._fixed.keys() - fixed.keys():
            self._bound(column, self._bounds[column])
        for column, bounds in fixed.items():
            if self._fixed.get(column) != bounds:
                self._bound(column, bounds)
        self._fixed = fixed

    def _bound(self, column: int, bounds: Range) -> None:
        least, most = map(ctypes.c_double, bounds)
        self._library.Highs_changeColBounds(self._model, column, least, most)

    def _configure(self) -> None:
        library, model = self._library, self._model
        library.Highs_setBoolOptionValue(model, b"output_flag", 0)
        for name, word in ((b"parallel", b"off"), (b"presolve", b"off"), (b"solver", b"simplex")):
            self._option(name, word)
        for name, number in ((b"threads", 1), (b"random_seed", 0)):
            library.Highs_setIntOptionValue(model, name, number)

    def _pass(self, problem: Problem) -> None:
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
        self._library.Highs_passLp(
            self._model,
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
        )


def _summed(row: Row) -> dict[int, int]:
    """The factor of each column: HiGHS does not come to an end where a row names one twice."""
    factors: dict[int, int] = {}
    for at, factor in row.terms:
        factors[at] = factors.get(at, 0) + factor
    return {at: factor for at, factor in factors.items() if factor}


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
    library.Highs_getObjectiveValue.restype = ctypes.c_double
    return library
