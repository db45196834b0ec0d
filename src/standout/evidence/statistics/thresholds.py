"""How long until a level is reached, where some seeds never reach it.

A seed that has not reached the level when its run ends is censored there: it counts as one that
had not yet (Kaplan and Meier 1958), and is never dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy.special import betaincinv, ndtri

from standout.model.evidence import Label
from standout.values import frozen

LEVEL = 0.90
"""Of the interval of the share, so that each of its ends is a one-sided test at 0.05."""


@frozen
class Passing:
    """When a seed reached the level, or (not `reached`) until when it had not."""

    step: float
    reached: bool


@frozen
class Share:
    """The share of seeds that reach the level by a step, with its 90 % interval."""

    share: float
    ci90: tuple[float, float]
    at_risk: int


def survival(passings: Sequence[Passing]) -> tuple[tuple[float, float], ...]:
    """The Kaplan-Meier curve: after each step at which a seed arrives, the share not there yet."""
    curve = []
    left = 1.0
    for step in sorted({each.step for each in passings if each.reached}):
        waiting = sum(each.step >= step for each in passings)
        arrived = sum(each.reached and each.step == step for each in passings)
        left *= 1 - arrived / waiting
        curve.append((step, left))
    return tuple(curve)


def median_step(passings: Sequence[Passing]) -> float | None:
    """The step by which half of the seeds have arrived; None where they never do."""
    return next((step for step, left in survival(passings) if left <= 0.5 + 1e-12), None)


def share_by(passings: Sequence[Passing], step: float) -> Share:
    """The share that arrives by a step.

    Without censoring before that step its interval is exact (Clopper and Pearson 1934), else it
    is that of Greenwood on the log-log scale (Kalbfleisch and Prentice 1980).
    """
    left = next((s for at, s in reversed(survival(passings)) if at <= step), 1.0)
    lost = [each for each in passings if not each.reached and each.step < step]
    known = len(passings) - len(lost)
    if not lost or left in (0.0, 1.0):
        arrived = round((1 - left) * known)
        return Share(1 - left, _clopper_pearson(arrived, known), known)
    return Share(1 - left, _greenwood(passings, step, left), known)


def threshold_label(found: Share, share: float) -> Label:
    """Reproduced where more than `share` of the seeds arrive, beyond doubt; or fewer; or open."""
    if found.ci90[0] > share:
        return Label.REPRODUCED
    return Label.NOT_REPRODUCED if found.ci90[1] < share else Label.INCONCLUSIVE


def _clopper_pearson(arrived: int, n: int) -> tuple[float, float]:
    tail = (1 - LEVEL) / 2
    low = float(betaincinv(arrived, n - arrived + 1, tail)) if arrived else 0.0
    high = float(betaincinv(arrived + 1, n - arrived, 1 - tail)) if arrived < n else 1.0
    return low, high


def _greenwood(passings: Sequence[Passing], step: float, left: float) -> tuple[float, float]:
    total = 0.0
    for at in {each.step for each in passings if each.reached and each.step <= step}:
        waiting = sum(each.step >= at for each in passings)
        arrived = sum(each.reached and each.step == at for each in passings)
        if waiting > arrived:
            total += arrived / (waiting * (waiting - arrived))
    centre = math.log(-math.log(left))
    half = float(ndtri(0.5 + LEVEL / 2)) * math.sqrt(total) / abs(math.log(left))
    return 1 - math.exp(-math.exp(centre - half)), 1 - math.exp(-math.exp(centre + half))
