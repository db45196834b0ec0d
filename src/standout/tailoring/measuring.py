"""How high each piece stands in a theme: one measurement of Typst for all of them.

Sections, entries and statements stand one below the other at distances that depend on what they
are and not on what they say. So a piece adds the same height wherever it stands: the height of the
section with it, less that without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from standout.model import Resume, Section
from standout.tailoring.stock import Shape, Shelf, Stock, Stocked
from standout.values import frozen
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.lines import statement_line
from standout.writers.sheet import Item, Line, Part, Sheet
from standout.writers.typesetting.themes import Theme
from standout.writers.typesetting.typesetter import Heights, Measure, Probe, Typesetter


@frozen
class BlockHeights:
    """Points that the shapes of a block add, its bullets by wording, and the first bullet more."""

    shapes: tuple[float, ...]
    bullets: tuple[tuple[float, ...], ...] = ()
    lead: float = 0


@frozen
class ShelfHeights:
    """Points that the heading of a section adds, and its blocks; the column where it stands."""

    heading: float
    blocks: tuple[BlockHeights, ...]
    column: int


@frozen
class PageHeights:
    """The heights of a stock, the room for it in each column, and the height of a further page."""

    shelves: tuple[ShelfHeights, ...]
    rooms: tuple[float, ...]
    page: float


@dataclass(slots=True)
class Ruler:
    """Measures in one theme and design, and remembers what it has measured."""

    typesetter: Typesetter
    theme: Theme
    design: Design
    known: dict[Probe, float] = field(default_factory=dict)
    about: Heights | None = None
    """The page, once anything was measured; which column a part stands in depends on its sheet."""

    def sheet(self, resume: Resume) -> Sheet:
        """A resume as it is printed."""
        return compose(resume, self.design)

    def end(self, sheet: Sheet) -> Measure:
        """Where the content of a sheet ends."""
        return self.typesetter.measure(sheet, self.theme, self.design)

    def heights(self, sheet: Sheet, stock: Stock) -> PageHeights:
        """The heights of a stock on the page of a sheet that holds all of it."""
        parts = [_bare(self.sheet(Resume(stock.basics, (_whole(each),)))) for each in stock.shelves]
        if self.theme.columns > 1:
            self.about = self.typesetter.heights(sheet, self.theme, self.design, [Probe(())])
        columns = self.about.columns if self.about else (0,) * len(sheet.parts)
        plans = [
            _Plan(part, columns[at] if self.theme.columns > 1 else 0, shelf, self._items(shelf))
            for part, at, shelf in zip(parts, _places(sheet, parts), stock.shelves, strict=True)
        ]
        frame = _Frame(plans, len(self.about.rooms) if self.about else 1)
        about = self._measured(sheet, plans, frame)
        shelves = tuple(plan.heights(self.known) for plan in plans)
        gaps = frame.gaps(self.known)
        rooms = tuple(
            room - frame.header(self.known, gaps) if len(about.rooms) == 1 else room + gaps[at]
            for at, room in enumerate(about.rooms)
        )
        return PageHeights(
            tuple(replace(each, heading=each.heading + gaps[each.column]) for each in shelves),
            rooms,
            about.page,
        )

    def _measured(self, sheet: Sheet, plans: Sequence[_Plan], frame: _Frame) -> Heights:
        """Measure what is not known yet; the page it is for."""
        asked = dict.fromkeys(each for plan in plans for each in plan.probes())
        asked |= dict.fromkeys(frame.probes())
        new = [each for each in asked if each not in self.known]
        if new or self.about is None:
            found = self.typesetter.heights(sheet, self.theme, self.design, new or [Probe(())])
            self.known |= dict(zip(new, found.heights, strict=False))
            self.about = self.about or found
        return self.about

    def _items(self, shelf: Shelf) -> list[list[Part]]:
        """What each shape of each block is printed as, a part without heading for each."""
        return [
            [self._printed(shelf.section, shape) for shape in block.shapes]
            for block in shelf.blocks
        ]

    def _printed(self, section: Section, shape: Shape) -> Part:
        only = Section(
            section.kind,
            section.heading,
            (shape.entry,) if shape.entry else (),
            shape.groups,
            (shape.statement,) if shape.statement else (),
        )
        return self.sheet(Resume(sections=(only,))).parts[0]


def _bare(sheet: Sheet) -> Part:
    return sheet.parts[0]


def _places(sheet: Sheet, parts: Sequence[Part]) -> Iterable[int]:
    """Where each part stands in a sheet, which may have them in another order."""
    left = list(enumerate(sheet.parts))
    for part in parts:
        at = next(
            nth
            for nth, (_, each) in enumerate(left)
            if (each.kind, each.heading) == (part.kind, part.heading)
        )
        yield left.pop(at)[0]


def _whole(shelf: Shelf) -> Section:
    """A section with the first shape of each block."""
    shapes = [each.shapes[0] for each in shelf.blocks]
    return replace(
        shelf.section,
        entries=tuple(each.entry for each in shapes if each.entry is not None),
        skills=tuple(group for each in shapes for group in each.groups),
        statements=tuple(each.statement for each in shapes if each.statement is not None),
    )


@frozen
class _Plan:
    """What is measured of a section, and what follows from it."""

    part: Part
    column: int
    shelf: Shelf
    printed: list[list[Part]]

    def probes(self) -> Iterable[Probe]:
        """Each shape alone, one of each kind twice, and the statements."""
        for shapes in self.printed:
            yield from map(self._alone, shapes)
        yield from (self._alone(_doubled(each)) for each in self._samples())
        item, line = self._led()
        if item is not None and line is not None:
            yield from (self._alone(each) for each in self._with_lines(item, line))
            yield from map(self._listed, self._lines())

    def heights(self, known: Mapping[Probe, float]) -> ShelfHeights:
        """The heights from what was measured."""
        samples = self._samples()
        first = samples[0]
        # The section with a piece twice, less that with it once, is the piece and what parts it
        # from another; what the section has beside it is its heading.
        adds = known[self._alone(_doubled(first))] - known[self._alone(first)]
        heading = known[self._alone(first)] - adds
        of_kind = {
            _kind(each): known[self._alone(each)] * 2 - known[self._alone(_doubled(each))]
            for each in samples
        }
        lead, line = self._lead(known)
        blocks = [
            self._block(known, shapes, block, of_kind, (lead, line))
            for shapes, block in zip(self.printed, self.shelf.blocks, strict=True)
        ]
        return ShelfHeights(heading, tuple(blocks), self.column)

    def _block(
        self,
        known: Mapping[Probe, float],
        shapes: Sequence[Part],
        block: Stocked,
        of_kind: Mapping[str, float],
        calibrated: tuple[float, float],
    ) -> BlockHeights:
        lead, line = calibrated
        own = tuple(known[self._alone(each)] - of_kind[_kind(each)] for each in shapes)
        bullets = tuple(
            tuple(known[self._listed(statement_line(each.statement))] + line for each in wordings)
            for wordings in block.bullets
        )
        return BlockHeights(own, bullets, lead if bullets else 0)

    def _samples(self) -> list[Part]:
        """The first piece of each kind: an entry, a group, a statement."""
        kinds: dict[str, Part] = {}
        for shapes in self.printed:
            kinds.setdefault(_kind(shapes[0]), shapes[0])
        return list(kinds.values())

    def _led(self) -> tuple[Item | None, Line | None]:
        """An entry that has a statement, and the statement."""
        for shapes, block in zip(self.printed, self.shelf.blocks, strict=True):
            if block.bullets:
                return shapes[0].items[0], statement_line(block.bullets[0][0].statement)
        return None, None

    def _with_lines(self, item: Item, line: Line) -> tuple[Part, Part, Part]:
        """The entry without a statement, with one, and with it twice."""
        several: list[Part] = []
        for count in range(3):
            below = replace(item, statements=(line,) * count)
            several.append(replace(self.part, items=(below,), groups=(), statements=(),
                                   paragraphs=()))  # fmt: skip
        return several[0], several[1], several[2]

    def _lead(self, known: Mapping[Probe, float]) -> tuple[float, float]:
        """What the first statement adds more, and what each adds to its height in a list."""
        item, line = self._led()
        if item is None or line is None:
            return 0.0, 0.0
        none, one, two = (known[self._alone(each)] for each in self._with_lines(item, line))
        return (one - none) - (two - one), (two - one) - known[self._listed(line)]

    def _lines(self) -> Iterable[Line]:
        return (
            statement_line(each.statement)
            for block in self.shelf.blocks
            for wordings in block.bullets
            for each in wordings
        )

    def _alone(self, part: Part) -> Probe:
        return Probe((part,), self.column)

    def _listed(self, line: Line) -> Probe:
        alone = Part(self.part.kind, self.part.heading, statements=(line,))
        return Probe((alone,), self.column)


def _kind(part: Part) -> str:
    if part.items:
        return "item"
    if part.groups:
        return "group"
    return "paragraph" if part.paragraphs else "statement"


def _doubled(part: Part) -> Part:
    return replace(
        part,
        items=part.items * 2,
        groups=part.groups * 2,
        statements=part.statements * 2,
        paragraphs=part.paragraphs * 2,
    )


@frozen
class _Frame:
    """What stands around the sections: the header, and the space between one and the next."""

    plans: Sequence[_Plan]
    columns: int

    def probes(self) -> Iterable[Probe]:
        """A section once and twice in each column, and once below the header."""
        for column in range(self.columns):
            part = self._sample(column)
            if part is not None:
                yield Probe((part,), column)
                yield Probe((part, part), column)
        part = self._sample(0)
        if self.columns == 1 and part is not None:
            yield Probe((part,), 0, header=True)

    def gaps(self, known: Mapping[Probe, float]) -> tuple[float, ...]:
        """The space above a section that is not the first, by column."""
        found = []
        for column in range(self.columns):
            part = self._sample(column)
            alone, twice = Probe((part,) if part else (), column), None
            if part is not None:
                twice = Probe((part, part), column)
            found.append(known[twice] - 2 * known[alone] if twice else 0.0)
        return tuple(found)

    def header(self, known: Mapping[Probe, float], gaps: Sequence[float]) -> float:
        """What the header takes, less the space that the first section is reckoned with."""
        part = self._sample(0)
        if part is None:
            return 0.0
        return known[Probe((part,), 0, header=True)] - known[Probe((part,), 0)] - gaps[0]

    def _sample(self, column: int) -> Part | None:
        return next((each.printed[0][0] for each in self.plans if each.column == column), None)
