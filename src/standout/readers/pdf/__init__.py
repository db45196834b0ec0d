"""PDF: where words stand on the page, in the order a person reads them."""

from __future__ import annotations

from standout.diagnostic import Diagnostic
from standout.model import Document, Reading
from standout.readers import structure
from standout.readers.lines import Line
from standout.readers.pdf import pdfium
from standout.readers.pdf.assemble import Assembled, assemble
from standout.readers.pdf.page import PageInk, read_page
from standout.readers.pdf.words import Font
from standout.readers.problems import problem
from standout.source import Source

MAX_PAGES = 60
MAX_WORDS = 200_000


def read(content: bytes, name: str) -> Reading:
    """Read a PDF. Damage, passwords and excess become diagnostics."""
    physical, document, diagnostics = _physical(content, name)
    resume = structure.build(physical.lines, physical.source)
    return Reading(physical.source, document, resume, physical.pages, diagnostics)


def lines(content: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a PDF in reading order; empty for one that cannot be read."""
    return _physical(content, name)[0].lines


def _physical(content: bytes, name: str) -> tuple[Assembled, Document, tuple[Diagnostic, ...]]:
    nothing = Assembled(Source(name, "pdf", ""), (), ())
    document = Document("pdf", len(content))
    try:
        with pdfium.opened(content) as handle:
            count = pdfium.raw.FPDF_GetPageCount(handle)
            inks, diagnostics = _pages(handle, count)
            return assemble(name, inks), Document("pdf", len(content), count), tuple(diagnostics)
    except pdfium.PasswordError:
        said = problem("DOC002", "the file asks for a password")
    except pdfium.DamagedError:
        said = problem("DOC001", "this is not a readable PDF")
    return nothing, document, (said,)


def _pages(handle: pdfium.Handle, count: int) -> tuple[list[PageInk], list[Diagnostic]]:
    fonts: dict[int, Font] = {}
    inks: list[PageInk] = []
    diagnostics: list[Diagnostic] = []
    for number in range(1, min(count, MAX_PAGES) + 1):
        ink = read_page(handle, number, fonts)
        if ink is None:
            diagnostics.append(problem("DOC001", f"page {number} is damaged"))
        else:
            inks.append(ink)
    if count > MAX_PAGES:
        diagnostics.append(problem("DOC008", f"reading stopped after {MAX_PAGES} of {count} pages"))
    return inks, diagnostics
