"""From a choice back to a resume: what is printed, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standout.model import Resume, Section, SectionKind, Statement
from standout.selection.material import Block, Chosen, Form, Material
from standout.selection.settings import TailorSettings
from standout.tailoring.stock import PREFER, Shape, Stock, Stocked

K = SectionKind
ORDER = (
    K.SUMMARY, K.SKILLS, K.EXPERIENCE, K.PROJECTS, K.OPEN_SOURCE, K.PUBLICATIONS, K.COMPETITIONS,
    K.AWARDS, K.TALKS, K.POSTS, K.TEACHING, K.CERTIFICATES, K.COURSES, K.VOLUNTEER, K.OTHER,
    K.LANGUAGES, K.INTERESTS, K.REFERENCES, K.EDUCATION,
)  # fmt: skip
"""Skills on top, education last."""
_PROJECTS = (K.PROJECTS, K.OPEN_SOURCE)
_FEW = 2
"""Statements of projects below which they are no match for a job."""


def assembled(stock: Stock, material: Material, chosen: Chosen, settings: TailorSettings) -> Resume:
    """The resume of a choice: sections in order, the strongest first within an entry.

    A mark gets a statement on the page, not to the head of its entry.
    """
    order = section_order(stock, material, chosen, settings.projects_lead)
    sections = (_section(stock, material, chosen, at, settings.prefer) for at in order)
    return Resume(stock.basics, tuple(each for each in sections if each is not None))


def section_order(stock: Stock, material: Material, chosen: Chosen, lead: int) -> list[int]:
    """The places of the sections: projects stand before jobs where they prove more."""
    ahead = projects_lead(stock, material, chosen, lead)

    def rank(at: int) -> tuple[int, int]:
        kind = stock.shelves[at].section.kind
        place = ORDER.index(kind)
        if ahead and kind in _PROJECTS:
            place = ORDER.index(K.SKILLS)
        return (2 * place + (ahead and kind in _PROJECTS), at)

    return sorted(range(len(stock.shelves)), key=rank)


def projects_lead(stock: Stock, material: Material, chosen: Chosen, lead: int) -> bool:
    """Whether the chosen projects prove `lead` per cent of what the chosen jobs do, or more."""
    kinds = [each.section.kind for each in stock.shelves]
    count = sum(kinds[at] in _PROJECTS for at, _, _ in chosen.bullets)
    if count < _FEW:
        return False
    projects = _proven(material, chosen, kinds, _PROJECTS)
    return 100 * projects > lead * _proven(material, chosen, kinds, (K.EXPERIENCE,))


def _proven(material: Material, chosen: Chosen, kinds: Sequence[K], asked: tuple[K, ...]) -> int:
    best: dict[int, int] = {}
    for (at, nth, number), form in chosen.bullets.items():
        if kinds[at] in asked:
            bullet = material.parts[at].blocks[nth].bullets[number]
            for proof in bullet.forms[form].proofs:
                best[proof.need] = max(proof.strength, best.get(proof.need, 0))
    return sum(material.needs[need].shares[0] * each // 100 for need, each in best.items())


def force(material: Material, form: Form) -> int:
    """What a form is worth by itself: its own worth, and all it proves as if nothing else did."""
    proven = sum(material.needs[each.need].shares[0] * each.strength // 100 for each in form.proofs)
    return form.worth + proven


def _section(
    stock: Stock, material: Material, chosen: Chosen, at: int, prefer: int
) -> Section | None:
    shelf = stock.shelves[at]
    kept = [nth for nth in range(len(shelf.blocks)) if (at, nth) in chosen.blocks]
    if not kept:
        return None
    if shelf.section.kind is K.SKILLS:
        kept.sort(
            key=lambda nth: -_asked(material, material.parts[at].blocks[nth], chosen, at, nth)
        )
    shapes = [shelf.blocks[nth].shapes[chosen.blocks[at, nth]] for nth in kept]
    entries = [
        replace(
            shape.entry,
            statements=tuple(_below(shelf.blocks[nth], material, chosen, (at, nth), prefer)),
        )
        for nth, shape in zip(kept, shapes, strict=True)
        if shape.entry is not None
    ]
    return replace(
        shelf.section,
        entries=tuple(entries),
        skills=tuple(group for shape in shapes for group in shape.groups),
        statements=tuple(_loose(shapes)),
    )


def _loose(shapes: Sequence[Shape]) -> Iterator[Statement]:
    return (shape.statement for shape in shapes if shape.statement is not None)


def _asked(material: Material, block: Block, chosen: Chosen, at: int, nth: int) -> int:
    form = block.forms[chosen.blocks[at, nth]]
    return force(material, form) - form.worth


def _below(
    block: Stocked, material: Material, chosen: Chosen, place: tuple[int, int], prefer: int
) -> Iterator[Statement]:
    at, nth = place
    numbers = [each for each in range(len(block.bullets)) if (at, nth, each) in chosen.bullets]
    bullets = material.parts[at].blocks[nth].bullets

    def strength(number: int) -> tuple[int, int]:
        form = chosen.bullets[at, nth, number]
        marked = block.bullets[number][form].statement.mark == PREFER
        return (prefer * marked - force(material, bullets[number].forms[form]), number)

    for number in sorted(numbers, key=strength):
        yield block.bullets[number][chosen.bullets[at, nth, number]].statement
