r"""Words are printed over each other.

A date that is wider than its column runs into the title beside it, and neither can be read.
Text readers often mix the letters of both.

What to do: give the column more room, shorten what stands in it, or let the line wrap.

Words count as overprinted where a third of the narrower one lies under another word of about the
same size on the same line; what is hidden, rotated or drawn twice for boldness does not.

Bad (typst):
    = Jane Roe
    == Experience
    #place(dx: 60pt)[*Research engineer*, Acme]
    Jan 2021 -- May 2024

    - Cut latency from 90 ms to 30 ms

Good (typst):
    = Jane Roe
    == Experience
    #grid(columns: (130pt, 1fr), [Jan 2021 -- May 2024], [*Research engineer*, Acme])
    - Cut latency from 90 ms to 30 ms

Good (typst):
    #set par(leading: 0.1em)
    = Jane Roe
    Tight lines touch each other and can be read, \
    and so can CO#sub[2], E = mc#super[2] and a Å with its ring.

Good (typst):
    = Jane Roe
    #place(dx: 0.3pt)[Twice drawn words]
    Twice drawn words

Good (typst):
    = Jane Roe
    #place(text(90pt, fill: luma(235))[DRAFT])
    Research engineer at Acme, who moved search to a quantised index on two machines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Applicability, Audience, Basis, Fix, Label, Severity
from standout.model import Page, Word
from standout.rules import paper
from standout.rules.base import Context, Finding, rule

_MOST = 1500
"""Words of a page that are compared: more is no resume."""
_ALIKE = 1.6
"""How much larger one of two overprinted words may be: larger ones are watermarks."""


@rule(
    "LAY010",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="own measurement: text readers mix the letters of both words",
    why="neither word can be read, by people or by programs",
    audience=Audience.SCANNER,
)
def overprinted_words(context: Context) -> Iterator[Finding]:
    """Find the pairs of words that share their place, told once a resume."""
    pairs = [(page, pair) for page in context.pages for pair in _pairs(page)]
    if not pairs:
        return
    page, (first, second) = pairs[0]
    count = "a word is" if len(pairs) == 1 else f"{len(pairs)} words are"
    said = f"{count} printed over another: '{first.text[:40]}' and '{second.text[:40]}'"
    fix = Fix(Applicability.FILL_IN, "give the column more room, or shorten what stands in it")
    labels = tuple(Label(one.span, "this one too") for _, (one, _) in pairs[1:3])
    box = paper.box_of((first, second))
    yield Finding(first.span, said, fix, labels, page=page.number, box=box)


def _pairs(page: Page) -> Iterator[tuple[Word, Word]]:
    words = [each for each in paper.wordy(page.words) if not (each.invisible or each.rotation)]
    rows = sorted(words[:_MOST], key=lambda each: each.box.y0)
    for at, one in enumerate(rows):
        yield from _over(one, rows, at + 1)


def _over(one: Word, rows: Sequence[Word], start: int) -> Iterator[tuple[Word, Word]]:
    box = one.box
    lowest, left, right = box.y1 - 0.3 * box.height, box.x0, box.x1
    for at in range(start, len(rows)):
        other = rows[at]
        if other.box.y0 > lowest:
            return
        beside = other.box.x0 >= right or other.box.x1 <= left
        if not beside and one.text != other.text and _share_a_place(one, other):
            yield one, other


def _share_a_place(one: Word, other: Word) -> bool:
    low, high = sorted((one.size, other.size))
    if high > _ALIKE * low:
        return False
    height = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    width = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    narrow = min(one.box.width, other.box.width)
    return height > 0.6 * min(one.box.height, other.box.height) and width > max(4.0, narrow / 3)
