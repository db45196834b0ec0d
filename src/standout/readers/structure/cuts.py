"""Which lines are headings: by their words, by their looks, in the margin, before a colon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from standout.model import SectionKind
from standout.readers.lines import Line
from standout.readers.structure import glyphs, links, looks, wrapped
from standout.readers.structure.shape import (
    Style,
    body_size,
    is_prominent,
    style_of,
    words_in,
)
from standout.readers.structure.wrapped import elsewhere
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import headings

_IN_LINE = 2.0
"""Points that headings in plain type may be out of line with each other."""
_NEARER = 0.3
"""In line heights: so much closer than the rows are the lines of one label."""
_SEVERAL = 3
"""So many sections that one look names are no coincidence."""
_SET_OFF = 1.5
"""In line heights: white space above what opens a section rather than an item of a list."""
_SLACK = 6.0
"""Points that headings may be out of line with each other."""


@frozen
class Cut:
    """Line `index` opens a section; `rest` is what stands on the line behind the heading."""

    index: int
    kind: SectionKind | None
    heading: Text
    rest: Line | None = None
    in_margin: bool = False


def find(lines: Sequence[Line]) -> list[Cut]:
    """The headings, in the order of the lines; none of a part within a section."""
    whole = [
        cut
        for cut in (_whole(index, line) for index, line in enumerate(lines))
        if cut and not (cut.index and _ends_label(lines[cut.index - 1], lines[cut.index]))
    ]
    body = body_size(lines)
    known = [cut for cut in whole if wrapped.named(lines[cut.index])]
    trusted = _trusted(lines, known, body)
    trusted += _by_look(lines, looks.hinted(lines, {cut.index: cut.kind for cut in trusted}, body))
    taken = {cut.index for cut in trusted}
    trusted += _among(lines, trusted, body)
    trusted = _without_parts(lines, sorted(trusted, key=_place), taken)
    taken = {cut.index for cut in trusted}
    usual = Counter(style_of(lines[cut.index]) for cut in trusted)
    largest = _largest(lines, trusted)
    gap = min((lines[index].gap for index in taken if lines[index].gap > 0), default=0.0)
    by_look = [
        cut
        for cut in _by_look(lines, looks.unnamed(lines, usual, body))
        if cut.index not in taken
        and (cut.index > min(taken, default=0) or _is_below_contact(lines, cut.index))
        and (lines[cut.index].gap >= 0.8 * gap or _opens_page(lines, cut.index))
        and style_of(lines[cut.index]).size >= largest.get(lines[cut.index].region, 0) - 1
        and _aligned(lines[cut.index], [lines[index] for index in taken])
    ]
    return sorted([*trusted, *by_look], key=_place)


def _by_look(lines: Sequence[Line], found: Iterable[looks.Found]) -> list[Cut]:
    return [Cut(index, kind, lines[index].text.strip()) for index, kind in found]


def _is_below_contact(lines: Sequence[Line], index: int) -> bool:
    """An address stands above the line: it opens a section, and no title is set below the name."""
    above = (line.text.value for line in lines[:index])
    return any(links.EMAIL.search(value) or links.phone_in(value) for value in above)


def _among(lines: Sequence[Line], trusted: Sequence[Cut], body: int) -> list[Cut]:
    """The headings beside text that agree with those that stand alone, if there are such."""
    taken = {cut.index for cut in trusted}
    looks = Counter(style_of(lines[index]) for index in taken)
    lefts = [lines[index].segments[0].x0 for index in taken]
    beside = [cut for cut in _beside(lines) if cut.index not in taken]
    run_in = len(taken) + sum(cut.in_margin for cut in beside) < 2
    found: list[Cut] = []
    for cut in beside:
        line = lines[cut.index]
        look, left = style_of(line), line.segments[0].x0
        placed = is_prominent(look, body) or any(abs(left - each) <= _IN_LINE for each in lefts)
        agrees = len(taken) < 2 or (looks[look] >= 2 and placed)
        if agrees and (cut.in_margin or run_in):
            found.append(cut)
    return found


def _aligned(line: Line, known: Sequence[Line]) -> bool:
    """The line stands where the headings of its column do: their edge or their middle."""
    beside = [other for other in known if (other.page, other.region) == (line.page, line.region)]
    mine = _edges(line)
    return not beside or any(
        abs(one - other) < _SLACK
        for heading in beside
        for one, other in zip(mine, _edges(heading), strict=True)
    )


def _edges(line: Line) -> tuple[float, float, float]:
    left, right = line.segments[0].x0, line.segments[-1].x1
    return left, right, (left + right) / 2


def _is_inner(line: Line, before: Line) -> bool:
    """The line is set in further than a heading of its column."""
    same = (line.page, line.region) == (before.page, before.region)
    return same and line.box is not None and not _aligned(line, [before])


def _largest(lines: Sequence[Line], cuts: Sequence[Cut]) -> dict[int, int]:
    """The size of the largest heading of each region."""
    found: dict[int, int] = {}
    for cut in cuts:
        line = lines[cut.index]
        found[line.region] = max(found.get(line.region, 0), style_of(line).size)
    return found


def _whole(index: int, line: Line) -> Cut | None:
    """A line that is a heading and nothing else."""
    if line.bullet is not None and line.level is None:
        return None
    value = line.text.value
    found = headings.find(value)
    if found is None or value.rstrip().endswith((".", ",", ";")):
        return None
    return Cut(index, found.kind, line.text.strip())


def _ends_label(row: Line, line: Line) -> bool:
    """'LEADERSHIP' right below 'OPERATIONS &', which stands before its list."""
    if len(row.segments) != 2 or line.level is not None or elsewhere(row, line):
        return False
    label, rest = row.segments[0], line.segments[0]
    alike = (label.size, label.bold) == (rest.size, rest.bold) and abs(label.x0 - rest.x0) < 1.0
    return (
        alike
        and row.box is not None
        and line.gap < row.gap - _NEARER
        and headings.find(label.text.value) is None
    )


def _trusted(lines: Sequence[Line], cuts: Sequence[Cut], body: int) -> list[Cut]:
    """Those whose look agrees with being headings of this document."""
    looks = Counter(style_of(lines[cut.index]) for cut in cuts)
    prominent = {look for look in looks if is_prominent(look, body)}
    if not prominent:
        return list(cuts)
    levels = Counter(look.level for look in looks.elements() if look.level is not None)
    top = max(levels, key=lambda level: (levels[level], -level)) if levels else None
    largest = _largest(lines, [cut for cut in cuts if looks[style_of(lines[cut.index])] >= 2])
    names = _mere_names(lines, [cut for cut in cuts if looks[style_of(lines[cut.index])] >= 2])
    gaps: dict[int, float] = {}
    for cut in cuts:
        line = lines[cut.index]
        if cut.index and style_of(line).size >= largest.get(line.region, 0) - 1:
            gaps[line.region] = min(gaps.get(line.region, 99.0), line.gap)
    kept: list[Cut] = []
    for cut in cuts:
        line = lines[cut.index]
        look = style_of(line)
        if top is not None and (look.level is None or look.level > top):
            continue
        smaller = look.size < largest.get(line.region, 0) - 1
        inner = bool(kept) and _is_inner(line, lines[kept[-1].index])
        if smaller and line.gap < gaps.get(line.region, 0.0):
            continue
        if (line.region, look) in names and kept:
            continue
        if (smaller or inner) and _is_part(cut, kept):
            continue
        if look in prominent:
            kept.append(cut)
    return kept


def _mere_names(lines: Sequence[Line], cuts: Sequence[Cut]) -> set[tuple[int, Style]]:
    """The looks, by region, that rank below its headings, and set other lines or follow on them.

    'Technology' among interests and 'Open Source' in a sidebar are names like their neighbours.
    """
    main: dict[int, Style] = {}
    for cut in cuts:
        line = lines[cut.index]
        main[line.region] = max(main.get(line.region, style_of(line)), style_of(line), key=_weight)
    known = Counter((lines[cut.index].region, style_of(lines[cut.index])) for cut in cuts)
    alike = Counter((line.region, style_of(line)) for line in lines if _may_name(line))
    headed = {
        (below.region, style_of(below))
        for line, below in pairwise(lines)
        if main.get(line.region) == style_of(line) and _may_name(line)
    }
    several = {look for look in known if _open_several(lines, cuts, look)}
    return {
        (region, look)
        for (region, look), count in alike.items()
        if region in main
        and _is_lesser(look, main[region])
        and (region, look) not in several
        and (3 * known[region, look] <= 2 * count or (region, look) in headed)
    }


def _open_several(lines: Sequence[Line], cuts: Sequence[Cut], look: tuple[int, Style]) -> bool:
    """Lines of one look in one region name several kinds of section, each set off from above."""
    alike = [cut for cut in cuts if (lines[cut.index].region, style_of(lines[cut.index])) == look]
    off = all(lines[cut.index].gap >= _SET_OFF or _opens_page(lines, cut.index) for cut in alike)
    return off and len({cut.kind for cut in alike}) >= _SEVERAL


def _may_name(line: Line) -> bool:
    return len(line.segments) == 1 and line.bullet is None and words_in(line.text.value) <= 6


def _weight(look: Style) -> tuple[int, bool, bool]:
    return look.size, look.bold, look.caps


def _is_lesser(look: Style, main: Style) -> bool:
    """Smaller, or as large without being bold or in capitals; no heading of the format itself."""
    weaker = (look.bold, look.caps) < (main.bold, main.caps)
    smaller = look.size < main.size - 1
    return look.level is None and (smaller or (look.size <= main.size + 1 and weaker))


_PARTS: dict[SectionKind | None, frozenset[SectionKind | None]] = {
    None: frozenset({SectionKind.OPEN_SOURCE, SectionKind.POSTS, SectionKind.LANGUAGES}),
    SectionKind.SKILLS: frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.COURSES}),
    SectionKind.EDUCATION: frozenset(
        {SectionKind.COURSES, SectionKind.AWARDS, SectionKind.PROJECTS, SectionKind.EDUCATION}
    ),
    SectionKind.EXPERIENCE: frozenset(
        {SectionKind.AWARDS, SectionKind.PROJECTS, SectionKind.SKILLS, SectionKind.SUMMARY}
    ),
    SectionKind.PROJECTS: frozenset({SectionKind.SKILLS, SectionKind.SUMMARY}),
    SectionKind.VOLUNTEER: frozenset({SectionKind.VOLUNTEER, SectionKind.AWARDS}),
    SectionKind.INTERESTS: frozenset({SectionKind.OPEN_SOURCE, SectionKind.INTERESTS}),
}


def _is_part(cut: Cut, before: Sequence[Cut]) -> bool:
    """A smaller heading that names a part of the section it stands in, or follows a heading."""
    if not before:
        return False
    last = before[-1]
    return cut.index == last.index + 1 or cut.kind in _PARTS.get(last.kind, frozenset())


def _beside(lines: Sequence[Line]) -> list[Cut]:
    """Headings in the margin of their first entry, or run in before a colon."""
    found: list[Cut] = []
    for index, line in enumerate(lines):
        first = line.segments[0]
        if line.bullet is not None:
            continue
        named = headings.find(first.text.value)
        if len(line.segments) > 1 and named is not None and named.exact:
            rest = glyphs.behind_heading(replace(line, segments=line.segments[1:]))
            behind = rest if rest.segments else None
            found.append(Cut(index, named.kind, first.text.strip(), behind, in_margin=True))
            continue
        colon = first.text.value.find(":")
        named = headings.find(first.text.value[:colon]) if 0 < colon < 40 else None
        if named is not None and named.exact and named.kind is not None:
            value = first.text[colon + 1 :].strip()
            if not value or links.URL.search(value.value) or links.EMAIL.search(value.value):
                continue
            segments = (replace(first, text=value, emphasis=(), bold=False), *line.segments[1:])
            heading = first.text[:colon].strip()
            found.append(Cut(index, named.kind, heading, replace(line, segments=segments)))
    return found


def _without_parts(lines: Sequence[Line], cuts: Sequence[Cut], alone: set[int]) -> list[Cut]:
    """Leave out headings beside text that only label a part: 'Languages: Python' under 'Skills'."""
    kept: list[Cut] = []
    for cut in cuts:
        last = kept[-1].kind if kept else None
        part = bool(kept) and cut.kind in _PARTS.get(last, frozenset())
        apart = cut.in_margin or lines[cut.index].gap >= 0.9
        if kept and cut.in_margin and kept[-1].in_margin and _are_in_line(lines, kept[-1], cut):
            part = False
        if cut.index in alone or not part or (apart and last is not SectionKind.SKILLS):
            kept.append(cut)
    return kept


def _are_in_line(lines: Sequence[Line], one: Cut, other: Cut) -> bool:
    """Two headings in the margin have one look and one edge."""
    first, second = lines[one.index], lines[other.index]
    one_edge = (
        abs(first.segments[0].x0 - second.segments[0].x0),
        abs(first.segments[0].x1 - second.segments[0].x1),
    )
    near = min(one_edge) <= _IN_LINE
    return (
        near and first.segments[0].x1 > first.segments[0].x0 and style_of(first) == style_of(second)
    )


def _place(cut: Cut) -> int:
    return cut.index


def _opens_page(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and elsewhere(lines[index - 1], lines[index])
