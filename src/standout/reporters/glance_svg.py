"""Heat over the words of a page as SVG: over its picture, or over the words as bars."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from standout.model import Page
from standout.model.exposure import LIKELY, NEVER, UNLIKELY, Band, Picture, SeenWord, Sight
from standout.reporters.glance_png import png

COLOURS = {Band.LIKELY: "#e8501e", Band.MAYBE: "#f0b400"}
_OPACITY = {Band.LIKELY: 0.5, Band.MAYBE: 0.35, Band.UNLIKELY: 0.0}
_TOP = 40.0
"""Points between two pages."""


def document(
    pages: Sequence[Page], words: Sequence[SeenWord], pictures: Sequence[Picture], seconds: int
) -> str:
    """One SVG file: the pages below each other with what is seen after some seconds."""
    shown = [page for page in pages if any(each.page == page.number for each in words)]
    width = max((page.width for page in shown), default=1)
    height = sum(page.height + _TOP for page in shown) or 1
    parts, y = [], 0.0
    for page in shown:
        picture = next((each for each in pictures if each.page == page.number), None)
        inside = "".join(_inside(page, words, picture, seconds))
        parts.append(f'<g transform="translate(0 {_number(y)})">{inside}</g>')
        y += page.height + _TOP
    size = f'viewBox="0 0 {_number(width)} {_number(height)}" width="{_number(width)}"'
    title = f"What is likely seen after {seconds} seconds"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n<title>{title}</title>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _inside(
    page: Page, words: Sequence[SeenWord], picture: Picture | None, seconds: int
) -> Iterator[str]:
    size = f'width="{_number(page.width)}" height="{_number(page.height)}"'
    if picture is None:
        yield f'<rect {size} fill="#fff"/>'
        yield from bars(page, words)
    else:
        yield f'<image {size} href="{address(picture)}"/>'
    yield from heat(page, words, seconds)


def heat(page: Page, words: Sequence[SeenWord], seconds: int) -> Iterator[str]:
    """A rectangle for each word that may be seen; the slider reads its times from `data-t`."""
    for each in words:
        if each.page == page.number and each.sight.at(UNLIKELY) < NEVER:
            band = each.sight.band(seconds)
            colour = COLOURS.get(band, COLOURS[Band.LIKELY])
            yield (
                f'<rect {_box(each)} fill="{colour}" fill-opacity="{_OPACITY[band]:g}" '
                f'data-t="{_times(each.sight)}"/>'
            )


def bars(page: Page, words: Sequence[SeenWord]) -> Iterator[str]:
    """The words of a page as grey bars, where there is no picture of it."""
    for each in words:
        if each.page == page.number:
            yield f'<rect {_box(each)} fill="#c8c8ce"/>'


def strips(page: Page, words: Sequence[SeenWord], seconds: int) -> Iterator[str]:
    """The same as few rectangles as can be: words of a line that are seen alike are one."""
    own = (each for each in words if each.page == page.number)
    for (_, band), run in groupby(own, key=lambda each: (each.line, each.sight.band(seconds))):
        boxes = [each.word.box for each in run]
        x0, x1 = min(each.x0 for each in boxes), max(each.x1 for each in boxes)
        y0, y1 = min(each.y0 for each in boxes), max(each.y1 for each in boxes)
        yield (
            f'<rect x="{x0:.0f}" y="{y0:.0f}" width="{x1 - x0:.0f}" height="{y1 - y0:.0f}" '
            f'fill="{COLOURS.get(band, "#d4d4da")}"/>'
        )


def address(picture: Picture) -> str:
    """A picture as an address that holds it."""
    return f"data:image/png;base64,{base64.b64encode(png(picture)).decode()}"


def _times(sight: Sight) -> str:
    """Milliseconds by which a fifth, half and four fifths of the runs have seen a word."""
    return escape(" ".join(str(min(sight.at(each), 999_999)) for each in (0.2001, 0.5, LIKELY)))


def _box(each: SeenWord) -> str:
    box = each.word.box
    left, top = _number(box.x0 - 1), _number(box.y0)
    wide, high = _number(box.width + 2), _number(box.height)
    return f'x="{left}" y="{top}" width="{wide}" height="{high}"'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
