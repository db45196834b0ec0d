"""The physical layer: where words stand on paper, and what else is drawn there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from standout.source import Box, Span
from standout.values import frozen

Colour = tuple[int, int, int]
"""Red, green, blue, 0-255."""


@frozen
class Word:
    """One word as drawn. `size` is in points; `span` leads into `Source.text`."""

    text: str
    span: Span
    box: Box
    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: Colour | None = None
    background: Colour | None = None
    link: str | None = None
    rotation: int = 0
    invisible: bool = False
    """Drawn so that a person cannot see it: render mode 3, clipped, off the page, tiny, or
    in the colour of its ground."""


@frozen
class Drawing:
    """Something drawn that is not text: `kind` is 'image', 'rule', 'shape' or 'curve'."""

    kind: str
    box: Box
    colour: Colour | None = None


@frozen
class Page:
    """One page, in points. `words` are in reading order; `columns` counts parallel text columns.

    `furniture` holds the spans of running headers, footers and page numbers.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    columns: int = 1
    column_boxes: tuple[Box, ...] = ()
    furniture: tuple[Span, ...] = ()


@frozen
class Extraction:
    """What one independent extractor reads in the same file.

    `family` is its reading order: 'stream' (as drawn), 'block' (blocks of nearby lines) or
    'row' (top to bottom, left to right). `pages` holds one text a page.
    """

    extractor: str
    family: str
    pages: tuple[str, ...]


@frozen
class Document:
    """Facts about the file as a whole."""

    format: str
    size: int = 0
    """Bytes."""
    pages: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)
    tagged: bool | None = None
    language: str | None = None
    title: str | None = None
    encrypted: bool = False
    attachments: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    unmapped_fonts: tuple[str, ...] = ()
    """Fonts whose glyphs do not lead to Unicode."""
    boxed: tuple[Span, ...] = ()
    """Text in headers, footers and text boxes (DOCX), which body readers skip."""
    tables: tuple[Span, ...] = ()
    """Text inside layout tables (DOCX)."""
    hidden: tuple[Span, ...] = ()
    """Text that is in the file and not on the page, for formats without pages (DOCX)."""
    revisions: int = 0
    """Tracked changes and comments still in the file."""
