r"""Tiny type, narrow margins or tight lines make the page hard to read.

Readers skim what has white space and skip what looks like fine print.
A page reached by squeezing says more than one reached by cutting, and is read less.

What to do: set body text in 10 to 11 points, margins of 1.5 to 2.5 cm and lines 1.15 to 1.3 times
the type size; then cut words until the page fits.
In Word and Google Docs: Layout > Margins, and line spacing. In LaTeX: the class option `11pt` and
the `geometry` package. In Typst: `#set text(size: 10.5pt)`, `#set page(margin: 2cm)`.

Margins and lines count on full pages, where text takes up 70 % of the height.

Options: `type` (9.5): smallest body type in points. `margin` (1.2): narrowest margin in cm.
`leading` (1.1): smallest distance of lines, in multiples of the type size.
The size is that of most letters, so small dates or captions do not count; neither do margins
that a coloured panel or banner fills.

Bad (typst):
    #set text(size: 8pt)
    = Jane Roe
    #lorem(200)

Bad (typst):
    #set page(margin: 0.7cm)
    = Jane Roe
    #lorem(800)

Bad (typst):
    #set par(leading: 0.2em)
    = Jane Roe
    #lorem(900)

Good (typst):
    #set text(size: 10pt)
    #set page(margin: 1.5cm)
    = Jane Roe
    #lorem(800)
    #text(size: 7pt)[Updated in May]

Good (typst):
    #set page(margin: (left: 0cm, rest: 2cm))
    #place(rect(width: 5cm, height: 24cm, fill: navy, inset: 8pt, text(white)[
      Jane Roe, research engineer \ Oslo \ jane\@roe.example \ Python \ JAX \ CUDA]))
    #pad(left: 6cm)[#lorem(200)]

Good (typst; page_limit=2):
    = Jane Roe
    #lorem(150)

Good (typst):
    #set text(size: 11pt)
    #set page(margin: 1.3cm)
    = Jane Roe
    #lorem(800)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise

from standout.diagnostic import Basis, Severity
from standout.model import Drawing, Page, Word
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Box

_FEW_LINES = 5
_FULL = 0.7
_MOST_PANELS = 100


@rule(
    "LAY003",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2018 (vendor study: clutter and little white space do worst)",
    why="readers skim what has white space and skip what looks like fine print",
    advice="set type of 10 pt or more and margins of 1.5 cm or more, and cut words instead",
    options={"type": 9.5, "margin": 1.2, "leading": 1.1},
)
def squeezed_page(context: Context) -> Iterator[Finding]:
    """Measure body type, margins and leading; one finding names all that is too small."""
    size = paper.body_size(context.pages)
    for page in context.pages:
        words = paper.wordy(paper.seen(page))
        words = [word for word in words if word.rotation == 0]
        printed = list(paper.lines(words))
        if len(printed) < _FEW_LINES:
            continue
        box = paper.box_of(words)
        full = box is not None and box.height > _FULL * page.height
        said = [
            *_type(context, size),
            *(_margin(context, page, _of_size(printed, size)) if full else ()),
            *(_leading(context, printed) if full else ()),
        ]
        if said:
            span = paper.span_of(printed[0])
            only_type = said == [*_type(context, size)]
            named = "the type is small" if only_type else "the page is squeezed"
            told = f"{named}: {', '.join(said)}"
            yield Finding(span, told, page=page.number, box=box)
            return


def _type(context: Context, size: float) -> Iterator[str]:
    if 0 < size < context.number("type") - 0.05:
        yield f"body type of {size:.1f} pt"


def _margin(context: Context, page: Page, printed: Sequence[Sequence[Word]]) -> Iterator[str]:
    panels = [each.box for each in page.drawings if _is_panel(each, page)][:_MOST_PANELS]
    boxes = [paper.box_of(line) or line[0].box for line in printed if not _on_any(panels, line[0])]
    if len(boxes) < max(_FEW_LINES, len(printed) / 2):
        return
    sides = {
        "left": _third(box.x0 for box in boxes),
        "right": _third(page.width - box.x1 for box in boxes),
        "top": min(box.y0 for box in boxes),
        "bottom": min(page.height - box.y1 for box in boxes),
    }
    side, narrowest = min(sides.items(), key=lambda each: each[1])
    cm = narrowest / paper.POINTS_PER_CM
    if 0 <= cm < context.number("margin") - 0.02:
        yield f"a {side} margin of {cm:.1f} cm"


def _of_size(printed: Sequence[tuple[Word, ...]], size: float) -> list[tuple[Word, ...]]:
    """The lines in body type or larger: no notes at the edge of the page."""
    return [line for line in printed if line[0].size > size - 0.3]


def _third(distances: Iterable[float]) -> float:
    """The third smallest: one long line is no margin."""
    return nsmallest(3, distances)[-1]


def _is_panel(drawing: Drawing, page: Page) -> bool:
    area = drawing.box.width * drawing.box.height
    coloured = drawing.kind == "image" or drawing.colour != paper.WHITE
    return coloured and 0.01 * page.width * page.height < area


def _on_any(panels: Sequence[Box], word: Word) -> bool:
    if word.background not in (None, paper.WHITE):
        return True
    half = 0.5 * word.box.width * word.box.height
    return any(paper.overlap(panel, word.box) > half for panel in panels)


def _leading(context: Context, printed: Sequence[Sequence[Word]]) -> Iterator[str]:
    ratios = [
        (low.box.y1 - high.box.y1) / low.size
        for (high, *_), (low, *_) in pairwise(printed)
        if low.size > 0 and abs(high.size - low.size) < 0.2 and _next_line(high, low)
    ]
    usual = sorted(ratios)[len(ratios) // 2] if len(ratios) >= _FEW_LINES else None
    if usual is not None and usual < context.number("leading"):
        yield f"lines {usual:.2f} times the type size apart"


def _next_line(high: Word, low: Word) -> bool:
    return 0.5 * low.size < low.box.y1 - high.box.y1 < 2 * low.size
