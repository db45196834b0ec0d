"""Whether own numbers and the published one are the same thing at all; floors and ceilings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from standout.evidence.judging.margins import rounding_of
from standout.model.evidence import Claim, ClaimKind, Protocol, Run
from standout.patterns import regex

_VERSION = regex(r"(?P<name>.*?)-v(?P<version>\d+)")
KNOWN_BOUNDS: Mapping[str, tuple[float, float]] = {
    "CartPole-v0": (0.0, 200.0),
    "CartPole-v1": (0.0, 500.0),
    "Acrobot-v1": (-500.0, 0.0),
    "MountainCar-v0": (-200.0, 0.0),
}
"""Returns that an episode can have, by the definition of the task."""
_RETURN = regex("return|reward|score", re.IGNORECASE)
AT_BOUND = 1e-3
"""Of the width of the bounds: how near counts as on it."""


def mismatches(claim: Claim, runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Flag and reason for each way in which the own protocol is not the paper's."""
    if claim.protocol is None:
        return
    if claim.own is not None:
        yield from _protocols(claim.protocol, claim.own)
    asked = claim.protocol.env
    for env in dict.fromkeys(each.env for each in runs if each.env and asked):
        yield from _environments(asked, env)


def other_scale(claim: Claim, values: Sequence[float]) -> str:
    """Why own and published numbers seem to be shares on one side and percent on the other, or ''.

    Told only where they agree once that is put right, within a half: else it is a difference.
    """
    value = claim.value or 0.0
    if claim.kind is not ClaimKind.VALUE or value <= 0 or not values or min(values) <= 0:
        return ""
    own = sum(values) / len(values)
    if max(values) <= 1 < value <= 100 and abs(100 * own / value - 1) <= 0.5:
        words = "a share in your logs, percent in the paper"
    elif value <= 1 < min(values) and max(values) <= 100 and abs(own / (100 * value) - 1) <= 0.5:
        words = "percent in your logs, a share in the paper"
    else:
        return ""
    return f"it seems to be {words}: write `value`, `spread` and `margin` as your logs have it"


def _protocols(paper: Protocol, own: Protocol) -> Iterator[tuple[str, str]]:
    if paper.measure is not own.measure:
        told = f"the paper measured {paper.measure.value}, your runs {own.measure.value}"
        yield "protocol-mismatch", told
    elif paper.k != own.k:
        yield "protocol-mismatch", f"the paper averages {paper.k} values, your runs {own.k}"
    for name in ("deterministic", "episodes", "budget", "at_step"):
        there, here = getattr(paper, name), getattr(own, name)
        if there is not None and here is not None and there != here:
            word = name.replace("_", " ")
            yield "protocol-mismatch", f"{word}: {there} in the paper, {here} in your runs"
    if paper.env and own.env:
        yield from _environments(paper.env, own.env)


def _environments(paper: str, own: str) -> Iterator[tuple[str, str]]:
    if paper == own:
        return
    there, here = _VERSION.fullmatch(paper), _VERSION.fullmatch(own)
    if there and here and there["name"] == here["name"]:
        yield "env-version-mismatch", f"the paper used {paper}, your runs {own}"
    else:
        yield "protocol-mismatch", f"the paper used {paper}, your runs {own}"


def bounds_of(claim: Claim) -> tuple[float, float] | None:
    """The declared bounds, else those the task is known to have."""
    if claim.bounds is not None:
        return claim.bounds
    env = claim.protocol.env if claim.protocol else ""
    if not _RETURN.search(claim.metric) and claim.metric != "r":
        return None
    return KNOWN_BOUNDS.get(env) or KNOWN_BOUNDS.get(claim.task)


def effect_of_bounds(claim: Claim, values: Sequence[float]) -> str:
    """`floor` or `ceiling` where a number cannot tell methods apart, `no-spread`, or ''.

    The published number on the bound, or half of the own ones, is enough.
    """
    bounds = bounds_of(claim)
    if bounds is not None:
        near = max(AT_BOUND * (bounds[1] - bounds[0]), rounding_of(claim.printed))
        for bound, word in zip(bounds, ("floor", "ceiling"), strict=True):
            published = claim.value is not None and abs(claim.value - bound) <= near
            own = sum(abs(each - bound) <= near for each in values)
            if (published and own) or 2 * own >= max(len(values), 1):
                return word
    constant = len(values) > 1 and min(values) == max(values)
    still = claim.spread is not None and claim.spread.amount == 0 and constant
    return "no-spread" if still and claim.spread and claim.spread.kind.between_seeds else ""
