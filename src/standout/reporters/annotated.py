"""The PDF itself, with each finding as a highlight that carries a note."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from itertools import count
from typing import Any

from standout.diagnostic import Diagnostic, Severity
from standout.model import Report
from standout.source import Box
from standout.values import frozen

COLOURS = {
    Severity.ERROR: (255, 120, 110),
    Severity.WARNING: (255, 205, 80),
    Severity.INFO: (130, 190, 255),
}
AUTHOR = "standout"
OPACITY = 110
NOTE = 20.0
"""Size in points of a note that belongs to no words."""
EDGE = 12.0
"""Its distance in points from the page's edges."""
LARGE = 100_000.0
"""Square points, a fifth of a page: a box beyond this says the page, and gets a note."""
PRINTED = 4
"""The annotation flag that lets a mark appear on paper."""


def annotate(content: bytes, report: Report) -> bytes:
    """A copy of a PDF with the findings of its report as annotations.

    Notes are plain text: nothing in them is a link or an action. The pages stay as they are.
    """
    import pypdfium2

    pdf = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(pdf)):
            page = pdf[number]
            left, bottom, right, top = page.get_bbox()
            paper = _Paper(left, bottom, right, top, page.get_rotation() // 90 % 4)
            corners = (_corner(index) for index in count())
            for each in _on_page(report, number + 1):
                _annotate(page.raw, paper, each, _shape(report, each, number + 1, corners))
            page.close()
        copy = io.BytesIO()
        pdf.save(copy)
    finally:
        pdf.close()
    return copy.getvalue()


@frozen
class _Paper:
    """The visible rectangle of a page in its own coordinates, and how it is turned for display."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A displayed point (from the top left, downwards) in the page's own coordinates."""
        if self.turns == 0:
            return self.left + x, self.top - y
        if self.turns == 1:
            return self.left + y, self.bottom + x
        if self.turns == 2:
            return self.right - x, self.bottom + y
        return self.right - y, self.top - x

    def corners(self, box: Box) -> tuple[tuple[float, float], ...]:
        """Top left, top right, bottom left, bottom right, as displayed."""
        return (
            self.point(box.x0, box.y0),
            self.point(box.x1, box.y0),
            self.point(box.x0, box.y1),
            self.point(box.x1, box.y1),
        )


def _on_page(report: Report, number: int) -> Iterator[Diagnostic]:
    for each in report.diagnostics:
        # What stands nowhere on paper (a missing section, the file itself) goes on page one.
        if (report.location(each).page or 1) == number:
            yield each


@frozen
class _Shape:
    """How a finding is drawn: words highlighted, a thing framed, or a note in the corner."""

    kind: str
    boxes: tuple[Box, ...]


def _shape(report: Report, each: Diagnostic, number: int, corners: Iterator[Box]) -> _Shape:
    box = each.box
    if box is not None and box.width * box.height < LARGE:
        return _Shape("frame", (box,))
    rows = _rows(report, each, number) if box is None and each.page is None else ()
    return _Shape("highlight", rows) if rows else _Shape("note", (next(corners),))


def _rows(report: Report, each: Diagnostic, number: int) -> tuple[Box, ...]:
    """One box a drawn line, so that a highlight follows the text and not its outline."""
    rows: list[Box] = []
    for place in report.reading.source.places_in(each.span):
        if place.page != number:
            continue
        if rows and _same_row(rows[-1], place.box):
            rows[-1] = rows[-1].union(place.box)
        else:
            rows.append(place.box)
    return tuple(rows)


def _same_row(one: Box, other: Box) -> bool:
    middle = (other.y0 + other.y1) / 2
    return one.y0 <= middle <= one.y1 and other.x0 >= one.x0


def _corner(index: int) -> Box:
    """Where the note of a finding without words stands: side by side along the upper edge."""
    x = EDGE + index * (NOTE + 4)
    return Box(x, EDGE, x + NOTE, EDGE + NOTE)


def _annotate(page: Any, paper: _Paper, each: Diagnostic, shape: _Shape) -> None:
    import pypdfium2.raw as pdfium

    kinds = {
        "highlight": pdfium.FPDF_ANNOT_HIGHLIGHT,
        "frame": pdfium.FPDF_ANNOT_SQUARE,
        "note": pdfium.FPDF_ANNOT_TEXT,
    }
    annotation = pdfium.FPDFPage_CreateAnnot(page, kinds[shape.kind])
    if not annotation:
        return
    points = [point for box in shape.boxes for point in paper.corners(box)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    around = pdfium.FS_RECTF(left=min(xs), top=max(ys), right=max(xs), bottom=min(ys))
    pdfium.FPDFAnnot_SetRect(annotation, around)
    for box in shape.boxes if shape.kind == "highlight" else ():
        flat = [number for point in paper.corners(box) for number in point]
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, pdfium.FS_QUADPOINTSF(*flat))
    colour = (*COLOURS[each.severity], OPACITY)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour)
    pdfium.FPDFAnnot_SetFlags(annotation, PRINTED)
    _write(annotation, b"T", AUTHOR)
    _write(annotation, b"Contents", _note(each))
    pdfium.FPDFPage_CloseAnnot(annotation)


def _note(each: Diagnostic) -> str:
    lines = [f"{each.severity.value} {each.code} {each.name}: {each.message}"]
    if each.why:
        lines.append(f"Why: {each.why}")
    if each.fix:
        lines.append(f"To do: {each.fix.message}")
    return "\n".join(lines)


def _write(annotation: Any, key: bytes, text: str) -> None:
    import pypdfium2.raw as pdfium

    wide = (text + "\0").encode("utf-16-le", errors="replace")
    units = (ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide)
    pdfium.FPDFAnnot_SetStringValue(annotation, key, units)
