"""Where pieces that take others along lead to in the end."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from standout.selection.material import Material

Place = tuple[int, int]


def last_of(material: Material, part: int) -> frozenset[Place]:
    """The blocks that need no other, of which one is printed with any block of a section.

    Empty where the section needs none, and where blocks need each other in a circle.
    """
    needed: dict[Place, set[Place]] = {}
    for each in material.follows:
        needed.setdefault(each.block, set()).update(each.others)
    if not any(place[0] == part for place in needed) or not _ends(needed):
        return frozenset()
    reached = {(part, nth) for nth in range(len(material.parts[part].blocks))}
    waiting = list(reached)
    while waiting:
        new = needed.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return frozenset(reached - needed.keys())


def _ends(needed: Mapping[Place, set[Place]]) -> bool:
    try:
        TopologicalSorter(needed).prepare()
    except CycleError:
        return False
    return True
