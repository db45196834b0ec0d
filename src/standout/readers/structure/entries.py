"""Entries: who, where, when, and what was done there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from standout.model import DateRange, Entry, Link, Section, SectionKind, Statement
from standout.readers.structure import joining, pieces, rows
from standout.readers.structure.actions import opens_with_action
from standout.readers.structure.pieces import Head, Piece
from standout.readers.structure.starts import entry_starts, promoted
from standout.readers.structure.units import (
    TECHNOLOGY,
    Unit,
    is_labelled,
    is_tags,
)
from standout.source import Text
from standout.vocabulary import places, roles

_LEVEL = re.compile(
    r"(?:associate|professional|specialty|speciality|foundational|practitioner|expert|advanced|"
    r"intermediate|beginner|level \w+|part \w+|v?\d[\d.]*)"
    r"(?: (?:level|certificate|certification))?",
    re.IGNORECASE,
)
_HEAD_LINES = 5


@dataclass(frozen=True, slots=True)
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
    loose, found = drafts(units)
    told = [unit for unit in loose if kind in _NAMED and _named_ahead(unit)]
    if told and not found:
        entries = [_told(unit) for unit in told]
        rest = [joining.statement(unit.lines) for unit in loose if unit not in told]
        return Section(kind, heading, tuple(entries), statements=tuple(rest))
    read = pieces.head_by_separators if kind is SectionKind.PUBLICATIONS else pieces.head
    heads = [read(draft.head) for draft in found]
    named = _assign(kind, heads)
    entries = [_with_body(entry, draft.body) for entry, draft in zip(named, found, strict=True)]
    return Section(
        kind,
        heading,
        tuple(_inherited(entries) if kind in _WITH_EMPLOYER else entries),
        statements=tuple(joining.statement(unit.lines) for unit in loose),
    )


_WITH_EMPLOYER = (SectionKind.EXPERIENCE, SectionKind.VOLUNTEER, SectionKind.TEACHING)


_NAMED = (SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)
_AHEAD = re.compile(r"(?P<name>[^:.,;–—]{2,50}?)(?::| [–—-])\s+(?=\S)")


def _named_ahead(unit: Unit) -> bool:
    return _AHEAD.match(unit.value) is not None


def _told(unit: Unit) -> Entry:
    """'Name: what it does' in running text."""
    match = _AHEAD.match(unit.value)
    end, start = (match.end("name"), match.end()) if match else (0, 0)
    links = tuple(
        replace(each, text=None) for line in unit.lines for s in line.segments for each in s.links
    )
    return Entry(title=unit.text[:end], description=(unit.text[start:],), links=links)


def _inherited(entries: Sequence[Entry]) -> list[Entry]:
    """Several roles under one employer: each role has it, and the employer is no entry."""
    kept: list[Entry] = []
    named: set[int] = set()
    employer: Entry | None = None
    for index, entry in enumerate(entries):
        following = entries[index + 1] if index + 1 < len(entries) else None
        if _is_umbrella(entry, following):
            employer = entry
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


def _leads(entry: Entry) -> bool:
    """The employer stands before the title: only then can further roles stand under it."""
    if entry.organization is None:
        return False
    return entry.title is None or entry.organization.span().start < entry.title.span().start


def _is_umbrella(entry: Entry, following: Entry | None) -> bool:
    name = entry.organization or entry.title
    if name is None or entry.statements or following is None or following.organization:
        return False
    return entry.title is None and following.title is not None


def _remains(employer: Entry) -> list[Text]:
    dates = [employer.dates.text] if employer.dates else []
    return [*dates, *employer.notes]


def _assign(kind: SectionKind, heads: Sequence[Head]) -> list[Entry]:
    """Name the pieces of all heads of a section together."""
    placed = [_placed(head) for head in heads]
    leanings: defaultdict[tuple[int, int, bool, bool], float] = defaultdict(float)
    for found, _, _ in placed:
        for piece in found:
            leanings[piece.key] += _leaning(piece)
    count = max(1, len(heads))
    score = {key: total / count for key, total in leanings.items()}
    return [
        _entry(kind, head, found, where, notes, score)
        for head, (found, where, notes) in zip(heads, placed, strict=True)
    ]


def _placed(head: Head) -> tuple[list[Piece], Text | None, list[Text]]:
    """The pieces without places, the place, and further places."""
    found: list[Piece] = []
    where: list[Text] = []
    for piece in head.pieces:
        rest, place = pieces.split_places(piece)
        if place is not None:
            where.append(place)
        for each in rest:
            found += pieces.split_at(each)
    if not where and len(found) > 2:
        towns = [piece for piece in found if places.may_be_place(piece.value)]
        if towns:
            found.remove(towns[-1])
            where.append(towns[-1].text)
    if len(found) == 1:
        found = pieces.split_comma(found[0])
    if not where and len(found) > 2:
        right = [piece for piece in found if piece.right and _may_be_place(piece)]
        if right:
            found.remove(right[-1])
            where.append(right[-1].text)
    return found, where[0] if where else None, where[1:]


def _may_be_place(piece: Piece) -> bool:
    return "," in piece.value and not _leaning(piece) and len(piece.value) < 40


def _leaning(piece: Piece) -> float:
    """Above 0 for titles, below for organisations."""
    titles, organizations = roles.title_words(piece.value), roles.organization_words(piece.value)
    return max(-1.5, min(1.5, titles - 0.8 * organizations))


def _entry(
    kind: SectionKind,
    head: Head,
    found: Sequence[Piece],
    where: Text | None,
    more_places: Sequence[Text],
    score: dict[tuple[int, int, bool, bool], float],
) -> Entry:
    spans = [each for each in found if rows.DURATION.fullmatch(each.value)]
    named = [each for each in found if each not in spans]
    title, organization, rest = _named(kind, named, score)
    dates = _primary(head.dates)
    keywords: tuple[Text, ...] = ()
    notes = [each.text for each in (*rest, *spans)]
    if kind in (SectionKind.PROJECTS, SectionKind.OPEN_SOURCE):
        listed = [note for note in notes if note.value.count(",") >= 1]
        keywords = tuple(item for note in listed for item in items(note))
        notes = [note for note in notes if note not in listed]
    return Entry(
        title=title,
        organization=organization,
        location=where,
        dates=dates,
        links=head.links,
        keywords=keywords,
        notes=(
            *more_places,
            *notes,
            *(each.text for each in head.dates if each is not dates),
        ),
    )


def _primary(dates: Sequence[DateRange]) -> DateRange | None:
    ranges = [each for each in dates if each.start or each.present]
    return next(iter([*ranges, *dates]), None)


def _named(
    kind: SectionKind,
    found: Sequence[Piece],
    score: dict[tuple[int, int, bool, bool], float],
) -> tuple[Text | None, Text | None, list[Piece]]:
    if not found:
        return None, None, []
    if kind not in _WITH_EMPLOYER:
        return _titled(kind, found)
    weight = {id(piece): 1.5 * _leaning(piece) + score[piece.key] for piece in found}
    ranked = sorted(found, key=lambda piece: -weight[id(piece)])
    if len(found) == 1:
        only = found[0]
        return (None, only.text, []) if weight[id(only)] < -0.3 else (only.text, None, [])
    title = next(piece for piece in (*ranked, ranked[0]) if not piece.issuer or piece is ranked[-1])
    others = [piece for piece in found if piece is not title]
    organization = min(
        others, key=lambda piece: (not piece.issuer, weight[id(piece)], piece.row, piece.column)
    )
    rest = [piece for piece in others if piece is not organization]
    return title.text, organization.text, rest


def _titled(
    kind: SectionKind, found: Sequence[Piece]
) -> tuple[Text | None, Text | None, list[Piece]]:
    """Projects, awards, certificates: the title stands first, or stands out."""
    bold = [piece for piece in found if piece.style.bold]
    title = bold[0] if bold and len(bold) < len(found) else found[0]
    others = [piece for piece in found if piece is not title]
    issued = kind in (
        SectionKind.AWARDS,
        SectionKind.CERTIFICATES,
        SectionKind.COURSES,
        SectionKind.COMPETITIONS,
        SectionKind.TALKS,
        SectionKind.POSTS,
    )
    title, others = _whole_title(kind, title, others)
    if issued and not others and title.value.count(",") == 1:
        title, *others = pieces.at_comma(title)
    named = [p for p in others if p.issuer] or [
        p for p in others if _leaning(p) < 0 and p.value.count(",") < 2
    ]
    organization = next(iter(named), others[0] if others and issued else None)
    rest = [piece for piece in others if piece is not organization]
    return title.text, organization.text if organization else None, rest


def _whole_title(
    kind: SectionKind, title: Piece, others: Sequence[Piece]
) -> tuple[Piece, list[Piece]]:
    """Put a level behind a dash back: 'Certified Architect - Professional' is one title."""
    rest = list(others)
    if kind is SectionKind.CERTIFICATES:
        for piece in others:
            if piece.row == title.row and _LEVEL.fullmatch(piece.value):
                title = replace(title, text=Text.join([title.text, piece.text], " - "))
                rest.remove(piece)
    return title, rest


def _with_body(entry: Entry, body: Sequence[Unit]) -> Entry:
    """Statements, descriptions and labelled lines."""
    statements: list[Statement] = []
    description: list[Text] = []
    keywords: list[Text] = list(entry.keywords)
    found_links: list[Link] = list(entry.links)
    notes: list[Text] = list(entry.notes)
    glyphs = any(unit.kind == "bullet" for unit in body)
    listed = _listed(body)
    for index, unit in enumerate(body):
        label = is_labelled(unit.value)
        if label is not None and TECHNOLOGY.fullmatch(label) and len(unit.value) < 300:
            keywords += items(unit.text[len(label) + 1 :])
        elif is_tags(unit.lines) and unit.kind != "bullet":
            keywords += [segment.text for line in unit.lines for segment in line.segments]
        elif unit.kind == "bullet" or (
            not glyphs and (index in listed or (not listed and _is_statement(unit)))
        ):
            statements.append(joining.statement(unit.lines))
        elif (made := pieces.lone_link(unit)) is not None:
            found_links.append(made)
        elif unit.kind == "note" and label is None:
            notes.append(unit.text)
        else:
            description.append(unit.text)
    return replace(
        entry,
        statements=(*entry.statements, *statements),
        description=(*entry.description, *description),
        keywords=tuple(keywords),
        links=tuple(found_links),
        notes=tuple(notes),
    )


def _listed(body: Sequence[Unit]) -> set[int]:
    """The paragraphs of a list that has lost its glyphs, by index.

    Those that stand further to the right than the body begins, or else all of them if most tell
    of something done.
    """
    told = [
        (index, unit)
        for index, unit in enumerate(body)
        if unit.kind in ("prose", "head") and not is_labelled(unit.value)
    ]
    doing = {index for index, unit in told if opens_with_action(unit.value)}
    lefts = {index: unit.lines[0].indent for index, unit in told}
    margin = min((unit.lines[0].indent for unit in body), default=0.0)
    inner = {index for index, left in lefts.items() if left > margin + 3}
    if len(inner) >= 2 and 2 * len(inner & doing) >= len(inner):
        return inner
    return set(lefts) if len(told) >= 2 and 3 * len(doing) >= 2 * len(told) else set()


def _is_statement(unit: Unit) -> bool:
    value = unit.value
    return opens_with_action(value) and len(re.findall(r"[.!?]\s+[A-Z]", value)) == 0


def items(text: Text) -> Iterable[Text]:
    """The items of a list, brackets kept whole: 'AWS (S3, EC2), Docker'."""
    depth = 0
    start = 0
    value = text.value
    for index, char in enumerate(value):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and _separates(value, index):
            if text[start:index].strip(" ."):
                yield text[start:index].strip()
            start = index + 1
    last = text[start:].strip()
    if last:
        yield last[: len(last) - 1] if last.value.endswith(".") and len(last) > 3 else last


def _separates(value: str, index: int) -> bool:
    char = value[index]
    if char in ";|•·∙、，\t":
        return True
    # A comma inside a number ('1,000') belongs to it.
    return char == "," and not (
        value[index - 1 : index].isdigit() and value[index + 1 : index + 2].isdigit()
    )
