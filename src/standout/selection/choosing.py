"""Choose the best pieces for the page, and prove that none are better."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from standout.selection.material import Block, Chosen, Material, Part
from standout.selection.problem import Problem, Row
from standout.selection.program import program_of
from standout.selection.solver import is_solvable, solve
from standout.selection.worth import heights
from standout.values import frozen


@frozen
class Choosing:
    """The best choice: its worth, the bound on any choice, and what the proof took in seconds.

    `yielded` names the limits that were given up so that there is a page, or a full one.
    """

    chosen: Chosen
    objective: int
    bound: int
    seconds: float
    yielded: tuple[str, ...] = ()


@frozen
class Clash:
    """That nothing keeps all limits: the names of those that cannot be kept together."""

    limits: tuple[str, ...]


def choose(material: Material) -> Choosing | Clash:
    """The choice of the highest worth within all limits, or which of them clash."""
    return _solved(material, ())


def choose_filling(material: Material, fills: tuple[int, ...]) -> Choosing | Clash:
    """The same among the choices that take at least these heights of the columns."""
    return _solved(material, fills)


def without_counts(material: Material) -> Material:
    """The same without most counts of statements: for a page that would stay half empty."""
    return replace(material, parts=tuple(map(_uncounted, material.parts)))


def eased(material: Material) -> Material:
    """The same without fewest counts beyond one statement a job: for pieces as high as a page."""

    def eased_part(part: Part) -> Part:
        blocks = (replace(each, least=min(each.least, 1)) for each in part.blocks)
        return replace(part, blocks=tuple(blocks), least=0)

    return replace(material, parts=tuple(map(eased_part, material.parts)))


def everything_height(material: Material) -> list[int]:
    """What each column takes with the highest form of everything in it."""
    chosen = Chosen()
    for at, nth, block in material.blocks():
        if not block.forms:
            continue
        chosen.blocks[at, nth] = _highest(
            [each.height if each.open else -1 for each in block.forms]
        )
        for number, bullet in enumerate(block.bullets):
            chosen.bullets[at, nth, number] = _highest([each.height for each in bullet.forms])
    return heights(material, chosen)


def _highest(values: list[int]) -> int:
    return values.index(max(values))


def _uncounted(part: Part) -> Part:
    return replace(part, blocks=tuple(map(_open, part.blocks)))


def _open(block: Block) -> Block:
    return replace(block, most=max(block.most, len(block.bullets)))


def _solved(material: Material, fills: tuple[int, ...]) -> Choosing | Clash:
    started = perf_counter()
    made = program_of(material, fills)
    problem = made.problem()
    found = solve(problem)
    if found is None:
        return Clash(_clashing(problem))
    seconds = perf_counter() - started
    return Choosing(made.chosen(found), found.objective, found.bound, seconds)


def _clashing(problem: Problem) -> tuple[str, ...]:
    """The kinds of limits without each of which the others can be kept together."""
    names = dict.fromkeys(row.name for row in problem.rows if row.name)
    needed = [name for name in names if is_solvable(_without(problem, name))]
    return tuple(needed or names)


def _without(problem: Problem, name: str) -> Problem:
    rows: tuple[Row, ...] = tuple(each for each in problem.rows if each.name != name)
    return replace(problem, rows=rows)
