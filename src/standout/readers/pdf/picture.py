"""A page as a picture."""

from __future__ import annotations

import ctypes

from standout.model.exposure import Picture
from standout.readers.pdf import pdfium
from standout.readers.pdf.frame import frame
from standout.readers.pdf.guard import too_large

MOST_PIXELS = 2_000_000
"""Of one picture; a page at 96 dpi has a million."""
_WHITE = 0xFFFFFFFF


def pictures(content: bytes, most: int, scale: float = 4 / 3) -> tuple[Picture, ...]:
    """The first `most` pages of a PDF, `scale` pixels a point (96 dpi unless told).

    Pages that are damaged or cannot be opened are left out; very large ones come smaller.
    """
    if too_large(content) is not None:
        return ()
    try:
        with pdfium.opened(content) as document:
            count = min(most, pdfium.raw.FPDF_GetPageCount(document))
            drawn = (_picture(document, number, scale) for number in range(1, count + 1))
            return tuple(each for each in drawn if each is not None)
    except (pdfium.PasswordError, pdfium.DamagedError):
        return ()


def _picture(document: pdfium.Handle, number: int, scale: float) -> Picture | None:
    raw = pdfium.raw
    with pdfium.page(document, number - 1) as page:
        if page is None:
            return None
        shown = frame(page)
        area = max(1.0, shown.width * shown.height)
        scale = min(scale, (MOST_PIXELS / area) ** 0.5)
        width, height = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
        stride = 3 * width
        pixels = (ctypes.c_ubyte * (stride * height))()
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, pixels, stride)
        if not bitmap:
            return None
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
            flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
    return Picture(number, width, height, bytes(pixels), scale)
