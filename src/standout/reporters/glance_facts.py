"""What a first look learns, in the order in which a reader asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.model.exposure import HORIZONS, Band, Exposure, Gain, Move, SeenPart, Sight
from standout.values import frozen

NOTE = (
    "A model of a fast first look, built on published eye-movement timing and one vendor study of "
    "30 recruiters. It is not a measurement of a person."
)
_FIELDS = (
    ("name", 0, "name"),
    ("headline", 0, "headline"),
    ("title", 1, "current title"),
    ("employer", 1, "current employer"),
    ("dates", 1, "current dates"),
    ("title", 2, "previous title"),
    ("employer", 2, "previous employer"),
    ("dates", 2, "previous dates"),
    ("degree", 1, "degree"),
    ("subject", 1, "subject"),
    ("school", 1, "school"),
)


@frozen
class Fact:
    """One thing to learn: what it is, how it is written there, and when it is seen."""

    label: str
    text: str
    sight: Sight


@frozen
class Tally:
    """How many of several things are likely seen, at each of the horizons, and which they are."""

    label: str
    whole: int
    seen: tuple[tuple[str, ...], ...]


def facts(exposure: Exposure) -> tuple[Fact, ...]:
    """Name, title, employer, dates and degree, those that the resume has."""
    return tuple(_facts(exposure))


def _facts(exposure: Exposure) -> Iterator[Fact]:
    for name, rank, label in _FIELDS:
        found = (each for each in exposure.fields if (each.name, each.rank) == (name, rank))
        first = next(found, None)
        if first is not None:
            yield Fact(label, first.text, first.sight)


def tallies(exposure: Exposure) -> tuple[Tally, ...]:
    """The skills and the results that the resume has."""
    skills = "required skills" if exposure.required else "listed skills"
    both = ((skills, exposure.skills), ("results", exposure.results))
    return tuple(_tally(label, parts) for label, parts in both if parts)


def _tally(label: str, parts: Sequence[SeenPart]) -> Tally:
    seen = (
        tuple(each.text if label == "results" else each.name for each in parts if _likely(each, at))
        for at in HORIZONS
    )
    return Tally(label, len(parts), tuple(seen))


def _likely(part: SeenPart, seconds: int) -> bool:
    return part.sight.band(seconds) is Band.LIKELY


def gains(move: Move) -> str:
    """What a move brings: '6 of 8 required skills seen by 20 s instead of 1'."""
    return "; ".join(_gain(each) for each in move.gains)


def _gain(gain: Gain) -> str:
    seen = f"{gain.after} of {gain.whole} {gain.what} seen by {gain.seconds} s"
    return f"{seen} instead of {gain.before}"
