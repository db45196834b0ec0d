r"""A heading stands at the foot of a page, and its section on the next.

A reader who turns the page has forgotten the heading, and a program that reads page by page files
the section under the one before.

What to do: keep the heading with what follows. In Word: Paragraph > Line and page breaks > Keep
with next. In LaTeX `\needspace{3\baselineskip}` before the heading; in Typst
`#show heading: it => block(sticky: true, it)`.

Bad (typst; page_limit=2):
    #set page(height: 12cm)
    #show heading: it => block(sticky: false, it)
    = Jane Roe
    == Experience
    - Moved the search of documents to a quantised index
    #v(1fr)
    #block[*EDUCATION*]
    #pagebreak()
    MSc Computer Science, University of Oslo, 2016 -- 2018 \
    BSc Computer Science, University of Oslo, 2013 -- 2016

Good (typst; page_limit=2):
    #set page(height: 12cm)
    = Jane Roe
    == Experience
    - Moved the search of documents to a quantised index
    #v(1fr)
    == Education
    MSc Computer Science, University of Oslo, 2016 -- 2018
    #pagebreak()
    BSc Computer Science, University of Oslo, 2013 -- 2016

Good (typst; page_limit=2):
    #set page(height: 12cm)
    = Jane Roe
    == Experience
    - Moved the search of documents to a quantised index
    #pagebreak()
    == Education
    MSc Computer Science, University of Oslo, 2016 -- 2018

Good:
    experience:
      - title: ML engineer
        organization: Acme
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Page, Section, Word
from standout.rules import paper
from standout.rules.base import Context, Finding, rule

_LOW = 0.6
"""The part of the page below which a heading can stand at its foot."""
_FIX = Fix(Applicability.CONFIRM, "keep the heading on the page of its section")


@rule(
    "LAY009",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice of typesetters",
    why="after the page is turned nobody knows what the lines belong to",
)
def stranded_heading(context: Context) -> Iterator[Finding]:
    """Look for headings that end a page of one column while their section begins the next."""
    for page in context.pages[:-1]:
        words = paper.wordy(paper.seen(page)) if page.columns == 1 else []
        for section in context.resume.sections if words else ():
            heading = section.heading.span() if section.heading else None
            if heading and heading.contains(words[-1].span) and _is_left(page, words, section):
                yield Finding(
                    heading, "the heading ends this page, its section begins on the next", _FIX
                )


def _is_left(page: Page, words: Sequence[Word], section: Section) -> bool:
    span = section.heading.span() if section.heading else section.span()
    if section.span().end <= span.end:
        return False
    heading = [word for word in words if span.contains(word.span)]
    top = min(word.box.y0 for word in heading)
    below = (word for word in words if word.box.y0 > top and word not in heading)
    return top > _LOW * page.height and not any(below)
