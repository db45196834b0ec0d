"""Whole-number optimisation: branch and bound over the linear programs of HiGHS.

A problem in parts of ones bounds it from above. A column that comes out broken is split into the
cases below and above; a case whose bound is not above the best that was found is closed. The best
stands proven when every case is closed.

Which column is split tells most about how many cases there are. Those marked `early` come first;
among them that one whose both cases have lowered the bound most so far (pseudo-costs, with a trial
for columns that were not split yet: Achterberg, Koch and Martin, Branching rules revisited, 2005).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor

from standout.selection.linear import Fixed, Point, Range, Relaxation
from standout.selection.problem import Optimum, Problem
from standout.values import frozen

_FIRST, _MOST = 100, 3_000
"""Cases that are split: for a good start, and in all. Beyond them the best that was found stands,
and its bound says so."""
_TRIED = 4
"""Columns of which both cases are tried before one is split."""
_BROKEN = 1e-6
_SLACK = 1e-3
"""By which a bound may be too low; every objective is a whole number, so it costs nothing."""
_LITTLE = 1e-3


def solve(problem: Problem) -> Optimum | None:
    """The optimum of a problem, or None where no values keep within all rows."""
    if not problem.columns:
        kept = all((row.least or 0) <= 0 <= (row.most or 0) for row in problem.rows)
        return Optimum((), 0, 0) if kept else None
    with Relaxation(problem) as relaxation:
        return _Search(problem, relaxation).optimum()


def is_solvable(problem: Problem) -> bool:
    """Whether any values keep within all rows."""
    worthless = (replace(each, value=0) for each in problem.columns)
    return solve(replace(problem, columns=tuple(worthless))) is not None


@frozen
class _Case:
    """A part of the problem: the bounds that make it, and the best of it in parts of ones."""

    fixed: Fixed
    point: Point

    @property
    def bound(self) -> int:
        return floor(self.point.objective + _SLACK)


@frozen
class _Split:
    """A column of which the cases below and above its value are known, and how telling they are."""

    column: int
    cases: tuple[_Case | None, _Case | None]
    score: float


class _Search:
    """One search: the best values so far, and what splitting each column has told."""

    def __init__(self, problem: Problem, relaxation: Relaxation) -> None:
        self.problem = problem
        self.relaxation = relaxation
        whole = [at for at, each in enumerate(problem.columns) if each.whole]
        self.ranks = (
            [at for at in whole if problem.columns[at].early],
            [at for at in whole if not problem.columns[at].early],
        )
        self.values: tuple[float, ...] = ()
        self.objective: int | None = None
        self.told: dict[tuple[int, int], list[float]] = {}
        """By column and case: what the bound has lost in it, for a whole one each."""

    def optimum(self) -> Optimum | None:
        """The optimum: first a good one out of what the whole problem uses, then the proof."""
        root = self.relaxation.best({})
        if root is None:
            return None
        unused = {
            at: (0, 0)
            for at in (*self.ranks[0], *self.ranks[1])
            if root.values[at] < _BROKEN and self.problem.columns[at].least <= 0
        }
        self._through(unused, _FIRST)
        open_ = self._through({}, _MOST)
        if self.objective is None:
            return None
        return Optimum(self.values, self.objective, max(self.objective, open_))

    def _through(self, base: Fixed, most: int) -> int:
        """Go through the cases within some bounds; the bound of those that stay open, or 0.

        The better of two cases is gone into at once, the other waits for its turn by its bound.
        """
        root = self.relaxation.best(base)
        if root is None:
            return 0
        waiting = [(0, 0, _Case(base, root))]
        case: _Case | None = None
        idle, told = self._idle(root), self.objective
        for count in range(1, most + 1):
            if case is None:
                if not waiting or not self._is_open(waiting[0][2]):
                    return 0
                case = heapq.heappop(waiting)[2]
            cases = self._cases(case, idle)
            case = cases[0] if cases else None
            for each in cases[1:]:
                heapq.heappush(waiting, (-each.bound, count, each))
            if told != self.objective:
                idle, told = self._idle(root), self.objective
        left = [*(each for _, _, each in waiting), *([case] if case is not None else [])]
        return max((each.bound for each in left), default=0)

    def _idle(self, root: Point) -> dict[int, Range]:
        """The columns that must stay where they are in anything better than what was found."""
        if self.objective is None:
            return {}
        found = {}
        for at in (*self.ranks[0], *self.ranks[1]):
            cost = root.costs[at]
            if abs(cost) > _BROKEN and root.objective - abs(cost) + _SLACK < self.objective + 1:
                least, most = self.relaxation.bounds(at)
                if most - least == 1:
                    found[at] = (least, least) if cost < 0 else (most, most)
        return found

    def _is_open(self, case: _Case | None) -> bool:
        """Whether something better than the best may be in a case."""
        if case is None:
            return False
        return self.objective is None or case.bound > self.objective

    def _cases(self, case: _Case, idle: dict[int, Range]) -> list[_Case]:
        """The open cases of a case, the better one first; none where it is whole already."""
        columns = self._broken(case.point)
        if not columns:
            self._keep(case.point)
            return []
        split = self._split(case, columns, idle)
        cases = [each for each in split.cases if each is not None and self._is_open(each)]
        return sorted(cases, key=lambda each: -each.point.objective)

    def _broken(self, point: Point) -> list[int]:
        for rank in self.ranks:
            found = [at for at in rank if abs(point.values[at] - round(point.values[at])) > _BROKEN]
            if found:
                return found
        return []

    def _keep(self, point: Point) -> None:
        """Keep values that are whole, where they are the best so far."""
        values = tuple(
            float(round(value)) if column.whole else value
            for value, column in zip(point.values, self.problem.columns, strict=True)
        )
        pairs = zip(self.problem.columns, values, strict=True)
        objective = round(sum(column.value * value for column, value in pairs))
        if self.objective is None or objective > self.objective:
            self.values, self.objective = values, objective

    def _split(self, case: _Case, columns: list[int], idle: dict[int, Range]) -> _Split:
        known = [(self._expected(case, at), -at) for at in columns if self._is_known(at)]
        tried: list[_Split] = []
        for at in self._untried(case, columns):
            tried.append(self._into(case, at, idle))
            if not any(map(self._is_open, tried[-1].cases)):
                return tried[-1]
        best = max(tried, key=lambda each: each.score, default=None)
        if known and (best is None or max(known)[0] >= best.score):
            return self._into(case, -max(known)[1], idle)
        assert best is not None  # noqa: S101 - a column is known or tried
        return best

    def _untried(self, case: _Case, columns: list[int]) -> Iterator[int]:
        """The columns of which nothing is known, those nearest to a half first."""
        new = [at for at in columns if not self._is_known(at)]
        new.sort(key=lambda at: abs(case.point.values[at] % 1 - 0.5))
        yield from new[:_TRIED]

    def _is_known(self, column: int) -> bool:
        return (column, 0) in self.told and (column, 1) in self.told

    def _expected(self, case: _Case, column: int) -> float:
        """How telling the cases of a column are likely to be."""
        part = case.point.values[column] % 1
        below, above = (self.told[column, side] for side in (0, 1))
        return _score(part * sum(below) / len(below), (1 - part) * sum(above) / len(above))

    def _into(self, case: _Case, column: int, idle: dict[int, Range]) -> _Split:
        """Both cases of a column."""
        value = case.point.values[column]
        least, most = case.fixed.get(column) or idle.get(column) or self.relaxation.bounds(column)
        below = self._case(case, column, (least, floor(value)), idle)
        above = self._case(case, column, (ceil(value), most), idle)
        lost = [self._lost(case, each) for each in (below, above)]
        for side, (each, part) in enumerate(((below, value % 1), (above, 1 - value % 1))):
            if each is not None:
                fell = max(0.0, case.point.objective - each.point.objective)
                self.told.setdefault((column, side), []).append(fell / part)
        return _Split(column, (below, above), _score(*lost))

    def _case(
        self, case: _Case, column: int, range_: Range, idle: dict[int, Range]
    ) -> _Case | None:
        if range_[0] > range_[1]:
            return None
        fixed = {**case.fixed, column: range_}
        point = self.relaxation.best({**idle, **fixed})
        return _Case(fixed, point) if point is not None else None

    def _lost(self, case: _Case, inner: _Case | None) -> float:
        """What a case has less than the one around it, as far as that counts."""
        all_ = case.point.objective - (self.objective if self.objective is not None else 0)
        return min(all_, case.point.objective - inner.point.objective) if inner else all_


def _score(below: float, above: float) -> float:
    """A column is as telling as both of its cases are."""
    return max(below, _LITTLE) * max(above, _LITTLE)
