"""From a page's own coordinates to the displayed page: origin top left, y downwards, points."""

from __future__ import annotations

import ctypes
import math

from standout.readers.pdf.pdfium import Handle, raw
from standout.values import frozen

MAX_SIDE = 20_000.0
"""A displayed side beyond this (the format's own limit is 14,400) is a damaged box."""


@frozen
class Frame:
    """The visible rectangle of a page and the quarter turns it is shown with."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Displayed width in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Displayed height in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as displayed."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle (left, bottom, right, top) as displayed: left, top, right, bottom."""
        if self.turns == 0:  # Asked some thousand times a page.
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def frame(page: Handle) -> Frame:
    """The frame of a loaded page; an absurd box is read as A4."""
    box = raw.FS_RECTF()
    turns = raw.FPDFPage_GetRotation(page) % 4
    if raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        sides = (box.left, box.bottom, box.right, box.top)
        wide, high = box.right - box.left, box.top - box.bottom
        if all(map(math.isfinite, sides)) and 1 < wide < MAX_SIDE and 1 < high < MAX_SIDE:
            return Frame(*sides, turns)
    return Frame(0.0, 0.0, 595.0, 842.0, turns)
