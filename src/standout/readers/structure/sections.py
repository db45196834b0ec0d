"""Cut a document at its headings: by their words, by their looks, and column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from standout.model import SectionKind
from standout.readers.lines import Line
from standout.readers.structure import cuts, wrapped
from standout.readers.structure.shape import is_decoration
from standout.readers.structure.wrapped import elsewhere
from standout.source import Text

_TOP = 200.0
"""Points: no deeper does the header of a resume begin beside something else."""
_MARGIN = 20.0
"""Points that what closes a page may be out of line with its left column."""
_SENTENCE = 12
"""Words that a paragraph about the person has at least."""
_ABOVE = 0.8
"""In line heights: the white space above a paragraph that belongs to nothing above it."""
_LISTS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_Extents = dict[tuple[int, int], tuple[float, float]]


@dataclass
class Block:
    """A heading and the lines under it. `kind` is None for contact data."""

    kind: SectionKind | None
    heading: Text | None = None
    lines: list[Line] = field(default_factory=list)


def split(lines: Sequence[Line], name: Line | None = None) -> tuple[list[Line], list[Block]]:
    """The lines before any heading, and the headed blocks in the order of the document.

    What stands under the name in its own column belongs to the header as well, wherever that
    column is read. The line of the name itself is none of `lines`.
    """
    lines = wrapped.restored([line for line in lines if line.segments and not is_decoration(line)])
    headed = {cut.index: cut for cut in cuts.find(lines)}
    extents = _extents(lines)
    covered = _covered(lines, extents)
    closing = _closing(lines, extents)
    header = Block(None)
    blocks: list[Block] = []
    owners: list[Block] = []
    current = header
    for index, line in enumerate(lines):
        if index and elsewhere(lines[index - 1], line):
            current = _owner_above(lines, owners, index, extents, covered, closing) or (
                header if _opens_document(line, extents) else current
            )
            if name is not None and _heads_column(name, lines, index):
                current = header
        cut = headed.get(index)
        if cut is not None:
            current = Block(cut.kind, cut.heading)
            blocks.append(current)
            if cut.rest is not None:
                current.lines.append(cut.rest)
        else:
            current.lines.append(line)
        owners.append(current)
    return header.lines, _with_summary(header, blocks)


def _with_summary(header: Block, blocks: list[Block]) -> list[Block]:
    """The blocks, with the paragraph that opens the main column below a sidebar's last list.

    Layouts print the summary without a heading there; it belongs to no list of languages.
    """
    summed = any(block.kind is SectionKind.SUMMARY for block in blocks)
    if summed or any(_is_prose([line]) for line in header.lines):
        return blocks
    for at, block in enumerate(blocks[:-1], 1):
        start = _paragraph(block.lines) if block.kind in _LISTS else None
        if start is not None:
            summary = Block(SectionKind.SUMMARY, lines=block.lines[start:])
            del block.lines[start:]
            return [*blocks[:at], summary, *blocks[at:]]
    return blocks


def _paragraph(lines: Sequence[Line]) -> int | None:
    """Where the sentences begin that end a list, further from it than its lines are apart."""
    if len(lines) < 2:
        return None
    start = max(range(1, len(lines)), key=lambda index: (lines[index].gap, index))
    within = max((line.gap for line in lines[1:start]), default=0.0)
    told = all(line.bullet is None and len(line.segments) == 1 for line in lines[start:])
    apart = lines[start].gap >= max(_ABOVE, 1.5 * within) or lines[start].starts
    ends = lines[-1].text.value.endswith((".", "!"))
    return start if told and apart and ends and _is_prose(lines[start:]) else None


def _is_prose(lines: Sequence[Line]) -> bool:
    words = " ".join(line.text.value for line in lines).split()
    return len(words) >= _SENTENCE and sum(map(str.islower, words)) > 0.6 * len(words)


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
    lines: Sequence[Line],
    owners: Sequence[Block],
    index: int,
    extents: _Extents,
    covered: set[tuple[int, int]],
    closing: Mapping[int, tuple[int, int]],
) -> Block | None:
    """The block of the nearest earlier line that stands over this one, column by column.

    Looks up the page, then from the foot of the page before, in what closes it or else in the
    column that most of this one stands under; None where nothing is known.
    """
    line = lines[index]
    mine = extents.get((line.page, line.region))
    if line.box is None or mine is None:
        return None
    hidden = _hidden(line.page - 1, mine, extents, covered, closing)
    best: tuple[tuple[int, float, float], int] | None = None
    for earlier in range(index):
        other = lines[earlier]
        theirs = extents.get((other.page, other.region))
        if other.box is None or theirs is None or not 0 <= line.page - other.page <= 1:
            continue
        shared = _shared(theirs, mine)
        if shared <= 0:
            continue
        if other.page == line.page:
            if other.box.y0 >= line.box.y0:
                continue
            shared = 0.0
        elif (other.page, other.region) in hidden:
            continue
        key = (other.page, shared, other.box.y1)
        if best is None or key > best[0]:
            best = (key, earlier)
    return owners[best[1]] if best else None


def _hidden(
    page: int,
    mine: tuple[float, float],
    extents: _Extents,
    covered: set[tuple[int, int]],
    closing: Mapping[int, tuple[int, int]],
) -> set[tuple[int, int]]:
    """The regions that nothing on the next page goes on from."""
    last = closing.get(page)
    if last is None or _shared(extents[last], mine) <= 0:
        return covered
    return covered | {region for region in extents if region[0] == page and region != last}


def _shared(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _covered(lines: Sequence[Line], extents: _Extents) -> set[tuple[int, int]]:
    """The regions above others of their page, as a header is above the columns below it."""
    feet = _feet(lines)
    return {
        region
        for region, (_, foot) in feet.items()
        if any(
            other[0] == region[0]
            and other != region
            and top >= foot - 1
            and _shared(extents[other], extents[region]) > 0
            for other, (top, _) in feet.items()
        )
    }


def _closing(lines: Sequence[Line], extents: _Extents) -> dict[int, tuple[int, int]]:
    """The region that closes each page: below all columns of it, at the left margin."""
    feet = _feet(lines)
    found: dict[int, tuple[int, int]] = {}
    for region, (top, _) in feet.items():
        others = [other for other in feet if other[0] == region[0] and other != region]
        if others and all(
            top >= feet[other][1] - 1 and extents[region][0] <= extents[other][0] + _MARGIN
            for other in others
        ):
            found[region[0]] = region
    return found


def _feet(lines: Sequence[Line]) -> _Extents:
    """The upper edge of the first line of each region, and the lower edge of its last one."""
    found: _Extents = {}
    for line in lines:
        if line.box is not None:
            key = (line.page, line.region)
            top, foot = found.get(key, (line.box.y0, line.box.y1))
            found[key] = (min(top, line.box.y0), max(foot, line.box.y1))
    return found


def _extents(lines: Sequence[Line]) -> _Extents:
    """How far each region of each page reaches from left to right."""
    found: _Extents = {}
    for line in lines:
        if line.box is not None:
            key = (line.page, line.region)
            left, right = found.get(key, (line.box.x0, line.box.x1))
            found[key] = (min(left, line.box.x0), max(right, line.box.x1))
    return found
