"""What two resumes are held against each other by: rows of a name and one cell a side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from standout.diagnostic import Diagnostic
from standout.model.comparison import Comparison, Side
from standout.model.exposure import HORIZONS, Exposure
from standout.reporters import NOUNS, counts
from standout.reporters.glance_facts import facts, tallies
from standout.reporters.meant import line_of
from standout.values import frozen


@frozen
class Row:
    """One line of a table: what is compared, and what each side says; '–' for nothing."""

    name: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Say whether the sides say different things."""
        return self.first != self.second


def told(found: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Findings with what they say, those of one rule and wording once, with their number."""
    numbers = Counter((each.code, each.message) for each in found)
    for each in found:
        times = numbers.pop((each.code, each.message), 0)
        if times:
            yield each, each.message + (f" ({times} times)" if times > 1 else "")


def findings(comparison: Comparison) -> tuple[Row, ...]:
    """How many findings of each severity."""
    first, second = (counts(side.report.diagnostics) for side in comparison.sides)
    return tuple(
        Row(f"{NOUNS[severity]}s", str(first[severity]), str(second[severity]))
        for severity in first
    )


def requirements(comparison: Comparison) -> tuple[Row, ...]:
    """How each side answers the demands of the posting."""
    return tuple(
        Row(
            f"{line_of(one)} ({one.requirement.level.value})",
            one.state.value,
            other.state.value,
        )
        for one, other in comparison.answers()
    )


def exposures(comparison: Comparison) -> tuple[Row, ...]:
    """When each side's facts are seen, and how many of its skills and results."""
    first, second = (dict(_seen(side)) for side in comparison.sides)
    names = dict.fromkeys((*first, *second))
    return tuple(Row(name, first.get(name, "–"), second.get(name, "–")) for name in names)


def _seen(side: Side) -> Iterator[tuple[str, str]]:
    seconds = HORIZONS[0]
    for fact in facts(side.exposure):
        yield f"{fact.label}, {seconds} s", fact.sight.band(seconds).value
    yield from _counted(side.exposure)


def _counted(exposure: Exposure) -> Iterator[tuple[str, str]]:
    for tally in tallies(exposure):
        for seconds, seen in zip(HORIZONS, tally.seen, strict=True):
            yield f"{tally.label} seen by {seconds} s", f"{len(seen)} of {tally.whole}"
