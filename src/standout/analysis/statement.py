"""Take a statement apart: who did what, how, with which result, in which numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


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


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a statement, as offsets `[start, end)` in its text."""

    kind: SlotKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A typed number in a statement.

    `kind` is 'date', 'version', 'name', 'setting', 'course', 'standard', 'p-value', 'experience',
    'rank', 'money', 'percent', 'points', 'multiple', 'time', 'data', 'rate', 'count' or 'bare'.
    `value` is in `unit`; `metric` is a vocabulary id; `intuition` runs from 0 (specialists only)
    to 3 (anyone). `result` says the number is an outcome, not a date, version, name or setting.
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


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a statement says. `level` is its rung, 0 to 4, on the 'So what?' ladder.

    L0 duty; L1 action and object; L2 and method or scale; L3 and a result in words; L4 and a
    result with unit and baseline or reference class. `question` asks for the first missing slot.
    """

    text: str
    level: int
    slots: tuple[Slot, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    question: str | None = None

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots of one kind, in order."""
        return tuple(slot for slot in self.slots if slot.kind is kind)


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Analyse one statement. Pure: the same words give the same answer."""
    return Analysis(text, level=1)
