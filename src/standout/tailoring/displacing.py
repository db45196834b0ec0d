"""What gives way to a piece that was left out: the page solved anew with it, or one exchange.

Both are counted on the page's own material, so that nothing is said that does not hold: what is
solved is the best page with the piece, an exchange is one page with it, and the best for its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from standout.selection.choosing import Choosing, choose
from standout.selection.material import Block, Bullet, Chosen, Form, Material
from standout.selection.worth import heights, is_allowed, worth
from standout.values import frozen

Place = tuple[int, ...]
"""Of a block (part, block), of a bullet (part, block, bullet)."""
_WEIGHED, _OWN = 6, 3
"""Exchanges of which the page is counted, for one piece: anywhere, and within its entry."""


@frozen
class Displaced:
    """What leaves the page for a piece, dearest first, and what the page is then worth less.

    `changed` are pieces that stay in another form. `best` says that no page with the piece is
    worth more than this one.
    """

    gone: tuple[Place, ...]
    changed: tuple[Place, ...]
    points: int
    best: bool


@frozen
class _Kept:
    """A piece that could give way: what the page loses with it, and the height it would free."""

    place: Place
    loss: int
    height: int
    column: int
    spare: bool
    """Whether its entry has more bullets than it must."""


@dataclass(frozen=True)
class Displacing:
    """Asks of one choice what would give way to what it leaves out."""

    material: Material
    choosing: Choosing

    @property
    def chosen(self) -> Chosen:
        """The pieces on the page."""
        return self.choosing.chosen

    @cached_property
    def total(self) -> int:
        """What the page is worth."""
        return worth(self.material, self.chosen)

    @cached_property
    def kept(self) -> list[_Kept]:
        """What could give way, those that would be missed least first."""
        found = (*self._kept_bullets(), *self._kept_blocks())
        return sorted(found, key=lambda each: each.loss)

    def solved(self, place: Place) -> Displaced | None:
        """What gives way on the best page with a piece; None where there is no page with it."""
        found = choose(_forced(self.material, place))
        return self._displaced(found.chosen, best=True) if isinstance(found, Choosing) else None

    def exchanged(self, place: Place) -> Displaced | None:
        """What could give way at the least loss, a single piece if that does; None if nothing."""
        changed = self._with(place)
        able = [each for each in self.kept if each.column == self._column(place)]
        missing = self._missing(changed, self._column(place))
        for each in sorted(self._singles(changed, place, able, missing), key=self._worth)[::-1]:
            if is_allowed(self.material, each):
                return self._displaced(each, best=False)
        several = _without(changed, self._several(able, missing))
        if is_allowed(self.material, several):
            return self._displaced(several, best=False)
        return None

    def _singles(
        self, changed: Chosen, place: Place, able: list[_Kept], missing: int
    ) -> Iterator[Chosen]:
        """The page with a piece in place of another, or with nothing less where it fits."""
        if missing <= 0:
            yield changed
        high = [each for each in able if each.height >= missing]
        near = [each for each in high if each.spare or each.place[:2] == place[:2]]
        own = [each for each in high if each.place[:2] == place[:2]]
        for each in dict.fromkeys((*near[:_WEIGHED], *own[:_OWN])):
            yield _without(changed, (each.place,))

    def _several(self, able: list[_Kept], missing: int) -> Iterator[Place]:
        """Bullets that make room together: those that would be missed least for their height."""
        counts = Counter(each[:2] for each in self.chosen.bullets)
        bullets = (each for each in able if len(each.place) == 3)
        for each in sorted(bullets, key=lambda one: one.loss / max(1, one.height)):
            if missing > 0 and counts[each.place[0], each.place[1]] > self._block(each.place).least:
                yield each.place
                counts[each.place[0], each.place[1]] -= 1
                missing -= each.height

    def _displaced(self, after: Chosen, *, best: bool) -> Displaced:
        blocks: list[Place] = [each for each in self.chosen.blocks if each not in after.blocks]
        bullets: list[Place] = [
            each for each in self.chosen.bullets
            if each not in after.bullets and each[:2] not in blocks
        ]  # fmt: skip
        now = _forms(after)
        changed = [
            each for each, form in _forms(self.chosen).items() if now.get(each, form) != form
        ]
        losses = {each.place: each.loss for each in self.kept}
        bullets.sort(key=lambda each: -losses.get(each, 0))
        points = self.total - self._worth(after)
        return Displaced((*blocks, *bullets), tuple(changed), points, best)

    def _with(self, place: Place) -> Chosen:
        """The page with a piece in its first form; a block in its lowest with all it must have."""
        if len(place) == 3:
            bullets = {**self.chosen.bullets, (place[0], place[1], place[2]): 0}
            return Chosen(self.chosen.blocks, bullets)
        at, nth = place[0], place[1]
        block = self._block(place)
        form = min(range(len(block.forms)), key=lambda each: _height(block, block.forms[each]))
        below = _fewest(block) if block.forms[form].open else ()
        return Chosen(
            {**self.chosen.blocks, (at, nth): form},
            {**self.chosen.bullets, **{(at, nth, number): which for number, which in below}},
        )

    def _missing(self, changed: Chosen, column: int) -> int:
        return heights(self.material, changed)[column] - self.material.rooms[column]

    def _worth(self, chosen: Chosen) -> int:
        return worth(self.material, chosen)

    def _block(self, place: Place) -> Block:
        return self.material.parts[place[0]].blocks[place[1]]

    def _column(self, place: Place) -> int:
        return self.material.parts[place[0]].column

    def _kept_bullets(self) -> Iterator[_Kept]:
        counts = Counter(each[:2] for each in self.chosen.bullets)
        for place, which in self.chosen.bullets.items():
            block = self._block(place)
            bullet = block.bullets[place[2]]
            if not bullet.must:
                height = bullet.forms[which].height
                spare = counts[place[:2]] > block.least
                yield _Kept(place, self._loss(place), height, self._column(place), spare)

    def _kept_blocks(self) -> Iterator[_Kept]:
        full = heights(self.material, self.chosen)
        for place in self.chosen.blocks:
            if not self._block(place).must:
                column = self._column(place)
                left = heights(self.material, _without(self.chosen, (place,)))
                height = full[column] - left[column]
                yield _Kept(place, self._loss(place), height, column, spare=True)

    def _loss(self, place: Place) -> int:
        return self.total - self._worth(_without(self.chosen, (place,)))


def _forms(chosen: Chosen) -> dict[Place, int]:
    """The form of every piece that is printed."""
    printed = (chosen.blocks.items(), chosen.bullets.items())
    return {place: form for pieces in printed for place, form in pieces}


def _without(chosen: Chosen, places: Iterable[Place]) -> Chosen:
    """A choice without some pieces, and without what stands below them."""
    gone = set(places)
    bullets = {
        place: form for place, form in chosen.bullets.items()
        if place not in gone and place[:2] not in gone
    }  # fmt: skip
    blocks = {place: form for place, form in chosen.blocks.items() if place not in gone}
    return Chosen(blocks, bullets)


def _fewest(block: Block) -> list[tuple[int, int]]:
    """The lowest bullets that must stand below a block, each in its lowest form."""
    lowest = [
        (form.height, number, which)
        for number, bullet in enumerate(block.bullets)
        for height, which in [min((form.height, at) for at, form in enumerate(bullet.forms))]
        for form in [bullet.forms[which]]
    ]
    return [(number, which) for _, number, which in sorted(lowest)[: block.least]]


def _height(block: Block, form: Form) -> int:
    """The height of a form with what must stand below it."""
    if not form.open or not block.bullets or not block.least:
        return form.height
    below = (block.bullets[number].forms[which].height for number, which in _fewest(block))
    return form.height + block.lead + sum(below)


def _forced(material: Material, place: Place) -> Material:
    """The material with a piece that must be printed."""
    at, nth = place[0], place[1]
    part = material.parts[at]
    block = part.blocks[nth]
    if len(place) == 2:
        forced = replace(block, must=True)
    else:
        must: Bullet = replace(block.bullets[place[2]], must=True)
        bullets = (*block.bullets[: place[2]], must, *block.bullets[place[2] + 1 :])
        forced = replace(block, bullets=bullets)
    blocks = (*part.blocks[:nth], forced, *part.blocks[nth + 1 :])
    parts = (*material.parts[:at], replace(part, blocks=blocks), *material.parts[at + 1 :])
    return replace(material, parts=parts)
