"""When each word is seen: a budgeted skim, word by word in the order of what a second brings.

A run looks at the words in the order of their value per second. A fixation takes the time that
EMMA gives it and also takes in near words of its line, which are then not looked at again.
The time at which a word is seen is the sum of what was looked at before it, so that nothing ever
gets unseen; and since no cost depends on where other words stand, changing them changes nothing
else but their turn. `docs/glance.md` gives the formulas and their sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, log2

from standout.glance.cues import HEADERS, JOB, STUDY, Cue
from standout.glance.sampling import halton
from standout.model.exposure import HORIZONS, NEVER, Role
from standout.vocabulary.reading_model import Parameters, parameters

_MICRO = 1_000_000
_BESIDE = 5
"""Words on each side of a fixation that can be near enough to be taken in."""
_FAINTEST = 0.2

Times = list[list[int]]
"""For each run, the milliseconds at which each word is seen."""


@dataclass(frozen=True, slots=True)
class Point:
    """One choice of all uncertain numbers."""

    weights: Mapping[str, float]
    decays: Mapping[str, float]
    pulls: Mapping[str, float]
    program: float


def seen_times(cues: Sequence[Cue], points: Sequence[Point]) -> Times:
    """The model's runs over the words of a resume, which come in reading order."""
    kinds, of_kind, words = _kinds(cues)
    near = _near(cues)
    lines = [cue.line for cue in cues]
    rarities = [cue.rarity for cue in cues]
    return [_run(point, kinds, of_kind, words, near, lines, rarities) for point in points]


@cache
def points(count: int | None = None) -> tuple[Point, ...]:
    """The fixed choices, `count` of them or as many as the parameters say."""
    known = parameters()
    wanted = count or known.points
    names = [*known.weights, *known.decays, *known.pulls, "program"]
    return tuple(_point(known, row) for row in halton(wanted, len(names)))


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


@dataclass(frozen=True, slots=True)
class _Kind:
    """What words of equal worth share, apart from their place in line and page."""

    role: Role
    rarity: int
    rank: int
    aside: bool
    type: float
    bold: bool
    numeral: bool
    wanted: bool


_Word = tuple[float, float, float]
_Pair = tuple[float, int, int]


def _kinds(cues: Sequence[Cue]) -> tuple[list[_Kind], list[int], list[_Word]]:
    """The different kinds, the kind of each word, and its steps down, x and y."""
    header = parameters().words["header"]
    ranks = ranked(cues)
    known: dict[_Kind, int] = {}
    of_kind, words = [], []
    for cue, down in zip(cues, _down(cues), strict=True):
        in_header = cue.role in HEADERS
        kind = _Kind(
            cue.role,
            cue.rarity,
            ranks.get(cue.entry, 1),
            in_header and cue.entry >= 0 and cue.family not in (JOB, STUDY),
            round(cue.type, 5),
            cue.bold,
            cue.numeral and not in_header,
            cue.wanted,
        )
        of_kind.append(known.setdefault(kind, len(known)))
        words.append((cue.down * header if in_header else down, cue.x, cue.height))
    return list(known), of_kind, words


def _down(cues: Sequence[Cue]) -> Iterator[float]:
    """How far down its run each word stands. Marked words are found wherever they stand."""
    marked, line = 0, -1
    for cue in cues:
        if not cue.bold or cue.line != line:
            marked = 0
        yield min(cue.down, marked) if cue.bold else cue.down
        marked, line = marked + cue.bold, cue.line


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


def _near(cues: Sequence[Cue]) -> list[list[_Pair]]:
    """For each word, those that a fixation on it may take in: growth of encoding, word, rarity."""
    span, growth = parameters().span, parameters().times["eccentricity"]
    found: list[list[_Pair]] = []
    for at, cue in enumerate(cues):
        pairs = []
        for other in range(max(0, at - _BESIDE), min(len(cues), at + _BESIDE + 1)):
            beside = cues[other]
            if other == at or beside.line != cue.line:
                continue
            gap = beside.centre - cue.centre
            letters = abs(gap) / max(1e-6, (cue.letter + beside.letter) / 2)
            ahead = (gap < 0) == cue.leftwards
            if round(letters, 3) <= (span["right"] if ahead else span["left"]):
                pairs.append((exp(growth * abs(gap)), other, beside.rarity))
        found.append(pairs)
    return found


def _run(
    point: Point,
    kinds: Sequence[_Kind],
    of_kind: Sequence[int],
    words: Sequence[_Word],
    near: Sequence[Sequence[_Pair]],
    lines: Sequence[int],
    rarities: Sequence[int],
) -> list[int]:
    rates = _rates(point, kinds, of_kind, words)
    order = sorted(range(len(rates)), key=rates.__getitem__, reverse=True)
    encodings, fixations = _costs(point)
    span = parameters().span
    sweep = round(_MICRO * parameters().times["per_degree"] * (span["sweep"] - span["step"]))
    horizon = HORIZONS[-1] * _MICRO
    never = NEVER * 1000
    seen = [never] * len(rates)
    visited = set()
    now = 0
    for at in order:
        if seen[at] < never:
            continue
        if lines[at] not in visited:
            visited.add(lines[at])
            now += sweep
        now += fixations[rarities[at]]
        if now > horizon:
            break
        seen[at] = now
        own = encodings[rarities[at]]
        for growth, other, rarity in near[at]:
            needed = encodings[rarity] * growth
            if needed <= point.program:
                later = now + max(0, round(_MICRO * (needed - own)))
                if later < seen[other]:
                    seen[other] = later
    return [min(NEVER, time // 1000) for time in seen]


def _rates(
    point: Point, kinds: Sequence[_Kind], of_kind: Sequence[int], words: Sequence[_Word]
) -> list[int]:
    """The logarithm of each word's value per second, in whole billionths: no tie is a rounding."""
    word, left, top = log(point.decays["word"]), point.pulls["left"], point.pulls["top"]
    base = [_base(point, kind) for kind in kinds]
    return [
        int(1e9 * (base[kind] + down * word - left * x - top * y))
        for kind, (down, x, y) in zip(of_kind, words, strict=True)
    ]


def _base(point: Point, kind: _Kind) -> float:
    pulls, decays = point.pulls, point.decays
    size = log2(max(1e-4, kind.type) / parameters().span["type"])
    contrast = (
        1
        + pulls["bold"] * kind.bold
        + pulls["size"] * size
        + pulls["numeral"] * kind.numeral
        + pulls["posting"] * kind.wanted
    )
    _, fixations = _costs(point)
    return (
        log(point.weights[kind.role.value])
        + log(max(_FAINTEST, contrast))
        + (kind.rank - 1) * log(decays["job"])
        + kind.aside * log(decays["project"])
        - log(fixations[kind.rarity])
    )


def _costs(point: Point) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Seconds of encoding, and microseconds of a fixation with its saccade, by rarity."""
    times = parameters().times
    encodings = (times["function_word"], times["ordinary_word"], times["rare_word"])
    step = times["saccade"] + times["per_degree"] * parameters().span["step"]
    fixed = point.program + times["think"] + step
    return encodings, tuple(round(_MICRO * (fixed + each)) for each in encodings)
