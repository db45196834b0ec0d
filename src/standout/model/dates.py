"""Dates as resumes write them: often without a day, sometimes without a month."""

from __future__ import annotations

from standout.source import Text
from standout.values import frozen


@frozen
class PartialDate:
    """A year with perhaps a month (1-12) and a day. `season` keeps 'Fall' beside its month."""

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None

    def iso(self) -> str:
        """`2024`, `2024-03` or `2024-03-09`."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def first_month(self) -> int:
        """Months since year 0 of the earliest month this date can mean."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def last_month(self) -> int:
        """Months since year 0 of the latest month this date can mean."""
        return self.year * 12 + (self.month or 12) - 1


@frozen
class DateRange:
    """A stretch of time as written in `text`.

    A single date ('May 2024') has it as `end` with no `start` for degrees and publications;
    `present` says the range is open. `vague` marks wording that names no usable date.
    """

    text: Text
    start: PartialDate | None = None
    end: PartialDate | None = None
    present: bool = False
    vague: bool = False
