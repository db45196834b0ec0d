"""Entries: who, where, when, and what was done there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.model import Entry, Section, SectionKind
from standout.patterns import regex
from standout.readers.structure import joining, naming, pieces
from standout.readers.structure.actions import names_deed, opens_with_action
from standout.readers.structure.bodies import items, with_body
from standout.readers.structure.starts import entry_starts, promoted
from standout.readers.structure.units import Unit
from standout.readers.structure.wordings import is_told, leaning
from standout.source import Text
from standout.values import frozen

_HEAD_LINES = 5
_SENTENCE = 7
"""Words: no employer has so long a name that opens with a deed."""


@frozen
class Draft:
    """An entry's units: those that name it and those that tell what was done."""

    head: tuple[Unit, ...]
    body: tuple[Unit, ...]


def drafts(units: Sequence[Unit]) -> tuple[list[Unit], list[Draft]]:
    """The units before any entry, and the entries."""
    units = promoted(units)
    starts = entry_starts(units)
    if not starts:
        return list(units), []
    ends = [*starts[1:], len(units)]
    found = [_draft(units[start:end]) for start, end in zip(starts, ends, strict=True)]
    return list(units[: starts[0]]), found


def _draft(units: Sequence[Unit]) -> Draft:
    count = 1
    while count < min(len(units), _HEAD_LINES) and units[count].kind == "head":
        count += 1
    return Draft(tuple(units[:count]), tuple(units[count:]))


def section(kind: SectionKind, heading: Text | None, units: Sequence[Unit]) -> Section:
    """A section of entries."""
    if kind in _NAMED and _only_tell(units):
        listed = tuple(joining.statement(unit.lines) for unit in units)
        return Section(kind, heading, statements=listed)
    loose, found = drafts(units)
    told = [unit for unit in loose if kind in _NAMED and _named_ahead(unit)]
    if told and not found:
        entries = [_told(unit) for unit in told]
        rest = [joining.statement(unit.lines) for unit in loose if unit not in told]
        return Section(kind, heading, tuple(entries), statements=tuple(rest))
    read = pieces.head_by_separators if kind is SectionKind.PUBLICATIONS else pieces.head
    heads = [read(draft.head) for draft in found]
    named = naming.assigned(kind, heads)
    if kind in naming.WITH_EMPLOYER:
        named = [_without_sentences(entry) for entry in named]
    entries = [with_body(entry, draft.body) for entry, draft in zip(named, found, strict=True)]
    if kind in naming.WITH_EMPLOYER:
        entries = _begun(_inherited(entries))
    return Section(
        kind,
        heading,
        tuple(entries),
        statements=tuple(joining.statement(unit.lines) for unit in loose),
    )


_NAMED = (SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)
_AHEAD = regex(
    r"(?P<name>[^:.,;–—()]{2,50}?(?:\([^()]{1,20}\))?)(?: \((?P<with>[^():]{2,80},[^():]{2,80})\))?"
    r"(?::| [–—-])\s+(?=\S)"
)


def _only_tell(units: Sequence[Unit]) -> bool:
    """Bullets that tell what was done, most of them, and none that names or dates it."""
    told = [names_deed(unit.value) or is_told(unit.value) for unit in units]
    return 2 * sum(told) > len(units) and not any(
        unit.kind != "bullet" or unit.dates or _named_ahead(unit) or _is_named_in_type(unit)
        for unit in units
    )


def _is_named_in_type(unit: Unit) -> bool:
    """Bold type or a link opens the line: '**Potluck.** Plans meals'."""
    first = unit.lines[0].segments[0]
    opens = any(mark.start == 0 and mark.style != "colour" for mark in first.emphasis)
    return first.bold or opens or bool(first.links)


def _named_ahead(unit: Unit) -> bool:
    return _AHEAD.match(unit.value) is not None


def _told(unit: Unit) -> Entry:
    """'Name: what it does' in running text."""
    match = _AHEAD.match(unit.value)
    end, start = (match.end("name"), match.end()) if match else (0, 0)
    links = tuple(
        replace(each, text=None) for line in unit.lines for s in line.segments for each in s.links
    )
    listed = unit.text[slice(*match.span("with"))] if match and match["with"] else unit.text[:0]
    return Entry(
        title=unit.text[:end],
        description=(unit.text[start:],),
        links=links,
        keywords=tuple(items(listed)),
    )


def _without_sentences(entry: Entry) -> Entry:
    """The entry with sentences taken for names where they belong, to what was done."""
    told = [text for text in (entry.title, entry.organization) if text and _is_deed(text.value)]
    if not told:
        return entry
    title = None if entry.title in told else entry.title
    organization = None if entry.organization in told else entry.organization
    told.sort(key=lambda text: text.span().start)
    return replace(
        entry,
        title=title,
        organization=organization,
        description=(*told, *entry.description),
    )


def _is_deed(value: str) -> bool:
    """Many words, most of them small, that open with something done."""
    words = value.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= _SENTENCE and 2 * small >= len(words) and opens_with_action(value)


def _inherited(entries: Sequence[Entry]) -> list[Entry]:
    """Several roles under one employer: each role has it, and the employer is no entry."""
    kept: list[Entry] = []
    named: set[int] = set()
    employer: Entry | None = None
    for index, entry in enumerate(entries):
        following = entries[index + 1] if index + 1 < len(entries) else None
        umbrella = _umbrella(entry, following)
        if umbrella is not None:
            employer = umbrella
            continue
        if entry.organization is None and entry.title is not None and employer is not None:
            notes = entry.notes
            if id(employer.organization) not in named:
                notes = (*notes, *_remains(employer))
                entry = replace(entry, description=(*employer.description, *entry.description))
            entry = replace(
                entry,
                organization=employer.organization,
                location=entry.location or employer.location,
                notes=notes,
            )
        elif entry.organization is not None:
            shared = replace(entry, notes=(), dates=None, description=())
            employer = shared if _leads(entry) else None
        named.add(id(entry.organization))
        kept.append(entry)
    return kept


def _begun(entries: Sequence[Entry]) -> list[Entry]:
    """A lone date of the newest job is its start, where it follows the end of the job below.

    Layouts that print nothing for 'present' leave 'Mar 2021' above 'Jun 2019 – Feb 2021'.
    Decided only where every other dated entry has a range, the newest first.
    """
    kept = list(entries)
    dated = [each.dates for each in entries if each.dates is not None]
    if not dated or dated[0].end is None or dated[0].start is not None:
        return kept
    if dated[0].end.season is not None:
        return kept  # 'Summer 2024' is a stretch by itself.
    newest, older = dated[0], dated[1:]
    ends = [each.end for each in older if each.start is not None and each.end is not None]
    after = all(dated[0].end.last_month >= end.last_month for end in ends)
    if ends and len(ends) == len(older) and after:
        at = next(index for index, each in enumerate(kept) if each.dates is newest)
        kept[at] = replace(kept[at], dates=replace(newest, start=newest.end, end=None))
    return kept


def _leads(entry: Entry) -> bool:
    """The employer stands before the title: only then can further roles stand under it."""
    if entry.organization is None:
        return False
    return entry.title is None or entry.organization.span().start < entry.title.span().start


def _umbrella(entry: Entry, following: Entry | None) -> Entry | None:
    """The employer that an entry only names, for the roles below it; None where it is an entry."""
    if following is None or following.organization or following.title is None:
        return None
    if entry.statements or (entry.organization or entry.title) is None:
        return None
    if entry.title is None:
        return entry
    bare = entry.organization is None and entry.dates is None and following.dates is not None
    roles_below = leaning(following.title.value) > max(0.0, leaning(entry.title.value))
    return replace(entry, organization=entry.title, title=None) if bare and roles_below else None


def _remains(employer: Entry) -> list[Text]:
    dates = [employer.dates.text] if employer.dates else []
    return [*dates, *employer.notes]
