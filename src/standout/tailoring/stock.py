"""What a profile has in stock for a page: its pieces in every form in which they may be printed.

The forms here and the forms of the optimiser's `Material` stand in the same places, so that a
choice there says what to print here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standout.model import Basics, Entry, Resume, Section, SectionKind, SkillGroup, Statement
from standout.source import Text
from standout.tailoring.headings import in_words
from standout.values import frozen

K = SectionKind
NEVER, MUST, PREFER = "never", "must", "prefer"
_LINED = (K.EXPERIENCE,)
_WHOLE = (K.LANGUAGES, K.INTERESTS)
"""Sections whose groups stand together or not at all."""
_MOST_CUTS = 40
"""Skills of a group up to which every shortened form of it is measured."""


@frozen
class Wording:
    """One wording of a statement; `name` is empty for its own."""

    name: str
    statement: Statement


@frozen
class Shape:
    """One form of a block: an entry without statements, groups of skills, or a loose statement.

    `open` says that statements may stand below it.
    """

    entry: Entry | None = None
    groups: tuple[SkillGroup, ...] = ()
    statement: Statement | None = None
    name: str = ""
    open: bool = True


@frozen
class Stocked:
    """A block with its shapes and the wordings of the statements below it, as in the profile."""

    shapes: tuple[Shape, ...]
    bullets: tuple[tuple[Wording, ...], ...] = ()
    mark: str = ""
    entry: Entry | None = None


@frozen
class Shelf:
    """A section and its blocks."""

    section: Section
    blocks: tuple[Stocked, ...]


@frozen
class Stock:
    """All that may be printed, in the order of the profile."""

    basics: Basics
    shelves: tuple[Shelf, ...]

    def as_resume(self) -> Resume:
        """Every piece in every wording as one resume, for reading what the lines prove."""
        return Resume(self.basics, tuple(map(_everything, self.shelves)))


def stock_of(resume: Resume, asked: frozenset[Text]) -> Stock:
    """What may be printed of a profile. `asked` are the skills of its list that count most."""
    shelves = (Shelf(_headed(each), tuple(_blocks(each, asked))) for each in resume.sections)
    return Stock(resume.basics, tuple(each for each in shelves if each.blocks))


def _headed(section: Section) -> Section:
    return replace(section, heading=in_words(section.heading))


def _blocks(section: Section, asked: frozenset[Text]) -> Iterator[Stocked]:
    groups = tuple(each for each in section.skills if each.items)
    unnamed = sum(each.name is None for each in groups)
    if groups and (section.kind in _WHOLE or unnamed > 1):
        yield Stocked((Shape(groups=groups),))
    else:
        yield from (Stocked(tuple(_cuts(each, asked))) for each in groups)
    for entry in section.entries:
        if entry.mark != NEVER:
            yield _entry(entry, section.kind)
    for each in section.statements:
        if each.mark != NEVER:
            shapes = (Shape(statement=one.statement, name=one.name) for one in _wordings(each))
            yield Stocked(tuple(shapes), mark=each.mark)


def _cuts(group: SkillGroup, asked: frozenset[Text]) -> Iterator[Shape]:
    """The whole group, then shorter ones: those that count most first, the rest as they stand."""
    ranked = sorted(group.items, key=lambda each: each not in asked)
    yield Shape(groups=(replace(group, items=tuple(ranked)),))
    for size in range(min(len(ranked) - 1, _MOST_CUTS), 0, -1):
        yield Shape(groups=(replace(group, items=tuple(ranked[:size])),), name="shortened")


def _entry(entry: Entry, kind: SectionKind) -> Stocked:
    bullets = tuple(tuple(_wordings(each)) for each in entry.statements if each.mark != NEVER)
    head = replace(entry, statements=())
    shapes = [Shape(head)]
    bare = replace(head, description=(), notes=(), courses=(), keywords=())
    if bare != head:
        shapes.append(Shape(bare, name="short"))
    if kind in _LINED and bullets:
        shapes.append(Shape(one_line(entry), name="one line", open=False))
    return Stocked(tuple(shapes), bullets, entry.mark, entry)


def one_line(entry: Entry) -> Entry:
    """Title, organisation and dates of an entry in one line."""
    named = [each for each in (entry.title, entry.organization) if each]
    title = Text.join(named, ", ") if named else None
    return Entry(title=title, dates=entry.dates, evidence=entry.evidence, mark=entry.mark)


def _wordings(statement: Statement) -> Iterator[Wording]:
    yield Wording("", replace(statement, variants=()))
    for each in statement.variants:
        evidence = each.statement.evidence or statement.evidence
        yield Wording(each.name, replace(each.statement, evidence=evidence, mark=statement.mark))


def _everything(shelf: Shelf) -> Section:
    entries = (
        replace(
            each.entry,
            statements=tuple(one.statement for wordings in each.bullets for one in wordings),
        )
        for each in shelf.blocks
        if each.entry is not None
    )
    loose = (
        shape.statement
        for each in shelf.blocks
        for shape in each.shapes
        if shape.statement is not None
    )
    return replace(shelf.section, entries=tuple(entries), statements=tuple(loose))
