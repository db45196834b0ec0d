r"""A page has no text that a program could extract.

A scanned or drawn page looks right on screen and is an empty page to every form and search.
Try it: open the file, select all, copy, and paste into a text editor.

What to do: export the resume from the program that it was written in (File > Export > PDF), do not
print it to an image or scan it, and in design programs do not turn text into curves.

A scan with recognised text under the picture is a lesser problem, said as information: what is
read there are guesses.

Bad (typst):
    #set page(margin: 1cm)
    #image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='500' height='700'>
      <path d='M20 20 h460 v20 h-460 z M20 60 h400 v12 h-400 z M20 90 h430 v12 h-430 z
      M20 120 h300 v12 h-300 z M20 200 h460 v300 h-460 z'/></svg>"), format: "svg")

Good (typst):
    = Jane Roe
    Research engineer

Good (typst):
    #place(rect(width: 100%, height: 100%, fill: luma(240)))
    = Jane Roe
    #lorem(40)

Good (typst; page_limit=2):
    = Jane Roe
    #lorem(40)
    #pagebreak()
    #pagebreak(weak: false)
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Severity
from standout.model import Page
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Box, Span

_FEW_LETTERS = 20
_SCAN = 0.6
_PICTURE = 0.2
_CURVES = 100


@rule(
    "ATS001",
    severity=Severity.ERROR,
    basis=Basis.MEASURED,
    source="own round trip: none of seven extractors reads curves or pictures; Lever help 20087345",
    why="to a form or a search this page is empty",
    advice="save the page as text from the program it was written in",
    audience=Audience.SCANNER,
)
def no_text_layer(context: Context) -> Iterator[Finding]:
    """Find drawn pages without words, and scans with recognised text."""
    for page in context.pages:
        visible = sum(len(word.text) for word in page.words if not word.invisible)
        pictured = paper.covered(page, "image") > _PICTURE or len(page.drawings) > _CURVES
        if visible >= _FEW_LETTERS or (visible and not pictured):
            continue
        whole = Box(0.0, 0.0, page.width, page.height)
        if is_scan(page):
            said = "the page is a picture with recognised text: what programs read are guesses"
            span = paper.span_of(page.words)
            yield Finding(span, said, severity=Severity.INFO, page=page.number, box=whole)
        elif pictured or not any(each.words for each in context.pages):
            span = page.words[0].span if page.words else Span(0, 0)
            yield Finding(span, "the page has no text", page=page.number, box=whole)


def is_scan(page: Page) -> bool:
    """Say whether a page is a picture with invisible words under it, as scanners make."""
    hidden = sum(word.invisible for word in page.words)
    return hidden > 0.8 * len(page.words) and paper.covered(page, "image") > _SCAN
