r"""The page is not the size of the paper in the target region.

Printed on the other size, margins are cut or everything shrinks.
The United States and Canada print on Letter (8.5 x 11 in), nearly everyone else on A4 (21 x 29.7
cm).

What to do: set `region` to where you apply, and the paper to it: in Word Layout > Size, in LaTeX
`a4paper` or `letterpaper`, in Typst `#set page("us-letter")`.

Resumes that are only read on a screen do not mind. Left alone are resumes whose place or telephone
number is of a country with the other paper, as long as the region is the default one.

Bad (typst; region=de):
    #set page("us-letter")
    = Jane Roe

Bad (typst; region=us):
    #set page("a4")
    = Jane Roe

Good (typst; region=us):
    #set page("us-letter")
    = Jane Roe

Good (typst; region=uk):
    #set page("a4")
    = Jane Roe

Good (typst):
    #set page("a4")
    = Jane Roe
    jane\@roe.example | +47 555 01 234
    == Experience
    *Research engineer*, Acme, 2021 -- 2024

Good (typst):
    #set page("a4")
    = Jane Roe
    jane\@roe.example | London, UK
    == Experience
    *Research engineer*, Acme, 2021 -- 2024

Good:
    basics:
      name: Jane Roe
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Page
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.rules.settings import Settings
from standout.vocabulary import places

_LETTER, _A4 = (612.0, 792.0), (595.3, 841.9)
_LETTER_REGIONS = frozenset({"us", "ca"})
_LETTER_COUNTRIES = frozenset({"us", "canada"})
_ABROAD = regex(r"(?:\+|\b00)(?!1\b|1[\s(.-])[2-9]\d")
_TOLERANCE = 6.0


@rule(
    "I18N001",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; ISO 216, ANSI/ASME Y14.1",
    why="on the other paper the print loses its margins or shrinks",
    advice="choose that paper, or name the region you apply in",
)
def paper_size(context: Context) -> Iterator[Finding]:
    """Compare the first page with the paper of the target region."""
    if not context.pages:
        return
    page = context.pages[0]
    region = context.settings.region
    wanted, name = (_LETTER, "Letter") if region in _LETTER_REGIONS else (_A4, "A4")
    if _is(page, wanted) or (region == Settings().region and _is(page, _A4) and _abroad(context)):
        return
    cm = [each / paper.POINTS_PER_CM for each in (page.width, page.height)]
    said = f"the page measures {cm[0]:.1f} x {cm[1]:.1f} cm, {name} is usual in region '{region}'"
    yield Finding(paper.span_of(page.words[:1]), said, page=page.number)


def _is(page: Page, size: tuple[float, float]) -> bool:
    return all(
        abs(have - want) <= _TOLERANCE
        for have, want in zip((page.width, page.height), size, strict=True)
    )


def _abroad(context: Context) -> bool:
    basics = context.resume.basics
    if basics.location is not None and (country := places.country(basics.location.value)):
        return country not in _LETTER_COUNTRIES
    return basics.phone is not None and _ABROAD.search(basics.phone.value) is not None
