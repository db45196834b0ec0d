"""Versions of one resume: what stays when some tags are asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from standout.model.resume import Entry, Resume, Section, Statement


def tagged(resume: Resume, tags: Collection[str]) -> Resume:
    """The entries and statements with one of the tags, and all that carry none.

    Upper and lower case are the same. Sections that lose everything are left out.
    """
    asked = frozenset(tag.casefold() for tag in tags)
    sections = [_section(each, asked) for each in resume.sections]
    kept = [new for old, new in zip(resume.sections, sections, strict=True) if _left(old, new)]
    return replace(resume, sections=tuple(kept))


def tags_of(resume: Resume) -> frozenset[str]:
    """Every tag of a resume, as written."""
    carriers: list[Entry | Statement] = list(resume.statements())
    carriers += [entry for section in resume.sections for entry in section.entries]
    return frozenset(tag.value for each in carriers for tag in each.tags)


def _section(section: Section, asked: frozenset[str]) -> Section:
    entries = (
        replace(entry, statements=_statements(entry.statements, asked))
        for entry in section.entries
        if _wanted(entry, asked)
    )
    loose = _statements(section.statements, asked)
    return replace(section, entries=tuple(entries), statements=loose)


def _statements(statements: tuple[Statement, ...], asked: frozenset[str]) -> tuple[Statement, ...]:
    return tuple(each for each in statements if _wanted(each, asked))


def _wanted(each: Entry | Statement, asked: frozenset[str]) -> bool:
    return not each.tags or any(tag.value.casefold() in asked for tag in each.tags)


def _left(old: Section, new: Section) -> bool:
    """Say whether a section still holds what it is for."""
    had = old.entries or old.statements
    return bool(new.entries or new.statements or new.skills or not had)
