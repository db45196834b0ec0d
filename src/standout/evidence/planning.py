"""What a claim can be settled with, before any run is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standout.evidence.judging.margins import margin_of
from standout.evidence.statistics.power import Design, Plan, plan
from standout.evidence.statistics.samples import Sample, published_sample, sample_of
from standout.model.evidence import Claim, ClaimKind, Verdict
from standout.values import frozen


@frozen
class Planned:
    """A claim with what it takes; `plan` is None where no power can be computed, `why` says why."""

    claim: Claim
    margin: float | None
    plan: Plan | None
    own_sd: float | None
    why: str


def planned(claim: Claim, power: float = 0.8, own_sd: float | None = None) -> Planned:
    """The needed seeds of a claim.

    Where no own SD is known, own seeds are taken to vary as the paper's do.
    """
    margin = margin_of(claim)
    if claim.kind in _WITHOUT_POWER or margin is None:
        why = _WITHOUT_POWER.get(claim.kind, "it has no margin")
        return Planned(claim, margin, None, None, why)
    published = _published(claim)
    if published is None:
        why = "the paper gives no spread between seeds: only its number as a point can be tested"
        return Planned(claim, margin, None, None, why)
    sd = published.sd if own_sd is None else own_sd
    if published.sd == 0 and sd == 0:
        why = "no seed differs: a floor or a ceiling, perhaps"
        return Planned(claim, margin, None, 0.0, why)
    design = Design(published.n, published.sd, sd, margin)
    return Planned(claim, margin, plan(design, power), sd, "")


_WITHOUT_POWER = {
    ClaimKind.QUALITATIVE: "a claim in words gets no statistical verdict",
    ClaimKind.ORDERING: "at least 5 seeds an arm; more where they overlap",
    ClaimKind.THRESHOLD: "at least 5 seeds, were all of them to arrive",
    ClaimKind.RATIO: "at least 5 seeds a group; its power is not computed",
    ClaimKind.AGGREGATE: "at least 5 seeds a task; its power is not computed",
}


def _published(claim: Claim) -> Sample | None:
    if len(claim.per_run) > 1:
        return sample_of(claim.per_run)
    return published_sample(claim.value or 0.0, claim.spread)


def pilot_sds(verdicts: Sequence[Verdict]) -> Mapping[str, float]:
    """The SDs between own seeds, where runs are attached already."""
    found = {}
    for verdict in verdicts:
        measured = verdict.measurements[0] if verdict.measurements else None
        if measured is not None and measured.sd is not None and measured.n > 2:
            found[verdict.claim_id] = measured.sd
    return found
