r"""The file is protected, too large, oddly named or not what its name says.

Forms refuse or skip such files without a word: a name ending in `.docx` on a PDF, an owner's
password against copying, more than the 2.5 MB that one vendor parses.
A name like `Untitled (3).pdf` is the first thing a recruiter sees of you.

What to do: export without protection, shrink pictures, and call the file
`Firstname_Lastname_Resume.pdf`.

Option `megabytes` (2.5): the largest file; the limit of one vendor, others take more.
Only PDF and Word files are judged: other formats are not handed in. Odd names are information.

Bad (typst; name=Untitled.pdf):
    = Jane Roe

Bad (typst; name=resume.docx):
    = Jane Roe

Good (typst; name=Jane_Roe_Resume.pdf):
    = Jane Roe

Good (typst; name=resume-2024-en.PDF):
    = Jane Roe

Good (typst; name=Jürgen Müller – Lebenslauf.pdf):
    = Jürgen Müller

Good (yaml; name=Untitled.yaml):
    basics:
      name: Jane Roe
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_SUFFIXES = {"pdf": ("pdf",), "docx": ("docx", "docm")}
_NAMELESS = regex(
    r"untitled|unnamed|document ?\d*|new document.*|~\$.*|scan ?\d*|img ?\d+", re.IGNORECASE
)
_COPY = regex(
    r"copy of .+|.+ copy(?: ?\(\d+\))?|.*\(\d{1,2}\)|.*\bfinal final\b.*|.*\bfinal ?v?\d{1,2}"
    r"|.*\bdraft\b.*",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[\s_-]+")
"""What stands between the words of a file's name."""


@rule(
    "ATS011",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Greenhouse help 200989175 (not parsed above 2.5 MB)",
    why="forms skip such files without telling you",
    advice="save it without protection, under 2.5 MB, as 'First-Last-resume.pdf'",
    audience=Audience.SCANNER,
    options={"megabytes": 2.5},
)
def file_problem(context: Context) -> Iterator[Finding]:
    """Look at protection, size, suffix and name of a file that can be handed in."""
    document = context.reading.document
    suffixes = _SUFFIXES.get(document.format)
    if suffixes is None:
        return
    start = Span(0, 0)
    stem, _, suffix = re.split(r"[/\\]", context.source.name)[-1].rpartition(".")
    megabytes = document.size / 1_000_000
    if document.encrypted:
        yield Finding(start, "the file is protected: some programs refuse to read it")
    if megabytes > context.number("megabytes"):
        yield Finding(start, f"the file is {megabytes:.1f} MB large")
    if stem and suffix.lower() not in suffixes:
        yield Finding(
            start, f"the name ends in .{suffix}, the content is {document.format.upper()}"
        )
    elif (said := _said(_BETWEEN.sub(" ", stem))) is not None:
        yield Finding(start, f"'{stem[:60]}' {said}", severity=Severity.INFO)


def _said(words: str) -> str | None:
    """What a file's name says to whom it is sent; None where nothing is wrong with it."""
    if _NAMELESS.fullmatch(words):
        return "says nothing about you"
    return "looks like a working copy" if _COPY.fullmatch(words) else None
