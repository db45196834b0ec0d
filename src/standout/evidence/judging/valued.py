"""A number against a number: the mean over seeds, or a ratio of two of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from standout.evidence.judging.answers import Answer, told
from standout.evidence.judging.comparability import effect_of_bounds
from standout.evidence.judging.margins import margin_of, other_margin
from standout.evidence.statistics.equivalence import (
    Difference,
    Interval,
    against_point,
    label_of,
    log_ratio,
    pooled,
    welch,
)
from standout.evidence.statistics.power import Design, plan
from standout.evidence.statistics.samples import (
    Sample,
    prediction_interval,
    published_sample,
    sample_of,
)
from standout.model.evidence import Claim, Label, Measurement, Sensitivity, SpreadKind

POINT = {Label.REPRODUCED: Label.REPRODUCED_POINT}
_POINT_NOTE = "taken as exact, for no spread between seeds is published"


def value(claim: Claim, measurement: Measurement) -> Answer:
    """Welch's TOST against the published mean; against a point where its spread is unknown."""
    margin = margin_of(claim) or 0.0
    effect = effect_of_bounds(claim, measurement.values)
    flags = (effect,) if effect else ()
    if measurement.n < 2:
        own = measurement.values[0] if measurement.values else None
        reason = "one run has no spread between seeds: attach at least two more"
        return Answer(
            Label.INCONCLUSIVE, reason, own=own, margin=margin, flags=(*flags, "single-own-run")
        )
    own_sample = sample_of(measurement.values)
    published = _published(claim)
    if published is None:
        answer = _against_point(claim, own_sample, margin)
    else:
        answer = _against_sample(claim, measurement.values, published, margin)
    return _with(answer, flags)


def _with(answer: Answer, flags: Sequence[str]) -> Answer:
    return replace(answer, flags=tuple(dict.fromkeys((*flags, *answer.flags))))


def _published(claim: Claim) -> Sample | None:
    if len(claim.per_run) > 1:
        return sample_of(claim.per_run)
    return published_sample(claim.value or 0.0, claim.spread)


def _against_sample(
    claim: Claim, values: Sequence[float], published: Sample, margin: float
) -> Answer:
    own = sample_of(values)
    difference = welch(own, published)
    label = label_of(difference.ci90, margin, claim.direction)
    note, flags = _power(published, margin)

    def labelled(sample: Sample, delta: float) -> Label:
        return label_of(welch(sample, published).ci90, delta, claim.direction)

    choices = [*_sensitivity(claim, values, margin, labelled)]
    same = label_of(pooled(own, published).ci90, margin, claim.direction)
    choices.insert(min(3, len(choices)), Sensitivity("one variance for both sides", same, margin))
    return Answer(
        label=label,
        reason=told(label, difference.ci95, claim.direction),
        method="Welch TOST",
        own=own.mean,
        estimate=difference.estimate,
        ci90=difference.ci90,
        ci95=difference.ci95,
        margin=margin,
        difference=difference,
        published=published,
        flags=flags,
        sensitivity=tuple(choices),
        power_note=note,
    )


def _against_point(claim: Claim, own: Sample, margin: float) -> Answer:
    """One-sample TOST. Of a single published run it never says that it was not reproduced."""
    difference = against_point(own, claim.value or 0.0)
    found = label_of(difference.ci90, margin, claim.direction)
    single = _is_single(claim)
    flags = ["single-run-target" if single else "spread-unknown"]
    label = POINT.get(found, found)
    reason = f"{told(found, difference.ci95, claim.direction)}; the published number is "
    reason += _POINT_NOTE
    if single and found in (Label.NOT_REPRODUCED, Label.EXCEEDED):
        label = Label.INCONCLUSIVE
        low, high = prediction_interval(own)
        outside = not low <= (claim.value or 0.0) <= high
        where = "outside" if outside else "inside"
        reason = f"one published run, {where} the 95 % prediction interval of yours"
        flags += ["outside-prediction-interval"] if outside else []

    def labelled(sample: Sample, delta: float) -> Label:
        each = label_of(against_point(sample, claim.value or 0.0).ci90, delta, claim.direction)
        shifted = POINT.get(each, each)
        decided = each in (Label.NOT_REPRODUCED, Label.EXCEEDED)
        return Label.INCONCLUSIVE if single and decided else shifted

    return Answer(
        label=label,
        reason=reason,
        method="one-sample TOST against a point",
        own=own.mean,
        estimate=difference.estimate,
        ci90=difference.ci90,
        ci95=difference.ci95,
        margin=margin,
        difference=difference,
        flags=tuple(flags),
        sensitivity=tuple(_at_margins(claim, own, margin, labelled)),
    )


def _is_single(claim: Claim) -> bool:
    """The published number is of one run, or of nobody knows how many."""
    spread = claim.spread
    if spread is None or spread.kind is SpreadKind.SD_EPISODES:
        return len(claim.per_run) < 2
    return spread.n is None or spread.n < 2


Labelled = Callable[[Sample, float], Label]


def _sensitivity(
    claim: Claim, values: Sequence[float], margin: float, labelled: Labelled
) -> Iterator[Sensitivity]:
    """The label at half and twice the margin, by its other definition, without each seed."""
    yield from _at_margins(claim, sample_of(values), margin, labelled)
    if len(values) < 3:
        return
    left_out = [
        labelled(sample_of([*values[:i], *values[i + 1 :]]), margin) for i in range(len(values))
    ]
    for label in dict.fromkeys(left_out):
        number = left_out.count(label)
        yield Sensitivity(f"one seed left out ({number} of {len(values)} times)", label, margin)


def _at_margins(
    claim: Claim, own: Sample, margin: float, labelled: Labelled
) -> Iterator[Sensitivity]:
    for factor, word in ((0.5, "half the margin"), (2.0, "twice the margin")):
        yield Sensitivity(word, labelled(own, factor * margin), factor * margin)
    other = other_margin(claim)
    if other is not None:
        yield Sensitivity(other[0], labelled(own, other[1]), other[1])


def _power(published: Sample, margin: float) -> tuple[str, tuple[str, ...]]:
    if published.sd == 0:
        return "", ()
    found = plan(Design(published.n, published.sd, published.sd, margin))
    if found.needed is not None:
        return f"80 % power needs {found.needed} own seeds", ()
    if found.reachable >= 0.8:
        return "80 % power needs more own seeds than anybody trains", ()
    most = math.floor(100 * found.reachable)
    told_so = f"no number of own seeds reaches 80 % power: at most {most} %"
    return f"{told_so}, for the paper has {published.n} seeds", ("underpowered-by-paper",)


def ratio(claim: Claim, measurements: Sequence[Measurement]) -> Answer:
    """A ratio of two own means, on the log scale, against the published ratio as a point."""
    margin = margin_of(claim) or 0.0
    arms = {each.group: each for each in measurements}
    first, second = arms[claim.runs], arms[claim.against]
    if min(first.n, second.n) < 2:
        reason = "one run has no spread between seeds: attach at least two more"
        return Answer(Label.INCONCLUSIVE, reason, margin=margin, flags=("single-own-run",))
    samples = sample_of(first.values), sample_of(second.values)
    if min(each.mean for each in samples) <= 0:
        reason = "a ratio says nothing where a mean is not positive"
        return Answer(Label.NOT_COMPARABLE, reason, margin=margin)
    logs = log_ratio(*samples)
    target = claim.value or 0.0
    ci90, ci95 = (_back(logs, level, target) for level in (0.90, 0.95))
    found = label_of(ci90, margin, claim.direction)
    own = math.exp(logs.estimate)
    return Answer(
        label=POINT.get(found, found),
        reason=f"{told(found, ci95, claim.direction)}; the published ratio is {_POINT_NOTE}",
        method="ratio of means, delta method on the log scale",
        own=own,
        estimate=own - target,
        ci90=ci90,
        ci95=ci95,
        margin=margin,
        flags=("spread-unknown",),
        sensitivity=tuple(
            Sensitivity(word, POINT.get(each, each), factor * margin)
            for factor, word in ((0.5, "half the margin"), (2.0, "twice the margin"))
            for each in (label_of(ci90, factor * margin, claim.direction),)
        ),
    )


def _back(logs: Difference, level: float, target: float) -> Interval:
    low, high = logs.interval(level)
    return math.exp(low) - target, math.exp(high) - target
