"""A part that every reader expects is absent.

Expected are skills, education, and deeds: experience, projects, open source or publications.
Without any deed the finding is a warning.
It is silent where a section has a heading of its own making, because that may be the one, and
where a line begins or ends with the name of the part. Only English resumes are looked at, and only
those that were read whole.

Bad:
    basics:
      name: Ada Example
            ^^^^^^^^^^^
    skills:
      - Python
    experience:
      - title: ML engineer

Good:
    basics:
      name: Ada Example
    skills:
      - Python
    projects:
      - title: Tokenizer
    education:
      - degree: BSc

Good (yaml; preset=research):
    publications:
      - title: A paper
    education:
      - degree: PhD

Good:
    basics:
      name: Ada Example
    sections:
      - heading: Things I build with
        statements:
          - Python and Rust
    experience:
      - title: ML engineer
    education:
      - degree: BSc

Good:
    skills:
      - Python
    experience:
      - title: ML engineer
      - title: Student assistant
        degree: BSc Physics
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Resume, Section, SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS, is_english, top

_DEEDS = (*DEEDS, SectionKind.PUBLICATIONS)
_EXPECTED = (*_DEEDS, SectionKind.EDUCATION, SectionKind.SKILLS)


def _named(words: str) -> re.Pattern[str]:
    """Words near the start of a line or at its end: a heading that was not taken for one."""
    return re.compile(
        rf"^.{{0,25}}\b(?:{words})\b|\b(?:{words}):?[ \t]*$", re.IGNORECASE | re.MULTILINE
    )


_WORK = _named("experience|employment|career|work history|projects?|publications?")
_SKILLS = _named("skills?|technolog(?:y|ies)|competenc(?:y|ies|es)|expertise|tech stack|tools")
_SCHOOLS = _named(r"education|academic|degrees?|university|college|bachelor|master|ph\.?d|b\.?sc")


@rule(
    "SEC006",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Ladders 2012: recruiters look for jobs, dates and education; practice for skills",
    why="a reader who does not find an expected part assumes that there is nothing to tell",
)
def missing_section(context: Context) -> Iterator[Finding]:
    """Compare the kinds that are there with the kinds that are expected."""
    yield from _empty(context.resume)
    kinds = {each.kind for each in context.resume.sections}
    if not context.is_whole or SectionKind.OTHER in kinds or not is_english(context.resume):
        return
    at = top(context.resume)
    text = context.source.text
    if not kinds.intersection(_DEEDS) and not _WORK.search(text):
        ask = _ask("what you did")
        yield Finding(
            at, "there is no experience, project or publication", ask, (), Severity.WARNING
        )
    wanted = context.settings.preset != "research"
    if wanted and SectionKind.SKILLS not in kinds and not _SKILLS.search(text):
        yield Finding(at, "there is no skills section", _ask("the skills you can prove"))
    if SectionKind.EDUCATION not in kinds and not _has_degree(context.resume, text):
        yield Finding(at, "there is no education section", _ask("your highest degree"))


def _empty(resume: Resume) -> Iterator[Finding]:
    """Headings of the expected parts with nothing below them, nor below another of their kind."""
    filled = {section.kind for section in resume.sections if _is_filled(section)}
    for section in resume.of_kind(*_EXPECTED):
        if section.heading is not None and section.kind not in filled:
            fix = Fix(Applicability.FILL_IN, "fill the section, or delete its heading")
            yield Finding(section.heading.span(), "nothing stands under this heading", fix)


def _is_filled(section: Section) -> bool:
    return any(each.value.strip() for each in section.texts() if each is not section.heading)


def _ask(subject: str) -> Fix:
    return Fix(Applicability.FILL_IN, f"add a section with {subject}")


def _has_degree(resume: Resume, text: str) -> bool:
    return bool(_SCHOOLS.search(text)) or any(
        entry.degree for section in resume.sections for entry in section.entries
    )
