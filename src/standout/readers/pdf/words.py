"""Words as drawn: pdfium's characters with boxes and styles, before reading order is known."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from standout.model.page import Colour
from standout.patterns import regex
from standout.readers.pdf.bands import Bands
from standout.readers.pdf.characters import WORD, clean, is_private, is_right_to_left
from standout.readers.pdf.fonts import Font, read_font
from standout.readers.pdf.frame import Frame
from standout.readers.pdf.pdfium import Handle, address, characters, raw
from standout.source import Box
from standout.values import frozen

_FILL_AND_STROKE = 2
_UNPAINTED, _CLIPPING = 3, 7
_LAM = "\u0644"
_ALEF_LAM = regex(f"[\u0622\u0623\u0625\u0627]{_LAM}")
_SEEN = 12
"""Of 255: less opaque text is not seen."""
_NO_TEXT = 2
"""Bytes that pdfium wants for the text of an object without text."""
_TWINS = 400
"""How many texts at a height are tried for the one that unpainted text is the shadow of."""
_MOST_SHADOWS = 2_000
"""Letters or words on a page."""
_DISPLAY = 14.0
"""Points: from this size on, type sets names and titles."""
_NARROWEST = 0.08
"""In type sizes: the least space between words in large type."""
_CAMEL = regex(r"[^\W\d_A-Z][A-Z]")
_ASCENT, _DESCENT = 0.78, 0.22
"""Of a usual face, in type sizes."""


@frozen
class Style:
    """What the characters of one text object have in common. `order` is its place in drawing."""

    font: Font
    size: float
    rotation: int
    baseline: float
    colour: Colour | None
    painted: bool
    order: int
    clips: bool = False
    """It is not painted itself but cut out of what is painted next (text filled by a gradient)."""


@frozen
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
    spacing: float = 0.0
    """The least gap between its letters, where it is of capitals and they are spaced."""

    @property
    def size(self) -> float:
        """Type size in points."""
        return self.style.size


_Sides = tuple[float, float, float, float]
_Letter = tuple[str, _Sides, Style]


class PageWords:
    """Reads the words of one loaded page."""

    def __init__(
        self, text: Handle, frame: Frame, texts: dict[int, tuple[int, Handle]], limit: int
    ) -> None:
        self.characters = characters(text, limit)
        self.is_cut = raw.FPDFText_CountChars(text) > limit
        self._text = text
        self._frame = frame
        self._texts = texts
        self._dropped: Bands[tuple[Box, Handle]] | None = None
        self._shadows = 0
        self._fonts: dict[int, Font] = {}
        self._styles: dict[int, Style] = {}
        # Browsers draw each letter as its own object, so this runs thousands of times a page:
        # the structures that pdfium fills are made once.
        self._rect, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._rect_at, self._matrix_at = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin_at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._channels = [ctypes.c_uint() for _ in range(4)]
        self._channels_at = [ctypes.byref(channel) for channel in self._channels]

    def read(self) -> Iterator[Piece]:
        """The words in drawing order."""
        for match in WORD.finditer(self.characters):
            start, end = match.span()
            pieces = self._word(match[0], start, end)
            yield from self._spaced(pieces, start, end) if match[0].isupper() else pieces

    def _spaced(self, pieces: Iterator[Piece], start: int, end: int) -> Iterator[Piece]:
        """A word of capitals with its letter-spacing."""
        for piece in pieces:
            if end - start == len(piece.text) > 1 and not piece.style.rotation:
                boxes = [
                    self._box(index, piece.style) for index in range(start, min(end, start + 6))
                ]
                least = min(after[0] - before[2] for before, after in pairwise(boxes))
                if least > 0.05 * piece.size:
                    piece = replace(piece, spacing=least)
            yield piece

    def _word(self, text: str, start: int, end: int) -> Iterator[Piece]:
        style = self._style(start)
        first = self._box(start, style)
        length = end - start
        if length == 1:
            yield from _piece(text, first, style)
            return
        last = self._box(end - 1, style)
        doubled = length % 2 == 0 and text[::2] == text[1::2]
        camel = style.size >= _DISPLAY and self._has_narrow_space(text, start, style)
        if not (style.rotation or doubled or camel) and _is_even(first, last, style, length):
            ending = self._style(end - 1)
            if ending is style or _alike(style, ending):
                # Written from left to right, such a word was drawn last letter first.
                if is_right_to_left(text):
                    text = self._with_ligatures(text[::-1], range(end - 1, start - 1, -1), style)
                yield from _piece(text, _around(first, last), style)
                return
        yield from self._mixed(self._with_ligatures(text, range(start, end), style), start)

    def _with_ligatures(self, text: str, places: range, style: Style) -> str:
        """A word with the two letters of the glyph for lam and alef in the order of writing.

        One glyph stands for lam before alef and never the other way, whichever letter comes first
        where it is drawn. `places` are the indices of the letters.
        """
        for match in _ALEF_LAM.finditer(text) if _LAM in text else ():
            at = match.start()
            if self._box(places[at], style)[0] == self._box(places[at + 1], style)[0]:
                text = text[:at] + match[0][::-1] + text[at + 2 :]
        return text

    def _has_narrow_space(self, text: str, start: int, style: Style) -> bool:
        """Say whether white space stands before a capital inside a word: 'JaneRoe'."""
        return any(
            self._box(start + at, style)[0] - self._box(start + at - 1, style)[2]
            > _NARROWEST * style.size
            for at in (match.end() - 1 for match in _CAMEL.finditer(text))
        )

    def _mixed(self, text: str, start: int) -> Iterator[Piece]:
        """A word of several styles, or one with holes: character by character."""
        run: list[_Letter] = []
        for offset, char in enumerate(text):
            style = self._style(start + offset)
            letter = (char, self._box(start + offset, style), style)
            if run and _starts_name(run, letter):
                yield from _joined(run)
                run = []
            if run and _is_copy(run[-1], letter):
                if letter[2].painted:
                    run[-1] = letter
                continue
            if run and _parted(run[-1], letter):
                yield from _joined(run)
                run = []
            run.append(letter)
        yield from _joined(run)

    def _box(self, index: int, style: Style) -> _Sides:
        rect, baseline, size = self._rect, style.baseline, style.size
        found = raw.FPDFText_GetLooseCharBox(self._text, index, self._rect_at)
        x0, y0, x1, y1 = self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        if not found or not math.isfinite(x0 + y0 + x1 + y1):
            return 0.0, baseline, 0.0, baseline
        if style.rotation:
            return x0, y0, x1, y1
        # Heights come from the type size: some fonts claim absurd ones, others one a letter.
        return x0, baseline - _ASCENT * size, x1, baseline + _DESCENT * size

    def _style(self, index: int) -> Style:
        handle = raw.FPDFText_GetTextObject(self._text, index)
        key = address(handle)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._new_style(index, handle)
        return style

    def _new_style(self, index: int, handle: Handle) -> Style:
        raw.FPDFText_GetCharOrigin(self._text, index, *self._origin_at)
        _, baseline = self._frame.point(self._x.value, self._y.value)
        size, rotation = self._size_and_rotation(index)
        font, mode, colour, alpha = Font(), 0, None, 255
        if handle:
            font = self._font(raw.FPDFTextObj_GetFont(handle))
            mode = raw.FPDFTextObj_GetTextRenderMode(handle)
            colour, alpha = self._colour(handle, mode)
            if mode == _UNPAINTED or alpha <= _SEEN:
                handle = self._twin(handle)
                mode = raw.FPDFTextObj_GetTextRenderMode(handle)
                colour, alpha = self._colour(handle, mode)
        if mode == _CLIPPING:
            colour = None
        if mode == _FILL_AND_STROKE and not font.bold:
            font = replace(font, bold=True)
        return Style(
            font=font,
            size=size,
            rotation=rotation,
            baseline=baseline if math.isfinite(baseline) else 0.0,
            colour=colour,
            painted=mode not in (_UNPAINTED, _CLIPPING) and alpha > _SEEN,
            order=self._texts.get(address(handle), (-1, None))[0],
            clips=mode == _CLIPPING,
        )

    def _size_and_rotation(self, index: int) -> tuple[float, int]:
        """Type size in points, and the counter-clockwise turn of the text in degrees."""
        size = raw.FPDFText_GetFontSize(self._text, index)
        degrees = 0.0
        if raw.FPDFText_GetMatrix(self._text, index, self._matrix_at):
            matrix = self._matrix
            size *= math.hypot(matrix.c, matrix.d)
            if math.isfinite(matrix.a) and math.isfinite(matrix.b):
                degrees = math.degrees(math.atan2(matrix.b, matrix.a))
        if not math.isfinite(size) or size < 3:
            size = self._drawn_size(index, size)
        turned = round(degrees - 90 * self._frame.turns) % 360
        return round(size, 2), 0 if turned < 4 or turned > 356 else turned

    def _drawn_size(self, index: int, size: float) -> float:
        """Type 3 fonts hide their scale: what is drawn tells it."""
        raw.FPDFText_GetLooseCharBox(self._text, index, self._rect_at)
        height = abs(self._rect.top - self._rect.bottom)
        size = size if math.isfinite(size) and size > 0 else 0.0
        return height if math.isfinite(height) and 4 <= height < 1000 else size

    def _colour(self, handle: Handle, mode: int) -> tuple[Colour | None, int]:
        """What a text object is painted with, and how opaque that is (0-255)."""
        read = raw.FPDFPageObj_GetStrokeColor if mode == 1 else raw.FPDFPageObj_GetFillColor
        if not read(handle, *self._channels_at):
            return None, 255
        red, green, blue, alpha = self._channels
        return (red.value, green.value, blue.value), alpha.value

    def _twin(self, handle: Handle) -> Handle:
        """The painted text in the place of an unpainted one, or the latter.

        Browsers draw the shadow of a word as a picture with unpainted text over it, then the word;
        of two equal letters in one place pdfium gives the first.
        """
        self._shadows += 1
        if self._shadows > _MOST_SHADOWS:
            return handle
        box = self._ink(handle)
        if self._dropped is None:
            self._dropped = Bands(self._painted_but_dropped())
        middle = (box.y0 + box.y1) / 2
        seen = islice(reversed(self._dropped.at(middle)), _TWINS)
        return next((other for ink, other in seen if _lies_on(box, ink)), handle)

    def _painted_but_dropped(self) -> Iterator[tuple[Box, tuple[Box, Handle]]]:
        for _, handle in self._texts.values():
            mode = raw.FPDFTextObj_GetTextRenderMode(handle)
            if (
                raw.FPDFTextObj_GetText(handle, self._text, None, 0) <= _NO_TEXT
                and mode not in (_UNPAINTED, _CLIPPING)
                and self._colour(handle, mode)[1] > _SEEN
            ):
                box = self._ink(handle)
                yield box, (box, handle)

    def _ink(self, handle: Handle) -> Box:
        """Around a text object, in its own coordinates, upwards."""
        sides = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(handle, *sides)
        left, bottom, right, top = (side.value for side in sides)
        box = Box(left, bottom, right, top)
        return box if math.isfinite(left + bottom + right + top) else Box(0.0, 0.0, 0.0, 0.0)

    def _font(self, handle: Handle) -> Font:
        key = address(handle)
        if key not in self._fonts:
            self._fonts[key] = read_font(handle)
        return self._fonts[key]


def _lies_on(box: Box, other: Box) -> bool:
    """Say whether two texts share most of the smaller one's place."""
    wide = min(box.x1, other.x1) - max(box.x0, other.x0)
    high = min(box.y1, other.y1) - max(box.y0, other.y0)
    return wide > 0.6 * min(box.width, other.width) and high > 0.6 * min(box.height, other.height)


def _is_even(first: _Sides, last: _Sides, style: Style, length: int) -> bool:
    """Say whether a word of so many letters can reach from its first to its last one."""
    return last[0] >= first[0] and last[2] - first[0] <= 0.95 * style.size * max(length, 2)


def _alike(one: Style, other: Style) -> bool:
    return (
        one.font == other.font
        and one.size == other.size
        and one.colour == other.colour
        and one.painted == other.painted
        and abs(one.baseline - other.baseline) < 0.05 * one.size
    )


def _is_copy(before: _Letter, after: _Letter) -> bool:
    """Say whether a letter lies on an equal one: a shadow, or a way to fake bold type."""
    shift = max(abs(before[1][0] - after[1][0]), abs(before[2].baseline - after[2].baseline))
    if after[2].rotation:
        shift = max(shift, abs(before[1][1] - after[1][1]))
    has_place = before[1][2] > before[1][0]
    # The letters of a ligature have one place as well, and one text object draws them.
    ligature = before[0] == "f" and before[1] == after[1] and before[2] is after[2]
    near = shift <= 0.12 * after[2].size
    return has_place and before[0] == after[0] and near and not ligature


def _starts_name(run: list[_Letter], after: _Letter) -> bool:
    """Say whether a capital behind small letters of large type opens a word: 'Jane' 'Roe'.

    Fonts for titles have narrow spaces. The gap must be wider than any other of the word.
    """
    before = run[-1]
    size = after[2].size
    if size < _DISPLAY or after[2].rotation or not (before[0].islower() and after[0].isupper()):
        return False
    widest = max((two[1][0] - one[1][2] for one, two in pairwise(run)), default=0.0)
    return after[1][0] - before[1][2] > max(_NARROWEST * size, widest + 0.04 * size)


def _parted(before: _Letter, after: _Letter) -> bool:
    """Say whether two neighbours in pdfium's word stand apart on paper."""
    if before[2].rotation or after[2].rotation:
        return before[2].rotation != after[2].rotation
    size = min(before[2].size, after[2].size)
    if abs(before[2].baseline - after[2].baseline) > 0.5 * size:
        return True
    if is_private(before[0]) != is_private(after[0]):
        return True
    gap = max(after[1][0] - before[1][2], before[1][0] - after[1][2])
    return gap > (0.35 if before[2].font == after[2].font else 0.12) * size


def _joined(run: list[_Letter]) -> Iterator[Piece]:
    styles = [style for _, _, style in run if style.painted] or [style for _, _, style in run]
    box = run[0][1]
    for _, other, _ in run[1:]:
        box = _around(box, other)
    mixed = len({each.colour for each in styles}) > 1
    usual = Counter((each.font, each.colour) for each in styles).most_common(1)[0][0]
    style = next(each for each in styles if (each.font, each.colour) == usual)
    # Small capitals and raised figures are smaller than the word they are part of.
    largest = max(styles, key=lambda each: each.size)
    if largest is not style:
        style = replace(style, size=largest.size, baseline=largest.baseline)
    for piece in _piece("".join(char for char, _, _ in run), box, style):
        yield replace(piece, mixed=True) if mixed else piece


def _around(one: _Sides, other: _Sides) -> _Sides:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _piece(text: str, box: _Sides, style: Style) -> Iterator[Piece]:
    cleaned = clean(text)
    if cleaned:
        yield Piece(cleaned, *box, style.baseline, style)
