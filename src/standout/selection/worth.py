"""What a choice is worth, how high it stands, and whether it keeps the limits: by counting.

Independent of the solver, which must come to the same numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from standout.selection.material import Block, Chosen, Form, Material, Need


def forms_of(material: Material, chosen: Chosen) -> Iterator[Form]:
    """Every form that is printed."""
    for (at, nth), form in chosen.blocks.items():
        yield material.parts[at].blocks[nth].forms[form]
    for (at, nth, bullet), form in chosen.bullets.items():
        yield material.parts[at].blocks[nth].bullets[bullet].forms[form]


def worth(material: Material, chosen: Chosen) -> int:
    """The objective: what the pieces are worth, and what they prove."""
    return own_worth(material, chosen) + sum(covered(material, chosen))


def own_worth(material: Material, chosen: Chosen) -> int:
    """What sections and pieces are worth by themselves."""
    headed = {at for at, _ in chosen.blocks}
    sections = sum(material.parts[at].worth for at in headed)
    return sections + sum(each.worth for each in forms_of(material, chosen))


def covered(material: Material, chosen: Chosen) -> list[int]:
    """What each need earns."""
    strengths: dict[int, list[int]] = defaultdict(list)
    for form in forms_of(material, chosen):
        for proof in form.proofs:
            strengths[proof.need].append(proof.strength)
    return [earned(need, strengths[at]) for at, need in enumerate(material.needs)]


def earned(need: Need, strengths: list[int]) -> int:
    """What proofs of these strengths earn: the strongest takes the largest share."""
    best = sorted(strengths, reverse=True)
    shares = sum(share * each // 100 for share, each in zip(need.shares, best, strict=False))
    return shares + (need.once if strengths else 0)


def heights(material: Material, chosen: Chosen) -> list[int]:
    """The height that is taken in each column."""
    taken = [0] * len(material.rooms)
    for at in {at for at, _ in chosen.blocks}:
        taken[material.parts[at].column] += material.parts[at].height
    for (at, nth), form in chosen.blocks.items():
        part = material.parts[at]
        taken[part.column] += part.blocks[nth].forms[form].height
    led = set()
    for (at, nth, bullet), form in chosen.bullets.items():
        part = material.parts[at]
        taken[part.column] += part.blocks[nth].bullets[bullet].forms[form].height
        led.add((at, nth))
    for at, nth in led:
        part = material.parts[at]
        taken[part.column] += part.blocks[nth].lead
    return taken


def is_allowed(material: Material, chosen: Chosen) -> bool:
    """Whether a choice keeps every limit."""
    fits = all(
        taken <= room for taken, room in zip(heights(material, chosen), material.rooms, strict=True)
    )
    return fits and all(_kept(chosen, at, nth, each) for at, nth, each in material.blocks()) and (
        _sections_kept(material, chosen) and _follows_kept(material, chosen)
    )  # fmt: skip


def _kept(chosen: Chosen, at: int, nth: int, block: Block) -> bool:
    form = chosen.blocks.get((at, nth))
    below = [each for each in range(len(block.bullets)) if (at, nth, each) in chosen.bullets]
    if any(each.must and nr not in below for nr, each in enumerate(block.bullets)):
        return False
    if form is None or not block.forms[form].open:
        return not below and (form is not None or not block.must)
    return min(block.least, len(block.bullets)) <= len(below) <= block.most


def _sections_kept(material: Material, chosen: Chosen) -> bool:
    counts = [sum(place == at for place, _ in chosen.blocks) for at in range(len(material.parts))]
    return all(
        count >= min(part.least, len(part.blocks))
        for count, part in zip(counts, material.parts, strict=True)
    )


def _follows_kept(material: Material, chosen: Chosen) -> bool:
    return all(
        each.block not in chosen.blocks or any(other in chosen.blocks for other in each.others)
        for each in material.follows
    )
