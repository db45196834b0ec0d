"""The built page, read as a resume: every field of the profile must come back as that field."""

from __future__ import annotations

from collections.abc import Iterator

from standout.building.alignment import aligned, bare
from standout.building.findings import finding, quoted
from standout.diagnostic import Diagnostic
from standout.model import (
    Basics,
    DateRange,
    Entry,
    Link,
    PartialDate,
    Resume,
    Section,
    SectionKind,
)
from standout.source import Span, Text
from standout.writers.compose import printed_sections
from standout.writers.design import Design
from standout.writers.lines import address, statement_line
from standout.writers.sheet import plain

_FIELDS = ("title", "organization", "location", "degree", "field", "grade", "venue")
_GRADES = ("", "note", "grade", "gpa", "mention", "nota")
"""What may introduce a grade; as labels these are not part of what is read."""
MAX_TOLD = 20
"""Findings of one page; one misread heading moves everything below it."""


def recovered(wanted: Resume, design: Design, read: Resume) -> tuple[Diagnostic, ...]:
    """The fields of a profile that the page does not give back."""
    found = [*_basics(wanted.basics, read.basics)]
    sections = printed_sections(wanted, design)
    for section in sections:
        found += _section(section, _counterparts(section, sections, read))
    return tuple(found[:MAX_TOLD])


def recovered_contacts(wanted: Basics, read: Basics) -> tuple[Diagnostic, ...]:
    """Of who it is and how to reach them, what the page does not give back."""
    return (*_fields(wanted, read, ("name", "email", "phone")), *_links(wanted, read))


def _counterparts(section: Section, sections: list[Section], read: Resume) -> list[Section]:
    """What was read as sections of the same kind; of one kind, the nth as the nth.

    A section of one's own is known by its heading, whatever kind that is taken for.
    """
    same = [each for each in read.sections if each.kind is section.kind]
    if section.kind is SectionKind.OTHER and section.heading:
        named = bare(section.heading.value)
        own = [each for each in read.sections if each.heading and bare(each.heading.value) == named]
        if own:
            return own
    ours = [each for each in sections if each.kind is section.kind]
    at = next(index for index, each in enumerate(ours) if each is section)
    return same[at : at + 1] if len(same) == len(ours) else same


def _basics(wanted: Basics, read: Basics) -> Iterator[Diagnostic]:
    yield from _fields(wanted, read, ("name", "headline", "email", "phone", "location"))
    yield from _links(wanted, read)


def _fields(wanted: Basics, read: Basics, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    for name in names:
        yield from _same(name, getattr(wanted, name), getattr(read, name))


def _links(wanted: Basics, read: Basics) -> Iterator[Diagnostic]:
    found = {_address(each) for each in read.links}
    for link in wanted.links:
        if _address(link) not in found:
            yield _lost("link", address(link.url), link.text.span() if link.text else Span(0, 0))


def _section(section: Section, read: list[Section]) -> Iterator[Diagnostic]:
    if not read:
        heading = section.heading
        where = heading.span() if heading else section.span()
        yield _lost("section", heading.value if heading else section.kind.value, where)
        return
    entries = [entry for each in read for entry in each.entries]
    for wanted, found in aligned(section.entries, entries):
        yield from _entry(wanted, found) if found else _missing(wanted)
    items = {bare(item.value) for each in read for group in each.skills for item in group.items}
    for group in section.skills:
        for item in group.items:
            if bare(item.value) not in items:
                yield _lost("skill", item.value, item.span())
    loose = {bare(each.text.value) for one in read for each in one.all_statements()}
    for statement in section.statements:
        if bare(plain(statement_line(statement))) not in loose:
            yield _lost("statement", statement.text.value, statement.text.span())


def _missing(wanted: Entry) -> Iterator[Diagnostic]:
    """An entry that is not there at all is told once."""
    named = next(filter(None, (getattr(wanted, name) for name in _FIELDS)), None)
    if first := named or next(filter(None, wanted.texts()), None):
        yield _lost("entry", first.value, first.span())


def _entry(wanted: Entry, read: Entry) -> Iterator[Diagnostic]:
    for name in _FIELDS:
        asked = getattr(wanted, name)
        if (
            asked is not None
            and not _split(asked, name, read)
            and not _as_venue(asked, wanted, read)
        ):
            yield from _same(name, asked, getattr(read, name))
    yield from _dates(wanted.dates, read.dates)
    statements = {bare(each.text.value) for each in read.statements}
    for statement in wanted.statements:
        if bare(plain(statement_line(statement))) not in statements:
            yield _lost("statement", statement.text.value, statement.text.span())


def _split(wanted: Text, name: str, read: Entry) -> bool:
    """The words came back as this field and another one: 'PyCon, Athens' as venue and place."""
    own = getattr(read, name)
    rest = bare(wanted.value).removeprefix(bare(own.value)) if own else ""
    others = (getattr(read, each) for each in _FIELDS if each != name)
    return any(
        other is not None
        and rest.endswith(bare(other.value))
        and rest.removesuffix(bare(other.value)) in _GRADES
        for other in others
    )


def _as_venue(wanted: Text, entry: Entry, read: Entry) -> bool:
    """A page with one name on it does not tell who invites from where it is held."""
    lone = entry.venue is None or entry.organization is None
    named = read.venue or read.organization
    same = named is not None and bare(named.value) == bare(wanted.value)
    return lone and same and wanted in (entry.venue, entry.organization)


def _dates(wanted: DateRange | None, read: DateRange | None) -> Iterator[Diagnostic]:
    if wanted is None or wanted.vague:
        return
    if read is None or _ends(wanted) != _ends(read):
        shown = read.text.value if read else ""
        yield _lost("dates", wanted.text.value, wanted.text.span(), shown)


def _ends(dates: DateRange) -> tuple[object, ...]:
    """First and last month; of one date alone a page does not tell which of the two it is."""
    ends = (_month(dates.start), _month(dates.end))
    return ends if all(ends) or dates.present else tuple(filter(None, ends))


def _month(date: PartialDate | None) -> tuple[int, int | None] | None:
    return (date.year, date.month) if date else None


def _same(name: str, wanted: Text | None, read: Text | None) -> Iterator[Diagnostic]:
    if wanted and bare(wanted.value) != bare(read.value if read else ""):
        yield _lost(name, wanted.value, wanted.span(), read.value if read else "")


def _lost(name: str, wanted: str, span: Span, read: str = "") -> Diagnostic:
    instead = f"; read as {quoted(read)}" if read else ""
    return finding("BLD004", f"{name} {quoted(wanted)} is not recovered{instead}", span)


def _address(link: Link) -> str:
    return address(link.url).casefold()
