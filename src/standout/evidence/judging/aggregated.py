"""A score over several tasks, its interval from runs drawn again within each task."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from standout.evidence.judging.answers import Answer, told
from standout.evidence.judging.margins import margin_of
from standout.evidence.statistics.aggregates import aggregate, bootstrap, percentile
from standout.evidence.statistics.equivalence import label_of
from standout.evidence.statistics.samples import published_sample
from standout.model.evidence import Claim, Label, Measurement, Member, Sensitivity

SEED = 0
FEW = 3
"""Runs a task; below, drawing them again says little."""


def answer(claim: Claim, measurements: Sequence[Measurement]) -> Answer:
    """The aggregate against the published one; the paper's spread, if any, is drawn beside."""
    groups = {each.group: each.values for each in measurements}
    tasks = [_scaled(groups[each.runs], each) for each in claim.members]
    margin, target = margin_of(claim) or 0.0, claim.value or 0.0
    own = float(aggregate(np.concatenate([np.asarray(each) for each in tasks]), claim.statistic))
    few = min(len(each) for each in tasks) < FEW
    drawn = bootstrap(tasks, claim.statistic, SEED) - target
    published = published_sample(target, claim.spread)
    if published is not None:
        noise = np.random.default_rng([SEED, 1]).standard_normal(len(drawn))
        drawn = drawn - noise * published.variance_of_mean**0.5
    ci90, ci95 = percentile(drawn, 0.90), percentile(drawn, 0.95)
    label = _label(claim, ci90, margin, few)
    return Answer(
        label=label,
        reason="a task has fewer than 3 runs" if few else _reason(claim, ci90, ci95, margin),
        method=f"{claim.statistic} over runs and tasks; 10,000 stratified bootstrap replicates, "
        "the unit drawn again is a run within its task",
        own=own,
        estimate=own - target,
        ci90=ci90,
        ci95=ci95,
        margin=margin,
        published=published,
        flags=(*(["few-runs"] if few else []), *([] if published else ["spread-unknown"])),
        sensitivity=tuple(
            Sensitivity(word, _label(claim, ci90, factor * margin, few), factor * margin)
            for factor, word in ((0.5, "half the margin"), (2.0, "twice the margin"))
        ),
    )


def _scaled(values: Sequence[float], member: Member) -> list[float]:
    if member.range is None:
        return list(values)
    low, high = member.range
    return [(each - low) / (high - low) for each in values]


def _label(claim: Claim, ci90: tuple[float, float], margin: float, few: bool) -> Label:  # noqa: FBT001 - a fact of the runs, not an option
    if few:
        return Label.INCONCLUSIVE
    found = label_of(ci90, margin, claim.direction)
    point = published_sample(claim.value or 0.0, claim.spread) is None
    return Label.REPRODUCED_POINT if point and found is Label.REPRODUCED else found


def _reason(
    claim: Claim, ci90: tuple[float, float], ci95: tuple[float, float], margin: float
) -> str:
    return told(label_of(ci90, margin, claim.direction), ci95, claim.direction)
