"""Where a page can be clicked, and what opens then."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator

from standout.readers.pdf.bands import Bands
from standout.readers.pdf.frame import Frame
from standout.readers.pdf.pdfium import Handle, narrow, raw
from standout.source import Box
from standout.values import frozen

MAX_LINKS = 2_000


@frozen
class Hotspot:
    """A clickable rectangle, as displayed."""

    url: str
    box: Box

    def holds(self, box: Box) -> bool:
        """Say whether more than half of a rectangle's width, and its middle, lie inside."""
        wide = min(self.box.x1, box.x1) - max(self.box.x0, box.x0)
        middle = (box.y0 + box.y1) / 2
        return wide > 0.5 * box.width and self.box.y0 - 1 <= middle <= self.box.y1 + 1


def hotspots(document: Handle, page: Handle, frame: Frame) -> Bands[Hotspot]:
    """The web, mail and phone links of a loaded page."""
    found: dict[Hotspot, None] = {}
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(MAX_LINKS):
        if not raw.FPDFLink_Enumerate(page, at, link):
            break
        url = _url(document, link)
        if url:
            found.update((Hotspot(url, box), None) for box in _joined(_boxes(link, frame)))
    return Bands((spot.box, spot) for spot in found)


def _url(document: Handle, link: Handle) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    return narrow(raw.FPDFAction_GetURIPath, document, action).strip()


def _boxes(link: Handle, frame: Frame) -> Iterator[Box]:
    quads = raw.FPDFLink_CountQuadPoints(link)
    quad = raw.FS_QUADPOINTSF()
    for index in range(min(quads, 64)):
        if raw.FPDFLink_GetQuadPoints(link, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield from _finite(frame.box(min(xs), min(ys), max(xs), max(ys)))
    rect = raw.FS_RECTF()
    if quads <= 0 and raw.FPDFLink_GetAnnotRect(link, rect):
        yield from _finite(frame.box(rect.left, rect.bottom, rect.right, rect.top))


def _joined(boxes: Iterable[Box]) -> Iterator[Box]:
    """The boxes of one link, those that follow each other on a line as one.

    A typesetter may give a box for each piece of a word, and an empty one for each place where
    the word may break: no piece holds the word.
    """
    last: Box | None = None
    for box in boxes:
        if not box.width or not box.height:
            continue
        if last is not None and _follows(last, box):
            last = last.union(box)
            continue
        if last is not None:
            yield last
        last = box
    if last is not None:
        yield last


def _follows(last: Box, box: Box) -> bool:
    height = min(last.height, box.height)
    level = abs(last.y0 - box.y0) < 0.5 * height
    return level and -height < box.x0 - last.x1 < height


def _finite(sides: tuple[float, float, float, float]) -> Iterator[Box]:
    if all(map(math.isfinite, sides)):
        yield Box(*sides)
