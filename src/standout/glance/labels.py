"""What each character of a resume's text is there for: role, entry, field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standout.glance.cues import JOB, OTHER, STUDY
from standout.model import Entry, Resume, Section, SectionKind
from standout.model.exposure import Role
from standout.source import Text
from standout.values import frozen

_FAMILIES = {SectionKind.EXPERIENCE: JOB, SectionKind.EDUCATION: STUDY}
_PAPERS = (SectionKind.PUBLICATIONS, SectionKind.TALKS, SectionKind.POSTS)


@frozen
class Label:
    """One text of the resume. `field` names it, 'statement' for one; `number` tells texts apart.

    `section` and `entry` count from 0 through the whole resume, -1 for none; `kind` is the
    section's.
    """

    role: Role
    field: str
    text: Text
    number: int = 0
    section: int = -1
    entry: int = -1
    family: str = OTHER
    kind: SectionKind | None = None


def labels(resume: Resume) -> tuple[Label, ...]:
    """Every text of a resume with what it is there for, in its order."""
    found = (*_of_basics(resume), *_of_sections(resume))
    return tuple(replace(each, number=number) for number, each in enumerate(found) if each.text)


def _of_basics(resume: Resume) -> Iterator[Label]:
    basics = resume.basics
    for text in basics.texts():
        if text is basics.name:
            yield Label(Role.NAME, "name", text)
        elif text is basics.headline:
            yield Label(Role.TITLE, "headline", text)
        else:
            yield Label(Role.CONTACT, "contact", text)


def _of_sections(resume: Resume) -> Iterator[Label]:
    entries = 0
    for number, section in enumerate(resume.sections):
        for each in _of_section(section):
            entry = each.entry + entries if each.entry >= 0 else -1
            yield replace(each, section=number, entry=entry, kind=section.kind)
        entries += len(section.entries)


def _of_section(section: Section) -> Iterator[Label]:
    if section.heading is not None:
        yield Label(Role.HEADING, "heading", section.heading)
    for group in section.skills:
        for text in (group.name, group.level, *group.items):
            if text is not None:
                is_item = any(text is item for item in group.items)
                yield Label(Role.SKILL, "skill" if is_item else "group", text)
    for number, entry in enumerate(section.entries):
        for label in _of_entry(entry, section.kind):
            family = _FAMILIES.get(section.kind, OTHER)
            yield replace(label, entry=number, family=family)
    summary = section.kind is SectionKind.SUMMARY
    for statement in section.statements:
        yield Label(Role.SUMMARY if summary else Role.BULLET, "statement", statement.text)


def _of_entry(entry: Entry, kind: SectionKind) -> Iterator[Label]:
    is_paper = kind in _PAPERS
    of_study = kind is SectionKind.EDUCATION
    named = Role.DEGREE if of_study else Role.TITLE
    named_as = "degree" if of_study else "title"
    house = "school" if of_study else "employer" if kind is SectionKind.EXPERIENCE else "house"
    dates = "dates" if kind is SectionKind.EXPERIENCE else "study dates" if of_study else "time"
    statements = {id(each.text) for each in entry.statements}
    fields = {
        id(entry.title): (named, named_as),
        id(entry.organization): (Role.ORGANISATION, house),
        id(entry.dates.text if entry.dates else None): (Role.DATE, dates),
        id(entry.degree): (Role.DEGREE, "degree"),
        id(entry.field): (Role.DEGREE, "subject"),
    }
    for text in entry.texts():
        if id(text) in statements:
            yield Label(Role.BULLET, "statement", text)
            continue
        role, field = fields.get(id(text), _aside(entry, text))
        yield Label(Role.PUBLICATION if is_paper else role, field, text)


def _aside(entry: Entry, text: Text) -> tuple[Role, str]:
    if any(text is each for each in entry.description):
        return Role.BULLET, "description"
    if any(text is each for each in entry.keywords):
        return Role.SKILL, "keyword"
    return Role.CONTACT, "aside"
