"""A problem of whole numbers: columns to choose, rows that limit them, and an optimum."""

from __future__ import annotations

from standout.values import frozen


@frozen
class Column:
    """A quantity from `least` to `most`, worth `value` each. `whole` ones take no part of one.

    `early` ones are decided on first: where most others follow from them, few steps are needed.
    """

    value: int
    most: int = 1
    whole: bool = True
    least: int = 0
    early: bool = False


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
