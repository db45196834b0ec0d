"""A letter is checked as if it were a resume.

A cover letter has a salutation, paragraphs and a closing, no jobs with dates and no lists.
What is asked of a resume is not asked of it, so this is the only thing said of it.
A file that holds the letter and the resume is judged as a resume.

Bad (text):
    Jane Roe
    jane@roe.example

    Dear Hiring Manager,
    ^^^^^^^^^^^^^^^^^^^^

    I am writing to apply for the position of research engineer that you posted on your site.
    For four years I have built models that help ships find their way at night and in the fog.

    Sincerely,
    Jane Roe

Good (text):
    Jane Roe
    jane@roe.example

    EXPERIENCE
    Research engineer, Acme, 2021 - 2024
    - Built models that help ships find their way at night and in the fog

    Best regards,
    Jane Roe

Good (text):
    Jane Roe
    jane@roe.example

    EDUCATION
    MSc Physics, University of Bonn, 2019 - 2021

    Dear Hiring Manager,
    I am writing to apply for the position of research engineer that you posted on your site.
    Sincerely,
    Jane Roe

Good:
    experience:
      - title: Editor
        statements:
          - Dear Reader, a column of the paper, drew 400 letters a week
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Resume, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_SALUTATION = regex(
    r"^[ \t]*(?P<words>(?:dear|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|madame|monsieur"
    r"|estimad[oa]s?|a quien corresponda|gentile|egregi[oa]?|spettabile|geachte|prezad[oa]s?)"
    r"\b[^\n]{0,60}?[,:!])[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
    needs="dear concern sehr_g liebe madame monsieur estimad a_quien gentile egregi spettabile "
    "geachte prezad",
)
_CLOSING = regex(
    r"^[ \t]*(?:(?:yours )?(?:sincerely|faithfully|truly)|(?:with )?(?:(?:best|kind|warm) )?regards"
    r"|respectfully"
    r"|mit freundlichen grüßen|freundliche grüße|hochachtungsvoll|cordialement"
    r"|veuillez agréer|bien à vous|atentamente|un cordial saludo|cordiali saluti|distinti saluti"
    r"|met vriendelijke groet|atenciosamente)\b[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_RESUMES = (
    SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS,
    SectionKind.PUBLICATIONS,
)  # fmt: skip


@rule(
    "SEC011",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="what a resume needs is nothing that a letter lacks",
    alone=True,
)
def letter_not_resume(context: Context) -> Iterator[Finding]:
    """Look for a salutation and a closing below it, where no heading of a resume stands."""
    text = context.source.text
    salutation = _SALUTATION.search(text)
    if salutation is None or _has_headings(context.resume):
        return
    if _CLOSING.search(text, salutation.end()):
        fix = Fix(Applicability.FILL_IN, "check the resume that goes with it")
        yield Finding(Span(*salutation.span("words")), "this is a letter, not a resume", fix)


def _has_headings(resume: Resume) -> bool:
    return any(
        section.kind in _OF_RESUMES and (section.heading is not None or len(section.entries) > 1)
        for section in resume.sections
    )
