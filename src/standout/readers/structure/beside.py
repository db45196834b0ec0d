"""What stands in the margin beside the statements of an entry: a place under its dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.readers.lines import Line, Segment
from standout.readers.structure import glyphs
from standout.source import Text

_CLEAR = 2.0
"""Points between the margin and the text."""


def taken(lines: Sequence[Line]) -> list[Line]:
    """The lines, with words in the margin beside bullets as a line of the entry's head."""
    edges = [line.segments[1].x0 for line in lines if _has_bullet_beside(line)]
    edge = min(edges, default=0.0)
    kept: list[Line] = []
    margin: int | None = None
    for line in lines:
        goes_on = margin is not None and edge > 0 and _is_in_margin(line, edge)
        if edge and (_has_bullet_beside(line) or goes_on):
            margin = _put(kept, margin, line)
            if len(line.segments) > 1:
                rest = line.segments[1:]
                kept.append(glyphs.apart(replace(line, segments=rest, indent=rest[0].x0)))
            continue
        if margin is not None and line.bullet is None and not _hangs(line, edge):
            margin = None
        kept.append(line)
    return kept


def _put(kept: list[Line], margin: int | None, line: Line) -> int:
    """Add the first segment of a line to the line of the margin, or begin one."""
    first = line.segments[0]
    if margin is None:
        kept.append(replace(line, segments=(first,), starts=True))
        return len(kept) - 1
    before = kept[margin].segments[0]
    whole: Segment = replace(before, text=Text.join([before.text, first.text]), x1=first.x1)
    kept[margin] = replace(kept[margin], segments=(whole,))
    return margin


def _has_bullet_beside(line: Line) -> bool:
    """Words, and behind them on the same line a bullet with its text."""
    if len(line.segments) != 2 or line.bullet is not None or line.box is None:
        return False
    alone = replace(line, segments=line.segments[1:])
    return glyphs.apart(alone).bullet is not None


def _is_in_margin(line: Line, edge: float) -> bool:
    """The line begins in the margin, and holds nothing else but what goes on in the text."""
    if line.bullet is not None or line.level is not None or len(line.segments) > 2:
        return False
    beside = line.segments[1:]
    return line.segments[0].x1 < edge - _CLEAR and all(each.x0 > edge + _CLEAR for each in beside)


def _hangs(line: Line, edge: float) -> bool:
    return line.segments[0].x0 > edge + _CLEAR
