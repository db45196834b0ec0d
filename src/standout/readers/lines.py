"""The meeting point of paged and plain formats: lines, as a reader sees them, in reading order."""

from __future__ import annotations

from standout.model import Emphasis, Link
from standout.source import Box, Text
from standout.values import frozen


@frozen
class Segment:
    """A stretch of a line that a wide gap, a tab or a table cell sets apart.

    'Acme Corp          Jan 2020 – May 2021' has two. `emphasis` offsets are in `text`.
    """

    text: Text
    x0: float = 0.0
    x1: float = 0.0
    size: float = 0.0
    bold: bool = False
    """Every word of it is bold."""
    italic: bool = False
    emphasis: tuple[Emphasis, ...] = ()
    links: tuple[Link, ...] = ()


@frozen
class Line:
    """One line in reading order. Lengths are in points; formats without pages give characters.

    `bullet` is the opening glyph, already taken off the first segment. `level` is a heading level
    (1 the highest) where the format names one (a Markdown heading, a Word style, a PDF tag).
    `gap` is the white space above, in multiples of the line's height; `region` tells apart
    columns, sidebars and boxes, so that neighbours in the text need not be neighbours on paper.
    """

    segments: tuple[Segment, ...]
    page: int = 1
    box: Box | None = None
    bullet: str | None = None
    indent: float = 0.0
    gap: float = 0.0
    region: int = 0
    level: int | None = None
    furniture: bool = False
    """A running header, footer or page number."""
    starts: bool = False
    """The format itself says that a paragraph begins here (Word): no wrapped line."""

    @property
    def text(self) -> Text:
        """The whole line; segments are joined by one space."""
        return Text.join([segment.text for segment in self.segments])

    @property
    def size(self) -> float:
        """The largest type size on the line."""
        return max((segment.size for segment in self.segments), default=0.0)

    @property
    def bold(self) -> bool:
        """Every segment is bold."""
        return bool(self.segments) and all(segment.bold for segment in self.segments)
