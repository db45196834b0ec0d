"""Publications: a list of citations, or entries with a line for each field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.model import Entry, Link, Section, SectionKind, Statement
from standout.patterns import regex
from standout.readers.structure import authors, citations, identifiers, joining, pieces
from standout.readers.structure.bibliography import is_legend, is_subtitle, whole
from standout.readers.structure.bodies import with_body
from standout.readers.structure.entries import section as entry_section
from standout.readers.structure.units import Unit
from standout.source import Text

_QUOTED = regex(r"[“\"„«»][^”\"“»«]{8,400}?[”\"“»«](?=[\s,.;)]|$)")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ID = regex(r"10\.\d{4,9}/\S|(?<!\d)\d{4}\.\d{4,5}(?!\d)")


def lists_citations(units: Sequence[Unit]) -> bool:
    """Most of the units open with a list of authors: talks and posters are cited as papers are."""
    opened = sum(len(each.value) >= 40 and _authored(each) is not None for each in units)
    return opened > 0 and 2 * opened >= len(units)


def section(kind: SectionKind, heading: Text | None, units: Sequence[Unit]) -> Section:
    """A section of publications."""
    units = whole(units)
    if all(map(is_legend, units)):
        return Section(kind, heading, statements=tuple(joining.statement(u.lines) for u in units))
    subtitles = [unit for unit in units if is_subtitle(unit)]
    named = {id(unit) for unit in subtitles}
    content = [unit for unit in units if id(unit) not in named]
    sure = [unit for unit in content if _is_citation(unit)]
    marks = {_mark(unit) for unit in sure} - {""}
    cited = {id(unit) for unit in sure} | {id(unit) for unit in content if _mark(unit) in marks}
    if not cited or 2 * len(cited) < len(content):
        by_line = _by_author_lines(content)
        if by_line is None:
            return _titled(kind, heading, units)
        return _with_subtitles(Section(kind, heading, tuple(by_line)), subtitles)
    entries: list[Entry] = []
    loose: list[Statement] = []
    for unit in content:
        if id(unit) in cited:
            entries.append(citations.citation(unit))
        elif not entries or is_legend(unit):
            loose.append(joining.statement(unit.lines))
        else:
            entries[-1] = with_body(entries[-1], [unit])
    made = Section(kind, heading, tuple(entries), statements=tuple(loose))
    return _with_subtitles(made, subtitles)


def _with_subtitles(section: Section, subtitles: Sequence[Unit]) -> Section:
    """'Journal articles' above some of the citations is a keyword of the first of them."""
    kept = list(section.entries)
    starts = [min(each.span().start for each in entry.texts() if each) for entry in kept]
    for unit in subtitles:
        place = unit.text.span().start
        at = next((index for index, start in enumerate(starts) if start > place), len(kept) - 1)
        kept[at] = replace(kept[at], keywords=(*kept[at].keywords, unit.text))
    return replace(section, entries=tuple(kept))


def _mark(unit: Unit) -> str:
    """What opens an item of the list: its glyph, or '1' for any number."""
    return unit.lines[0].bullet or ("1" if citations.NUMBER.match(unit.value) else "")


def _is_citation(unit: Unit) -> bool:
    """One block with authors and title, or with a quoted title and a year."""
    value = unit.value
    first = unit.lines[0]
    if len(value) < 40 or first.bold:
        return False
    run = _authored(unit)
    if run is not None:
        return len(value) > run.end + 20
    if len(first.segments) > 1 and unit.dates:
        return False
    return bool(_QUOTED.search(value)) + bool(_YEAR.search(value)) + bool(_ID.search(value)) >= 2


def _authored(unit: Unit) -> authors.Run | None:
    number = citations.NUMBER.match(unit.value)
    return authors.opening(unit.text[number.end() :] if number else unit.text)


def _by_author_lines(units: Sequence[Unit]) -> list[Entry] | None:
    """Entries of a line for the title, one for the authors and one for the venue."""
    named = [bool(_author_line(unit)) for unit in units]
    # A venue below the authors may look like names as well.
    lines = [index for index, each in enumerate(named) if each and not (index and named[index - 1])]
    if not lines or lines[0] > 2:
        return None
    lead = min(1, lines[0])
    starts = [_first_line(units, index) if lead else index for index in lines]
    # Two lines of authors may touch: an entry holds its own.
    starts = [max(pair) for pair in zip(starts, [0, *(at + 1 for at in lines[:-1])], strict=True)]
    starts[0] = 0
    ends = [*starts[1:], len(units)]
    return [
        _lined(units[start:end], index - start)
        for start, end, index in zip(starts, ends, lines, strict=True)
    ]


def _first_line(units: Sequence[Unit], index: int) -> int:
    """Where the title above a list of authors begins: it may run over two lines in bold."""
    start = max(0, index - 1)
    before = units[start - 1] if start else None
    wrapped = before is not None and units[start].style.bold and before.style == units[start].style
    return start - 1 if wrapped else start


def _author_line(unit: Unit) -> tuple[Text, ...]:
    if len(unit.lines) == 1:
        return authors.whole(unit.lines[0].segments[0].text)
    return authors.whole(unit.text)


def _lined(units: Sequence[Unit], lead: int) -> Entry:
    """One entry; the authors stand in unit `lead`."""
    named, above, below = units[lead], units[:lead], units[lead + 1 :]
    if not above:
        above, below = below[:1], below[1:]
    head = pieces.head_by_separators(above)
    title = [piece.text for piece in head.pieces]
    entry = Entry(
        title=Text.join(title[: len(above)]) if title else None,
        authors=_author_line(named),
        dates=next(iter(head.dates), None),
        notes=(*title[len(above) :], *(each.text for each in head.dates[1:])),
        links=head.links,
    )
    told = [
        (s.text, s.links) for line in named.lines if len(named.lines) == 1 for s in line.segments
    ][1:]
    if below and (below[0].kind != "prose" or _says_where(below[0].value)):
        told.append((below[0].text, joining.statement(below[0].lines).links))
        below = below[1:]
    for text, annotated in told:
        entry = _appeared(entry, text, annotated)
    return with_body(entry, below)


def _says_where(value: str) -> bool:
    """A line in lower case that names a place of publication, and no sentence about the paper."""
    return len(value.split()) <= 16 and citations.names_venue(value) and not value.endswith(".")


def _appeared(entry: Entry, text: Text, annotated: Sequence[Link]) -> Entry:
    """The entry with what a line beside or below its authors says."""
    bare, links = identifiers.without_links(text, annotated)
    year, venue, said = citations.appeared(bare)
    if year is not None and entry.dates is not None:
        _, venue, said = None, bare.strip(" .,;()|·•"), []
        year = None
    if venue and entry.venue is None:
        entry = replace(entry, venue=venue)
    elif venue:
        said = [*said, venue]
    return replace(
        entry,
        dates=entry.dates or year,
        description=(*entry.description, *said),
        links=(*entry.links, *links),
    )


def _titled(kind: SectionKind, heading: Text | None, units: Sequence[Unit]) -> Section:
    made = entry_section(kind, heading, units)
    return replace(made, entries=tuple(map(_with_venue, made.entries)))


def _with_venue(entry: Entry) -> Entry:
    """The entry with its organisation or the first note as venue, and lists of names as authors."""
    rest = [*([entry.organization] if entry.organization else []), *entry.notes]
    listed = next((each for each in rest if authors.whole(each)), None)
    rest = [each for each in rest if each is not listed]
    title, venue = entry.title, rest.pop(0) if rest else None
    if venue is None and title is not None:
        title, venue = _split_venue(title)
    return replace(
        entry,
        title=title,
        organization=None,
        venue=venue,
        authors=authors.whole(listed) if listed is not None else (),
        notes=tuple(rest),
    )


def _split_venue(title: Text) -> tuple[Text, Text | None]:
    """'Sorting letters in Proceedings of ...' as title and venue."""
    for match in re.finditer(r",\s+(?:in\s+)?|\s+in\s+(?=[A-ZÀ-Þ])", title.value):
        behind = title[match.end() :].strip()
        if match.start() > 8 and citations.names_venue(behind.value) and len(behind.value) < 100:
            return title[: match.start()], behind
    return title, None
