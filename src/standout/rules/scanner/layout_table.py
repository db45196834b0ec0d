r"""Tables arrange the content.

Simple readers of Word files leave tables out, and others read their cells in an order of their own.
Grids of lines on a page hint at the same construction.

What to do: write one line below the other and use tabs for dates. In Word select the table, then
Layout > Convert to Text. A table of results inside a project or publication is fine.

Option `words` (12): a table with fewer words is left alone. So is one that is mostly numbers.

Bad (docx):
    Jane Roe
    | Experience | Research engineer at Acme, moved the search to a quantised index |
    | Education | MSc Computer Science, University of Oslo, with a thesis on caches |

Good (docx):
    Jane Roe
    Experience
    Research engineer at Acme, moved the search to a quantised index

Good (docx):
    Jane Roe
    | Model | Accuracy | 95 | 96 | 97 |
    | Size | 12 | 24 | 36 | 48 |

Good (typst):
    = Jane Roe
    == Experience
    #line(length: 100%)
    *Research engineer*, Acme #h(1fr) 2021 -- 2024
    #line(length: 100%)
    #lorem(50)
    #line(length: 100%)

Good:
    skills:
      - group: Languages
        items: [Python, Rust]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Audience, Basis, Severity
from standout.model import Drawing, Page
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Box

_THIN = 2.5
_LONG = 20.0
_FRAME = 0.6
"""An upright line longer than this part of the page frames it or parts its columns."""


@rule(
    "ATS009",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Greenhouse help 200989175 and DaXtra help KA-01555 name tables",
    why="simple readers leave tables out, others change the order of their cells",
    advice="use plain lines and tabs in place of the table",
    audience=Audience.SCANNER,
    options={"words": 12},
)
def layout_table(context: Context) -> Iterator[Finding]:
    """Find tables that hold prose (DOCX), and grids of ruled cells (PDF)."""
    for span in context.reading.document.tables:
        words = context.source.text[span.start : span.end].split()
        numbers = sum(any(c.isdigit() for c in word) for word in words)
        if len(words) >= context.number("words") and numbers < len(words) / 3:
            yield Finding(span, f"{len(words)} words stand in a table")
    for page in context.pages:
        yield from _ruled(context, page)


def _ruled(context: Context, page: Page) -> Iterator[Finding]:
    upright = [
        each
        for each in page.drawings
        if each.box.width <= _THIN and _LONG <= each.box.height <= _FRAME * page.height
    ][: paper.MOST_DRAWINGS]
    level = [d for d in page.drawings if d.box.height <= _THIN and d.box.width >= _LONG]
    level = level[: paper.MOST_DRAWINGS]
    grid = _grid(upright, level)
    if grid is None:
        return
    words = [word for word in paper.wordy(page.words) if paper.overlap(word.box, grid) > 0]
    numbers = sum(any(c.isdigit() for c in word.text) for word in words)
    if len(words) >= context.number("words") and numbers < len(words) / 3:
        span = paper.span_of(words[:1])
        yield Finding(
            span, f"{len(words)} words stand in the cells of a table", page=page.number, box=grid
        )


def _grid(upright: Sequence[Drawing], level: Sequence[Drawing]) -> Box | None:
    """The box of at least three upright and three level lines that cross each other."""
    crossing = [u for u in upright if sum(_cross(u.box, each.box) for each in level) >= 2]
    crossed = [each for each in level if sum(_cross(u.box, each.box) for u in upright) >= 2]
    columns = {round(each.box.x0 / 4) for each in crossing}
    rows = {round(each.box.y0 / 4) for each in crossed}
    if len(columns) < 3 or len(rows) < 3:
        return None
    box = crossed[0].box
    for each in (*crossing, *crossed):
        box = box.union(each.box)
    return box


def _cross(upright: Box, level: Box) -> bool:
    return (
        level.x0 - _THIN <= upright.x0 <= level.x1 + _THIN
        and upright.y0 - _THIN <= level.y0 <= upright.y1 + _THIN
    )
