"""When each word is seen: a budgeted skim, word by word in the order of what a second brings.

A run looks at the words in the order of their value per second. A fixation takes the time that
EMMA gives it and also takes in near words of its line, which are then not looked at again.
The time at which a word is seen is the sum of what was looked at before it, so that nothing ever
gets unseen; and since no cost depends on where other words stand, changing them changes nothing
else but their turn. `docs/glance.md` gives the formulas and their sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log, log2
from typing import NamedTuple

from standout.glance.cues import HEADERS, JOB, STUDY, Cue
from standout.glance.sampling import halton
from standout.model.exposure import HORIZONS, NEVER
from standout.values import frozen
from standout.vocabulary.reading_model import Parameters, parameters

_MICRO = 1_000_000
_BESIDE = 5
"""Words on each side of a fixation that can be near enough to be taken in."""
_FAINTEST = 0.2

Times = list[list[int]]
"""For each run, the milliseconds at which each word is seen."""


@frozen
class Point:
    """One choice of all uncertain numbers."""

    weights: Mapping[str, float]
    decays: Mapping[str, float]
    pulls: Mapping[str, float]
    program: float


@frozen
class Run:
    """One run: when each word is seen, and the words that are looked at, each till when.

    The first in milliseconds, the second in microseconds.
    """

    seen: list[int]
    looks: list[tuple[int, int]]


def seen_times(cues: Sequence[Cue], points: Sequence[Point]) -> Times:
    """When each of the words of a resume is seen, in each run of the model."""
    return Skim(cues, points).times()


def runs(cues: Sequence[Cue], points: Sequence[Point]) -> list[Run]:
    """The model's runs over the words of a resume; words of a line follow each other."""
    return Skim(cues, points).runs()


class Skim:
    """Runs over a resume, and over the same words where some stand otherwise.

    Of a change only the words that it touches are weighed again.
    """

    def __init__(self, cues: Sequence[Cue], points: Sequence[Point]) -> None:
        self.points = points
        self._near = neighbours(cues)
        self._lines = [cue.line for cue in cues]
        self._rarities = [cue.rarity for cue in cues]
        self._marks = _marks(cues)
        everything = list(enumerate(self._marks))
        empty = [0.0] * len(cues)
        self._rates = [_rated(point, empty, everything) for point in points]

    def runs(self) -> list[Run]:
        """A run at each of the points, till the last second that is looked at."""
        until = HORIZONS[-1]
        return [self._run(*each, until) for each in zip(self.points, self._rates, strict=True)]

    def times(self) -> Times:
        """When each word is seen in each run."""
        return [run.seen for run in self.runs()]

    def changed(self, cues: Sequence[Cue], most: int, until: int) -> Times:
        """The same at the first `most` points, up to `until` seconds, where words have moved.

        The words, their number and their lines are the same.
        """
        pairs = enumerate(zip(self._marks, _marks(cues), strict=True))
        other = [(at, new) for at, (old, new) in pairs if old != new]
        points = zip(self.points[:most], self._rates, strict=False)
        return [
            self._run(point, _rated(point, rates, other), until).seen for point, rates in points
        ]

    def _run(self, point: Point, rates: Sequence[float], until: int) -> Run:
        costs, horizon = _costs(point.program), until * _MICRO
        known = (self._near, self._lines, self._rarities)
        return _run(point.program, costs, rates, *known, horizon)


@cache
def points() -> tuple[Point, ...]:
    """The fixed choices, as many as the parameters say."""
    known = parameters()
    names = [*known.weights, *known.decays, *known.pulls, "program"]
    return tuple(_point(known, row) for row in halton(known.points, len(names)))


@cache
def centre() -> Point:
    """The numbers as they are written in the parameters."""
    known = parameters()
    return Point(known.weights, known.decays, known.pulls, known.times["program"])


def _point(known: Parameters, row: Sequence[float]) -> Point:
    factors = iter(1 + known.spread * (2 * each - 1) for each in row)
    weights = {name: value * next(factors) for name, value in known.weights.items()}
    # A factor of a decay is moved by its exponent, so that it stays below 1.
    decays = {name: value ** next(factors) for name, value in known.decays.items()}
    pulls = {name: value * next(factors) for name, value in known.pulls.items()}
    return Point(weights, decays, pulls, known.times["program"] * next(factors))


class _Kind(NamedTuple):
    """What words of equal worth share, apart from their place in line and page."""

    role: str
    rarity: int
    rank: int
    aside: bool
    doublings: float
    """Of the type, against that of ordinary text."""
    bold: bool
    numeral: bool
    wanted: bool


_Mark = tuple[_Kind, float, float, float]
"""The kind of a word, its steps down, x and y."""
Neighbours = list[list[tuple[float, int, int]]]
"""For each word those beside it: seconds to encode it from there, its index, microseconds after."""


@frozen
class _Costs:
    """Microseconds of a look, by rarity, and of a jump between lines."""

    fixations: tuple[int, ...]
    sweep: int


def _marks(cues: Sequence[Cue]) -> list[_Mark]:
    """What the worth of each word depends on."""
    header = parameters().words["header"]
    ranks = ranked(cues)
    usual = parameters().span["type"]
    sizes = {each: round(log2(max(1e-4, each) / usual), 4) for each in {cue.type for cue in cues}}
    found = []
    for cue in cues:
        in_header = cue.role in HEADERS
        kind = _Kind(
            cue.role.value,
            cue.rarity,
            ranks.get(cue.entry, 1),
            in_header and cue.entry >= 0 and cue.family not in (JOB, STUDY),
            sizes[cue.type],
            cue.bold,
            cue.numeral and not in_header,
            cue.wanted,
        )
        down = cue.down * header if in_header or cue.bold else cue.down
        found.append((kind, down, cue.x, cue.height))
    return found


def ranked(cues: Sequence[Cue]) -> dict[int, int]:
    """The rank of each job and each degree in its section, from the top down."""
    tops: dict[int, dict[int, float]] = defaultdict(dict)
    for cue in cues:
        if cue.entry >= 0 and cue.family in (JOB, STUDY):
            own = tops[cue.section]
            own[cue.entry] = min(cue.height, own.get(cue.entry, cue.height))
    return {
        entry: rank
        for own in tops.values()
        for rank, entry in enumerate(sorted(own, key=lambda each: (own[each], each)), start=1)
    }


def neighbours(cues: Sequence[Cue]) -> Neighbours:
    """For each word, those that a fixation on it may take in, the soonest encoded first."""
    span, growth = parameters().span, parameters().times["eccentricity"]
    encodings = _encodings()
    found: Neighbours = []
    for at, cue in enumerate(cues):
        pairs = []
        for other in range(max(0, at - _BESIDE), min(len(cues), at + _BESIDE + 1)):
            beside = cues[other]
            if other == at or beside.line != cue.line:
                continue
            gap = beside.centre - cue.centre
            edge = abs(gap) / max(1e-6, beside.letter) - beside.letters / 2
            ahead = (gap < 0) == cue.leftwards
            if round(edge, 3) <= (span["right"] if ahead else span["left"]):
                needed = encodings[beside.rarity] * exp(growth * abs(gap))
                later = round(_MICRO * max(0.0, needed - encodings[cue.rarity]))
                pairs.append((needed, other, later))
        found.append(sorted(pairs))
    return found


def _run(
    program: float,
    costs: _Costs,
    rates: Sequence[float],
    near: Neighbours,
    lines: Sequence[int],
    rarities: Sequence[int],
    horizon: int,
) -> Run:
    order = sorted(range(len(rates)), key=rates.__getitem__, reverse=True)
    never = NEVER * 1000
    seen = [never] * len(rates)
    looks = []
    visited = set()
    now = 0
    for at in order:
        if seen[at] < never:
            continue
        if lines[at] not in visited:
            visited.add(lines[at])
            now += costs.sweep
        now += costs.fixations[rarities[at]]
        if now > horizon:
            break
        seen[at] = now
        looks.append((at, now))
        for needed, other, later in near[at]:
            if needed > program:
                break
            if now + later < seen[other]:
                seen[other] = now + later
    return Run([NEVER if time == never else time // 1000 for time in seen], looks)


def _rated(point: Point, rates: Sequence[float], marks: Sequence[tuple[int, _Mark]]) -> list[float]:
    """Rates with those of some words weighed anew.

    They are the logarithm of a word's value per second, in whole billionths: no tie is a rounding.
    """
    costs = _costs(point.program)
    base = {kind: 1e9 * _base(point, kind, costs) for kind in {mark[0] for _, mark in marks}}
    word = 1e9 * log(point.decays["word"])
    left, top = 1e9 * point.pulls["left"], 1e9 * point.pulls["top"]
    found = list(rates)
    for at, (kind, down, x, y) in marks:
        found[at] = (base[kind] + down * word - left * x - top * y) // 1
    return found


def _base(point: Point, kind: _Kind, costs: _Costs) -> float:
    """The logarithm of what all words of a kind bring a second at the top left of the page."""
    pulls, decays = point.pulls, point.decays
    contrast = (
        1
        + pulls["bold"] * kind.bold
        + pulls["size"] * kind.doublings
        + pulls["numeral"] * kind.numeral
        + pulls["posting"] * kind.wanted
    )
    factor = decays["job"] ** (kind.rank - 1) * (decays["project"] if kind.aside else 1.0)
    worth = point.weights[kind.role] * max(_FAINTEST, contrast) * factor
    return log(max(1e-300, worth) / costs.fixations[kind.rarity])


@cache
def _costs(program: float) -> _Costs:
    times, span = parameters().times, parameters().span
    step = times["saccade"] + times["per_degree"] * span["step"]
    fixed = program + times["think"] + step
    sweep = round(_MICRO * times["per_degree"] * (span["sweep"] - span["step"]))
    return _Costs(tuple(round(_MICRO * (fixed + each)) for each in _encodings()), sweep)


def _encodings() -> tuple[float, ...]:
    """Seconds, by rarity."""
    times = parameters().times
    return times["function_word"], times["ordinary_word"], times["rare_word"]
