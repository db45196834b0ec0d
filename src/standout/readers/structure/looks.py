"""Headings whose words no list has, known because they look like headings and like little else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from standout.analysis.dates import find_ranges
from standout.model import SectionKind
from standout.patterns import regex
from standout.readers.lines import Line
from standout.readers.structure import links
from standout.readers.structure.shape import Style, is_prominent, style_of, words_in
from standout.vocabulary import headings, roles

_COUNTED = regex(r"(?<=[^\W\d_]) [1-9]$")
"""A number that tells two headings of one name apart: 'Extra 2'."""
_SEVERAL = 3
"""So many sections that one look names are no coincidence."""

Found = tuple[int, SectionKind | None]
"""The index of a line and the section that it opens."""


def hinted(
    lines: Sequence[Line], known: Mapping[int, SectionKind | None], body: int
) -> list[Found]:
    """Headings in words of the author's own: 'Where I've worked', 'What I studied'.

    Several lines of one prominent look hint at sections or are `known` as headings, most lines of
    that look do, and no other look has more known headings.
    """
    by_look = _by_look(lines, body)
    usual = Counter(style_of(lines[index]) for index in known)
    most = max(usual.values(), default=0)
    found: list[Found] = []
    for look, indexes in by_look.items():
        told = {index: headings.hinted(lines[index].text.value) for index in indexes}
        told = {index: kind for index, kind in told.items() if kind and index not in known}
        kinds = {*told.values(), *(known[index] for index in indexes if index in known)}
        count = len(told) + usual[look]
        if told and usual[look] == most and len(kinds) >= _SEVERAL and 2 * count > len(indexes):
            found += told.items()
    return found


def _by_look(lines: Sequence[Line], body: int) -> dict[Style, list[int]]:
    """The lines that could be headings, by their prominent looks."""
    found: dict[Style, list[int]] = {}
    for index, line in enumerate(lines):
        look = style_of(line)
        dated = index + 1 < len(lines) and _is_date(lines[index + 1])
        if is_prominent(look, body) and _could_head(line) and not dated:
            found.setdefault(look, []).append(index)
    return found


def unnamed(lines: Sequence[Line], usual: Counter[Style], body: int) -> list[Found]:
    """Lines with unknown words that look exactly like the known headings, and like little else."""
    found: list[Found] = []
    for look, indexes in _by_look(lines, body).items():
        if usual[look] < (1 if look.level is not None else 2):
            continue
        # Known headings are among them: many more strangers mean that entries look like this too.
        strangers = len(indexes) - usual[look]
        distinct = look.level is not None or look.size > body + 1 or strangers <= usual[look] // 2
        if distinct and strangers <= max(2, usual[look]):
            found += ((index, _kind(lines[index].text.value)) for index in indexes)
    return found


def _kind(value: str) -> SectionKind | None:
    known = headings.find(value)
    return known.kind if known is not None else headings.hinted(value) or SectionKind.OTHER


def _could_head(line: Line) -> bool:
    value = line.text.value
    if line.bullet is not None or len(line.segments) > 1 or words_in(value) > 6:
        return False
    if line.level is not None:
        return True
    if value.rstrip().endswith((".", ",", ";")) or re.search(r"\d", _COUNTED.sub("", value)):
        return False
    if find_ranges(value) or links.EMAIL.search(value) or links.URL.search(value):
        return False
    named = roles.title_words(value) or roles.organization_words(value)
    return not named and not roles.degree_words(value)


def _is_date(line: Line) -> bool:
    """A line that is nothing but dates stands under a title, not under a heading."""
    found = find_ranges(line.text.value.strip())
    return len(found) == 1 and found[0].end - found[0].start == len(line.text.value.strip())
