"""Lines before their words have a place in the source's text, and where turned ones belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from standout.readers.pdf.words import Piece
from standout.source import Box
from standout.vocabulary import headings

_SECTION_GAP = 0.9
"""In line heights: white space that ends a section's block."""
_STRIP = 4.0
"""Points: how far headings turned in one margin may be out of line."""
_MOST_TURNED = 40


@dataclass(slots=True)
class Draft:
    """A line before its words have a place in the source's text. `column` counts in the page."""

    segments: list[list[Piece]]
    page: int
    column: int
    furniture: bool = False
    place: Box | None = None
    """Where it belongs, if its words stand elsewhere: a heading turned in the margin."""

    @property
    def size(self) -> float:
        """The largest type on it, in points."""
        return max(piece.size for segment in self.segments for piece in segment)

    @property
    def text(self) -> str:
        """Its words, with a space between any two."""
        return " ".join(piece.text for segment in self.segments for piece in segment)

    @property
    def box(self) -> Box:
        """Around all its words, or its `place`."""
        if self.place is not None:
            return self.place
        pieces = [piece for segment in self.segments for piece in segment]
        return Box(
            min(piece.x0 for piece in pieces),
            min(piece.y0 for piece in pieces),
            max(piece.x1 for piece in pieces),
            max(piece.y1 for piece in pieces),
        )


def with_turned(lines: Sequence[Draft], turned: Sequence[Draft]) -> list[Draft]:
    """The upright lines, each heading turned in the margin before those that it stands beside.

    Other turned lines, and headings beside nothing, come last.
    """
    heads = [line for line in turned[:_MOST_TURNED] if _heads(line, turned)]
    starts = {id(head): _start(lines, head, heads) for head in heads}
    found: list[Draft] = []
    for index, line in enumerate(lines):
        found += [_placed(head, line) for head in heads if starts[id(head)] == index]
        found.append(line)
    return found + [line for line in turned if starts.get(id(line)) is None]


def _heads(line: Draft, turned: Sequence[Draft]) -> bool:
    """Say whether a turned line, or another one in the same margin, is a heading by its words."""
    return any(
        abs(line.box.x0 - other.box.x0) <= _STRIP and _is_heading(other)
        for other in turned[:_MOST_TURNED]
    )


def _is_heading(line: Draft) -> bool:
    found = headings.find(line.text)
    return found is not None and found.exact


def _start(lines: Sequence[Draft], head: Draft, heads: Sequence[Draft]) -> int | None:
    """The index of the first line of the block right of a heading."""
    index = next((i for i, line in enumerate(lines) if _is_beside(line, head)), None)
    if index is None:
        return None
    while index > 0:
        before, line = lines[index - 1], lines[index]
        gap = line.box.y0 - before.box.y1
        apart = not -line.box.height <= gap <= _SECTION_GAP * line.box.height
        if before.column != line.column or apart or any(_is_beside(before, o) for o in heads):
            break
        index -= 1
    return index


def _is_beside(line: Draft, head: Draft) -> bool:
    box, other = line.box, head.box
    return other.y0 <= (box.y0 + box.y1) / 2 <= other.y1 and box.x0 >= other.x1 - 2


def _placed(head: Draft, line: Draft) -> Draft:
    below = line.box.y0 - 1
    box = Box(head.box.x0, below - head.size, head.box.x1, below)
    return replace(head, column=line.column, place=box)
