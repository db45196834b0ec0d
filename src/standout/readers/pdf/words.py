"""Words as drawn: pdfium's characters with boxes and styles, before reading order is known."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from standout.model.page import Colour
from standout.readers.pdf.characters import WORD, clean, is_private
from standout.readers.pdf.frame import Frame
from standout.readers.pdf.pdfium import Handle, address, characters, narrow, raw

MAX_CHARACTERS = 60_000
"""A page; a full page of small print has about 8,000."""

_BOLD = re.compile(
    r"bold|black|heavy|[-_, ]demi|semibold|[-_]bd\b|[-_]medi$|cmbx|cmssbx|ecbx|ecsx|sfbx|sfsx",
    re.IGNORECASE,
)
_NAMED_WEIGHT = re.compile(r"regular|light|thin|roman|book|medium|[-_]rg\b", re.IGNORECASE)
_ITALIC = re.compile(
    r"italic|oblique|slanted|[-_,]it\b|[-_]ita[l]?\b|cmti|cmsl|ecti|sfti|sfsl", re.IGNORECASE
)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class Font:
    """One font of the file."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object have in common. `order` is its place in drawing."""

    font: Font
    size: float
    rotation: int
    baseline: float
    colour: Colour | None
    painted: bool
    order: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One word as drawn, in displayed coordinates."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    style: Style
    mixed: bool = False
    """Its letters differ in colour."""

    @property
    def size(self) -> float:
        """Type size in points."""
        return self.style.size


class PageWords:
    """Reads the words of one loaded page."""

    def __init__(
        self, text: Handle, frame: Frame, orders: dict[int, int], fonts: dict[int, Font]
    ) -> None:
        self._text = text
        self._frame = frame
        self._orders = orders
        self._fonts = fonts
        self._styles: dict[int, Style] = {}
        self._rect = raw.FS_RECTF()
        self._rect_at = ctypes.byref(self._rect)

    def read(self) -> Iterator[Piece]:
        """The words in drawing order."""
        for match in WORD.finditer(characters(self._text, MAX_CHARACTERS)):
            start, end = match.span()
            yield from self._word(match[0], start, end)

    def _word(self, text: str, start: int, end: int) -> Iterator[Piece]:
        style = self._style(start)
        if end - start > 1 and self._object(end - 1) != self._object(start):
            yield from self._mixed(text, start)
            return
        first = self._box(start, style)
        last = self._box(end - 1, style)
        width = max(first[2], last[2]) - min(first[0], last[0])
        if end - start > 2 and width > 0.95 * style.size * (end - start) and not style.rotation:
            yield from self._mixed(text, start)
            return
        yield from _piece(text, first, last, style)

    def _mixed(self, text: str, start: int) -> Iterator[Piece]:
        """A word of several text objects, or one with holes: character by character."""
        run: list[tuple[str, tuple[float, float, float, float], Style]] = []
        for offset, char in enumerate(text):
            style = self._style(start + offset)
            box = self._box(start + offset, style)
            if run and _parted(run[-1], (char, box, style)):
                yield from _joined(run)
                run = []
            run.append((char, box, style))
        yield from _joined(run)

    def _object(self, index: int) -> int:
        return address(raw.FPDFText_GetTextObject(self._text, index))

    def _box(self, index: int, style: Style) -> tuple[float, float, float, float]:
        rect = self._rect
        if not raw.FPDFText_GetLooseCharBox(self._text, index, self._rect_at):
            return 0.0, style.baseline, 0.0, style.baseline
        box = self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        if not all(map(math.isfinite, box)):
            return 0.0, style.baseline, 0.0, style.baseline
        if style.rotation:
            return box
        above = min(max(style.baseline - box[1], 0.6 * style.size), style.size)
        below = min(max(box[3] - style.baseline, 0.15 * style.size), 0.35 * style.size)
        return box[0], style.baseline - above, box[2], style.baseline + below

    def _style(self, index: int) -> Style:
        handle = raw.FPDFText_GetTextObject(self._text, index)
        key = address(handle)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._new_style(index, handle)
        return style

    def _new_style(self, index: int, handle: Handle) -> Style:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        _, baseline = self._frame.point(x.value, y.value)
        size = raw.FPDFText_GetFontSize(self._text, index)
        matrix = raw.FS_MATRIX()
        if raw.FPDFText_GetMatrix(self._text, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        if not math.isfinite(size) or size < 3:
            size = self._drawn_size(index, size)
        font = self._font(raw.FPDFTextObj_GetFont(handle)) if handle else Font()
        mode = raw.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        colour, alpha = _colour(handle, mode)
        if mode == 2 and not font.bold:
            font = replace(font, bold=True)
        return Style(
            font=font,
            size=round(size, 2),
            rotation=self._rotation(index),
            baseline=baseline if math.isfinite(baseline) else 0.0,
            colour=colour,
            painted=mode not in (3, 7) and alpha > 12,
            order=self._orders.get(address(handle), -1),
        )

    def _drawn_size(self, index: int, size: float) -> float:
        """Type 3 fonts hide their scale: what is drawn tells it."""
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._text, index, rect)
        height = abs(rect.top - rect.bottom)
        size = size if math.isfinite(size) and size > 0 else 0.0
        return height if math.isfinite(height) and 4 <= height < 1000 else size

    def _rotation(self, index: int) -> int:
        angle = raw.FPDFText_GetCharAngle(self._text, index)
        if not math.isfinite(angle) or angle < 0:
            return 0
        turned = -(round(math.degrees(angle)) + 90 * self._frame.turns) % 360
        return 0 if turned < 4 or turned > 356 else turned

    def _font(self, handle: Handle) -> Font:
        key = address(handle)
        if key not in self._fonts:
            self._fonts[key] = _read_font(handle)
        return self._fonts[key]


def _read_font(handle: Handle) -> Font:
    if not handle:
        return Font()
    name = narrow(raw.FPDFFont_GetBaseFontName, handle)
    name = re.sub(r"^[A-Z]{6}\+", "", name)
    flags = raw.FPDFFont_GetFlags(handle)
    weight = raw.FPDFFont_GetWeight(handle)
    heavy = 650 <= weight <= 1000 and not _NAMED_WEIGHT.search(name)
    bold = bool(_BOLD.search(name)) or heavy or (flags > 0 and bool(flags & _FORCE_BOLD))
    italic = bool(_ITALIC.search(name)) or (flags > 0 and bool(flags & _ITALIC_FLAG))
    return Font(name, bold, italic)


def _colour(handle: Handle, mode: int) -> tuple[Colour | None, int]:
    """What a text object is painted with, and how opaque that is (0-255)."""
    if not handle:
        return None, 255
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    read = raw.FPDFPageObj_GetStrokeColor if mode == 1 else raw.FPDFPageObj_GetFillColor
    if not read(handle, red, green, blue, alpha):
        return None, 255
    return (red.value, green.value, blue.value), alpha.value


def _parted(
    before: tuple[str, tuple[float, float, float, float], Style],
    after: tuple[str, tuple[float, float, float, float], Style],
) -> bool:
    """Say whether two neighbours in pdfium's word stand apart on paper."""
    if before[2].rotation or after[2].rotation:
        return before[2].rotation != after[2].rotation
    size = min(before[2].size, after[2].size)
    if abs(before[2].baseline - after[2].baseline) > 0.5 * size:
        return True
    if is_private(before[0]) != is_private(after[0]):
        return True
    gap = max(after[1][0] - before[1][2], before[1][0] - after[1][2])
    return gap > 0.35 * size


def _joined(run: list[tuple[str, tuple[float, float, float, float], Style]]) -> Iterator[Piece]:
    if not run:
        return
    styles = [style for _, _, style in run]
    style = max(styles, key=styles.count) if len(run) > 1 else styles[0]
    box = run[0][1]
    for _, other, _ in run[1:]:
        box = (
            min(box[0], other[0]),
            min(box[1], other[1]),
            max(box[2], other[2]),
            max(box[3], other[3]),
        )
    mixed = len({each.colour for each in styles}) > 1
    for piece in _piece("".join(char for char, _, _ in run), box, box, style):
        yield replace(piece, mixed=True) if mixed else piece


def _piece(
    text: str,
    first: tuple[float, float, float, float],
    last: tuple[float, float, float, float],
    style: Style,
) -> Iterator[Piece]:
    cleaned = clean(text)
    if cleaned:
        yield Piece(
            cleaned,
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[2], last[2]),
            max(first[3], last[3]),
            style.baseline,
            style,
        )
