r"""The PDF has no structure tags, no language or no title.

A screen reader reads an untagged file in drawing order and pronounces it in the wrong language.
Programs that use the tags find headings and lists without guessing.

What to do: in Word export with 'Document structure tags for accessibility' ticked; Typst tags by
itself: add `#set text(lang: "en")` and `#set document(title: ...)`; LuaLaTeX tags with
`\DocumentMetadata{tagging=on, lang=en}`; Chromium prints tagged files by itself.

Bad (typst):
    = Jane Roe
    This file has tags and a language but no title.

Good (typst):
    #set document(title: "Jane Roe - Resume")
    #set text(lang: "en")
    = Jane Roe

Good (typst):
    #set document(title: "Jürgen Müller - Lebenslauf")
    #set text(lang: "de")
    = Jürgen Müller

Good:
    basics:
      name: Jane Roe
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules import paper
from standout.rules.base import Context, Finding, rule


@rule(
    "A11Y001",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="PDF/UA (ISO 14289); WCAG 2.2, 2.4.2 and 3.1.1",
    why="a screen reader then guesses the order, the language and the name of the file",
    advice="save as tagged (accessible) PDF, with language and title set",
)
def untagged_pdf(context: Context) -> Iterator[Finding]:
    """Look at what the file says about itself."""
    document = context.reading.document
    if document.format != "pdf" or document.tagged is None:
        return
    missing = [
        name
        for name, present in (
            ("structure tags", document.tagged),
            ("language", document.language),
            ("title", document.title),
        )
        if not present
    ]
    if missing:
        words = context.pages[0].words[:1] if context.pages else ()
        *first, last = missing
        all_of_them = f"{', no '.join(first)} and no {last}" if first else last
        yield Finding(
            paper.span_of(words),
            f"the file has no {all_of_them}",
            page=1 if context.pages else None,
        )
