r"""Contact details or content sit in a header, a footer or a text box.

Many programs read only the body of a Word file; what stands in its header, its footer or in a
floating box is gone for them, most often the name, the e-mail and the telephone number.

What to do: move the text into the body. In Word, click into the header, cut, close the header and
paste at the top of the page; cut a box's text and delete the box. In Google Docs use no header.

Page numbers, dates of issue and what stands in the body as well are left alone.

Bad (docx):
    header: Jane Roe, jane@roe.example, +47 555 01 234
    Experience
    Research engineer, Acme, 2021 to 2024

Good (docx):
    header: Jane Roe, page 1 of 2
    Jane Roe
    jane@roe.example
    Experience
    Research engineer, Acme, 2021 to 2024

Good (typst):
    #set page(header: [Jane Roe], numbering: "1 / 1")
    = Jane Roe
    jane\@roe.example

Good:
    basics:
      name: Jane Roe
      email: jane@roe.example
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.date_words import MONTHS
from standout.diagnostic import Audience, Basis, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_WORD = regex(r"[^\W_]+")
_PAGING = regex(
    r"(?:page|seite|pagina|página|of|von|de|sur|\d+|cv|resume|résumé|vitae|curriculum|currículum"
    r"|lebenslauf|last|updated?|version|stand|date|datum|confidential|vertraulich)"
)
_CONTACT = regex(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?<!\d)(?!(?:19|20)\d\d[./-]|\d{1,2}[./-]\d{1,2}[./-])"
    r"\+?\d[\d ()./-]{7,}\d"
)


@rule(
    "ATS008",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Greenhouse help 200989175; mammoth issue 9; docling issue 1529",
    why="programs that read the body alone never see it",
    advice="move it into the body of the page",
    audience=Audience.SCANNER,
)
def text_in_header_or_box(context: Context) -> Iterator[Finding]:
    """Find boxed text whose words are nowhere in the body."""
    text = context.source.text
    boxed = context.reading.document.boxed
    body = _words(_outside(text, boxed))
    for span in boxed:
        inside = text[span.start : span.end]
        reached = _CONTACT.search(inside)
        if not _words(inside) - body and (reached is None or reached[0] in _outside(text, boxed)):
            continue
        kind = "contact details stand" if reached else "text stands"
        yield Finding(span, f"{kind} in a header, footer or box that body readers skip")


def _words(text: str) -> set[str]:
    words = {match[0].casefold() for match in _WORD.finditer(text)}
    return {word for word in words if not _PAGING.fullmatch(word) and word not in MONTHS}


def _outside(text: str, spans: tuple[Span, ...]) -> str:
    kept = []
    at = 0
    for span in sorted(spans):
        kept.append(text[at : span.start])
        at = max(at, span.end)
    return " ".join((*kept, text[at:]))
