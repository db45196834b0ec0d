"""What is usual in each column of a document: its edges, its leading, the width of its letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from standout.readers.lines import Line
from standout.readers.structure.shape import words_in
from standout.values import frozen

_TEXT_WIDTH = 60.0
"""Characters: plain text is not wrapped earlier than this."""
_SENTENCE = 6
"""A line of more words is no name."""
_TELLING = 3
"""So many line ends tell the leading of a column."""


@frozen
class Measure:
    """What is usual in one column: where lines begin and end, the space between wrapped lines."""

    left: float
    right: float
    leading: float
    char: float
    """The width of one character."""
    bullet_right: float = 0.0
    """Where the lines of bullets end at most."""
    hangs: frozenset[int] = frozenset()
    """How far from a bullet's text its second lines begin, as sentences in them show."""


def columns(lines: Sequence[Line]) -> dict[tuple[int, int], Measure]:
    """The measure of every column, by page and region."""
    found: dict[tuple[int, int], Measure] = {}
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault((line.page, line.region), []).append(line)
    tightest = _part_of(sorted(line.gap for line in lines if line.gap > 0), 10)
    for key, members in columns.items():
        left = min(line.segments[0].x0 for line in members)
        right = max(line.segments[-1].x1 for line in members)
        if not any(line.size for line in members):
            right = max(right, _TEXT_WIDTH)
        gaps = sorted(line.gap for line in members[1:] if line.gap >= 0)
        widths = sorted(
            (segment.x1 - segment.x0) / len(segment.text)
            for line in members
            for segment in line.segments
            if len(segment.text) >= 8
        )
        char = widths[len(widths) // 2] if widths else 1.0
        flowing = [pair for pair in pairwise(members) if _flows(*pair)]
        leading = max(min(_part_of(gaps, 4), tightest), _leading(flowing))
        ends = [line.segments[-1].x1 for line in members if line.bullet and line.segments]
        hangs = frozenset(offset(before, line) for before, line in flowing if before.bullet)
        found[key] = Measure(left, right, leading, char, max(ends, default=right), hangs)
    return found


def _flows(before: Line, line: Line) -> bool:
    """A sentence goes on from line to line: the second begins in lower case."""
    if len(before.segments) != 1 or len(line.segments) != 1 or line.bullet is not None:
        return False
    first, second = before.segments[0], line.segments[0]
    return (
        abs(first.size - second.size) <= 0.1
        and second.text.value[:1].islower()
        and first.text.value[-1:] not in ".!?:;。"
        and words_in(first.text.value) > _SENTENCE
    )


def _leading(flowing: Sequence[tuple[Line, Line]]) -> float:
    """The usual white space between the lines of a sentence; 0 where too few tell it."""
    gaps = sorted(line.gap for _, line in flowing if line.gap < 1.0)
    return gaps[len(gaps) // 2] if len(gaps) >= _TELLING else 0.0


def offset(before: Line, line: Line) -> int:
    """How far right of a line the next one begins, in whole points."""
    return round(line.segments[0].x0 - before.segments[0].x0)


def _part_of(ordered: Sequence[float], parts: int) -> float:
    """The value behind the first of so many equal parts."""
    return ordered[len(ordered) // parts] if ordered else 0.0
