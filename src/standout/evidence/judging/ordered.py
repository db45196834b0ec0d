"""One method against another: the probability that a run of the first is better."""

from __future__ import annotations

from collections.abc import Sequence

from standout.evidence.judging.answers import Answer
from standout.evidence.judging.comparability import bounds_of
from standout.evidence.statistics.ordering import (
    LEAST_SEEDS,
    Arms,
    Improvement,
    improvement,
    ordering_label,
)
from standout.model.evidence import Claim, Direction, Label, Measurement, Sensitivity

_REASONS = {
    Label.REPRODUCED: "the 95 % interval lies above one half, and a permutation test agrees",
    Label.NOT_REPRODUCED: "the 95 % interval lies below one half, and a permutation test agrees",
    Label.INCONCLUSIVE: "the seeds do not tell the two apart",
}


def answer(claim: Claim, measurements: Sequence[Measurement]) -> Answer:
    """Probability of improvement over all tasks of the claim. Its interval stands in `ci95`."""
    pairs = _pairs(claim, {each.group: each for each in measurements})
    strata = [Arms(_signed(claim, a), _signed(claim, b)) for a, b in pairs]
    found = improvement(strata)
    label = ordering_label(found)
    few = found.least < LEAST_SEEDS
    reason = f"an arm has fewer than {LEAST_SEEDS} seeds" if few else _REASONS[label]
    flags = [*(["few-runs"] if few else []), *_bound(claim, pairs)]
    return Answer(
        label=label,
        reason=reason,
        method="probability of improvement, stratified bootstrap and permutation test",
        own=found.probability,
        estimate=found.probability - 0.5,
        ci95=(found.ci95[0] - 0.5, found.ci95[1] - 0.5),
        flags=tuple(flags),
        sensitivity=tuple(_without_each(strata, found)),
    )


Pair = tuple[Measurement, Measurement]


def _pairs(claim: Claim, groups: dict[str, Measurement]) -> list[Pair]:
    if claim.members:
        return [(groups[each.runs], groups[each.against]) for each in claim.members]
    return [(groups[claim.runs], groups[claim.against])]


def _signed(claim: Claim, measurement: Measurement) -> tuple[float, ...]:
    sign = 1.0 if claim.direction is Direction.MAX else -1.0
    return tuple(sign * each for each in measurement.values)


def _bound(claim: Claim, pairs: Sequence[Pair]) -> list[str]:
    """Both arms on the same bound: the task cannot tell them apart."""
    bounds = bounds_of(claim)
    values = [each for pair in pairs for arm in pair for each in arm.values]
    if bounds is None or len(set(values)) > 1 or not values:
        return []
    return ["floor"] if values[0] == bounds[0] else ["ceiling"] if values[0] == bounds[1] else []


def _without_each(strata: Sequence[Arms], whole: Improvement) -> list[Sensitivity]:
    """The label when one seed of the first arm is left out; only where there is one task."""
    if len(strata) != 1 or whole.least <= LEAST_SEEDS:
        return []
    first, second = strata[0].first, strata[0].second
    labels = [
        ordering_label(improvement([Arms((*first[:i], *first[i + 1 :]), second)]))
        for i in range(len(first))
    ]
    return [
        Sensitivity(f"one seed left out ({labels.count(each)} of {len(labels)} times)", each)
        for each in dict.fromkeys(labels)
    ]
