"""A verdict as a picture: the values of both sides, and their difference against the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.evidence.drawing import svg
from standout.evidence.drawing.ticks import Scale, labels, padded, round_ticks
from standout.model.evidence import Claim, ClaimKind, Direction, Measurement, Verdict
from standout.values import frozen

WIDTH = 680.0
LEFT, RIGHT = 128.0, 24.0
LONGEST = 28
"""Characters of a claim's id in a picture."""


@frozen
class Row:
    """An estimate on an axis with its two intervals and what it is held against."""

    name: str
    estimate: float
    ci90: tuple[float, float] | None
    ci95: tuple[float, float] | None
    middle: float
    band: tuple[float, float] | None


def verdict_plot(claim: Claim, verdict: Verdict) -> str | None:
    """Seeds and published value above, the difference with its intervals below.

    None where nothing was compared.
    """
    row = _row(claim, verdict)
    if row is None:
        return None
    seeds = [*_above(claim, verdict)]
    top = 112.0 if seeds else 8.0
    body = [*seeds, *_compared(claim, row, top)]
    about = f"{verdict.label.value}: {verdict.reason}."
    return svg.document(WIDTH, top + 104, f"{claim.id}: {verdict.label.value}", about, body)


def summary_plot(pairs: Sequence[tuple[Claim, Verdict]]) -> str | None:
    """All claims that have a margin, in units of their margins, one row each."""
    rows = [(c, v) for c, v in pairs if v.ci90 and v.margin and v.difference is not None]
    if not rows:
        return None
    ends = [e / v.margin for _, v in rows for e in (v.ci95 or v.ci90 or ()) if v.margin]
    left = max(LEFT, 24 + max(svg.width_of(_named(c)) for c, _ in rows))
    low, high = padded(max(min(-1.5, *ends), -6.0), min(max(1.5, *ends), 6.0))
    scale = Scale(low, high, left, WIDTH - 136)
    height = 44 + 34 * len(rows)
    body = [
        svg.box(scale(-1), 12, scale(1) - scale(-1), height - 44, "band"),
        *(svg.line(scale(x), 12, scale(x), height - 32, "edge") for x in (-1, 1)),
        svg.line(scale(0), 12, scale(0), height - 32, "zero"),
    ]
    for number, (claim, verdict) in enumerate(rows):
        body += _summary_row(claim, verdict, scale, 32 + 34.0 * number)
    body += _axis(scale, height - 32, "difference from the published value, in margins")
    about = "; ".join(f"{c.id}: {v.label.value}" for c, v in rows)
    return svg.document(WIDTH, height + 10, "Differences in units of their margins", about, body)


def _named(claim: Claim) -> str:
    return claim.id if len(claim.id) <= LONGEST else f"{claim.id[: LONGEST - 1]}…"


def _summary_row(claim: Claim, verdict: Verdict, scale: Scale, y: float) -> list[str]:
    unit = verdict.margin or 1.0
    sign = 1.0 if claim.direction is Direction.MAX else -1.0

    def scaled(ends: tuple[float, float] | None) -> tuple[float, float] | None:
        return (sign * ends[0] / unit, sign * ends[1] / unit) if ends else None

    estimate = sign * (verdict.difference or 0.0) / unit
    return [
        svg.text(scale.start - 12, y + 4, _named(claim), "strong", "end"),
        *_marks(scale, y, estimate, (scaled(verdict.ci90), scaled(verdict.ci95))),
        svg.text(scale.end + 16, y + 4, _verdict(verdict)),
    ]


def _verdict(verdict: Verdict) -> str:
    """The label; on a bound of the task that stands beside it."""
    bound = next((each for each in ("floor", "ceiling") if each in verdict.flags), "")
    return f"{verdict.label.value} ({bound})" if bound else verdict.label.value


def _row(claim: Claim, verdict: Verdict) -> Row | None:
    if verdict.difference is None or (verdict.ci90 is None and verdict.ci95 is None):
        return None
    if claim.kind is ClaimKind.ORDERING:
        shifted = _shifted(verdict.ci95, 0.5)
        return Row("P(better)", verdict.difference + 0.5, None, shifted, 0.5, None)
    if claim.kind is ClaimKind.THRESHOLD:
        ends = _shifted(verdict.ci90, claim.share)
        return Row("in time", verdict.difference + claim.share, ends, None, claim.share, None)
    band = (-verdict.margin, verdict.margin) if verdict.margin else None
    return Row("difference", verdict.difference, verdict.ci90, verdict.ci95, 0.0, band)


def _shifted(ends: tuple[float, float] | None, by: float) -> tuple[float, float] | None:
    return (ends[0] + by, ends[1] + by) if ends else None


def _above(claim: Claim, verdict: Verdict) -> Iterator[str]:
    """The values behind a comparison: own and published ones, or those of two arms."""
    arms = verdict.measurements
    if claim.kind is ClaimKind.VALUE and arms:
        yield from _seeds(claim, arms[0].values)
    if claim.kind is ClaimKind.ORDERING and len(arms) == 2:
        yield from _arms(claim, arms[0], arms[1])


def _seeds(claim: Claim, values: Sequence[float]) -> Iterator[str]:
    """Own seeds as dots with their mean; the published value with its spread."""
    spread = claim.spread.amount if claim.spread else 0.0
    paper = claim.value if claim.value is not None else values[0]
    low, high = padded(min(*values, paper - spread), max(*values, paper + spread))
    scale = Scale(low, high, LEFT, WIDTH - RIGHT)
    yield svg.text(LEFT - 12, 22, "published", "paper-text strong", "end")
    if spread:
        yield svg.line(scale(paper - spread), 18, scale(paper + spread), 18, "paper", 2)
    yield svg.diamond(scale(paper), 18, 6, "paper-fill")
    yield svg.text(LEFT - 12, 44, f"own, {_seeds_told(len(values))}", "own-text strong", "end")
    yield from _dots(scale, 40, values, "own")
    yield from _axis(scale, 56, _metric(claim))


def _arms(claim: Claim, first: Measurement, second: Measurement) -> Iterator[str]:
    """The seeds of both arms, one above the other."""
    everything = [*first.values, *second.values]
    scale = Scale(*padded(min(everything), max(everything)), LEFT, WIDTH - RIGHT)
    for arm, y, look in ((first, 18, "own"), (second, 40, "paper")):
        name = arm.group if len(arm.group) <= 18 else f"{arm.group[:17]}…"
        yield svg.text(LEFT - 12, y + 4, name, f"{look}-text strong", "end")
        yield from _dots(scale, y, arm.values, look)
    yield from _axis(scale, 56, _metric(claim))


def _dots(scale: Scale, y: float, values: Sequence[float], look: str) -> Iterator[str]:
    yield from (svg.dot(scale(each), y, 4, f"{look}-fill", 0.45) for each in values)
    mean = scale(sum(values) / len(values))
    yield svg.line(mean, y - 9, mean, y + 9, look, 2.5)


def _metric(claim: Claim) -> str:
    return f"{claim.metric} ({claim.unit})" if claim.unit else claim.metric


def _compared(claim: Claim, row: Row, top: float) -> Iterator[str]:
    ends = [*(row.ci90 or ()), *(row.ci95 or ()), *(row.band or ()), row.estimate, row.middle]
    low, high = padded(min(ends), max(ends), 0.1)
    if claim.kind in (ClaimKind.ORDERING, ClaimKind.THRESHOLD):
        low, high = -0.02, 1.02
    scale = Scale(low, high, LEFT, WIDTH - RIGHT)
    y = top + 34
    if row.band:
        start, end = scale(row.band[0]), scale(row.band[1])
        yield svg.box(start, top + 12, end - start, 44, "band")
        yield from (svg.line(x, top + 12, x, top + 56, "edge") for x in (start, end))
        yield svg.text((start + end) / 2, top + 8, "margin", "quiet small", "middle")
    yield svg.line(scale(row.middle), top + 12, scale(row.middle), top + 56, "zero")
    yield svg.text(LEFT - 12, y + 4, row.name, "strong", "end")
    yield from _marks(scale, y, row.estimate, (row.ci90, row.ci95))
    yield from _axis(scale, top + 56, _axis_words(claim))


def _axis_words(claim: Claim) -> str:
    if claim.kind is ClaimKind.ORDERING:
        return "probability that a run is better; bar: 95 % interval"
    if claim.kind is ClaimKind.THRESHOLD:
        return "share of seeds that are there in time; bar: 90 % interval"
    better = "right" if claim.direction is Direction.MAX else "left"
    return f"own − published; bar: 90 % interval, whisker: 95 %; better to the {better}"


def _marks(
    scale: Scale,
    y: float,
    estimate: float,
    intervals: tuple[tuple[float, float] | None, tuple[float, float] | None],
) -> Iterator[str]:
    ci90, ci95 = intervals
    if ci95:
        start, end = _clipped(scale, ci95)
        yield svg.line(start, y, end, y, "own", 1.5)
        yield _end(scale, ci95[0], start, y)
        yield _end(scale, ci95[1], end, y)
    if ci90:
        start, end = _clipped(scale, ci90)
        yield svg.line(start, y, end, y, "own", 5)
    (x, _) = _clipped(scale, (estimate, estimate))
    yield svg.dot(x, y, 6, "ground")
    yield svg.dot(x, y, 4.5, "own-fill")


def _end(scale: Scale, value: float, x: float, y: float) -> str:
    """The end of a whisker: a stroke, or a tip where it goes on beyond the axis."""
    low, high = sorted((scale.start, scale.end))
    if low - 1e-6 <= scale(value) <= high + 1e-6:
        return svg.line(x, y - 5, x, y + 5, "own", 1.5)
    tip = -7 if scale(value) < low else 7
    return svg.area(((x, y - 6), (x + tip, y), (x, y + 6)), "own-fill")


def _clipped(scale: Scale, ends: tuple[float, float]) -> tuple[float, float]:
    low, high = sorted((min(max(scale(each), scale.start), scale.end)) for each in ends)
    return low, high


def _axis(scale: Scale, y: float, words: str) -> Iterator[str]:
    yield svg.line(scale.start, y, scale.end, y, "axis")
    ticks = round_ticks(scale.low, scale.high, 8)
    for tick, label in zip(ticks, labels(ticks), strict=True):
        yield svg.line(scale(tick), y, scale(tick), y + 4, "axis")
        yield svg.text(scale(tick), y + 17, label, "quiet small", "middle")
    yield svg.text((scale.start + scale.end) / 2, y + 34, words, "quiet small", "middle")


def _seeds_told(number: int) -> str:
    return f"{number} seed" if number == 1 else f"{number} seeds"
