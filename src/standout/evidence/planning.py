"""What a claim can be settled with, before any run is made.

Each kind has its own answer: a simulation or a formula with its source, or the reason why no
number of runs settles it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from scipy.special import ndtr, ndtri

from standout.evidence.judging.margins import margin_of
from standout.evidence.statistics.power import (
    Design,
    Plan,
    against,
    label_rates,
    largest_sd,
    least,
    plan,
)
from standout.evidence.statistics.samples import Sample, published_sample, sample_of
from standout.evidence.statistics.shares import seeds_for_order, seeds_to_arrive
from standout.model.evidence import Claim, ClaimKind, Measurement, Verdict
from standout.values import frozen


@frozen
class Scenario:
    """How many seeds are needed if something is so; None where no number is enough."""

    condition: str
    needed: int | None


@frozen
class Planned:
    """A claim with what it takes.

    `plan` is for numbers that have a spread to compare with; `scenarios` for what depends on what
    nobody knows before the runs. `never` says that no number of runs settles it. `why` is in words.
    """

    claim: Claim
    margin: float | None = None
    plan: Plan | None = None
    own_sd: float | None = None
    why: str = ""
    scenarios: tuple[Scenario, ...] = ()
    never: bool = False
    method: str = ""


def planned(claim: Claim, power: float = 0.8, pilot: Verdict | None = None) -> Planned:
    """The needed seeds of a claim.

    A pilot is the verdict on runs that are there. Without one own seeds are taken to vary as the
    paper's do, and what depends on more than that is told for several cases.
    """
    return _BY_KIND[claim.kind](claim, power, pilot)


def _qualitative(claim: Claim, power: float, pilot: Verdict | None) -> Planned:  # noqa: ARG001 - one signature for all kinds
    return Planned(claim, why="a claim in words: no number of runs gives it a verdict", never=True)


def _value(claim: Claim, power: float, pilot: Verdict | None) -> Planned:
    margin = margin_of(claim)
    if margin is None:
        return Planned(claim, why="it has no margin", never=True)
    own = _sd(pilot.measurements[0]) if pilot and pilot.measurements else None
    published = _published(claim)
    if published is None:
        return _point(claim, margin, own, power)
    sd = published.sd if own is None else own
    if published.sd == 0 and sd == 0:
        why = "no seed differs: a floor or a ceiling, perhaps"
        return Planned(claim, margin, own_sd=0.0, why=why)
    found = plan(Design(published.n, published.sd, sd, margin), power)
    never = found.needed is None and found.reachable < power
    return Planned(claim, margin, found, sd, never=never, method="Welch TOST, simulated")


def _point(claim: Claim, margin: float, own: float | None, power: float) -> Planned:
    """A number without a spread between seeds: the paper's own error stays unknown."""
    why = "the paper gives no spread between seeds: at best the verdict is reproduced-point"
    method = "one-sample TOST, simulated"
    if own is not None:
        found = plan(against(own, margin), power) if own else None
        return Planned(claim, margin, found, own, why, method=method)
    cases = [
        Scenario(f"your seeds vary by an SD of at most {margin * largest_sd(n, power):.3g}", n)
        for n in (3, 5, 10)
    ]
    return Planned(claim, margin, why=why, scenarios=tuple(cases), method=method)


def _ordering(claim: Claim, power: float, pilot: Verdict | None) -> Planned:
    cases = [
        Scenario(f"a run of the first wins {100 * p:.0f} of 100 pairs", seeds_for_order(p, power))
        for p in (0.95, 0.9, 0.8, 0.7)
    ]
    if pilot is not None and pilot.own is not None:
        told = f"it wins {100 * pilot.own:.0f} of 100 pairs, as the attached runs have it"
        cases.insert(0, Scenario(told, seeds_for_order(pilot.own, power)))
    why = "seeds an arm, at least 5; if the two are alike, no number of runs shows it"
    method = "exact permutation test, simulated (Mann and Whitney 1947; Noether 1987)"
    return Planned(claim, why=why, scenarios=tuple(cases), method=method)


def _threshold(claim: Claim, power: float, pilot: Verdict | None) -> Planned:
    shares = {"all of them arrive": 1.0}
    if pilot is not None and pilot.own is not None:
        shares[f"{pilot.own:.0%} arrive, as of the attached runs"] = pilot.own
    for each in (0.95, 0.9, (1 + claim.share) / 2):
        if each > claim.share:
            shares[f"{each:.0%} arrive"] = each
    cases = [Scenario(w, seeds_to_arrive(claim.share, q, power)) for w, q in shares.items()]
    why = f"to show that more than {claim.share:.0%} of the seeds arrive in time"
    method = "exact binomial interval (Clopper and Pearson 1934)"
    return Planned(claim, why=why, scenarios=tuple(cases), method=method)


def _ratio(claim: Claim, power: float, pilot: Verdict | None) -> Planned:
    margin, value = margin_of(claim), claim.value
    if margin is None or not value:
        return Planned(claim, margin, why="it has no margin", never=True)
    # The nearer end on the log scale: the power is at least this.
    width = math.log1p(margin / value)
    varied = {f"both vary by {v:.1%} of their means": (v, v) for v in (0.01, 0.02, 0.05, 0.1)}
    arms = [_variation(each) for each in pilot.measurements] if pilot else []
    if len(arms) == 2 and all(arms):
        varied = {"they vary as the attached runs do": (arms[0] or 0.0, arms[1] or 0.0)}
    cases = [Scenario(words, _for_ratio(v, width, power)) for words, v in varied.items()]
    why = "seeds a group; the published ratio is taken as exact"
    method = "delta method on the log scale, simulated"
    return Planned(claim, margin, why=why, scenarios=tuple(cases), method=method)


def _aggregate(claim: Claim, power: float, pilot: Verdict | None) -> Planned:
    """The paper's own error can be told beforehand; that of own runs only from a pilot."""
    margin = margin_of(claim)
    if margin is None:
        return Planned(claim, why="it has no margin", never=True)
    published = published_sample(claim.value or 0.0, claim.spread)
    error = math.sqrt(published.variance_of_mean) if published else 0.0
    most = 2 * float(ndtr(margin / error - _Z90)) - 1 if error else 1.0
    method = "normal approximation of the bootstrap (Agarwal et al. 2021)"
    if most < power:
        why = f"the paper's own error leaves a power of at most {max(most, 0):.0%}, with any runs"
        return Planned(claim, margin, why=why, never=True, method=method)
    if pilot is None or pilot.ci90 is None:
        why = "seeds a task: attach three of each, then this plan can tell"
        return Planned(claim, margin, why=why, method=method)
    n = min(each.n for each in pilot.measurements)
    half = (pilot.ci90[1] - pilot.ci90[0]) / 2
    own = math.sqrt(max((half / _Z90) ** 2 - error**2, 0.0)) * math.sqrt(n)
    needed = least(lambda k: _aggregate_power(own / math.sqrt(k), error, margin) >= power)
    told = "the tasks' runs vary as the attached ones do"
    return Planned(claim, margin, why="seeds a task", scenarios=(Scenario(told, needed),),
                   method=method)  # fmt: skip


_Z90 = float(ndtri(0.95))


def _aggregate_power(own: float, published: float, margin: float) -> float:
    error = math.hypot(own, published)
    return 2 * float(ndtr(margin / error - _Z90)) - 1 if error else 1.0


def _for_ratio(varied: tuple[float, float], width: float, power: float) -> int | None:
    def enough(n: int) -> bool:
        # The two arms vary as two samples do; that one of them is published changes nothing.
        return label_rates(Design(n, varied[1], varied[0], width), n).reproduced >= power

    return least(enough)


_BY_KIND: Mapping[ClaimKind, Callable[[Claim, float, Verdict | None], Planned]] = {
    ClaimKind.QUALITATIVE: _qualitative,
    ClaimKind.VALUE: _value,
    ClaimKind.ORDERING: _ordering,
    ClaimKind.THRESHOLD: _threshold,
    ClaimKind.RATIO: _ratio,
    ClaimKind.AGGREGATE: _aggregate,
}


def _published(claim: Claim) -> Sample | None:
    if len(claim.per_run) > 1:
        return sample_of(claim.per_run)
    return published_sample(claim.value or 0.0, claim.spread)


def _sd(measured: Measurement) -> float | None:
    return measured.sd if measured.n > 2 else None


def _variation(measured: Measurement) -> float | None:
    """The SD between seeds as a share of their mean, where there are enough."""
    sd = _sd(measured)
    return sd / abs(measured.mean) if sd and measured.mean else None


def pilots(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, Verdict]]:
    """The verdicts that rest on at least three runs a group."""
    for each in verdicts:
        if each.measurements and min(one.n for one in each.measurements) > 2:
            yield each.claim_id, each
