r"""Text stands out too little from its ground.

Pale grey dates on white vanish on a projector, in print and for one man in twelve.
The bound is WCAG's: 4.5 to 1, and 3 to 1 for type of 18 points or bold type of 14.

What to do: darken the text: on white, grey `#767676` is the palest that passes.

Option `ratio` (4.5): the least contrast; large type needs two thirds of it.
Where less than a twentieth of the words are pale, it is information.
Separators and bullets, page numbers, text on pictures and hidden text (INT001) are left alone.

Bad (typst):
    = Jane Roe
    Research engineer, Acme #h(1fr) #text(fill: rgb("#aaaaaa"))[2021 -- 2024]

Good (typst):
    = Jane Roe
    Research engineer, Acme #h(1fr) #text(fill: rgb("#707070"))[2021 -- 2024]

Good (typst):
    #text(size: 24pt, fill: rgb("#8a8a8a"))[Jane Roe]

    Oslo #text(fill: rgb("#cccccc"))[|] Norway #text(fill: rgb("#cccccc"))[•] Remote

Good (typst):
    #block(fill: rgb("#1f3a5f"), inset: 12pt, width: 100%, text(fill: rgb("#eeeeee"))[Jane Roe])
    #lorem(30)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from standout.diagnostic import Basis, Label, Severity
from standout.model import Drawing, Page, Word
from standout.model.page import Colour
from standout.rules import paper
from standout.rules.base import Context, Finding, rule

_BLACK: Colour = (0, 0, 0)
_ROUNDING = 0.05
_FEW = 0.05
_LARGE, _LARGE_BOLD = 18.0, 14.0


@rule(
    "A11Y002",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="WCAG 2.2, 1.4.3 Contrast (Minimum)",
    why="pale text vanishes in print, on a projector and for many eyes",
    advice="use a darker colour on a light ground: ordinary text needs 4.5 to 1",
    options={"ratio": 4.5},
)
def low_contrast(context: Context) -> Iterator[Finding]:
    """Measure all words; one finding names the palest, labels lead to the other colours."""
    least = context.number("ratio")
    pale: dict[tuple[Colour, float], list[tuple[Page, Word]]] = {}
    for page in context.pages:
        sure = paper.panels(page)
        for word in paper.seen(page)[: paper.MOST_WORDS]:
            if word.colour is None or word.colour == _BLACK:
                continue
            if contrast(word.colour, word.background or paper.WHITE) < _needed(word, least):
                ratio = _contrast_on_page(page, word, sure)
                if ratio is not None and ratio < _needed(word, least) and paper.wordy([word]):
                    pale.setdefault((word.colour, ratio), []).append((page, word))
    if pale:
        found = _finding(pale)
        every = sum(len(page.words) for page in context.pages)
        few = sum(map(len, pale.values())) < _FEW * every
        yield replace(found, severity=Severity.INFO) if few else found


def _finding(pale: dict[tuple[Colour, float], list[tuple[Page, Word]]]) -> Finding:
    first, *others = sorted(pale, key=lambda pair: pair[1])
    page = pale[first][0][0]
    line = next(paper.lines(word for where, word in pale[first] if where is page))
    labels = tuple(Label(pale[each][0][1].span, f"{each[1]:.1f} to 1") for each in others)
    total = sum(map(len, pale.values()))
    count = "1 word has" if total == 1 else f"{total} words have"
    return Finding(
        paper.span_of(line),
        f"{count} too little contrast, down to {first[1]:.1f} to 1",
        labels=labels,
        page=page.number,
        box=paper.box_of(line),
    )


def _needed(word: Word, ratio: float) -> float:
    large = word.size >= (_LARGE_BOLD if word.bold else _LARGE)
    return (ratio * 2 / 3 if large else ratio) - _ROUNDING


def _contrast_on_page(page: Page, word: Word, sure: Sequence[Drawing]) -> float | None:
    """The best contrast with anything that may lie under the word; None on a picture."""
    grounds = paper.grounds(page, word, sure)
    if grounds is None or word.colour is None:
        return None
    return max(contrast(word.colour, each) for each in grounds)


@lru_cache(maxsize=1024)
def contrast(first: Colour, second: Colour) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
