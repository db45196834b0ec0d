"""Cut a document at its headings: by their words, by their looks, and column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from standout.analysis.dates import find_ranges
from standout.model import SectionKind
from standout.readers.lines import Line
from standout.readers.structure import glyphs, links, wrapped
from standout.readers.structure.shape import (
    Style,
    body_size,
    is_decoration,
    is_prominent,
    style_of,
    words_in,
)
from standout.readers.structure.wrapped import elsewhere
from standout.source import Text
from standout.vocabulary import headings, roles

_SLACK = 6.0
"""Points that headings may be out of line with each other."""
_TOP = 200.0
"""Points: no deeper does the header of a resume begin beside something else."""
_Extents = dict[tuple[int, int], tuple[float, float]]


@dataclass
class Block:
    """A heading and the lines under it. `kind` is None for contact data."""

    kind: SectionKind | None
    heading: Text | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Line `index` opens a section; `rest` is what stands on the line behind the heading."""

    index: int
    kind: SectionKind | None
    heading: Text
    rest: Line | None = None
    in_margin: bool = False


def split(lines: Sequence[Line], name: Line | None = None) -> tuple[list[Line], list[Block]]:
    """The lines before any heading, and the headed blocks in the order of the document.

    What stands under the name in its own column belongs to the header as well, wherever that
    column is read. The line of the name itself is none of `lines`.
    """
    lines = wrapped.restored([line for line in lines if line.segments and not is_decoration(line)])
    cuts = {cut.index: cut for cut in _cuts(lines)}
    extents = _extents(lines)
    header = Block(None)
    blocks: list[Block] = []
    owners: list[Block] = []
    current = header
    for index, line in enumerate(lines):
        if index and elsewhere(lines[index - 1], line):
            current = _owner_above(lines, owners, index, extents) or (
                header if _opens_document(line, extents) else current
            )
            if name is not None and _heads_column(name, lines, index):
                current = header
        cut = cuts.get(index)
        if cut is not None:
            current = Block(cut.kind, cut.heading)
            blocks.append(current)
            if cut.rest is not None:
                current.lines.append(cut.rest)
        else:
            current.lines.append(line)
        owners.append(current)
    return header.lines, blocks


def _heads_column(name: Line, lines: Sequence[Line], index: int) -> bool:
    """The name stands on top of the column that begins with line `index`."""
    line = lines[index]
    if name.box is None or line.box is None or elsewhere(name, line):
        return False
    return name.box.y0 <= line.box.y0 and not any(
        other.box is not None and not elsewhere(name, other) and other.box.y1 < name.box.y0
        for other in lines
    )


def _opens_document(line: Line, extents: _Extents) -> bool:
    """Nothing stands above the line in its column, and it is near the top of the first page."""
    known = line.box is not None and (line.page, line.region) in extents
    return known and line.page == 1 and line.box is not None and line.box.y0 < _TOP


def _owner_above(
    lines: Sequence[Line], owners: Sequence[Block], index: int, extents: _Extents
) -> Block | None:
    """The block of the nearest earlier line that stands over this one, column by column.

    Looks up the page, then from the foot of the page before; None where nothing is known.
    """
    line = lines[index]
    mine = extents.get((line.page, line.region))
    if line.box is None or mine is None:
        return None
    best: tuple[tuple[int, float], int] | None = None
    for earlier in range(index):
        other = lines[earlier]
        theirs = extents.get((other.page, other.region))
        if other.box is None or theirs is None or not 0 <= line.page - other.page <= 1:
            continue
        if min(theirs[1], mine[1]) - max(theirs[0], mine[0]) <= 0:
            continue
        if other.page == line.page and other.box.y0 >= line.box.y0:
            continue
        key = (other.page, other.box.y1)
        if best is None or key > best[0]:
            best = (key, earlier)
    return owners[best[1]] if best else None


def _without_parts(lines: Sequence[Line], cuts: Sequence[_Cut], alone: set[int]) -> list[_Cut]:
    """Leave out headings beside text that only label a part: 'Languages: Python' under 'Skills'."""
    kept: list[_Cut] = []
    for cut in cuts:
        last = kept[-1].kind if kept else None
        part = bool(kept) and cut.kind in _PARTS.get(last, frozenset())
        apart = cut.in_margin or lines[cut.index].gap >= 0.9
        if cut.index in alone or not part or (apart and last is not SectionKind.SKILLS):
            kept.append(cut)
    return kept


def _place(cut: _Cut) -> int:
    return cut.index


def _opens_page(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and elsewhere(lines[index - 1], lines[index])


def _extents(lines: Sequence[Line]) -> _Extents:
    """How far each region of each page reaches from left to right."""
    found: _Extents = {}
    for line in lines:
        if line.box is not None:
            key = (line.page, line.region)
            left, right = found.get(key, (line.box.x0, line.box.x1))
            found[key] = (min(left, line.box.x0), max(right, line.box.x1))
    return found


def _cuts(lines: Sequence[Line]) -> list[_Cut]:
    whole = [cut for cut in (_whole(index, line) for index, line in enumerate(lines)) if cut]
    body = body_size(lines)
    known = [cut for cut in whole if wrapped.named(lines[cut.index])]
    trusted = _trusted(lines, known, body)
    taken = {cut.index for cut in trusted}
    looks = Counter(style_of(lines[cut.index]) for cut in trusted)
    trusted += [
        cut
        for cut in _beside(lines)
        if cut.index not in taken
        and (len(taken) < 2 or (cut.in_margin and looks[style_of(lines[cut.index])] >= 2))
    ]
    trusted = _without_parts(lines, sorted(trusted, key=_place), taken)
    taken = {cut.index for cut in trusted}
    usual = Counter(style_of(lines[cut.index]) for cut in trusted)
    largest = _largest(lines, trusted)
    gap = min((lines[index].gap for index in taken if lines[index].gap > 0), default=0.0)
    by_look = [
        cut
        for cut in _unnamed(lines, usual, body)
        if cut.index not in taken
        and cut.index > min(taken, default=0)
        and (lines[cut.index].gap >= 0.8 * gap or _opens_page(lines, cut.index))
        and style_of(lines[cut.index]).size >= largest.get(lines[cut.index].region, 0) - 1
        and _aligned(lines[cut.index], [lines[index] for index in taken])
    ]
    return sorted([*trusted, *by_look], key=_place)


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


def _largest(lines: Sequence[Line], cuts: Sequence[_Cut]) -> dict[int, int]:
    """The size of the largest heading of each region."""
    found: dict[int, int] = {}
    for cut in cuts:
        line = lines[cut.index]
        found[line.region] = max(found.get(line.region, 0), style_of(line).size)
    return found


def _whole(index: int, line: Line) -> _Cut | None:
    """A line that is a heading and nothing else."""
    if line.bullet is not None and line.level is None:
        return None
    value = line.text.value
    found = headings.find(value)
    if found is None or value.rstrip().endswith((".", ",", ";")):
        return None
    return _Cut(index, found.kind, line.text.strip())


def _trusted(lines: Sequence[Line], cuts: Sequence[_Cut], body: int) -> list[_Cut]:
    """Those whose look agrees with being headings of this document."""
    looks = Counter(style_of(lines[cut.index]) for cut in cuts)
    prominent = {look for look in looks if is_prominent(look, body)}
    if not prominent:
        return list(cuts)
    levels = Counter(look.level for look in looks.elements() if look.level is not None)
    top = max(levels, key=lambda level: (levels[level], -level)) if levels else None
    largest = _largest(lines, [cut for cut in cuts if looks[style_of(lines[cut.index])] >= 2])
    gaps: dict[int, float] = {}
    for cut in cuts:
        line = lines[cut.index]
        if cut.index and style_of(line).size >= largest.get(line.region, 0) - 1:
            gaps[line.region] = min(gaps.get(line.region, 99.0), line.gap)
    kept: list[_Cut] = []
    for cut in cuts:
        line = lines[cut.index]
        look = style_of(line)
        if top is not None and (look.level is None or look.level > top):
            continue
        smaller = look.size < largest.get(line.region, 0) - 1
        inner = bool(kept) and _is_inner(line, lines[kept[-1].index])
        if smaller and line.gap < gaps.get(line.region, 0.0):
            continue
        if (smaller or inner) and _is_part(cut, kept):
            continue
        if look in prominent:
            kept.append(cut)
    return kept


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


def _is_part(cut: _Cut, before: Sequence[_Cut]) -> bool:
    """A smaller heading that names a part of the section it stands in, or follows a heading."""
    if not before:
        return False
    last = before[-1]
    return cut.index == last.index + 1 or cut.kind in _PARTS.get(last.kind, frozenset())


def _beside(lines: Sequence[Line]) -> list[_Cut]:
    """Headings in the margin of their first entry, or run in before a colon."""
    found: list[_Cut] = []
    for index, line in enumerate(lines):
        first = line.segments[0]
        if line.bullet is not None:
            continue
        named = headings.find(first.text.value)
        if len(line.segments) > 1 and named is not None and named.exact:
            rest = glyphs.behind_heading(replace(line, segments=line.segments[1:]))
            behind = rest if rest.segments else None
            found.append(_Cut(index, named.kind, first.text.strip(), behind, in_margin=True))
            continue
        colon = first.text.value.find(":")
        named = headings.find(first.text.value[:colon]) if 0 < colon < 40 else None
        if named is not None and named.exact and named.kind is not None:
            value = first.text[colon + 1 :].strip()
            if not value or links.URL.search(value.value) or links.EMAIL.search(value.value):
                continue
            segments = (replace(first, text=value, emphasis=(), bold=False), *line.segments[1:])
            heading = first.text[:colon].strip()
            found.append(_Cut(index, named.kind, heading, replace(line, segments=segments)))
    return found


def _unnamed(lines: Sequence[Line], usual: Counter[Style], body: int) -> list[_Cut]:
    """Lines with unknown words that look exactly like the known headings, and like little else."""
    found: list[_Cut] = []
    styles = {
        look
        for look, count in usual.items()
        if is_prominent(look, body) and (count >= 2 or look.level is not None)
    }
    by_style: dict[Style, list[_Cut]] = {}
    for index, line in enumerate(lines):
        look = style_of(line)
        dated = index + 1 < len(lines) and _is_date(lines[index + 1])
        if look in styles and _could_head(line) and not dated:
            weak = headings.find(line.text.value)
            kind = weak.kind if weak is not None else SectionKind.OTHER
            by_style.setdefault(look, []).append(_Cut(index, kind, line.text.strip()))
    for look, cuts in by_style.items():
        # Known headings are among them: many more strangers mean that entries look like this too.
        strangers = len(cuts) - usual[look]
        distinct = look.level is not None or look.size > body + 1 or strangers <= usual[look] // 2
        if distinct and strangers <= max(2, usual[look]):
            found += cuts
    return found


def _could_head(line: Line) -> bool:
    value = line.text.value
    if line.bullet is not None or len(line.segments) > 1 or words_in(value) > 6:
        return False
    if line.level is not None:
        return True
    if value.rstrip().endswith((".", ",", ";")) or any(char.isdigit() for char in value):
        return False
    if find_ranges(value) or links.EMAIL.search(value) or links.URL.search(value):
        return False
    named = roles.title_words(value) or roles.organization_words(value)
    return not named and not roles.degree_words(value)


def _is_date(line: Line) -> bool:
    """A line that is nothing but dates stands under a title, not under a heading."""
    found = find_ranges(line.text.value.strip())
    return len(found) == 1 and found[0].end - found[0].start == len(line.text.value.strip())
