r"""Body text runs in parallel columns.

Programs that read row by row mix the columns: half a line of experience, half a line of skills.
In our own measurement one reader of seven kept 14 % of the facts of a two-column page in place,
another 64 %, the other five all of them. You cannot know which one reads yours.

What to do: put everything into one column; the sidebar's skills and contact go to the top.
In Word use one column and no text boxes; in LaTeX leave classes with a sidebar (AltaCV,
Twenty Seconds CV) for one without; in Typst use no `grid` and no `columns` for sections.
Keep a designed version for people, if you like, and send the plain one to forms.

Evidence disagrees on how many systems still stumble; vendors themselves advise against columns.

Option `share` (0.25): the part of the page's height over which columns must run side by side.
Dates at the right, dates at the left, and short grids of skills are no columns.

Bad (typst):
    #grid(columns: (2fr, 1fr), gutter: 1cm,
      [= Jane Roe
       == Experience
       #lorem(160)],
      [== Skills
       #lorem(70)])

Good (typst):
    = Jane Roe
    == Experience
    *Research engineer*, Acme #h(1fr) 2021 to 2024 \
    - Moved search to a quantised index
    *Data engineer*, Initech #h(1fr) 2019 to 2021 \
    - Wrote the loader and its tests

Good (typst):
    = Jane Roe
    == Skills
    #grid(columns: 3, gutter: 1cm, [Python], [JAX], [CUDA], [Rust], [Go], [SQL])
    == Experience
    #lorem(150)

Good (typst):
    = Jane Roe
    == Experience
    #grid(columns: (3cm, 1fr), gutter: 0.5cm, row-gutter: 1em,
      [2021 -- 2024], [*Research engineer*, Acme \ #lorem(40)],
      [2019 -- 2021], [*Data engineer*, Initech \ #lorem(40)],
      [2017 -- 2019], [*Analyst*, Hooli \ #lorem(40)])
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from standout.diagnostic import Audience, Basis, Severity
from standout.model import Word
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Box

_FEW_LINES = 6


@rule(
    "LAY005",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="own round trip over seven extractors; Greenhouse help 200989175 names columns",
    why="programs that read row by row mix the columns into nonsense",
    advice="set the body in one column",
    audience=Audience.SCANNER,
    options={"share": 0.25},
)
def several_columns(context: Context) -> Iterator[Finding]:
    """Find pages whose columns stand side by side over a good part of the height."""
    for page in context.pages:
        if page.columns < 2:
            continue
        words = paper.wordy(paper.seen(page))
        filled = [each for each in page.column_boxes if _is_text(words, each)]
        side = _side_by_side(filled)
        if side >= context.number("share") * page.height:
            box = filled[1]
            yield Finding(
                paper.span_of(_first_line(words, box)),
                f"{page.columns} columns of text stand side by side",
                page=page.number,
                box=box,
            )
            return


def _is_text(words: Sequence[Word], box: Box) -> bool:
    inside = [word for word in words if _inside(word.box, box)]
    return sum(1 for _ in paper.lines(inside)) >= _FEW_LINES and len(inside) >= 2 * _FEW_LINES


def _inside(word: Box, column: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return column.x0 <= x <= column.x1 and column.y0 <= y <= column.y1


def _side_by_side(columns: Sequence[Box]) -> float:
    heights = [
        min(left.y1, right.y1) - max(left.y0, right.y0) for left, right in combinations(columns, 2)
    ]
    return max(heights, default=0.0)


def _first_line(words: Sequence[Word], box: Box) -> tuple[Word, ...]:
    return next(paper.lines(word for word in words if _inside(word.box, box)), ())
