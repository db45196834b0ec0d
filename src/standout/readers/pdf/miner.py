"""The door to pdfminer.six, imported only when its reading is asked for."""

from __future__ import annotations

import io
import logging

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

# It warns on standard error about fonts that it then reads well enough.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def pages(content: bytes, count: int) -> tuple[str, ...] | None:
    """The text of the first pages, ligatures and `(cid:N)` as they come; None where it fails."""
    try:
        return _pages(content, count)
    except Exception:  # noqa: BLE001 - on damaged files it raises whatever its parser stumbles on
        return None


def _pages(content: bytes, count: int) -> tuple[str, ...]:
    resources = PDFResourceManager()
    found: list[str] = []
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    for page, _ in zip(PDFPage.create_pages(document), range(count), strict=False):
        text = io.StringIO()
        device = TextConverter(resources, text, laparams=LAParams())
        PDFPageInterpreter(resources, device).process_page(page)
        found.append(text.getvalue().replace("\x0c", ""))
    return tuple(found)
