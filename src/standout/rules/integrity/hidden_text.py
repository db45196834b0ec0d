r"""Text is drawn so that no person sees it.

White letters on white paper, type below 3 points, letters behind a picture or off the page: every
extractor reads them. Recruiters know the trick, call it white-fonting and take it for cheating;
a hidden word also turns up in previews, in search hits and when someone marks the page.

What to do: delete the hidden text, or show it if it is true. If you did not put it there, a
template did; export from another one.

The recognised text under a scan is meant to be invisible and is not named here (see ATS001).
Single stray characters are left alone.

Bad (typst):
    = Jane Roe
    Research engineer
    #text(fill: white)[Python TensorFlow Kubernetes leadership]

Bad (typst):
    = Jane Roe
    Research engineer
    #text(size: 1pt)[Python TensorFlow Kubernetes leadership]

Bad (docx):
    Jane Roe
    Research engineer
    white: Python TensorFlow Kubernetes leadership

Good (typst):
    #block(fill: navy, inset: 12pt, width: 100%, text(white)[Jane Roe \ Research engineer])
    #lorem(40)

Good (typst):
    = Jane Roe
    #text(fill: luma(60%))[Oslo, Norway]
    #text(size: 6pt)[Set in Typst]

Good (typst):
    #set page(fill: rgb("#10243e"))
    #set text(fill: white)
    = Jane Roe
    #lorem(40)

Good (typst):
    = Jane Roe
    #rect(fill: white, inset: 6pt)[Research engineer in a box]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Applicability, Audience, Basis, Fix, Severity
from standout.model import Drawing, Page, Word
from standout.model.page import Colour
from standout.rules import paper
from standout.rules.base import Context, Finding, rule

_TINY = 3.0
_FEW_LETTERS = 4
_ALIKE = 20
"""The largest difference of any part of two colours, 0 to 255, that an eye takes for one."""
_DELETE = Fix(Applicability.FILL_IN, "delete it, or show it if it is true")


@rule(
    "INT001",
    severity=Severity.ERROR,
    basis=Basis.MEASURED,
    source="own round trip: all of seven extractors read white 2 pt text; WorkLife on the trick",
    why="every program reads it, and whoever finds it takes it for cheating",
    audience=Audience.SCANNER,
)
def hidden_text(context: Context) -> Iterator[Finding]:
    """Name each run of invisible words once, with the way it is hidden."""
    for span in context.reading.document.hidden:
        text = context.source.text[span.start : span.end]
        if sum(map(str.isalnum, text)) >= _FEW_LETTERS:
            yield Finding(
                span, f"{_counted(len(text.split()))}: set hidden, white or tiny", _DELETE
            )
    for page in context.pages:
        if _is_scan(page):
            continue
        for how, run in _runs(page):
            if sum(c.isalnum() for word in run for c in word.text) >= _FEW_LETTERS:
                said = f"{_counted(len(run))}: {how}"
                yield Finding(
                    paper.span_of(run), said, _DELETE, page=page.number, box=paper.box_of(run)
                )


def _counted(words: int) -> str:
    return f"{'1 word' if words == 1 else f'{words} words'} that no person sees"


def _is_scan(page: Page) -> bool:
    hidden = sum(word.invisible for word in page.words)
    return hidden > 0.8 * len(page.words) and paper.covered(page, "image") > 0.6


def _runs(page: Page) -> Iterator[tuple[str, Sequence[Word]]]:
    """Hidden words that follow each other and are hidden in the same way."""
    sure = paper.panels(page) if any(word.invisible for word in page.words) else []
    run: list[Word] = []
    how = None
    for word in page.words:
        if not word.invisible:
            continue
        hidden = _how(word, page, sure)
        if run and how and (hidden != how or word.span.start > run[-1].span.end + 2):
            yield how, run
            run = []
        how = hidden
        if hidden:
            run.append(word)
    if run and how:
        yield how, run


def _how(word: Word, page: Page, sure: Sequence[Drawing]) -> str | None:
    """In which way a word is surely hidden; None where a drawing leaves room for doubt."""
    box = word.box
    if box.x1 < 0 or box.y1 < 0 or box.x0 > page.width or box.y0 > page.height:
        return "off the page"
    if word.size < _TINY and box.height < 2 * _TINY:
        return f"set in {word.size:.1f} pt"
    grounds = paper.grounds(page, word, sure)
    if word.colour is not None and _alike(word.colour, word.background or paper.WHITE):
        alike = grounds is not None and all(_alike(word.colour, each) for each in grounds)
        return "in the colour of the background" if alike else None
    drawings = page.drawings[: paper.MOST_DRAWINGS]
    # Letters filled with a gradient are a mask with a drawing of their own size on top.
    return None if any(_masks(each, word, page) for each in drawings) else "drawn invisible"


def _alike(first: Colour, second: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) <= _ALIKE


def _masks(drawing: Drawing, word: Word, page: Page) -> bool:
    small = drawing.box.width * drawing.box.height < 0.25 * page.width * page.height
    white = drawing.colour == paper.WHITE
    return small and not white and paper.overlap(drawing.box, word.box) > 0
