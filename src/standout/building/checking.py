"""The last look at a built page before it is handed over: read back, field by field, and fitted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from standout.building.expected import expected
from standout.building.findings import finding
from standout.building.fitting import explain, hanging
from standout.building.readback import read_back
from standout.building.recovered import recovered, recovered_contacts
from standout.building.turned import find_lost
from standout.diagnostic import Diagnostic
from standout.model import Extraction, Resume
from standout.readers import detect
from standout.readers.pdf import extractors
from standout.source import Span
from standout.values import frozen
from standout.writers.design import Design
from standout.writers.sheet import Sheet

COLUMNS_FAMILY = "row"
"""The family that no page with parallel columns can serve: it reads straight across them."""
GUESSED = ("pdfium blocks", "poppler")
"""Blocks ordered by their places alone: our own guess, and poppler's, which gives what ends a line
behind short statements below it. Good for a warning, too rough to refuse a page."""
PARTLY = "DOC008"
"""What the reader says of a file that it did not read to its end."""


@frozen
class Printed:
    """What was printed: the version of the resume, its sheet, the design, and the PDF.

    `columns` counts the theme's parallel columns; `limit` the pages it may take, 0 for any.
    `tightened` says that fitting went as far as it may.
    """

    resume: Resume
    sheet: Sheet
    design: Design
    pdf: bytes
    columns: int = 1
    limit: int = 0
    tightened: bool = False


def check(printed: Printed, further: Iterable[Extraction] = ()) -> tuple[Diagnostic, ...]:
    """What the page loses, splits or reorders, which fields it hides, and what hangs over.

    `further` are what other extractors read in the PDF, beside the built-in ones.
    """
    reading = detect.read(printed.pdf, "resume.pdf")
    stretches = expected(printed.resume, printed.sheet, printed.design)
    found: list[Diagnostic] = []
    look = find_lost if printed.sheet.direction == "rtl" else read_back
    unread = tuple(each for each in reading.diagnostics if each.code == PARTLY)
    if unread:
        return tuple(_unchecked(each.message) for each in unread)
    pages = len(reading.pages)
    for each in (*extractors.extractions(printed.pdf, pages), *further):
        across = printed.columns > 1 and each.family == COLUMNS_FAMILY
        # Programs that stop after some pages lose nothing of those behind.
        whole = len(each.pages) >= pages
        if whole and not across and each.extractor not in GUESSED:
            found += look(stretches, _without_footers(each, printed.sheet.name, pages))
    if printed.sheet.direction == "rtl":
        # Which of two pieces on a line from right to left comes first, no extractor tells.
        found += recovered_contacts(printed.resume.basics, reading.resume.basics)
    else:
        found += recovered(printed.resume, printed.design, reading.resume)
    if printed.limit:
        over = hanging if printed.tightened else explain
        found += over(printed.resume, reading.pages, printed.limit)
    return tuple(found)


def _without_footers(read: Extraction, name: str, count: int) -> Extraction:
    """The pages without name and number at their feet, between the halves of what runs on."""
    words = r"\s+".join(map(re.escape, name.split()))
    footers = (rf"{words}\s+{page} / {count}\b" for page in range(1, count + 1))
    bare = (re.sub(each, "", text) for each, text in zip(footers, read.pages, strict=False))
    return replace(read, pages=tuple(bare)) if count > 1 else read


def _unchecked(why: str) -> Diagnostic:
    """A page that is longer than any reader goes is told once, not statement by statement."""
    return finding("BLD005", f"too long to be read back: {why}", Span(0, 0))
