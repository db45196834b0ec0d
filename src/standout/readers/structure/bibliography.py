"""A list of citations put together from its lines: each citation whole and by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standout.patterns import regex
from standout.readers.lines import Line
from standout.readers.structure import authors
from standout.readers.structure.citations import NUMBER
from standout.readers.structure.identifiers import is_identifier
from standout.readers.structure.units import Unit, unit_of
from standout.vocabulary import closed

_LEGEND = regex(
    r"\(?[*†‡∗]?\s?(?:(?:denotes|indicates|means|=|:|–|-)\s?)?(?:equal(?:ly)? contribut|"
    r"joint first|co-first|alphabetical|authors contributed)",
    re.IGNORECASE,
)
_ENDS = regex(r"(?:[a-zß-ÿ]{2}|\d)[.)]{0,2}$")
"""The last word of a sentence or a year; no initial of an author."""
_SUBTITLE = 6
"""Words that a heading within the list has at most."""


def is_legend(unit: Unit) -> bool:
    """A line that explains the marks of the list: '* equal contribution'."""
    return _LEGEND.match(unit.value) is not None


def is_subtitle(unit: Unit) -> bool:
    """A line that only names the citations below it: 'Journal articles', 'Under review'."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_][\w-]*", unit.value)]
    known = closed.words("subtitle")
    told = [word for word in words if word in known]
    return (
        unit.kind in ("head", "note")
        and 1 <= len(words) <= _SUBTITLE
        and len(unit.lines) == len(unit.lines[0].segments) == 1
        and bool(told)
        and all(word in known or word in closed.words("connecting") for word in words)
    )


def whole(units: Sequence[Unit]) -> list[Unit]:
    """The units with each citation as one, as far as marks or indents tell where one begins."""
    lines = [line for unit in units for line in unit.lines]
    starts = _starts(lines)
    groups = _grouped(lines, starts) if starts else [list(unit.lines) for unit in units]
    kept: list[list[Line]] = []
    for group in groups:
        value = unit_of(group).value
        if kept and group[0].bullet is None and is_identifier(value):
            kept[-1] += group
        else:
            kept.append(group)
    return [unit_of(group) for group in kept]


def _starts(lines: Sequence[Line]) -> set[int]:
    """The lines that open a citation: by number, by glyph, by a hanging indent, or by a gap."""
    numbered = {i for i, line in enumerate(lines) if NUMBER.match(line.text.value)}
    if len(numbered) >= 2 and 0 in {*numbered, *(i - 1 for i in numbered)}:
        return numbered
    marked = {index for index, line in enumerate(lines) if line.bullet is not None}
    if marked:
        return marked if len(marked) >= 2 and not _nested(lines, marked) else set()
    return _hanging(lines) or _opened(lines)


def _opened(lines: Sequence[Line]) -> set[int]:
    """Lines that open with a list of authors where a citation may have ended on the one above."""
    starts = {
        index
        for index, line in enumerate(lines)
        if (not index or _ENDS.search(lines[index - 1].text.value))
        and authors.opening(line.text) is not None
    }
    return starts if 0 in starts and len(starts) >= 2 else set()


def _nested(lines: Sequence[Line], marked: set[int]) -> bool:
    """Bullets below lines that name the entry: those are statements about a paper."""
    first = min(marked)
    loose = [i for i in range(len(lines)) if i not in marked and not _goes_on(lines, i)]
    return first > 0 and len(loose) > 1


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """The line stands further right than the glyph of a bullet above it."""
    above = next((each for each in reversed(lines[:index]) if each.bullet is not None), None)
    return above is not None and lines[index].segments[0].x0 > above.indent + 1


def _hanging(lines: Sequence[Line]) -> set[int]:
    """First lines stand out to the left of all others and open with a list of authors."""
    starts: set[int] = set()
    lefts: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, line.region)
        lefts[key] = min(lefts.get(key, line.segments[0].x0), line.segments[0].x0)
    for index, line in enumerate(lines):
        if line.segments[0].x0 <= lefts[(line.page, line.region)] + 2:
            starts.add(index)
    inner = len(lines) - len(starts)
    opened = sum(authors.opening(lines[index].text) is not None for index in starts)
    return starts if inner >= 2 and 2 * opened > len(starts) else set()


def _grouped(lines: Sequence[Line], starts: set[int]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if not groups or index in starts or _stands_out(groups[-1], line):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _stands_out(group: Sequence[Line], line: Line) -> bool:
    """A heading between two citations, or the first line after one."""
    if _is_heading(group) or line.level is not None:
        return True
    first = group[0]
    words = line.text.value.split()
    heavier = (line.bold and not first.bold) or line.size > first.size + 0.6
    named = any(word.strip("():,-&").casefold() in closed.words("subtitle") for word in words)
    apart = line.gap > max((each.gap for each in group[1:]), default=0.0) + 0.6
    return len(words) <= _SUBTITLE and not names_year(line) and (heavier or (named and apart))


def _is_heading(group: Sequence[Line]) -> bool:
    return len(group) == 1 and is_subtitle(unit_of(group))


def names_year(line: Line) -> bool:
    """A year or a page number stands on the line."""
    return re.search(r"\d", line.text.value) is not None
