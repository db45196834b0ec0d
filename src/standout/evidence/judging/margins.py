"""How far apart is still the same: the declared margin, and what it would be otherwise."""

from __future__ import annotations

from standout.model.evidence import Claim

USUAL = 0.05
"""The share that the other definition of the margin takes where none was declared."""


def margin_of(claim: Claim) -> float | None:
    """The declared margin in the metric's unit.

    The error of reading a figure widens it; it is never below the rounding of the printed number.
    """
    margin = claim.margin
    if margin is None or claim.value is None:
        return None
    if margin.delta is not None:
        return _widened(claim, margin.delta)
    if margin.relative is not None:
        return _widened(claim, margin.relative * abs(claim.value))
    if margin.of_range is not None and claim.range is not None:
        return _widened(claim, margin.of_range * (claim.range[1] - claim.range[0]))
    return None


def other_margin(claim: Claim) -> tuple[str, float] | None:
    """The margin under the definition that was not declared: of the range, or of the number.

    A share of the number depends on where a scale has its zero, a share of the range does not.
    """
    margin = claim.margin
    if margin is None or claim.value is None:
        return None
    if margin.of_range is not None:
        if not claim.value:
            return None
        share = margin.of_range
        return _share(share, "published number"), _widened(claim, share * abs(claim.value))
    if claim.range is None:
        return None
    share = margin.relative or USUAL
    width = claim.range[1] - claim.range[0]
    return _share(share, "task's range"), _widened(claim, share * width)


def rounding_of(printed: str) -> float:
    """Half a unit of the last printed place: 0.005 of '490.04', 0.5 of '490'."""
    mantissa, _, exponent = printed.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    power = int(exponent) if exponent.lstrip("+-").isdecimal() else 0
    return 0.5 * 10.0 ** (power - decimals) if mantissa else 0.0


def _share(share: float, whole: str) -> str:
    return f"margin {100 * share:g} % of the {whole}"


def _widened(claim: Claim, delta: float) -> float:
    return max(delta + claim.reading_error, rounding_of(claim.printed))
