"""What a page must give back: every printed piece, in order, with its place in the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standout.model import Basics, Entry, Resume, Section, SkillGroup
from standout.source import Span
from standout.values import frozen
from standout.writers.compose import printed_sections
from standout.writers.design import Design
from standout.writers.sheet import Group, Item, Line, Part, Sheet, plain


@frozen
class Piece:
    """One printed field: what it is called, its characters, where the profile says it."""

    name: str
    text: str
    span: Span


@frozen
class Block:
    """Pieces that belong together: `head` in any order, then `body` in this order."""

    head: tuple[Piece, ...]
    body: tuple[Piece, ...] = ()


@frozen
class Stretch:
    """A section or the header: blocks one after the other, mixed with no other stretch."""

    heading: Piece | None
    blocks: tuple[Block, ...]

    def pieces(self) -> Iterator[Piece]:
        """Every piece, the heading first."""
        if self.heading is not None:
            yield self.heading
        for block in self.blocks:
            yield from block.head
            yield from block.body


def expected(resume: Resume, sheet: Sheet, design: Design) -> tuple[Stretch, ...]:
    """The stretches of a sheet, in the order of the profile; a theme may order them anew."""
    sections = printed_sections(resume, design)
    parts = (_stretch(*each) for each in zip(sections, sheet.parts, strict=True))
    return (_header(resume.basics, sheet), *parts)


def _header(basics: Basics, sheet: Sheet) -> Stretch:
    whole = _span(each.span() for each in basics.texts())
    head = [("name", sheet.name), ("headline", sheet.headline)]
    head += [(each.kind, each.text) for each in sheet.contacts]
    return Stretch(None, (Block(_pieces(head, whole)),))


def _stretch(section: Section, part: Part) -> Stretch:
    span = section.span()
    loose = zip(section.statements, (*part.paragraphs, *part.statements), strict=True)
    filled = [group for group in section.skills if group.items]
    groups = zip(filled, part.groups, strict=True)
    items = zip(section.entries, part.items, strict=True)
    blocks = [_group(group, made) for group, made in groups]
    blocks += [_item(entry, item) for entry, item in items]
    said = [Block((), _lines((line,), (each.text.span(),))) for each, line in loose]
    blocks = [*said, *blocks] if part.paragraphs else [*blocks, *said]
    return Stretch(Piece("heading", part.heading, span), tuple(blocks))


def _group(group: SkillGroup, made: Group) -> Block:
    span = _span(each.span() for each in group.items)
    named = [("skill group", made.name), *(("skill", each) for each in made.items)]
    return Block(_pieces([*named, ("level", made.level)], span))


def _item(entry: Entry, item: Item) -> Block:
    span = _span(each.span() for each in entry.texts() if each)
    head = [
        ("title", item.title),
        ("dates", item.dates),
        ("organization", item.organization),
        ("location", item.location),
        ("grade", item.grade),
        ("venue", item.venue),
        ("authors", plain(item.authors)),
        *(("link", each.text) for each in item.links),
        *(("description", each) for each in item.description),
        *(("keyword", each) for each in item.keywords),
        *(("course", each) for each in item.courses),
        *(("note", each) for each in item.notes),
    ]
    places = tuple(each.text.span() for each in entry.statements)
    return Block(_pieces(head, span), _lines(item.statements, places))


def _lines(lines: Iterable[Line], places: Iterable[Span]) -> tuple[Piece, ...]:
    pairs = zip(lines, places, strict=True)
    return tuple(Piece("statement", plain(line), span) for line, span in pairs if plain(line))


def _pieces(named: Iterable[tuple[str, str]], span: Span) -> tuple[Piece, ...]:
    return tuple(Piece(name, text, span) for name, text in named if text)


def _span(spans: Iterable[Span]) -> Span:
    several = list(spans)
    return Span.around(several) if several else Span(0, 0)
