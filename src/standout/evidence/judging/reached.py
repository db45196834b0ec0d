"""A level that is reached by a step: seeds that never reach it are censored, not dropped."""

from __future__ import annotations

from collections.abc import Sequence

from standout.evidence.judging.answers import Answer
from standout.evidence.judging.comparability import mismatches
from standout.evidence.measuring import Traced, passing
from standout.evidence.statistics.thresholds import median_step, share_by, threshold_label
from standout.model.evidence import Claim, Label, Measurement, Sensitivity

_REASONS = {
    Label.REPRODUCED: "more than the asked share of seeds is there in time, beyond doubt",
    Label.NOT_REPRODUCED: "fewer than the asked share of seeds are there in time, beyond doubt",
    Label.INCONCLUSIVE: "the share of seeds that are there in time may be more or less than asked",
}


def answer(claim: Claim, traced: Sequence[Traced]) -> tuple[Answer, tuple[Measurement, ...]]:
    """The share of seeds there by the step, and when each of them was there.

    `values` of the measurement are steps; a seed that never arrives has the step of its end, and
    its run is named in `never` of the statistic.
    """
    passings = [passing(each, claim) for each in traced]
    never = sum(not each.reached for each in passings)
    words = "first step at the level"
    middle = median_step(passings)
    words += f", in the median {middle:,.0f}" if middle is not None else ", in the median never"
    if never:
        words += f"; {never} of {len(passings)} never reach it and stand with their last step"
    steps = tuple(each.step for each in passings)
    ids = tuple(each.run.id for each in traced)
    measurement = Measurement(claim.id, claim.runs, ids, words, steps)
    wrong = list(mismatches(claim, [each.run for each in traced]))
    if wrong:
        return Answer(Label.NOT_COMPARABLE, wrong[0][1], flags=(wrong[0][0],)), (measurement,)
    by = float(claim.by_step or 0)
    share = share_by(passings, by)
    label = threshold_label(share, claim.share)
    ends = [
        Sensitivity(word, threshold_label(share_by(passings, factor * by), claim.share))
        for factor, word in ((0.5, "half of the steps"), (2.0, "twice the steps"))
    ]
    found = Answer(
        label=label,
        reason=_REASONS[label],
        method="Kaplan-Meier, share of seeds by the step",
        own=share.share,
        estimate=share.share - claim.share,
        ci90=(share.ci90[0] - claim.share, share.ci90[1] - claim.share),
        flags=("censored",) if never else (),
        sensitivity=tuple(ends),
    )
    return found, (measurement,)
