"""PDF: where words stand on the page, in the order a person reads them."""

from __future__ import annotations

from standout.model import Reading
from standout.readers import structure
from standout.readers.lines import Line
from standout.readers.pdf.assemble import assemble
from standout.readers.pdf.physical import physical


def read(content: bytes, name: str) -> Reading:
    """Read a PDF. Damage, passwords and excess become diagnostics."""
    found = physical(content)
    placed = assemble(name, found.inks)
    resume = structure.build(placed.lines)
    return Reading(placed.source, found.document, resume, placed.pages, found.diagnostics)


def lines(content: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a PDF in reading order; empty for one that cannot be read."""
    return assemble(name, physical(content).inks).lines
