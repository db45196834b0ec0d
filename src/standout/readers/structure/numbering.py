"""Numbers that open the items of a list: '1.' over '2.', '[12]' over '[11]'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from standout.patterns import regex
from standout.readers.lines import Line
from standout.readers.structure.glyphs import without

_NUMBER = regex(r"(?P<open>[\[(]?)(?P<kind>[A-Z]?)(?P<number>\d{1,4})(?P<close>[\].)]{1,2})\s+")


def as_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines with such numbers as their bullets, where the numbers run up or down."""
    found = {index: match for index, line in enumerate(lines) if (match := _number(line))}
    run = [int(match["number"]) for match in found.values()]
    steps = {after - before for before, after in pairwise(run)}
    if len(run) < 2 or not (steps == {1} or steps == {-1}):
        return list(lines)
    return [
        without(line, found[index].end(), found[index].group().strip()) if index in found else line
        for index, line in enumerate(lines)
    ]


def _number(line: Line) -> re.Match[str] | None:
    if line.bullet is not None or not line.segments:
        return None
    return _NUMBER.match(line.segments[0].text.value)
