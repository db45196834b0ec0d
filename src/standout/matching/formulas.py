"""The arithmetic of strengths that single matches and whole stores share: on integers or arrays."""

from __future__ import annotations

from typing import Any

# Integers and arrays of them have no common type that knows arithmetic.
Numbers = Any


def together(strengths: Numbers, needed: Numbers) -> Numbers:
    """The strength of a way: all its skills are needed, and what is proven earns its share."""
    return strengths // needed


def part_of_years(worked: Numbers, asked: Numbers) -> Numbers:
    """Per cent for months worked of those asked for, never more than these.

    The square of the part, for half of the years is far from enough.
    """
    return 100 * worked * worked // (asked * asked)


def with_years(strength: Numbers, part: Numbers) -> Numbers:
    """Half of a skill's strength is for having it, half for the part of the years."""
    return strength * (100 + part) // 200
