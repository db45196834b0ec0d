"""A file's pages as drawn, and what is wrong with them: the step before assembly."""

from __future__ import annotations

from functools import lru_cache

from standout.diagnostic import Diagnostic
from standout.model import Document
from standout.readers.pdf import pdfium
from standout.readers.pdf.facts import facts
from standout.readers.pdf.guard import too_large
from standout.readers.pdf.page import PageInk, read_page
from standout.readers.problems import problem
from standout.values import frozen

MAX_PAGES = 60
MAX_CHARACTERS = 400_000
"""In the whole file; sixty full pages have about 300,000."""


@frozen
class Physical:
    """What was drawn on the pages that could be read."""

    document: Document
    inks: tuple[PageInk, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


# A check asks twice, once to read and once for the other extractors' view.
@lru_cache(maxsize=1)
def physical(content: bytes) -> Physical:
    """The pages of a file. Damage, passwords and excess become diagnostics."""
    unread = Document("pdf", len(content))
    reason = too_large(content)
    if reason is not None:
        return Physical(unread, diagnostics=(problem("DOC003", reason),))
    try:
        with pdfium.opened(content) as handle:
            return _read(handle, len(content))
    except pdfium.PasswordError:
        said = problem("DOC002", "the file asks for a password")
    except pdfium.DamagedError:
        said = problem("DOC001", "this is not a readable PDF")
    return Physical(unread, diagnostics=(said,))


def _read(handle: pdfium.Handle, size: int) -> Physical:
    count = pdfium.raw.FPDF_GetPageCount(handle)
    inks: list[PageInk] = []
    damaged: list[int] = []
    stopped: list[str] = []
    left = MAX_CHARACTERS
    for number in range(1, count + 1):
        if number > MAX_PAGES or left <= 0:
            stopped.append(f"reading stopped after page {number - 1} of {count}")
            break
        ink = read_page(handle, number, left)
        if ink is None:
            damaged.append(number)
            continue
        inks.append(ink)
        left -= len(ink.stream)
        if ink.cut:
            stopped.append(f"page {number} holds more text than a page can")
    diagnostics = [problem("DOC008", said) for said in stopped]
    if damaged or count == 0:
        diagnostics.insert(0, problem("DOC001", _damage(damaged, count)))
    return Physical(facts(handle, size, count, inks), tuple(inks), tuple(diagnostics))


def _damage(pages: list[int], count: int) -> str:
    if count == 0:
        return "the file has no page"
    if len(pages) == 1:
        return f"page {pages[0]} of {count} is damaged"
    return f"{len(pages)} of {count} pages are damaged, the first is page {pages[0]}"
