"""The annotated PDF: marks where the words are, however the page lies, and nothing that acts."""

from __future__ import annotations

import ctypes
import datetime
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from standout import api
from standout.model import Report
from standout.reporters.annotated import annotate
from standout.rules.settings import Settings
from standout.source import Box, Span
from tests.checking import typeset
from tests.reporters.sample import finding

MARKUP = '#set page(paper: "a5")\n= Ada\nSome words\n\nOther words\n\nLast words'


def turned(turn: int, crop: bool) -> bytes:  # noqa: FBT001 - a case
    """A page, turned for display and perhaps cropped."""
    pdf = pypdfium2.PdfDocument(typeset(MARKUP))
    pdf[0].set_rotation(turn)
    if crop:
        pdf[0].set_cropbox(20, 30, 400, 590)
    copy = io.BytesIO()
    pdf.save(copy)
    return copy.getvalue()


def report_on(content: bytes, words: str) -> Report:
    """A report with one finding at some words."""
    report = api.check(
        content, "cv.pdf", api.Case(Settings(select=("SUP",)), datetime.date(2026, 1, 1))
    )
    start = report.reading.source.text.index(words)
    return replace(report, diagnostics=(finding("AAA001", Span(start, start + len(words))),))


@contextmanager
def first_page(content: bytes) -> Iterator[Any]:
    """The first page of a PDF."""
    pdf = pypdfium2.PdfDocument(content)
    page = pdf[0]
    yield page
    page.close()
    pdf.close()


def kinds(page: Any) -> list[int]:
    """The kinds of a page's annotations."""
    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        found.append(pdfium.FPDFAnnot_GetSubtype(annotation))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def text_under(page: Any) -> str:
    """The page's own text inside the rectangle of its first annotation."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, 0)
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    pdfium.FPDFPage_CloseAnnot(annotation)
    text: str = page.get_textpage().get_text_bounded(box.left, box.bottom, box.right, box.top)
    return text.strip()


def note(page: Any) -> str:
    """What the first annotation says."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, 0)
    buffer = (ctypes.c_ushort * 2000)()
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, 4000)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return bytes(buffer)[: size - 2].decode("utf-16-le")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [False, True])
def test_highlight_lies_on_the_words(turn: int, crop: bool) -> None:  # noqa: FBT001 - a case
    """The text under the highlight, in the page's own coordinates, is the quoted text."""
    content = turned(turn, crop)
    with first_page(annotate(content, report_on(content, "Last words"))) as page:
        assert kinds(page) == [pdfium.FPDF_ANNOT_HIGHLIGHT]
        assert text_under(page) == "Last words"


def test_note_is_text_of_any_script() -> None:
    """Brackets, scripts and line ends arrive as they are; nothing is an action."""
    content = typeset(MARKUP)
    report = report_on(content, "Some words")
    said = replace(report.diagnostics[0], message="(a) \\) /JS (app.alert) 日本語 😀")
    marked = annotate(content, replace(report, diagnostics=(said,)))
    with first_page(marked) as page:
        assert "(a) \\) /JS (app.alert) 日本語 😀" in note(page)
    assert marked.count(b"/JavaScript") == 0
    assert marked.count(b"/OpenAction") == content.count(b"/OpenAction")


def test_kinds() -> None:
    """Words are highlighted, a drawn thing is framed, what has no place gets a note."""
    content = typeset(MARKUP)
    report = report_on(content, "Last words")
    found = (
        *report.diagnostics,
        finding("BBB001", Span(0, 0), page=1, box=Box(10, 10, 50, 50)),
        finding("CCC001", Span(0, 0), page=1),
        finding("DDD001", Span(0, 0), page=1, box=Box(0, 0, 400, 600)),
    )
    with first_page(annotate(content, replace(report, diagnostics=found))) as page:
        assert kinds(page) == [
            pdfium.FPDF_ANNOT_HIGHLIGHT,
            pdfium.FPDF_ANNOT_SQUARE,
            pdfium.FPDF_ANNOT_TEXT,
            pdfium.FPDF_ANNOT_TEXT,
        ]
