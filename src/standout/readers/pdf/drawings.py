"""What a page draws besides text, and in which order everything is painted."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from standout.model.page import Colour, Drawing
from standout.readers.pdf.frame import Frame
from standout.readers.pdf.pdfium import Handle, address, raw
from standout.source import Box
from standout.values import frozen

MAX_OBJECTS = 20_000
MAX_DRAWINGS = 4_000
MAX_DEPTH = 12
MAX_CORNERS = 400

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


Point = tuple[float, float]
Shape = tuple[tuple[Point, ...], ...]
"""Closed contours by their corners; what an odd number of them encloses is inside."""


@frozen
class Ground:
    """An opaque area; `colour` is None where it is not known, as for a picture.

    Later `order` paints over earlier. Where the area is not simply its box (rounded cards, frames,
    borders cut from a card by clipping), it is what all `shapes` have in common.
    """

    order: int
    box: Box
    colour: Colour | None
    shapes: tuple[Shape, ...] = ()

    def covers(self, x: float, y: float) -> bool:
        """Say whether a point lies in the area."""
        if not (self.box.x0 <= x <= self.box.x1 and self.box.y0 <= y <= self.box.y1):
            return False
        return all(_holds(shape, x, y) for shape in self.shapes)


@dataclass(slots=True)
class Painted:
    """All a page paints: drawings, opaque grounds and text objects."""

    drawings: list[Drawing] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    texts: dict[int, tuple[int, Handle]] = field(default_factory=dict)
    """The place in painting order of each text object, by its address."""


def painted(page: Handle, frame: Frame) -> Painted:
    """Walk the page's objects, forms included, up to fixed limits."""
    found = Painted()
    text = raw.FPDF_PAGEOBJ_TEXT
    for order, (handle, kind, around) in enumerate(_objects(page)):
        if kind == text:
            found.texts[address(handle)] = order, handle
        elif len(found.drawings) < MAX_DRAWINGS:
            _add(found, handle, kind, around, frame, order)
    return found


@frozen
class _Forms:
    """The forms around an object."""

    matrix: Matrix = _SAME
    mixed: bool = False
    """They are masked or blended with what is below, so that nobody can say what is seen."""

    def inside(self, form: Handle) -> _Forms:
        """With one more form."""
        mixed = self.mixed or bool(raw.FPDFPageObj_HasTransparency(form))
        return _Forms(_times(_matrix(form), self.matrix), mixed)


def _objects(page: Handle) -> Iterator[tuple[Handle, int, _Forms]]:
    """Every object with the forms around it, in painting order, without recursion."""
    stack = [(iter(range(raw.FPDFPage_CountObjects(page))), page, _Forms())]
    kind_of, form, seen = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM, 0
    while stack:
        indices, parent, around = stack[-1]
        read = raw.FPDFFormObj_GetObject if len(stack) > 1 else raw.FPDFPage_GetObject
        for index in indices:
            handle = read(parent, index)
            kind = kind_of(handle)
            seen += 1
            if seen > MAX_OBJECTS:
                return
            if kind == form and len(stack) < MAX_DEPTH:
                inside = iter(range(raw.FPDFFormObj_CountObjects(handle)))
                stack.append((inside, handle, around.inside(handle)))
                break
            yield handle, kind, around
        else:
            stack.pop()


def _matrix(handle: Handle) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _box(handle: Handle, matrix: Matrix, frame: Frame) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    a, b, c, d, e, f = matrix
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    box = frame.box(min(xs), min(ys), max(xs), max(ys))
    return Box(*box) if all(map(math.isfinite, box)) else None


def _holds(shape: Shape, x: float, y: float) -> bool:
    crossings = sum(_crosses(a, b, x, y) for line in shape for a, b in _edges(line))
    return crossings % 2 == 1


def _edges(line: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    return zip(line, (*line[1:], line[0]), strict=True)


def _crosses(a: Point, b: Point, x: float, y: float) -> bool:
    """Say whether a ray from the point to the right meets an edge."""
    return (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


def _add(
    found: Painted, handle: Handle, kind: int, around: _Forms, frame: Frame, order: int
) -> None:
    box = _box(handle, around.matrix, frame)
    if box is None:
        return
    if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
        found.drawings.append(Drawing("image" if kind == raw.FPDF_PAGEOBJ_IMAGE else "shape", box))
        found.grounds.append(Ground(order, box, None))
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        colour, filled, opaque = _paint(handle)
        if colour is None:
            return
        count = raw.FPDFPath_CountSegments(handle)
        found.drawings.append(Drawing(_shape(handle, box, count), box, colour))
        # A thick line is an area too.
        if opaque and (filled or count == 2):
            shapes = _shapes(handle, count, around.matrix, frame)
            known = None if shapes is None or around.mixed else colour
            found.grounds.append(_ground(order, box, known, shapes or []))


def _ground(order: int, box: Box, colour: Colour | None, shapes: list[Shape]) -> Ground:
    """Rectangles along the page's sides only make the box smaller."""
    rest: list[Shape] = []
    for shape in shapes:
        xs = {round(x, 1) for line in shape for x, _ in line}
        ys = {round(y, 1) for line in shape for _, y in line}
        if len(shape) == 1 and len(xs) == 2 == len(ys):
            box = Box(
                max(box.x0, min(xs)),
                max(box.y0, min(ys)),
                min(box.x1, max(xs)),
                min(box.y1, max(ys)),
            )
        else:
            rest.append(shape)
    return Ground(order, box, colour, tuple(rest))


def _shapes(handle: Handle, count: int, matrix: Matrix, frame: Frame) -> list[Shape] | None:
    """A path and what it is clipped to; None for too many corners."""
    found: list[Shape] = []
    if count > 2:
        segments = (raw.FPDFPath_GetPathSegment(handle, index) for index in range(count))
        own = _times(_matrix(handle), matrix)
        found.append(_shape_of(segments, own, frame))
    clip = raw.FPDFPageObj_GetClipPath(handle)
    for path in range(raw.FPDFClipPath_CountPaths(clip) if clip else 0):
        corners = raw.FPDFClipPath_CountPathSegments(clip, path)
        count += corners
        if count > MAX_CORNERS:
            return None
        segments = (raw.FPDFClipPath_GetPathSegment(clip, path, index) for index in range(corners))
        found.append(_shape_of(segments, matrix, frame))
    return None if count > MAX_CORNERS else found


def _shape_of(segments: Iterator[Handle], matrix: Matrix, frame: Frame) -> Shape:
    """The contours; of a curve only every third point lies on it."""
    contours: list[list[Point]] = []
    bends = 0
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for segment in islice(segments, MAX_CORNERS):
        kind = raw.FPDFPathSegment_GetType(segment)
        bends = bends + 1 if kind == raw.FPDF_SEGMENT_BEZIERTO else 0
        if bends % 3:
            continue
        if kind == raw.FPDF_SEGMENT_MOVETO or not contours:
            contours.append([])
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        contours[-1].append(frame.point(*point))
    return tuple(tuple(contour) for contour in contours)


def _paint(handle: Handle) -> tuple[Colour | None, bool, bool]:
    """A path's colour (None where nothing is painted), whether it is filled, and opaque."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, fill, stroke) or not (fill.value or stroke.value):
        return None, False, False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    read = raw.FPDFPageObj_GetFillColor if fill.value else raw.FPDFPageObj_GetStrokeColor
    if not read(handle, red, green, blue, alpha) or alpha.value == 0:
        return None, False, False
    return (red.value, green.value, blue.value), bool(fill.value), alpha.value >= 230


def _shape(handle: Handle, box: Box, count: int) -> str:
    short, long = sorted((box.width, box.height))
    if short <= 3 and long >= 3 * max(short, 1):
        return "rule"
    if count > 24 and any(_is_bent(handle, index) for index in range(min(count, 16))):
        return "curve"
    return "shape"


def _is_bent(handle: Handle, index: int) -> bool:
    segment = raw.FPDFPath_GetPathSegment(handle, index)
    return bool(raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO)
