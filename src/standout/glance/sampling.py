"""Points that fill a space evenly and are the same every time."""

from __future__ import annotations

_PRIMES = (
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
)  # fmt: skip
_LEAP = 409


def halton(count: int, dimensions: int) -> tuple[tuple[float, ...], ...]:
    """The first points of the leaped Halton sequence, each coordinate between 0 and 1.

    In many dimensions the plain sequence runs in step with itself; only every 409th of its points
    is taken (Kocis and Whiten 1997). There are at most 24 dimensions.
    """
    bases = _PRIMES[:dimensions]
    return tuple(
        tuple(_inverse(number * _LEAP, base) for base in bases) for number in range(1, count + 1)
    )


def _inverse(number: int, base: int) -> float:
    """The digits of a number mirrored at the point (van der Corput)."""
    numerator, denominator = 0, 1
    while number:
        number, digit = divmod(number, base)
        numerator, denominator = numerator * base + digit, denominator * base
    return numerator / denominator
