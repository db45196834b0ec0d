"""Axes with round ticks, and numbers as people write them."""

from __future__ import annotations

import math

from standout.values import frozen

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_UNITS = ((1e9, "B"), (1e6, "M"), (1e3, "k"))


@frozen
class Scale:
    """Values of an axis as points of a page; `low` and `high` are its ends."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value lies."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def round_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Round numbers inside an interval, at most so many, at least two where there is room."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return (low,)
    rough = (high - low) / max(most - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * each for each in STEPS if power * each >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(round(number * step, 12) + 0.0 for number in range(first, last + 1))


def padded(low: float, high: float, share: float = 0.06) -> tuple[float, float]:
    """An interval with some room on both sides; a point gets room of its own size."""
    width = high - low
    room = width * share if width > 0 else max(abs(low) * 0.05, 0.5)
    return low - room, high + room


def labels(ticks: tuple[float, ...]) -> tuple[str, ...]:
    """The ticks in words, all with the same places: 0, 100k, 200k."""
    largest = max((abs(each) for each in ticks), default=0.0)
    divisor, unit = next(((d, u) for d, u in _UNITS if largest >= d * 10), (1.0, ""))
    scaled = [each / divisor for each in ticks]
    places = next((p for p in range(7) if all(_is_at(each, p) for each in scaled)), 6)
    return tuple("0" if each == 0 else _signed(each, places) + unit for each in scaled)


def short(value: float) -> str:
    """A number with four digits that count, without trailing zeros, with a true minus."""
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else "–"
    places = max(0, 3 - math.floor(math.log10(abs(value))))
    written = _signed(value, min(places, 8))
    return written.rstrip("0").rstrip(".") if "." in written else written


def _signed(value: float, places: int) -> str:
    return f"{value:,.{places}f}".replace("-", "−")


def _is_at(value: float, places: int) -> bool:
    return abs(value - round(value, places)) <= 1e-9 * max(1.0, abs(value))
