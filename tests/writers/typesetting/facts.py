"""What a resume says, field by field, in words that a profile and a printed page share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.model import Entry, Link, PartialDate, Resume, Section, SectionKind
from standout.source import Text
from standout.vocabulary.locales import locale
from standout.writers.design import Design
from standout.writers.lines import address, clean, statement_line
from standout.writers.sheet import plain

Fact = tuple[str, ...]
"""Where it belongs (a section's heading, an entry's number), which field, which words."""


def facts(resume: Resume, design: Design) -> list[Fact]:
    """Every fact that a page must give back."""
    basics = resume.basics
    singles = {
        "name": basics.name,
        "headline": basics.headline,
        "email": basics.email,
        "phone": basics.phone,
        "location": basics.location,
    }
    found: list[Fact] = [("basics", field, _one(text)) for field, text in singles.items()]
    found += sorted(("basics", "link", each) for each in _addresses(basics.links))
    for section in resume.sections:
        heading = _one(section.heading) or locale(design.locale).headings[section.kind]
        found += [(heading, *each) for each in _section(section)]
    return [each for each in found if each[-1]]


def _section(section: Section) -> Iterator[Fact]:
    yield ("kind", section.kind.value)
    for group in section.skills:
        name = _one(group.name)
        for item in group.items:
            yield ("skill", name, _one(item))
        yield ("level", name or _one(group.items[0]), _one(group.level))
    for number, entry in enumerate(section.entries):
        for fact in _entry(entry, section.kind):
            yield (f"entry {number}", *fact)
    for statement in section.statements:
        yield ("statement", plain(statement_line(statement)))


def _entry(entry: Entry, kind: SectionKind) -> Iterator[Fact]:
    yield ("title", _one(entry.title))
    yield ("degree", _one(entry.degree))
    yield ("field", _one(entry.field))
    if kind is SectionKind.TALKS:
        # A page does not tell who invites from where it is held.
        places = (entry.venue, entry.organization, entry.location)
        yield ("where", ", ".join(filter(None, map(_one, places))))
    else:
        yield ("organization", _one(entry.organization))
        yield ("location", _one(entry.location))
        yield ("venue", _one(entry.venue))
    if entry.dates is not None:
        dates = entry.dates
        yield ("start", _month(dates.start))
        yield ("end", "present" if dates.present else _month(dates.end))
    for author in entry.authors:
        yield ("author", _one(author))
    for keyword in entry.keywords:
        yield ("keyword", _one(keyword))
    for each in sorted(_addresses(entry.links)):
        yield ("link", each)
    for statement in entry.statements:
        yield ("statement", plain(statement_line(statement)))


def _addresses(links: tuple[Link, ...]) -> Iterator[str]:
    return (address(each.url) for each in links if "@" not in each.url)


def _month(date: PartialDate | None) -> str:
    return date.iso()[:7] if date else ""


def _one(text: Text | None) -> str:
    return re.sub(r"\s+", " ", clean(text)) if text is not None else ""
