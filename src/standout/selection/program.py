"""The choice as a program of whole numbers: columns for pieces, rows for limits.

A need is met by the best proofs on the page. Proofs of one strength are alike, so a need has a
column for each strength and each share: as many of them may be one as proofs of that strength are
printed. Shares fall, so the optimum gives the largest to the strongest; those columns come out
whole where the pieces do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from standout.selection.beaten import worthwhile_bullets, worthwhile_forms
from standout.selection.following import last_of
from standout.selection.material import Block, Bullet, Chosen, Form, Material
from standout.selection.problem import Column, Optimum, Problem, Row

Terms = list[tuple[int, int]]
_GAPS = "the gaps in what is kept"


@dataclass(slots=True)
class Program:
    """A problem in the making, and which column stands for which piece."""

    material: Material
    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    blocks: dict[tuple[int, int, int], int] = field(default_factory=dict)
    """By (part, block, form)."""
    bullets: dict[tuple[int, int, int, int], int] = field(default_factory=dict)
    """By (part, block, bullet, form)."""
    proofs: dict[int, dict[int, Terms]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    """By need and strength: the columns that prove it."""
    taken: dict[int, Terms] = field(default_factory=lambda: defaultdict(list))
    """By column of the page: what takes height there."""
    fills: tuple[int, ...] = ()
    """Heights that the columns must at least take."""

    def column(self, value: int, *, whole: bool = True, early: bool = False) -> int:
        """A new column, by its place."""
        self.columns.append(Column(value, whole=whole, early=early))
        return len(self.columns) - 1

    def limit(
        self, terms: Terms, least: int | None = None, most: int | None = None, name: str = ""
    ) -> None:
        """A new row, if it has any terms or cannot be kept."""
        self.rows.append(Row(tuple(terms), least, most, name))

    def problem(self) -> Problem:
        """The problem as it stands."""
        return Problem(tuple(self.columns), tuple(self.rows))

    def chosen(self, optimum: Optimum) -> Chosen:
        """The pieces whose columns are one."""
        on = {at for at, value in enumerate(optimum.values) if value > 0.5}
        return Chosen(
            {(at, nth): form for (at, nth, form), column in self.blocks.items() if column in on},
            {
                (at, nth, bullet): form
                for (at, nth, bullet, form), column in self.bullets.items()
                if column in on
            },
        )


def program_of(material: Material, fills: tuple[int, ...] = ()) -> Program:
    """The program of a material. `fills` are heights that the columns must at least take."""
    made = Program(material, fills=fills)
    headings: list[int] = []
    for at, part in enumerate(material.parts):
        headed = made.column(part.worth)
        made.taken[part.column].append((headed, part.height))
        for nth, block in enumerate(part.blocks):
            _block(made, at, nth, block, headed)
        printed = [(column, 1) for (where, _, _), column in made.blocks.items() if where == at]
        made.limit([*printed, (headed, -1)], least=0)
        if part.least and part.blocks:
            count = min(part.least, len(part.blocks))
            made.limit(printed, least=count, name="what a section must hold")
            made.limit([(headed, 1)], least=1, name="what a section must hold")
        headings.append(headed)
    _follows(made, headings)
    _needs(made)
    for column, room in enumerate(material.rooms):
        least = fills[column] if fills else None
        taken = _counted(made, made.taken[column])
        made.limit(taken, least, most=room, name="the height of the page")
    return made


def _counted(made: Program, taken: Terms) -> Terms:
    """The same heights by how many pieces of each height there are.

    Pieces of one height are alike for the page, so the solver does best to decide on their number
    first: without it, a page that holds 20.6 of them takes it as many steps as there are ways to
    choose 20.
    """
    summed: dict[int, int] = defaultdict(int)
    for column, height in taken:
        summed[column] += height
    alike: dict[int, list[int]] = defaultdict(list)
    for column, height in summed.items():
        alike[height].append(column)
    terms: Terms = []
    for height, columns in alike.items():
        if len(columns) == 1:
            terms.append((columns[0], height))
        elif height:
            made.columns.append(Column(0, most=len(columns), early=True))
            number = len(made.columns) - 1
            made.limit([(number, -1), *((each, 1) for each in columns)], least=0, most=0)
            terms.append((number, height))
    return terms


def _block(made: Program, at: int, nth: int, block: Block, headed: int) -> None:
    forms = []
    for number, form in _forms(made, block.forms):
        column = _piece(made, at, form, early=True)
        made.blocks[at, nth, number] = column
        forms.append((column, form))
    printed = [(column, 1) for column, _ in forms]
    made.limit([*printed, (headed, -1)], most=0)
    made.limit(printed, least=int(block.must), most=1, name="what is marked `must`")
    if block.bullets:
        _bullets(made, (at, nth), block, [column for column, form in forms if form.open])


def _bullets(made: Program, place: tuple[int, int], block: Block, opened: list[int]) -> None:
    at, nth = place
    below: Terms = []
    least = min(block.least, len(block.bullets))
    above = [(column, -1) for column in opened]
    led = _led(made, at, block, opened)
    for number, bullet in _listed(made, block):
        columns = []
        for which, form in _forms(made, bullet.forms):
            column = _piece(made, at, form)
            made.bullets[at, nth, number, which] = column
            columns.append((column, 1))
        made.limit([*columns, *((column, -1) for column in led)], most=0)
        if bullet.must:
            made.limit(columns, least=1, name="what is marked `must`")
        below += columns
    if not least:
        made.limit([*((column, 1) for column in led), *above], most=0)
        made.limit([*below, *((column, -1) for column in led)], least=0)
    if block.most < len(block.bullets):
        made.limit([*below, *((column, -block.most) for column in opened)], most=0,
                   name="the most statements of an entry")  # fmt: skip
    if least:
        made.limit([*below, *((column, -least) for column in opened)], least=0,
                   name="the fewest statements of an entry")  # fmt: skip


def _led(made: Program, at: int, block: Block, opened: list[int]) -> list[int]:
    """The columns that say whether a block has bullets, each with the height of the lead.

    They are those of its open forms where such a form has a bullet in any case: a column less, and
    much less to decide on.
    """
    led = opened if block.least else [made.column(0)]
    made.taken[made.material.parts[at].column] += [(column, block.lead) for column in led]
    return led


def _forms(made: Program, forms: tuple[Form, ...]) -> list[tuple[int, Form]]:
    """The forms that may be best. Where a page must be filled, a higher form may be what does."""
    return list(enumerate(forms)) if made.fills else worthwhile_forms(forms)


def _listed(made: Program, block: Block) -> list[tuple[int, Bullet]]:
    """The bullets that may be best, likewise."""
    return list(enumerate(block.bullets)) if made.fills else worthwhile_bullets(block)


def _piece(made: Program, at: int, form: Form, *, early: bool = False) -> int:
    column = made.column(form.worth, early=early)
    made.taken[made.material.parts[at].column].append((column, form.height))
    for proof in form.proofs:
        made.proofs[proof.need][proof.strength].append((column, 1))
    return column


def _follows(made: Program, headings: list[int]) -> None:
    """What is kept takes others along; a section takes one of those along that need no other.

    The second follows from the first for whole pieces. Without it a problem in parts of ones
    keeps a twelfth of each of twelve jobs, and its bound is far above every page.
    """
    columns: dict[tuple[int, int], Terms] = defaultdict(list)
    for (at, nth, _), column in made.blocks.items():
        columns[at, nth].append((column, 1))
    for each in made.material.follows:
        after = [term for other in each.others for term in columns[other]]
        before = [(column, -1) for column, _ in columns[each.block]]
        made.limit([*after, *before], least=0, name=_GAPS)
    for at, headed in enumerate(headings):
        last = last_of(made.material, at)
        if last:
            after = [term for place in sorted(last) for term in columns[place]]
            made.limit([*after, (headed, -1)], least=0, name=_GAPS)


def _needs(made: Program) -> None:
    for at, need in enumerate(made.material.needs):
        by_strength = made.proofs.get(at, {})
        shares: list[Terms] = [[] for _ in need.shares]
        for strength, printed in sorted(by_strength.items()):
            own: Terms = []
            for share, terms in zip(need.shares, shares, strict=True):
                column = made.column(share * strength // 100, whole=False)
                terms.append((column, 1))
                own.append((column, 1))
            made.limit([*own, *((column, -1) for column, _ in printed)], most=0)
        for terms in shares:
            made.limit(terms, most=1)
        if need.once and by_strength:
            once = made.column(need.once, whole=False)
            printed = [term for terms in by_strength.values() for term in terms]
            made.limit([(once, 1), *((column, -1) for column, _ in printed)], most=0)
