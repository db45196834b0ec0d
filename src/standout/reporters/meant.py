"""Which part of a posting's line a demand is, where the line asks for several things."""

from __future__ import annotations

from collections import Counter

from standout.model import Answer, Match
from standout.vocabulary import skills

_NAMED = 3
"""Alternatives that are named at most."""


def lines_of(match: Match) -> Counter[str]:
    """How many demands each line of the posting makes."""
    return Counter(map(line_of, match.answers))


def line_of(answer: Answer) -> str:
    """The words of a demand, in one line."""
    return " ".join(answer.requirement.text.value.split())


def part_of(answer: Answer, lines: Counter[str]) -> str:
    """The skills that are meant where the line asks for several things; '' elsewhere."""
    if lines[line_of(answer)] < 2:
        return ""
    ways = [" and ".join(map(skills.name_of, way)) for way in answer.requirement.ways]
    return " or ".join(ways[:_NAMED])
