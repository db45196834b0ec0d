"""The parts a statement can have."""

from __future__ import annotations

from enum import Enum

from standout.values import frozen


class SlotKind(Enum):
    """The parts a statement can have."""

    ACTION = "action"
    OBJECT = "object"
    METHOD = "method"
    RESULT = "result"
    QUANTITY = "quantity"
    METRIC = "metric"
    BASELINE = "baseline"
    SCALE = "scale"
    LINK = "link"


@frozen
class Slot:
    """One part of a statement, as offsets `[start, end)` in its text."""

    kind: SlotKind
    start: int
    end: int


@frozen
class Quantity:
    """A typed number in a statement.

    `kind` is 'date', 'version', 'name', 'setting', 'course', 'standard', 'p-value', 'experience',
    'rank', 'money', 'percent', 'points', 'multiple', 'time', 'data', 'rate', 'count' or 'bare'.
    `value` is in `unit`; `metric` is a vocabulary id; `baseline` is what it is measured against, as
    written. `intuition` runs from 0 (means nothing without context) to 3 (anyone understands it).
    `result` says the number is an outcome: no date, version, name or setting, and no size of
    what went in.
    """

    start: int
    end: int
    kind: str
    value: float | None = None
    unit: str | None = None
    metric: str | None = None
    baseline: str | None = None
    intuition: int = 0
    result: bool = False
