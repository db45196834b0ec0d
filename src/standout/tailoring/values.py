"""What each piece of a stock is worth for one posting: the material of the optimiser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from standout.analysis.statement import Analysis, analyse
from standout.matching.claims import freshness
from standout.matching.experience import months_of
from standout.matching.settings import MatchSettings
from standout.model import DateRange, Entry, SectionKind, Statement
from standout.selection.material import Block, Bullet, Follow, Form, Material, Part, Proof
from standout.selection.settings import TailorSettings
from standout.source import Text
from standout.tailoring.measuring import BlockHeights, PageHeights, ShelfHeights
from standout.tailoring.needs import Prover
from standout.tailoring.stock import MUST, PREFER, Shape, Shelf, Stock, Stocked
from standout.values import frozen

K = SectionKind
T = TypeVar("T")
POINT = 100
"""Units of height in a point."""
_PROJECTS = (K.PROJECTS, K.OPEN_SOURCE, K.COMPETITIONS)
_FREE = 0
"""Statements that an entry of most kinds must have."""
_FEW = 4
"""Skills of a group that count in full."""
_NUMERIC = ("percent", "time", "money")


@frozen
class Appraiser:
    """Says what pieces are worth. `nearest` are lines near to what only a person can judge."""

    prover: Prover
    today: date
    settings: TailorSettings
    matching: MatchSettings
    nearest: frozenset[Text] = frozenset()

    def material(self, stock: Stock, heights: PageHeights) -> Material:
        """A stock in numbers."""
        parts = [
            self._part(shelf, high)
            for shelf, high in zip(stock.shelves, heights.shelves, strict=True)
        ]
        rooms = [round(each * POINT) for each in heights.rooms]
        rooms[0] += (self.settings.pages - 1) * round(heights.page * POINT)
        needs = tuple(each.need(self.settings) for each in self.prover.wanted)
        follows = tuple(self._follows(stock))
        return _with_role(
            Material(tuple(parts), needs, tuple(rooms), follows), stock, self.settings
        )

    def _part(self, shelf: Shelf, high: ShelfHeights) -> Part:
        kind = shelf.section.kind
        blocks = tuple(
            self._block(kind, block, of_block)
            for block, of_block in zip(shelf.blocks, high.blocks, strict=True)
        )
        required = kind in (K.SKILLS, K.EXPERIENCE, K.EDUCATION)
        return Part(blocks, round(high.heading * POINT), 0, high.column, int(required))

    def _block(self, kind: SectionKind, block: Stocked, high: BlockHeights) -> Block:
        forms = tuple(
            self._form(kind, shape, height, block)
            for shape, height in zip(block.shapes, high.shapes, strict=True)
        )
        entry = block.entry
        bullets = tuple(
            Bullet(
                tuple(
                    self._bullet(kind, entry, wording.statement, wording.name, height)
                    for wording, height in zip(wordings, own, strict=True)
                ),
                must=wordings[0].statement.mark == MUST,
            )
            for wordings, own in zip(block.bullets, high.bullets, strict=True)
        )
        education = kind is K.EDUCATION
        most = self.settings.education_most if education else self.settings.most
        musts = sum(each.must for each in bullets)
        least = self.settings.fewest if kind in (K.EXPERIENCE, *_PROJECTS) else _FREE
        return Block(
            forms, bullets, round(high.lead * POINT), least, max(most, musts), block.mark == MUST
        )

    def _form(self, kind: SectionKind, shape: Shape, height: float, block: Stocked) -> Form:
        worth = self._worth(kind, shape)
        if block.mark == PREFER:
            worth += self.settings.prefer
        texts = list(_texts(shape))
        return Form(round(height * POINT), worth, self.prover.proofs(texts), shape.name, shape.open)

    def _worth(self, kind: SectionKind, shape: Shape) -> int:
        if shape.entry is not None:
            own = self._of_kind(kind) * self._fresh(shape.entry.dates) // 100
            # What an entry says beside its title is worth a little where it proves nothing.
            return own // 2 if not shape.open else own - 5 * (shape.name == "short")
        if shape.statement is not None:
            return self._of_statement(shape.statement, kind) + self._of_kind(kind)
        if kind is K.LANGUAGES:
            return self.settings.language
        return sum(self._of_skills(len(group.items)) for group in shape.groups)

    def _of_skills(self, count: int) -> int:
        """The first few of a group say what it is about; the others are worth a third."""
        few = min(count, _FEW)
        return self.settings.skill * few + self.settings.skill * (count - few) // 3

    def _of_kind(self, kind: SectionKind) -> int:
        own = self.settings
        if kind in _PROJECTS:
            return own.project
        return {
            K.EXPERIENCE: own.experience,
            K.PUBLICATIONS: own.publication,
            K.EDUCATION: own.education,
            K.SUMMARY: own.summary,
            K.REFERENCES: 0,
        }.get(kind, own.other)

    def _bullet(
        self, kind: SectionKind, entry: Entry | None, statement: Statement, name: str, height: float
    ) -> Form:
        fresh = self._fresh(entry.dates) if entry else 100
        worth = self._of_statement(statement, kind) * fresh // 100
        if statement.evidence or statement.links:
            worth += self.settings.evidence
        if statement.mark == PREFER:
            worth += self.settings.prefer
        if statement.text in self.nearest:
            worth += self.settings.nearest
        proofs = self.prover.proofs((statement.text,))
        return Form(round(height * POINT), worth, proofs, name)

    def _of_statement(self, statement: Statement, kind: SectionKind) -> int:
        own = self.settings
        said = analyse(statement.text.value)
        rungs = (own.duty, own.deed, own.detailed, own.result, own.measured)
        worth = rungs[said.level] + (own.figures if _has_figure(said) else 0)
        return worth * self._share(kind) // 100

    def _share(self, kind: SectionKind) -> int:
        if kind in (K.EXPERIENCE, K.SUMMARY):
            return 100
        if kind in (*_PROJECTS, K.OTHER):
            return self.matching.projects
        return self.matching.publication if kind is K.PUBLICATIONS else self.matching.studies

    def _fresh(self, dates: DateRange | None) -> int:
        return freshness(dates, self.today, self.matching)

    def _follows(self, stock: Stock) -> Iterator[Follow]:
        """For each job, those of which one must be kept with it, that no gap opens behind it."""
        worked = {
            (at, nth): months
            for at, shelf in enumerate(stock.shelves)
            for nth, block in enumerate(shelf.blocks)
            if shelf.section.kind is K.EXPERIENCE and block.entry is not None
            and (months := months_of(block.entry.dates, self.today))
        }  # fmt: skip
        yield from follows_of(worked, self.settings.gap)


def follows_of(worked: Mapping[tuple[int, int], tuple[int, int]], gap: int) -> Iterator[Follow]:
    """Each job with the later ones that begin before a gap opens behind it.

    Where the profile itself has a gap there, those count that begin next.
    """
    for place, (_, end) in worked.items():
        later = {each: months for each, months in worked.items() if months[1] > end}
        if not later:
            continue
        next_start = min(start for start, _ in later.values())
        reach = max(end + gap, next_start)
        yield Follow(place, tuple(each for each, (start, _) in later.items() if start <= reach))


def _with_role(material: Material, stock: Stock, settings: TailorSettings) -> Material:
    """The material with other counts of statements for the most relevant job."""
    jobs = [
        (_promise(material, block), -at, -nth)
        for at, nth, block in material.blocks()
        if stock.shelves[at].section.kind is K.EXPERIENCE and block.bullets
    ]
    if not jobs:
        return material
    _, at, nth = max(jobs)
    part = material.parts[-at]
    block = part.blocks[-nth]
    musts = sum(each.must for each in block.bullets)
    least = max(block.least, settings.role_fewest)
    counted = replace(block, least=least, most=max(settings.role_most, least, musts))
    blocks = _put(part.blocks, -nth, counted)
    return replace(material, parts=_put(material.parts, -at, replace(part, blocks=blocks)))


def _put(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])


def _promise(material: Material, block: Block) -> int:
    """What the best statements of a job could be worth by themselves."""
    worths = [
        max(form.worth + sum(_share_of(material, each) for each in form.proofs)
            for form in bullet.forms)
        for bullet in block.bullets
    ]  # fmt: skip
    heads = max((form.worth for form in block.forms), default=0)
    return heads + sum(sorted(worths, reverse=True)[:4])


def _share_of(material: Material, proof: Proof) -> int:
    return material.needs[proof.need].shares[0] * proof.strength // 100


def _has_figure(said: Analysis) -> bool:
    return any(each.result and (each.metric or each.kind in _NUMERIC) for each in said.quantities)


def _texts(shape: Shape) -> Iterator[Text]:
    if shape.entry is not None:
        yield from shape.entry.texts()
    for group in shape.groups:
        yield from group.items
        if group.name is not None:
            yield group.name
    if shape.statement is not None:
        yield shape.statement.text
