"""Where entries begin: decided for a whole section at once, not line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from standout.analysis.blank_dates import find_blank
from standout.analysis.dates import find_ranges
from standout.patterns import regex
from standout.readers.structure.glyphs import is_date
from standout.readers.structure.shape import Style, words_in
from standout.readers.structure.units import Unit, whole_segments

_HEAD_LINES = 8
_OUT_OF_LINE = 3.0
"""Points."""
_SEPARATOR = regex(r"[,;|·•]|\s[–—-]\s")
_ENTRY_GAP = 0.6
"""In line heights: white space between entries of a page, more than between lines of one."""
_EVEN = 0.2
"""In line heights: so much may the white space between lines of one list differ."""
_NAMED_BY_YEAR = regex(r"[^\d,(\[|]*[^\W\d_][^\d,(\[|]{0,60}\s(?:19|20)\d\d")
_OPENS_DATE = regex(
    r"(?:Awarded|Issued|Published|Presented|Granted|Received|Completed|Released)(?: on| in)?:?"
)


def promoted(units: Sequence[Unit]) -> list[Unit]:
    """The units with bullets read as heads, if nothing but bullets can head an entry here.

    Only the outermost bullets are promoted: what hangs under them are their statements.
    """
    if any(unit.kind == "head" for unit in units):
        outer_glyph = _heading_glyph(units) or _role_glyph(units)
        return [
            replace(unit, kind="head")
            if outer_glyph is not None and unit.lines[0].bullet == outer_glyph
            else unit
            for unit in units
        ]
    outer = min((unit.lines[0].indent for unit in units if unit.kind == "bullet"), default=0.0)
    return [
        replace(unit, kind="head")
        if unit.kind == "bullet" and unit.lines[0].indent <= outer + _slack(unit)
        else unit
        for unit in units
    ]


def _slack(unit: Unit) -> float:
    """How far bullets of one level may be out of line: '1.' is narrower than '2.' on paper."""
    return _OUT_OF_LINE if unit.lines[0].box is not None else 1.0


def _heading_glyph(units: Sequence[Unit]) -> str | None:
    """The glyph that stands before every entry, with the dates of the entry below it."""
    if units[0].kind != "bullet":
        return None
    outer = units[0].lines[0].bullet
    dated = [
        following.kind == "head" and is_anchor(following)
        for unit, following in pairwise(units)
        if unit.kind == "bullet" and unit.lines[0].bullet == outer
    ]
    return outer if dated and all(dated) else None


def _role_glyph(units: Sequence[Unit]) -> str | None:
    """The glyph before every role under its employer: each is dated and has bullets of its own."""
    bullets = [unit for unit in units if unit.kind == "bullet"]
    outer = min((unit.lines[0].indent for unit in bullets), default=0.0)
    roles = [unit for unit in bullets if unit.lines[0].indent <= outer + _slack(unit)]
    glyphs = {unit.lines[0].bullet for unit in roles}
    inner = {unit.lines[0].bullet for unit in bullets if unit not in roles}
    dated = bool(roles) and all(is_anchor(unit) and len(unit.lines) == 1 for unit in roles)
    undated = not any(is_anchor(unit) for unit in units if unit.kind == "head")
    told = len(glyphs) == 1 and bool(inner) and not glyphs & inner
    return next(iter(glyphs)) if dated and undated and told else None


def entry_starts(units: Sequence[Unit]) -> list[int]:
    """The indexes of the units that begin an entry; the first is the first head."""
    heads = [index for index, unit in enumerate(units) if unit.kind == "head"]
    if not heads:
        return []
    levelled = _by_level(units)
    if levelled:
        return levelled
    anchors = [index for index in heads if is_anchor(units[index])]
    listed = all(unit.lines[0].bullet is not None for unit in units)
    if listed and len(heads) == len(units) and 2 * len(anchors) >= len(heads):
        return heads
    if len(heads) == len(units) and _are_lines(units):
        return heads
    if not anchors:
        return _by_style(units, heads)
    if len(anchors) < len(heads):
        anchors = _surest(units, anchors)
    return _by_dates(units, anchors)


def _are_lines(units: Sequence[Unit]) -> bool:
    """Each line is an entry with a year in it, none further from the next than others are."""
    gaps = [unit.lines[0].gap for unit in units[1:]]
    return max(gaps, default=9.0) - min(gaps, default=0.0) <= _EVEN and all(
        len(unit.lines) == 1 and _SEPARATOR.search(unit.value) and find_ranges(unit.value)
        for unit in units
    )


def _surest(units: Sequence[Unit], anchors: Sequence[int]) -> list[int]:
    """The anchors without names that end in a year ('TechConf 2022') beside a date of its own."""
    named = {index for index in anchors if _is_named(units[index])}
    sure = {*anchors} - named
    return [
        index
        for index in anchors
        if index not in named
        or not any(
            index + step in sure and _one_run(units, *sorted((index, index + step)))
            for step in (-2, -1, 1, 2)
        )
    ]


def _is_named(unit: Unit) -> bool:
    """A name that ends in a bare year, with nothing between."""
    value = unit.value.strip()
    return len(unit.lines[0].segments) == 1 and _NAMED_BY_YEAR.fullmatch(value) is not None


def _one_run(units: Sequence[Unit], first: int, last: int) -> bool:
    """Nothing but lines of a head stands between two units."""
    return all(unit.kind == "head" for unit in units[first : last + 1])


def is_anchor(unit: Unit) -> bool:
    """A head that carries the dates of its entry, at the edge of a segment or alone."""
    for segment in whole_segments(unit):
        value = segment.text.value
        for found in find_ranges(value):
            behind = value[found.end :].strip(" )].,")
            before = value[: found.start].strip(" ([,|·•–—-")
            if _OPENS_DATE.fullmatch(before) or not before or not behind:
                return True
            ranged = found.first is not None or found.present
            if re.match(r"[|·•–—(-]", behind) or (ranged and value[found.end] in ".,;"):
                return True
        blank = find_blank(value)
        if blank is not None and (blank[0] == 0 or blank[1] == len(value)):
            return True
    return False


def _by_level(units: Sequence[Unit]) -> list[int]:
    """Headings of the format; of several in a row, the first."""
    heads = [unit.kind == "head" and unit.lines[0].level is not None for unit in units]
    starts = [
        index
        for index, is_head in enumerate(heads)
        if is_head and heads[max(0, index - 1) : index] != [True]
    ]
    if not starts:
        return []
    starts = _from_dates(units, starts)
    return [at for at in range(len(units)) if at in starts or _is_unlevelled(units, at)]


def _from_dates(units: Sequence[Unit], starts: Sequence[int]) -> list[int]:
    """The starts, moved up to the dates that stand above the headings, if the first one's do."""
    if starts[0] != 1 or not _is_only_date(units[0]):
        return list(starts)
    return [at - 1 if _is_only_date(units[at - 1]) else at for at in starts]


def _is_only_date(unit: Unit) -> bool:
    return unit.kind == "head" and len(unit.lines) == 1 and is_date(unit.lines[0])


def _is_unlevelled(units: Sequence[Unit], index: int) -> bool:
    """A dated line in bold below the bullets of an entry, without the mark of a heading."""
    unit = units[index]
    bold = unit.style.bold or _opens_bold(unit)
    below = index > 0 and units[index - 1].kind == "bullet"
    return unit.kind in ("head", "note") and below and bold and is_anchor(unit)


def _by_style(units: Sequence[Unit], heads: Sequence[int]) -> list[int]:
    """Without dates, heads that look like the first one, or that follow a body."""
    first = _look(units[heads[0]])
    alike = [index for index in heads if _alike(_look(units[index]), first)]
    plain = len(alike) == len(heads)
    if not plain:
        return alike
    follows = [index for index in heads if index == heads[0] or units[index - 1].kind != "head"]
    if len(heads) == len(units) or len(follows) == 1:
        gaps = [units[index].lines[0].gap for index in heads[1:]]
        if gaps and max(gaps) > min(gaps) + 0.4:
            middle = (max(gaps) + min(gaps)) / 2
            return [heads[0], *(i for i in heads[1:] if units[i].lines[0].gap > middle)]
        return list(heads) if len(heads) == len(units) else follows
    return follows


def _look(unit: Unit) -> Style:
    """The style that a unit opens with: '**Peek** | Go, Arrow' is bold."""
    return unit.style._replace(bold=unit.style.bold or _opens_bold(unit))


def _opens_bold(unit: Unit) -> bool:
    """The first words of a line that is not all bold are."""
    marks = unit.lines[0].segments[0].emphasis
    return any(mark.style == "bold" and mark.start == 0 for mark in marks)


def _alike(one: Style, other: Style) -> bool:
    return (one.bold, one.italic, one.level) == (other.bold, other.italic, other.level) and abs(
        one.size - other.size
    ) <= 1


def _by_dates(units: Sequence[Unit], anchors: Sequence[int]) -> list[int]:
    """One start for every dated head: up from it, where the section's pattern fits best."""
    anchors = _primary(units, anchors)
    first = next(index for index, unit in enumerate(units) if unit.kind == "head")
    opening = _first_start(units, first, anchors[0])
    starts = [opening]
    offset = anchors[0] - opening
    for before, anchor in pairwise(anchors):
        floor = max(before, starts[-1]) + 1
        candidates = [
            index
            for index in range(max(floor, anchor - _HEAD_LINES), anchor + 1)
            if units[index].kind == "head"
            and all(units[between].kind == "head" for between in range(index, anchor))
        ]
        best = max(
            candidates or [anchor],
            key=lambda index: (_fit(units, index, anchor, opening, offset), index),
        )
        starts.append(best)
    undated = _undated(units, opening, set(anchors))
    return sorted({*starts, *undated, *_set_off(units, starts, set(anchors))})


def _undated(units: Sequence[Unit], opening: int, anchors: set[int]) -> list[int]:
    """Heads without dates that look just like those with dates: they open entries as well."""
    look = units[opening].style
    if not (look.bold or look.size > min(unit.style.size for unit in units) + 1):
        return []
    found: list[int] = []
    for index, unit in enumerate(units):
        begins = index == 0 or units[index - 1].kind in ("bullet", "prose")
        run = index
        while run < len(units) and units[run].kind == "head":
            run += 1
        if (
            begins
            and run > index
            and _alike(unit.style, look)
            and not anchors & {*range(index, run)}
        ):
            found.append(index)
    return found


def _set_off(units: Sequence[Unit], starts: Sequence[int], anchors: set[int]) -> list[int]:
    """Heads below a dated line that look like the first one, as far apart as entries are."""
    look = units[starts[0]].style
    least = 0.9 * min((units[at].lines[0].gap for at in starts[1:]), default=0.0)
    if not look.bold or least < _ENTRY_GAP or units[0].lines[0].box is None:
        return []
    return [
        at
        for at in range(starts[0] + 1, len(units))
        if units[at].kind == "head"
        and _alike(units[at].style, look)
        and units[at].lines[0].gap >= least
        and (units[at - 1].kind != "head" or at - 1 in anchors or at - 1 in starts)
    ]


def _first_start(units: Sequence[Unit], first: int, anchor: int) -> int:
    """The first entry begins with the section, unless a paragraph stands before its heads."""
    for index in range(anchor, first - 1, -1):
        if units[index].kind != "head":
            return index + 1
    return first


def _primary(units: Sequence[Unit], anchors: Sequence[int]) -> list[int]:
    """Leave out dated heads that look unlike the others and follow one directly.

    The line 'Thesis: ... (2019)' below a degree is no entry; a second role is.
    """
    looks = Counter(units[index].style for index in anchors)
    kept: list[int] = []
    for index in anchors:
        rare = looks[units[index].style] * 3 < len(anchors)
        if kept and rare and index - kept[-1] == 1:
            continue
        kept.append(index)
    return kept


def _fit(units: Sequence[Unit], index: int, anchor: int, first: int, offset: int) -> float:
    unit = units[index]
    score = 0.0
    if _alike(unit.style, units[first].style):
        score += 2
    if anchor - index == offset:
        score += 2
    elif anchor - index > max(offset, 2):
        score -= 2
    if units[index - 1].kind != "head":
        score += 3
    gaps = [units[at].lines[0].gap for at in range(index, anchor + 1)]
    if len(gaps) > 1 and gaps[0] > max(gaps[1:]) + 0.2:
        score += 1.5
    if len(gaps) > 1 and gaps[0] < max(gaps[1:]) - 0.3:
        score -= 2
    if index > 0 and unit.lines[0].gap > units[index - 1].lines[0].gap + 0.3:
        score += 0.5
    if words_in(unit.value) > 14:
        score -= 1
    return score
