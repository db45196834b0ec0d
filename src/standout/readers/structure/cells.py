"""A title beside its dates that ran over its line, as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure.measure import Measure
from standout.readers.structure.shape import words_in
from standout.source import Text

_LABEL = regex(r"[^\W\d_][\w &/+'’-]{0,40}:(?=\s)")
_IN_LINE = 2.0
"""Points that the lines of one cell may be out of line."""
_WORDS = 3
"""A cell that is full has as many words."""
_CLOSE = 0.8
"""In line heights: the white space between the lines of one cell at most."""


def unwrapped(lines: Sequence[Line], measures: Mapping[tuple[int, int], Measure]) -> list[Line]:
    """The lines, with the second line of a cell beside a date put to its first.

    Only where the first word of the second line had no room, and both look the same.
    """
    kept: list[Line] = []
    for line in lines:
        before = kept[-1] if kept else None
        at = _cell(before, line, measures) if before is not None else None
        if before is None or at is None:
            kept.append(line)
            continue
        whole = _joined(before.segments[at], line.segments[0])
        segments = (*before.segments[:at], whole, *before.segments[at + 1 :])
        box = replace(before.box, y1=line.box.y1) if before.box and line.box else before.box
        kept[-1] = replace(before, segments=segments, box=box)
    return kept


def _joined(cell: Segment, rest: Segment) -> Segment:
    text = Text.join([cell.text, rest.text], " ")
    ahead = len(cell.text) + 1
    marks = (
        replace(each, start=each.start + ahead, end=each.end + ahead) for each in rest.emphasis
    )
    emphasis = (*cell.emphasis, *marks)
    return replace(cell, text=text, x1=rest.x1, emphasis=emphasis, links=(*cell.links, *rest.links))


def _cell(before: Line, line: Line, measures: Mapping[tuple[int, int], Measure]) -> int | None:
    """Which segment of the line before, beside a date, goes on in this line."""
    if len(before.segments) != 2 or len(line.segments) != 1 or before.box is None:
        return None
    if line.bullet or before.bullet or line.level or line.gap > _CLOSE:
        return None
    if (before.page, before.region) != (line.page, line.region):
        return None
    dated = [bool(find_ranges(segment.text.value)) for segment in before.segments]
    if sum(dated) != 1:
        return None
    at = dated.index(False)
    edge = measures[(line.page, line.region)].right if at else before.segments[1].x0 - before.size
    return at if _goes_on(before.segments[at], line.segments[0], edge) else None


def _goes_on(cell: Segment, rest: Segment, edge: float) -> bool:
    look = (cell.bold, cell.italic, round(cell.size * 3))
    if look != (rest.bold, rest.italic, round(rest.size * 3)):
        return False
    if abs(cell.x0 - rest.x0) > _IN_LINE or find_ranges(rest.text.value):
        return False
    if words_in(cell.text.value) < _WORDS or _LABEL.match(rest.text.value):
        return False
    word = rest.text.value.split(maxsplit=1)[0]
    pace = (cell.x1 - cell.x0) / len(cell.text)
    return cell.x1 + (len(word) + 0.5) * pace > edge
