"""What a comparison gives, before it is written down as a verdict."""

from __future__ import annotations

from standout.evidence.statistics.equivalence import Difference, Interval
from standout.evidence.statistics.samples import Sample
from standout.model.evidence import Direction, Label, Sensitivity
from standout.values import frozen


@frozen
class Answer:
    """Label and reason with the numbers behind them."""

    label: Label
    reason: str
    method: str = ""
    own: float | None = None
    estimate: float | None = None
    ci90: Interval | None = None
    ci95: Interval | None = None
    margin: float | None = None
    difference: Difference | None = None
    published: Sample | None = None
    flags: tuple[str, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    power_note: str = ""


REASONS = {
    Label.REPRODUCED: "the 90 % interval of the difference lies inside the margin",
    Label.NOT_REPRODUCED: "the 90 % interval lies wholly beyond the margin, on the worse side",
    Label.EXCEEDED: "the 90 % interval lies wholly beyond the margin, on the better side",
    Label.INCONCLUSIVE: "the 90 % interval of the difference crosses the margin",
}


def told(label: Label, ci95: Interval, direction: Direction) -> str:
    """The reason of a label, with what the 95 % interval adds: equivalent may still differ."""
    reason = REASONS[label]
    if label not in (Label.REPRODUCED, Label.INCONCLUSIVE) or ci95[0] <= 0 <= ci95[1]:
        return reason
    better = (ci95[0] > 0) is (direction is Direction.MAX)
    return f"{reason}; the 95 % interval excludes zero: {'better' if better else 'worse'}"
