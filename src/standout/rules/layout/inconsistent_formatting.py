r"""The same kind of element is styled in several ways.

Readers learn in a second what a heading, a title and a date look like, and then look for it.
The one that looks different is passed over, and suggests that nobody proofread the page.

What to do: use styles (Word, Google Docs: Heading 1, Heading 2), commands (LaTeX: `\section`) or
show rules (Typst) instead of formatting by hand.

Only a lone exception is named: at least three of a kind agree and one differs in one way, on
pages with one column. Headings are compared by size, weight, slant, capitals and colour; titles
within one section by size, weight and slant; dates by numbers against month names.

Bad (typst):
    = Jane Roe
    == Experience
    Research engineer, Acme \ #lorem(12)
    == Projects
    #lorem(20)
    == Education
    MSc Computer Science, 2019
    #text(size: 18pt)[== Skills]
    Python, JAX

Good (typst):
    = Jane Roe
    == Experience
    #lorem(20)
    == Projects
    #lorem(20)
    == Education
    #lorem(20)
    == Skills
    Python, JAX

Good (typst):
    = Jane Roe
    == Experience
    *Research engineer*, Acme #h(1fr) Jan 2021 -- May 2024 \
    - #lorem(9)
    *Data engineer*, Initech #h(1fr) 2019 -- 2021 \
    - #lorem(9)
    *Analyst*, Hooli #h(1fr) Mar 2017 -- Sep 2019 \
    - #lorem(9)

Good (typst):
    #grid(columns: (2fr, 1fr), gutter: 1cm,
      [= Jane Roe
       == Experience
       #lorem(60)
       == Projects
       #lorem(60)
       == Education
       #lorem(20)],
      [#text(size: 9pt)[== Skills] #lorem(30)])
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from standout.diagnostic import Basis, Severity
from standout.model import Resume, SectionKind
from standout.patterns import regex
from standout.rules import paper
from standout.rules.base import Context, Finding, rule
from standout.source import Text

_AGREEING = 3
_NUMERIC = regex(r"\b\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d[./-]\d{1,2}\b")
_NAMED = regex(r"(?<![^\W\d_])[^\W\d_]{3,12}\.? (?:19|20)\d\d\b")


@rule(
    "LAY006",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="readers look for what the other headings and titles have taught them to see",
    advice="write it like the others",
)
def inconsistent_formatting(context: Context) -> Iterator[Finding]:
    """Name the lone exception among headings, among the titles of a section, among dates."""
    if not context.pages or any(page.columns > 1 for page in context.pages):
        return
    resume = context.resume
    headings = list(_headings(resume))
    yield from _exception(headings, [_heading(context, each) for each in headings], "heading")
    for section in resume.of_kind(SectionKind.EXPERIENCE, SectionKind.PROJECTS):
        titles = [each.title for each in section.entries if each.title is not None]
        yield from _exception(titles, [_title(context, each) for each in titles], "title")
    dates = [each.dates.text for part in resume.sections for each in part.entries if each.dates]
    named = [(each, _date(each.value)) for each in dates]
    usual = [(text, form) for text, form in named if form is not None]
    yield from _exception([text for text, _ in usual], [form for _, form in usual], "date")


def _headings(resume: Resume) -> Iterator[Text]:
    """The headings of sections alone of their kind: a second 'Languages' may be a group's label."""
    kinds = Counter(section.kind for section in resume.sections)
    for section in resume.sections:
        if section.heading is not None and kinds[section.kind] == 1:
            yield section.heading


def _exception(texts: Sequence[Text], styles: Sequence[Hashable], kind: str) -> Iterator[Finding]:
    counted = Counter(styles).most_common()
    if len(counted) != 2 or counted[0][1] < _AGREEING or counted[1][1] != 1:
        return
    usual, odd = counted[0][0], counted[1][0]
    if _differences(usual, odd) > 1:
        return  # what differs in several ways is rather a line that was taken for a heading
    text = texts[styles.index(odd)]
    yield Finding(text.span(), f"this {kind} is written unlike the other {counted[0][1]}")


def _differences(usual: Hashable, odd: Hashable) -> int:
    if isinstance(usual, tuple) and isinstance(odd, tuple):
        return sum(one != other for one, other in zip(usual, odd, strict=True))
    return 1


def _heading(context: Context, text: Text) -> Hashable:
    words = paper.words_under(context.pages, text.span())
    if not words:
        return None
    first = words[0]
    return round(first.size), first.bold, first.italic, first.colour, text.value.isupper()


def _title(context: Context, text: Text) -> Hashable:
    words = paper.words_under(context.pages, text.span())
    return (round(words[0].size), words[0].bold, words[0].italic) if words else None


def _date(text: str) -> str | None:
    numeric, named = _NUMERIC.search(text), _NAMED.search(text)
    if bool(numeric) == bool(named):
        return None
    return "numeric" if numeric else "named"
