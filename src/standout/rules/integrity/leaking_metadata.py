r"""The file's properties tell what the page does not.

Title and author show in browser tabs, previews and search results: 'Microsoft Word -
resume_old_v7.docx', another person's name from a template, a path with your user name.
Tracked changes, comments and attachments travel with the file as well.

What to do: in Word File > Info > Inspect Document; in Acrobat File > Properties; in LaTeX
`\hypersetup{pdftitle=..., pdfauthor=...}`; in Typst `#set document(title: ..., author: ...)`.
Set the title to 'Jane Roe - Resume' and the author to your name, or leave both empty.

Bad (typst):
    #set document(title: "Microsoft Word - resume_old_v7.docx")
    = Jane Roe

Bad (typst):
    #set document(title: "Jane Roe", author: "Lionel Template-Maker")
    = Jane Roe
    jane\@roe.example

Good (typst):
    #set document(title: "Jane Roe - Resume", author: "Jane Roe")
    = Jane Roe

Good (typst):
    #set document(author: "J. Roe")
    = Jane Alexandra Roe

Good (typst):
    = Jane Roe

Good (typst):
    #set document(title: "Résumé of José Núñez", author: "Jose Nunez", keywords: ("resume",))
    = José Núñez
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Document
from standout.patterns import regex
from standout.rules import extracted
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_ODD_TITLE = regex(
    r"microsoft word - .*|untitled.*|document ?\d*"
    r"|(?:.*[\\/])?[^\\/]+\.(?:docx?|tex|odt|rtf|pages|html?|typ)"
    r"|.*template.*|powerpoint presentation|about:blank|localhost.*|file:.*|.*\bdraft\b.*",
    re.IGNORECASE,
)
_PATH = regex(r"[A-Za-z]:\\[^\s\\]|/(?:home|Users|tmp|var|mnt)/\S")
_NAME = regex(r"[^\W\d_]{2,}")
_PROGRAMS = frozenset(
    {"user", "admin", "administrator", "microsoft", "office", "windows", "unknown", "author",
     "anonymous", "owner", "word", "google", "docs", "canva", "python", "docx", "latex", "typst",
     "resume", "cv", "pdf"}
)  # fmt: skip
_CLEAN = Fix(Applicability.FILL_IN, "set title and author, or empty them")


@rule(
    "INT003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; privacy",
    why="browser tabs, previews and search results show these properties to everyone",
)
def leaking_metadata(context: Context) -> Iterator[Finding]:
    """Judge title, author, paths, attachments and tracked changes."""
    document = context.reading.document
    if document.format not in ("pdf", "docx"):
        return
    name = context.resume.basics.name
    span = name.span() if name else Span(0, 0)
    shown = extracted.letters(context.source.text)
    for said in _leaks(document, name.value if name else "", shown):
        yield Finding(span, said, _CLEAN)


def _leaks(document: Document, name: str, shown: str) -> Iterator[str]:
    known = {key.casefold().lstrip("/"): value.strip() for key, value in document.metadata.items()}
    title = (document.title or known.get("title", "")).strip()[:300]
    if title and (_ODD_TITLE.fullmatch(title) or _PATH.search(title)):
        yield f"the file's title is '{title[:60]}'"
    author = known.get("author", "")
    printed = extracted.letters(author) in shown
    if author and name and not printed and _is_somebody_else(author, name):
        yield f"the file's author is '{author[:60]}'"
    yield from _paths(known)
    if document.attachments:
        yield f"the file carries {len(document.attachments)} attached files"
    if document.revisions:
        yield f"{document.revisions} tracked changes or comments are still in the file"


def _is_somebody_else(author: str, name: str) -> bool:
    """At least two names, none of which, nor an initial of which, is the applicant's."""
    theirs = {extracted.letters(each) for each in _NAME.findall(author)} - {""}
    mine = {extracted.letters(each) for each in _NAME.findall(name)} - {""}
    if len(theirs) < 2 or not mine or theirs & _PROGRAMS:
        return False
    whole = extracted.letters(name)
    return not any(each in mine or each in whole for each in theirs) and not any(
        each in extracted.letters(author) for each in mine
    )


def _paths(known: Mapping[str, str]) -> Iterator[str]:
    for key, value in known.items():
        if key != "title" and _PATH.search(value):
            yield f"the property '{key}' holds a path: '{value[:60]}'"
