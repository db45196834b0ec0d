"""Claims and runs for tests: invented numbers in memory."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from standout.evidence.logs.series import Series
from standout.evidence.measuring import Traced
from standout.model.evidence import (
    Claim,
    ClaimKind,
    Margin,
    Measure,
    Protocol,
    Run,
    Spread,
    SpreadKind,
)

LAST = Protocol(Measure.FINAL_STEP)


def seeds(mean: float, sd: float, n: int, ddof: int = 0) -> tuple[float, ...]:
    """Values with exactly this mean and SD: what a table prints, as raw numbers again."""
    raw = np.linspace(-1.0, 1.0, n) if n > 1 else np.zeros(1)
    size = raw.std(ddof=ddof)
    scaled = mean + raw * (sd / size if size else 0.0)
    return tuple(float(each) for each in scaled)


def traced(group: str, values: Sequence[float], env: str = "") -> list[Traced]:
    """A run a value, each with a single row."""
    return [
        Traced(
            Run(f"{group}{number}", group, f"{group}-{number}.csv", f"{number:064d}", "csv",
                seed=str(number), env=env, rows=1),
            Series(np.array([100.0]), np.array([value])),
        )
        for number, value in enumerate(values, 1)
    ]  # fmt: skip


def value_claim(value: float, spread: Spread | None, **more: object) -> Claim:
    """A claim of a value with the margin of a twentieth."""
    fields: Mapping[str, object] = {
        "id": "claim", "kind": ClaimKind.VALUE, "metric": "return", "protocol": LAST,
        "value": value, "printed": f"{value:.2f}", "spread": spread, "runs": "own",
        "margin": Margin(relative=0.05, reason="a twentieth"), **more,
    }  # fmt: skip
    return Claim(**fields)  # type: ignore[arg-type]  # fields of several types


def sd_of(amount: float, n: int = 3) -> Spread:
    """An SD over seeds as most tables print it: divided by n."""
    return Spread(amount, SpreadKind.SD_SEEDS, n, 0)


def close(found: float | None, expected: float, tolerance: float) -> bool:
    """Say whether a number is near enough."""
    return found is not None and math.isclose(found, expected, abs_tol=tolerance)
