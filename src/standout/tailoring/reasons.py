"""Why each piece is on the page or not, from the solved problem itself."""

from __future__ import annotations

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
from standout.tailoring.displacing import Displaced, Displacing, Place
from standout.tailoring.stock import NEVER, Shape, Stocked
from standout.tailoring.tailor import Tailored
from standout.tailoring.values import POINT

_SHOWN = 60
_SOLVED = 3
"""Dropped pieces for which the page is solved anew, in a fiftieth of a second each."""
_LARGE = 300
"""Pieces of a profile above which that would take too long; then exchanges are counted."""
_SKILLS = 3
"""Skills by which a line of them is named."""
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
    def displacing(self) -> Displacing:
        return Displacing(self.tailored.page.material, self.tailored.page.choosing)

    @cached_property
    def solved(self) -> frozenset[Place]:
        """The dropped pieces of most worth, for which the page is solved anew."""
        material = self.tailored.page.material
        worths: list[tuple[int, Place]] = []
        for at, nth, block in material.blocks():
            if (at, nth) not in self.chosen.blocks:
                if block.forms and not self._stocked((at, nth)).shapes[0].groups:
                    worths.append((block.forms[0].worth, (at, nth)))
            elif block.forms[self.chosen.blocks[at, nth]].open:
                worths += [
                    (bullet.forms[0].worth, (at, nth, number))
                    for number, bullet in enumerate(block.bullets)
                    if (at, nth, number) not in self.chosen.bullets
                ]
        pieces = sum(1 + len(block.bullets) for _, _, block in material.blocks())
        ranked = sorted(worths, key=lambda each: (-each[0], each[1]))
        return frozenset(place for _, place in ranked[: _SOLVED if pieces <= _LARGE else 0])

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
        reason = self._why_not(place) if which is None else self._why_kept(form)
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
        if not block.forms:
            return ""
        for follow in self.tailored.page.material.follows:
            if follow.block == place and not any(o in self.chosen.blocks for o in follow.others):
                return "it would leave a gap behind it, or take another job along"
        return self._displacing(place)

    def _why_not(self, place: tuple[int, int, int]) -> str:
        at, nth, _ = place
        block = self.tailored.page.material.parts[at].blocks[nth]
        kept = self.chosen.blocks.get((at, nth))
        if kept is None:
            return "its entry is not on the page"
        if not block.forms[kept].open:
            return "its entry stands in one line"
        below = sum(each[:2] == (at, nth) for each in self.chosen.bullets)
        full = "its entry has as many as it may; " if below >= block.most else ""
        return full + self._displacing(place)

    def _displacing(self, place: Place) -> str:
        """What would leave the page for a piece, and what that would cost."""
        if self.tailored.page.choosing.yielded:
            return "no better page with it was found"
        if place in self.solved:
            found = self.displacing.solved(place)
            if found is None:
                return "no page with it keeps what must stand and the limits"
        else:
            found = self.displacing.exchanged(place)
        if found is None:
            return "no page with it is worth more"
        if found.points < 0:
            return "the page would not be full with it"
        return self._given_up(found)

    def _given_up(self, found: Displaced) -> str:
        if not found.gone:
            if not found.changed or not found.points:
                return "adds nothing that the page lacks"
            words = self._name(found.changed[0])
            return f"would leave less room for {words} ({several(found.points, 'point')} less)"
        said = " and ".join(map(self._told, found.gone[:_NAMED]))
        rest = len(found.gone) - _NAMED
        said += f", and {rest} more" if rest > 0 else ""
        verb = "would displace" if found.best else "could stand in place of"
        points = f"{several(found.points, 'point')} less" if found.points else "worth as much"
        return f"{verb} {said} ({points})"

    def _told(self, place: Place) -> str:
        form = self._form(place)
        if form.proofs:
            best = max(form.proofs, key=lambda each: self._share(each.need, each.strength))
            return f"{self._name(place)}, which proves {self._needed(best.need)}"
        return self._name(place)

    def _name(self, place: Place) -> str:
        at, nth, *rest = place
        if rest:
            which = self.chosen.bullets[at, nth, rest[0]]
            return quoted(self._bullet_text((at, nth, rest[0]), which).value)
        shape = self._stocked((at, nth)).shapes[0]
        return f"{'the skills ' if shape.groups else ''}{quoted(shape_text(shape).value)}"

    def _form(self, place: Place) -> Form:
        at, nth, *rest = place
        block = self.tailored.page.material.parts[at].blocks[nth]
        if rest:
            return block.bullets[rest[0]].forms[self.chosen.bullets[at, nth, rest[0]]]
        return block.forms[self.chosen.blocks[at, nth]]

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
    return Text.join(names[:_SKILLS], ", ")
