r"""The resume is longer than its reader expects.

A first look lasts seconds; what stands on a later page is seen by few.
The limit is the setting `page_limit` (1; the `research` preset has none, 0).
More than twice the limit is an error.

What to do: cut the oldest and the weakest statements before you touch type size or margins.

Evidence disagrees.
One page is a habit of the United States; two are usual in the United Kingdom, in Germany and for
ten years of experience, and one vendor's study found recruiters prefer two.
An academic CV has no limit. Set `page_limit` to what your reader expects.

Bad (typst):
    = Jane Roe
    Page one.
    #pagebreak()
    == Experience
    Page two.

Good (typst):
    = Jane Roe
    Research engineer at Acme, 2021 to 2024.

Good (typst; page_limit=2):
    = Jane Roe
    Page one.
    #pagebreak()
    Page two.

Good (typst; preset=research):
    = Jane Roe
    Page one.
    #pagebreak()
    Page two.
    #pagebreak()
    Page three.
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules import paper
from standout.rules.base import Context, Finding, rule


@rule(
    "LAY001",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2018 (vendor study: two pages are fine for seniors); practice",
    why="a first look lasts seconds, and few readers turn the page in it",
    advice="cut what does not serve this application, or set the page limit of your field",
)
def too_many_pages(context: Context) -> Iterator[Finding]:
    """Compare the number of pages with the limit; the place is the first page beyond it."""
    limit = context.settings.page_limit
    count = max(len(context.pages), context.reading.document.pages)
    if limit == 0 or count <= limit:
        return
    beyond = context.pages[limit] if len(context.pages) > limit else None
    words = paper.seen(beyond) if beyond else []
    first_line = next(paper.lines(words), ())
    yield Finding(
        paper.span_of(first_line),
        f"the resume has {count} pages, {limit} {'is' if limit == 1 else 'are'} expected",
        severity=Severity.ERROR if count > 2 * limit else None,
        page=limit + 1 if beyond else None,
        box=paper.box_of(words),
    )
