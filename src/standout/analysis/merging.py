"""Several resumes of one person as one: what is the same is kept once, what is missing is added.

The first resume that says something is believed; later ones fill in what it leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import reduce
from typing import TypeVar

from standout.model import (
    Basics,
    Entry,
    Link,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.patterns import regex
from standout.source import Text

_Part = TypeVar("_Part", Basics, Entry)
_TITLED = frozenset({SectionKind.PUBLICATIONS, SectionKind.POSTS})
"""Kinds in which a title alone names one thing."""
_RANK = {kind: rank for rank, kind in enumerate(SectionKind)}
_DOI = regex(r"10\.\d{4,9}/[^\s\"<>]+")
_ANYTHING_BUT_WORDS = regex(r"[\W_]+")


def merged(resumes: Sequence[Resume]) -> Resume:
    """One resume: contact from the first that has it, sections in the order of the first.

    A section that only a later one has goes where a profile usually has it.
    """
    return reduce(_both, resumes) if resumes else Resume()


def missing(known: Resume, given: Resume) -> tuple[Section, ...]:
    """The sections of a resume with only those entries that another does not have."""
    return tuple(
        replace(section, entries=new, skills=(), statements=())
        for section in given.sections
        if (new := _new_entries(known, section))
    )


def place_of(entry: Entry, entries: Sequence[Entry]) -> int:
    """Where an entry goes among others: before the first older one, else behind them all."""
    date = _date(entry)
    if date is None:
        return len(entries)
    older = (at for at, each in enumerate(entries) if (known := _date(each)) and known < date)
    return next(older, len(entries))


def is_same(one: Entry, other: Entry, kind: SectionKind) -> bool:
    """Say whether two entries are about one thing.

    A DOI decides, and the title of a paper. Anything else must agree in title, organization,
    degree and year as far as both say them, and both must say one of the first two.
    """
    if one == other or dois(one) & dois(other):
        return True
    title = _key(one.title)
    if kind in _TITLED:
        return bool(title) and title == _key(other.title)
    pairs = [
        (title, _key(other.title)),
        (_key(one.organization or one.venue), _key(other.organization or other.venue)),
    ]
    told = [*pairs, (_key(one.degree), _key(other.degree)), (_year(one), _year(other))]
    agree = all(a == b for a, b in told if a and b)
    # A missing title is no title: two jobs at one employer are two jobs.
    return agree and any(a and a == b for a, b in pairs) and bool(pairs[0][0]) == bool(pairs[0][1])


def dois(entry: Entry) -> frozenset[str]:
    """The DOIs that an entry's links name, in lower case."""
    named = " ".join(f"{link.url} {link.text or ''}" for link in entry.links)
    return frozenset(each.lower().rstrip(".,;)") for each in _DOI.findall(named))


def _new_entries(known: Resume, section: Section) -> tuple[Entry, ...]:
    there = [each for other in known.of_kind(section.kind) for each in other.entries]
    new: list[Entry] = []
    for entry in section.entries:
        if not any(is_same(each, entry, section.kind) for each in (*there, *new)):
            new.append(entry)
    return tuple(new)


def _both(first: Resume, second: Resume) -> Resume:
    sections = list(first.sections)
    for section in second.sections:
        at = next((n for n, each in enumerate(sections) if _is_same_section(each, section)), None)
        if at is None:
            before = [n for n, each in enumerate(sections) if _rank(each) <= _rank(section)]
            sections.insert(before[-1] + 1 if before else 0, section)
        else:
            sections[at] = _one_section(sections[at], section)
    return Resume(_one_header(first.basics, second.basics), tuple(sections))


def _rank(section: Section) -> int:
    return _RANK[section.kind]


def _is_same_section(one: Section, other: Section) -> bool:
    """Of one kind; where kind says little, of one heading."""
    if one.kind is not other.kind:
        return False
    ruled = one.kind is SectionKind.OTHER or (one.heading and other.heading)
    return not ruled or _key(one.heading) == _key(other.heading)


def _one_header(first: Basics, second: Basics) -> Basics:
    return replace(
        _filled(first, second),
        links=_links(first.links, second.links),
        personal=_texts(first.personal, second.personal),
        notes=_texts(first.notes, second.notes),
    )


def _one_section(first: Section, second: Section) -> Section:
    entries = list(first.entries)
    for entry in second.entries:
        at = next((n for n, each in enumerate(entries) if is_same(each, entry, first.kind)), None)
        if at is None:
            entries.insert(place_of(entry, entries), entry)
        else:
            links = _links(entries[at].links, entry.links)
            entries[at] = replace(_filled(entries[at], entry), links=links)
    return replace(
        first,
        heading=first.heading or second.heading,
        entries=tuple(entries),
        skills=_groups(first.skills, second.skills),
        statements=_statements(first.statements, second.statements),
    )


def _filled(first: _Part, second: _Part) -> _Part:
    """The first with what only the second says."""
    empty = [each.name for each in fields(first) if getattr(first, each.name) in (None, ())]
    return replace(first, **{name: getattr(second, name) for name in empty})


def _links(first: tuple[Link, ...], second: tuple[Link, ...]) -> tuple[Link, ...]:
    known = {_address(each) for each in first}
    return (*first, *(each for each in second if _address(each) not in known))


def _address(link: Link) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", link.url.lower()).rstrip("/") or str(link.text)


def _texts(first: tuple[Text, ...], second: tuple[Text, ...]) -> tuple[Text, ...]:
    known = {each.value for each in first}
    return (*first, *(each for each in second if each.value not in known))


def _groups(
    first: tuple[SkillGroup, ...], second: tuple[SkillGroup, ...]
) -> tuple[SkillGroup, ...]:
    """The groups of both; a skill that stands anywhere in the first is not added."""
    known = {item.value.casefold() for group in first for item in group.items}
    groups = list(first)
    for group in second:
        new = tuple(each for each in group.items if each.value.casefold() not in known)
        named = [n for n, each in enumerate(groups) if _key(each.name) == _key(group.name)]
        alike = [n for n in named if groups[n].level is None and group.level is None]
        if new and alike:
            groups[alike[0]] = replace(groups[alike[0]], items=(*groups[alike[0]].items, *new))
        elif new:
            groups.append(replace(group, items=new))
    return tuple(groups)


def _statements(
    first: tuple[Statement, ...], second: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    known = {_key(each.text) for each in first}
    return (*first, *(each for each in second if _key(each.text) not in known))


def _key(text: Text | None) -> str:
    """The words of a text, without case, spacing and signs."""
    return _ANYTHING_BUT_WORDS.sub("", text.value.casefold()) if text else ""


def _year(entry: Entry) -> str:
    date = (entry.dates.start or entry.dates.end) if entry.dates else None
    return str(date.year) if date else ""


def _date(entry: Entry) -> tuple[int, int] | None:
    """Year and month by which entries are put in order; what goes on or is to come is latest."""
    if entry.dates is None:
        return None
    date: PartialDate | None = entry.dates.end or entry.dates.start
    if entry.dates.present or date is None:
        return (9999, 12)
    return (date.year, date.month or 0)
