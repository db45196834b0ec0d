r"""The last page holds only a few lines.

A page turned for three lines looks like a mistake, and the lines on it are the least read.

What to do: a few words cut from statements whose last line holds one or two words usually bring
the lines back. If the page is wanted, fill at least a fifth of it.

Option `share` (0.2): the part of the page's height that text must fill.
A page that only lists references or publications is left alone.

Bad (typst; page_limit=2):
    = Jane Roe
    #lorem(300)
    #pagebreak()
    - Ran the reading group.
    - Wrote the on-call guide.

Good (typst; page_limit=2):
    = Jane Roe
    #lorem(300)
    #pagebreak()
    #lorem(300)

Good (typst):
    = Jane Roe
    A short first page is no last page of a longer resume.

Good (typst; page_limit=2):
    = Jane Roe
    #lorem(300)
    #pagebreak()
    == Publications
    - Roe, J. (2023). Caching for retrieval. MLSys.

Good (typst; page_limit=2):
    #set page(columns: 2)
    = Jane Roe
    #lorem(700)
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_LISTS = (SectionKind.PUBLICATIONS, SectionKind.REFERENCES)


@rule(
    "LAY002",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="a page turned for a few lines looks unfinished, and nobody reads the lines",
    advice="cut a few words until the lines move up, or fill the page",
    options={"share": 0.2},
)
def nearly_empty_last_page(context: Context) -> Iterator[Finding]:
    """Measure how far down the text of the last page reaches."""
    if len(context.pages) < 2:
        return
    last = context.pages[-1]
    words = paper.seen(last)
    box = paper.box_of(words)
    if box is None or paper.covered(last, "image") > 0.2:
        return
    if box.height / last.height >= context.number("share") or _begins_list(context, words[0].span):
        return
    count = len(list(paper.lines(words)))
    yield Finding(
        paper.span_of(words),
        f"the last page holds only {count} line{'' if count == 1 else 's'}",
        page=last.number,
        box=box,
    )


def _begins_list(context: Context, first: Span) -> bool:
    """Say whether a list has the page to itself, and is not merely left over."""
    return any(
        section.span().start <= first.end and first.start <= section.span().start
        for section in context.resume.of_kind(*_LISTS)
    )
