"""Why each piece is on the page or not, from the solved problem itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from standout.model import SectionKind, Statement
from standout.model.selection import Choice, Piece, Selection, Term
from standout.reporters import several
from standout.selection.choosing import Choosing, choose
from standout.selection.material import Block, Chosen, Form
from standout.selection.worth import covered, heights, own_worth, worth
from standout.source import Text
from standout.tailoring.stock import NEVER, Shape, Stocked
from standout.tailoring.tailor import Tailored
from standout.tailoring.values import POINT
from standout.values import frozen

_SHOWN = 60
_WEIGHED = 6
"""Exchanges of which the page is counted, for one piece."""
_NAMED = 2
"""Pieces that a reason names at most."""


def selection_of(tailored: Tailored) -> Selection:
    """What was kept, in the order of the page, and what was dropped, each with its reason."""
    teller = _Teller(tailored)
    page = tailored.page
    taken = heights(page.material, page.choosing.chosen)
    line, more, gained = teller.one_more_line()
    return Selection(
        choices=tuple(teller.choices()),
        budget=page.material.rooms[0] / POINT,
        used=taken[0] / POINT,
        objective=page.choosing.objective,
        bound=page.choosing.bound,
        seconds=tailored.seconds,
        terms=tuple(teller.terms()),
        pages=page.pages,
        fill=page.fill,
        line=line,
        more=more,
        more_value=gained,
        yielded=page.choosing.yielded,
    )


@frozen
class _Kept:
    """A piece that could give way: what would be lost with it, and the points it would free."""

    text: Text
    loss: int
    height: int
    form: Form
    bullet: tuple[int, int, int]
    column: int
    may_go: bool
    """Whether its entry has more statements than it must."""

    @property
    def place(self) -> tuple[int, int]:
        """Its entry's."""
        return self.bullet[:2]


@dataclass(frozen=True)
class _Teller:
    """Says of a tailored page what was chosen and why."""

    tailored: Tailored

    @cached_property
    def chosen(self) -> Chosen:
        return self.tailored.page.choosing.chosen

    @cached_property
    def total(self) -> int:
        return worth(self.tailored.page.material, self.chosen)

    @cached_property
    def free(self) -> list[int]:
        material = self.tailored.page.material
        taken = heights(material, self.chosen)
        return [room - each for room, each in zip(material.rooms, taken, strict=True)]

    @cached_property
    def kept(self) -> list[_Kept]:
        """The kept statements but those that must stay, those that would be missed least first."""
        return sorted(self._kept(), key=lambda each: each.loss)

    def choices(self) -> Iterator[Choice]:
        """Kept pieces in the order of the profile, then dropped ones, then those never printed."""
        found = [each for at, nth, _ in self.tailored.page.material.blocks()
                 for each in self._of_block(at, nth)]  # fmt: skip
        yield from (each for each in found if each.kept)
        yield from (each for each in found if not each.kept)
        yield from self._never()

    def terms(self) -> Iterator[Term]:
        """The objective, term by term."""
        material, match = self.tailored.page.material, self.tailored.match
        yield Term("pieces by themselves", own_worth(material, self.chosen))
        earned = covered(material, self.chosen)
        for wanted, points in zip(self.tailored.prover.wanted, earned, strict=True):
            answer = match.answers[wanted.answer]
            yield Term(quoted(answer.requirement.text.value), points)

    def one_more_line(self) -> tuple[float, tuple[Text, ...], int]:
        """The height of a line, what it would bring onto the page, and what that is worth."""
        page = self.tailored.page
        line = min((each.height for each in self._dropped_forms()), default=0)
        if not line:
            return 0.0, (), 0
        rooms = (page.material.rooms[0] + line, *page.material.rooms[1:])
        found = choose(replace(page.material, rooms=rooms))
        if not isinstance(found, Choosing) or found.objective <= self.total:
            return line / POINT, (), 0
        before = self.chosen.bullets
        new = [place for place, form in found.chosen.bullets.items() if before.get(place) != form]
        texts = [self._bullet_text(place, found.chosen.bullets[place]) for place in new]
        fresh = [place for place in found.chosen.blocks if place not in self.chosen.blocks]
        texts += [shape_text(self._stocked(place).shapes[0]) for place in fresh]
        return line / POINT, tuple(texts), found.objective - self.total

    def _dropped_forms(self) -> Iterator[Form]:
        for at, nth, block in self.tailored.page.material.blocks():
            for number, bullet in enumerate(block.bullets):
                if (at, nth, number) not in self.chosen.bullets:
                    yield bullet.forms[0]

    def _of_block(self, at: int, nth: int) -> Iterator[Choice]:
        block = self.tailored.page.material.parts[at].blocks[nth]
        stocked = self._stocked((at, nth))
        form = self.chosen.blocks.get((at, nth))
        shape = stocked.shapes[form or 0]
        entry = shape_text(stocked.shapes[0]) if stocked.entry is not None else None
        if shape.groups:
            yield from self._skills(at, stocked, form)
        else:
            piece = Piece.ENTRY if entry is not None else Piece.STATEMENT
            yield self._choice(piece, (at, nth), shape, block.forms[form or 0], form is not None)
        for number in range(len(block.bullets)):
            yield self._statement((at, nth, number), entry)

    def _choice(
        self,
        piece: Piece,
        place: tuple[int, int],
        shape: Shape,
        form: Form,
        kept: bool,  # noqa: FBT001 - a field of the choice
    ) -> Choice:
        at, nth = place
        block = self.tailored.page.material.parts[at].blocks[nth]
        reason = self._why_whole(form, shape) if kept else self._why_no_block(place, block)
        name = shape.name
        return Choice(piece, shape_text(shape), self._kind(at), None, kept, form.worth,
                      form.height / POINT, self._proves(form), reason, name)  # fmt: skip

    def _statement(self, place: tuple[int, int, int], entry: Text | None) -> Choice:
        at, nth, number = place
        bullet = self.tailored.page.material.parts[at].blocks[nth].bullets[number]
        which = self.chosen.bullets.get(place)
        form = bullet.forms[which or 0]
        reason = self._why_not(place, form) if which is None else self._why_kept(form)
        return Choice(Piece.STATEMENT, self._bullet_text(place, which or 0), self._kind(at), entry,
                      which is not None, form.worth, form.height / POINT, self._proves(form),
                      reason, form.name if which is not None else "")  # fmt: skip

    def _skills(self, at: int, stocked: Stocked, form: int | None) -> Iterator[Choice]:
        printed = [
            item.value
            for group in (stocked.shapes[form].groups if form is not None else ())
            for item in group.items
        ]
        for group in stocked.shapes[0].groups:
            for item in group.items:
                kept = item.value in printed
                proofs = self.tailored.prover.proofs((item,))
                proves = tuple(dict.fromkeys(self._answer(each.need) for each in proofs))
                why = "" if kept else "the line is full, and the posting does not ask for it"
                if proves:
                    why = f"names {self._needed(proofs[0].need)}" if kept else "no room in its line"
                yield Choice(Piece.SKILL, item, self._kind(at), group.name, kept,
                             self.tailored.wish.settings.skill, 0.0, proves, why)  # fmt: skip

    def _never(self) -> Iterator[Choice]:
        for section in self.tailored.reading.resume.sections:
            for entry in section.entries:
                title = shape_text(Shape(entry))
                if entry.mark == NEVER:
                    yield _left_out(Piece.ENTRY, title, section.kind, None)
                for each in entry.statements:
                    if each.mark == NEVER or entry.mark == NEVER:
                        yield _left_out(Piece.STATEMENT, each.text, section.kind, title)
            yield from (
                _left_out(Piece.STATEMENT, each.text, section.kind, None)
                for each in section.statements
                if each.mark == NEVER
            )

    def _why_whole(self, form: Form, shape: Shape) -> str:
        if not shape.open:
            return "one line, so that no gap opens between jobs"
        return self._why_kept(form) or ("its title and dates" if shape.name else "")

    def _why_kept(self, form: Form) -> str:
        if not form.proofs:
            return ""
        best = max(form.proofs, key=lambda each: self._share(each.need, each.strength))
        return f"proves {self._needed(best.need)}"

    def _why_no_block(self, place: tuple[int, int], block: Block) -> str:
        at, _ = place
        part = self.tailored.page.material.parts[at]
        if not block.forms:
            return ""
        for follow in self.tailored.page.material.follows:
            if follow.block == place and not any(o in self.chosen.blocks for o in follow.others):
                return "it would leave a gap behind it, or take another job along"
        form = min(block.forms, key=lambda each: each.height + self._below(block, each))
        need = form.height + self._below(block, form)
        if not any(other == at for other, _ in self.chosen.blocks):
            need += part.height
        return self._displacing(need, part.column)

    def _below(self, block: Block, form: Form) -> int:
        """The height of the fewest statements that must stand below a form."""
        if not form.open or not block.bullets or not block.least:
            return 0
        shortest = sorted(min(one.height for one in each.forms) for each in block.bullets)
        return block.lead + sum(shortest[: block.least])

    def _why_not(self, place: tuple[int, int, int], form: Form) -> str:
        at, nth, _ = place
        part = self.tailored.page.material.parts[at]
        block = part.blocks[nth]
        kept = self.chosen.blocks.get((at, nth))
        if kept is None:
            return "its entry is not on the page"
        if not block.forms[kept].open:
            return "its entry stands in one line"
        below = sum(each[:2] == (at, nth) for each in self.chosen.bullets)
        need = form.height + block.lead * (not below)
        return self._in_place_of(place, need, full=below >= block.most) or (
            "its entry is full" if below >= block.most else self._displacing(need, part.column)
        )

    def _in_place_of(self, place: tuple[int, int, int], need: int, *, full: bool) -> str:
        """The one statement that a statement could stand in place of at the least loss.

        Each exchange keeps every limit, and the page is counted with it: as it is the best page,
        none is worth more.
        """
        at, nth, _ = place
        column = self.tailored.page.material.parts[at].column
        missing = need - self.free[column]
        if not full and missing <= 0:
            return ""
        able = [
            each
            for each in self.kept
            if each.column == column and each.height >= missing
            and (each.place == (at, nth) if full else each.place == (at, nth) or each.may_go)
        ][:_WEIGHED]  # fmt: skip
        if not able:
            return ""
        lost, _, one = min((self._lost(each, place), number, each)
                           for number, each in enumerate(able))  # fmt: skip
        why = ", for its entry has as many as it may" if full else ""
        points = f"{several(lost, 'point')} less" if lost > 0 else "worth as much"
        return f"would displace {self._told(one)}{why} ({points})"

    def _lost(self, kept: _Kept, place: tuple[int, int, int]) -> int:
        """What the page loses with the statement at a place instead of a kept one."""
        bullets = {each: form for each, form in self.chosen.bullets.items() if each != kept.bullet}
        changed = Chosen(self.chosen.blocks, {**bullets, place: 0})
        return self.total - worth(self.tailored.page.material, changed)

    def _displacing(self, need: int, column: int) -> str:
        """What must give way for something of a height: the pieces that would be missed least."""
        missing = need - self.free[column]
        if missing <= 0:
            return "adds nothing that the page lacks"
        able = [each for each in self.kept if each.column == column and each.may_go]
        one = next((each for each in able if each.height >= missing), None)
        if one is not None:
            return f"would displace {self._told(one)}"
        return self._displacing_several(able, missing)

    def _displacing_several(self, able: list[_Kept], missing: int) -> str:
        """What takes more than one piece: those that would be missed least for their height."""
        material = self.tailored.page.material
        named: list[_Kept] = []
        counts = Counter(each[:2] for each in self.chosen.bullets)
        for each in sorted(able, key=lambda one: one.loss / max(1, one.height)):
            at, nth = each.place
            if missing > 0 and counts[each.place] > material.parts[at].blocks[nth].least:
                named.append(each)
                counts[each.place] -= 1
                missing -= each.height
        if missing > 0:
            return "there is no room for it without another entry's end"
        said = " and ".join(self._told(each) for each in named[:_NAMED])
        rest = len(named) - _NAMED
        return f"would displace {said}" + (f", and {rest} more" if rest > 0 else "")

    def _told(self, kept: _Kept) -> str:
        if kept.form.proofs:
            best = max(kept.form.proofs, key=lambda each: self._share(each.need, each.strength))
            return f"{quoted(kept.text.value)}, which proves {self._needed(best.need)}"
        return quoted(kept.text.value)

    def _kept(self) -> Iterator[_Kept]:
        material = self.tailored.page.material
        counts = Counter(each[:2] for each in self.chosen.bullets)
        for place, which in self.chosen.bullets.items():
            at, nth, number = place
            block = material.parts[at].blocks[nth]
            bullet = block.bullets[number]
            if bullet.must:
                continue
            left = {each: form for each, form in self.chosen.bullets.items() if each != place}
            loss = self.total - worth(material, Chosen(self.chosen.blocks, left))
            form = bullet.forms[which]
            yield _Kept(self._bullet_text(place, which), loss, form.height, form, place,
                        material.parts[at].column, counts[at, nth] > block.least)  # fmt: skip

    def _stocked(self, place: tuple[int, int]) -> Stocked:
        return self.tailored.stock.shelves[place[0]].blocks[place[1]]

    def _bullet_text(self, place: tuple[int, int, int], which: int) -> Text:
        statement: Statement = self._stocked(place[:2]).bullets[place[2]][which].statement
        return statement.text

    def _kind(self, at: int) -> SectionKind:
        return self.tailored.stock.shelves[at].section.kind

    def _proves(self, form: Form) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._answer(each.need) for each in form.proofs))

    def _answer(self, need: int) -> int:
        return self.tailored.prover.wanted[need].answer

    def _needed(self, need: int) -> str:
        return quoted(self.tailored.match.answers[self._answer(need)].requirement.text.value)

    def _share(self, need: int, strength: int) -> int:
        return self.tailored.page.material.needs[need].shares[0] * strength


def _left_out(piece: Piece, text: Text, kind: SectionKind, entry: Text | None) -> Choice:
    return Choice(piece, text, kind, entry, False, 0, 0.0, (), "marked `never`")  # noqa: FBT003 - not kept


def quoted(text: str) -> str:
    """A text in quotes, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + '…'}”"


def shape_text(shape: Shape) -> Text:
    """What a form goes by: a title, a degree, the first of its words."""
    if shape.entry is not None:
        entry = shape.entry
        named = (entry.title, entry.degree, entry.organization, entry.venue)
        return next((each for each in named if each), None) or next(entry.texts(), Text("", ()))
    if shape.statement is not None:
        return shape.statement.text
    names = [item for group in shape.groups for item in group.items]
    return names[0] if names else Text("", ())
