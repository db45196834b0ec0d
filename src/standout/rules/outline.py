"""The outline of a resume: which sections there are, where they begin, what deeds they hold."""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.language import language
from standout.model import Entry, Reading, Resume, Section, SectionKind, Statement
from standout.rules.opening import opening, opening_fault
from standout.source import Span, Text
from standout.vocabulary.words import is_first_person

WORK = (SectionKind.EXPERIENCE, SectionKind.VOLUNTEER)
KEYED = ("yaml", "json-resume", "rendercv")
"""Formats whose keys say what each text is."""
DEEDS = (*WORK, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)


def deeds(resume: Resume) -> Iterator[Statement]:
    """The statements that should tell deeds: of jobs, projects and open source work."""
    for section in resume.of_kind(*DEEDS):
        for entry in section.entries:
            yield from told(entry)
        yield from section.statements


def told(entry: Entry) -> tuple[Statement, ...]:
    """The statements of an entry, or else its paragraphs that say that someone did something."""
    return entry.statements or tuple(_paragraphs(entry))


def _paragraphs(entry: Entry) -> Iterator[Statement]:
    for text in entry.description:
        first = opening(text.value)
        acted = first and first.verb and first.verb.form in ("past", "participle")
        spoken = is_first_person(text.value.split(" ", 1)[0])
        if acted or spoken or opening_fault(text.value):
            yield Statement(text)


def roles(resume: Resume) -> Iterator[Entry]:
    """The jobs, in document order."""
    for section in resume.of_kind(*WORK):
        yield from section.entries


def skill_texts(section: Section) -> Iterator[Text]:
    """Names, items and levels of a section's skill groups."""
    for group in section.skills:
        yield from (each for each in (group.name, group.level) if each is not None)
        yield from group.items


def anchor(section: Section) -> Span:
    """Where a section begins: its heading, or the first of its words."""
    first = next((each for each in section.texts() if each), None)
    return first.span() if first else Span(0, 0)


def top(resume: Resume) -> Span:
    """Where to point when something is absent: the name, or the first words there are."""
    if resume.basics.name:
        return resume.basics.name.span()
    first = next((each for each in resume.texts() if each), None)
    return first.span() if first else Span(0, 0)


def title_span(entry: Entry) -> Span:
    """Where an entry is named."""
    named = entry.title or entry.organization or next(iter(entry.texts()), None)
    return named.span() if named else Span(0, 0)


def has_fixed_order(reading: Reading) -> bool:
    """Say whether the format's keys have an order of their own, unlike the printed page's."""
    return reading.document.format == "json-resume"


def is_english(resume: Resume) -> bool:
    """Say whether a resume is in English, or too short to tell."""
    return language(" ".join(each.value for each in resume.texts())) in ("en", None)
