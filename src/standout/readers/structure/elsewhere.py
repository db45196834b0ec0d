"""Contact lines that stand under some other heading: 'About', a profile, a nameless sidebar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.model import SectionKind
from standout.readers.lines import Line
from standout.readers.structure import links
from standout.readers.structure.addresses import is_address
from standout.readers.structure.names import is_label
from standout.readers.structure.sections import Block

_OTHERS = (SectionKind.REFERENCES, SectionKind.PUBLICATIONS)
"""Sections whose addresses are those of other people."""
_NEAR = 3.0
"""In line heights: white space between lines that belong together."""
_ICONS = " \t☎✆✉⌂⚲📧📨📞📱📍🏠🌐🔗💻"
_EDGES = " \t,;:|·•∙()[]"


def moved(blocks: Sequence[Block], facts: Sequence[Line]) -> list[Line]:
    """Take the contact lines out of blocks of content, where the header has no e-mail address.

    Those are lines with nothing but an e-mail address or a phone number, and their neighbours
    that hold nothing but another address or a place.
    """
    if any(links.EMAIL.search(line.text.value) for line in facts):
        return []
    taken: list[Line] = []
    for block in blocks:
        if block.kind is None or block.kind in _OTHERS:
            continue
        indexes = _of_block(block.lines)
        taken += [block.lines[index] for index in sorted(indexes)]
        block.lines = [line for index, line in enumerate(block.lines) if index not in indexes]
    return taken


def _of_block(lines: Sequence[Line]) -> set[int]:
    sure = {
        index
        for index, line in enumerate(lines)
        if _is_pure(line, _PERSONAL if links.EMAIL.search(line.text.value) is None else _ANY)
    }
    found = set(sure)
    for index in sure:
        for step in (-1, 1):
            at = index + step
            while (
                0 <= at < len(lines) and at not in found and _is_beside(lines[at], lines[at - step])
            ):
                found.add(at)
                at += step
    return found


def _is_beside(line: Line, neighbour: Line) -> bool:
    same = (line.page, line.region) == (neighbour.page, neighbour.region)
    lower = max(line, neighbour, key=lambda each: each.box.y0 if each.box is not None else 0.0)
    near = line.box is None or lower.gap <= _NEAR
    value = line.text.value.strip(_ICONS)
    return same and near and (_is_pure(line, _ANY) or _is_rest(line) or is_address(value))


def _is_rest(line: Line) -> bool:
    """The end of an address that was broken, a linked user name, or a label."""
    value = line.text.value.strip(_EDGES)
    linked = all(segment.links for segment in line.segments)
    return " " not in value and ("." in value or linked or is_label(value))


_PERSONAL = (links.EMAIL,)
_ANY = (links.EMAIL, links.URL)


def _is_pure(line: Line, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Nothing stands on the line but such an address, or a phone number, and labels."""
    value = line.text.value
    bare = value
    for pattern in patterns:
        bare = pattern.sub(" ", bare)
    phone = links.phone_in(bare)
    if phone is not None:
        bare = bare[: phone.start()] + " " + bare[phone.end() :]
    return bare != value and (
        all(is_label(word) for word in _telling(r"[\s|·•:,;]+", bare))
        or all(is_address(part) or is_label(part) for part in _telling(_PARTS, bare))
    )


_PARTS = r"\s{1,9}[–—-](?=\s)|[|·•∙⋄]"


def _telling(separator: str, value: str) -> list[str]:
    """The parts of a line that hold letters or digits."""
    parts = (part.strip(_EDGES + "–—-☎✆✉⌂") for part in re.split(separator, value))
    return [part for part in parts if any(map(str.isalnum, part))]
