"""From lines to a resume: who, which sections, which entries, which statements.

The same for every format that has no fields of its own: PDF, DOCX, Markdown, plain text. Pure;
every word of the lines is in the resume exactly once, except for signs, labels ('Phone:') and
words that only connect two fields ('at'). An employer of several roles is named in each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standout.analysis.dates import find_ranges
from standout.model import Resume, Section, SectionKind, Statement
from standout.readers.lines import Line
from standout.readers.structure import (
    cells,
    contact,
    education,
    elsewhere,
    entries,
    forms,
    glyphs,
    joining,
    leftovers,
    measure,
    names,
    numbering,
    publications,
    repeated,
    rows,
    sections,
    side_by_side,
    skills,
    tables,
    usual,
)
from standout.readers.structure.sections import Block
from standout.readers.structure.shape import words_in
from standout.readers.structure.units import Measures, Unit, unit_of, units, whole_segments
from standout.source import Text
from standout.vocabulary import roles

_MAX_LINES = 10_000
"""Lines that are taken apart; the longest resumes have some hundred."""
_HEADLINE = 14
"""Words that a headline has at most."""
_FILLED = 0.75
"""Share of the room for it that a line of running text takes at least."""
_LEADING = 0.15
"""In line heights: so much may the leading of one paragraph vary."""
_SENTENCE = 6
"""Words: no name is longer."""
_LISTS = (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS)
_PLAIN = (SectionKind.SUMMARY, SectionKind.REFERENCES)


def build(lines: Sequence[Line]) -> Resume:
    """The resume that some lines in reading order make; each text knows its place."""
    lines = repeated.as_furniture(lines)
    bare = glyphs.off_dates([glyphs.apart(line) for line in lines if not line.furniture])
    content = names.parted(
        [line for line in bare[:_MAX_LINES] if line.segments and not _is_endless(line)]
    )
    endless = [line.text for line in bare[:_MAX_LINES] if _is_endless(line)]
    endless += [line.text for line in bare[_MAX_LINES:]]
    named = names.find(content)
    name_lines = [content[index] for index in named]
    feet = repeated.feet(content, name_lines)
    untold = [line for line in feet if not repeated.is_told(line, content)]
    feet = [line for line in feet if line not in untold]
    content = [line for line in content if line not in feet]
    header, blocks = sections.split(
        [line for line in content if line not in (*name_lines, *untold)],
        name_lines[-1] if name_lines else None,
    )
    measures = measure.columns(content)
    if not blocks:
        header, blocks = _without_headings(header)
    contacts = [block for block in blocks if block.kind is None]
    told, about = _parted(header, measures)
    facts = [*told, *untold, *(line for block in contacts for line in block.lines)]
    facts += elsewhere.moved(blocks, facts)
    basics = contact.read(name_lines, facts)
    asked: list[Text] = []
    made = [_section(block, measures, asked) for block in blocks if block.kind is not None]
    if about:
        statements = tuple(joining.statement(unit.lines) for unit in about)
        # Several paragraphs and no heading at all: a letter or a form, no summary.
        kind = SectionKind.SUMMARY if blocks or len(about) == 1 else SectionKind.OTHER
        made.insert(0, Section(kind, statements=statements))
    if endless:
        made.append(Section(SectionKind.OTHER, statements=tuple(map(Statement, endless))))
    labels = [each.heading for each in contacts if each.heading is not None]
    repetitions = [line.text for line in (*(each for each in lines if each.furniture), *feet)]
    resume = Resume(basics, usual.without_usual_bold(made), (*repetitions, *labels, *asked))
    return leftovers.gather(resume, content)


def _is_endless(line: Line) -> bool:
    """No person wrote such a line, and to take it apart would take long."""
    return len(line.segments) > 60 or sum(len(segment.text) for segment in line.segments) > 3000


def _without_headings(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """A document that names no section: what has dates after the contact lines is experience."""
    first = next((index for index, line in enumerate(lines) if _dated(line)), None)
    if first is None:
        return list(lines), []
    while (
        first > 0 and lines[first].gap < 0.9 and not contact.is_contact(lines[first - 1].text.value)
    ):
        first -= 1
    block = Block(SectionKind.EXPERIENCE, lines=list(lines[first:]))
    return list(lines[:first]), [block]


def _dated(line: Line) -> bool:
    return any(found.first is not None for found in find_ranges(line.text.value))


def _parted(header: Sequence[Line], measures: Measures) -> tuple[list[Line], list[Unit]]:
    """The header's lines about contact, and its paragraphs about the person."""
    told: list[Line] = []
    about: list[Unit] = []
    for unit in units(header, measures):
        if _is_long_headline(unit):
            told.append(replace(unit.lines[0], segments=whole_segments(unit)))
        elif unit.kind != "head" and not contact.is_contact(unit.value) and len(unit.value) > 60:
            about.append(unit)
        else:
            told += unit.lines
    return told, _flowing(about, measures)


def _is_long_headline(unit: Unit) -> bool:
    """What the person calls themselves, in many words or over two lines; no sentence."""
    return (
        len(unit.lines) <= 2
        and unit.kind != "bullet"
        and words_in(unit.value) <= _HEADLINE
        and roles.title_words(unit.value) > 0
        and unit.value[-1] not in ".!?:"
        and not contact.is_contact(unit.value)
        and not contact.is_personal(unit.value)
        and all(len(line.segments) == 1 for line in unit.lines)
    )


def _section(block: Block, measures: Measures, asked: list[Text]) -> Section:
    """The section of a block; the labels of a form are added to what it `asked`."""
    kind = block.kind or SectionKind.OTHER
    form = forms.section(kind, block.heading, block.lines, measures)
    if form is not None:
        asked += form[1]
        return form[0]
    if kind is SectionKind.OTHER and skills.is_levelled(block.lines):
        kind = SectionKind.SKILLS
    if kind in _LISTS:
        return skills.section(kind, block.heading, block.lines, measures)
    lines = side_by_side.unfolded(tables.unfolded(block.lines))
    lines = cells.unwrapped(lines, measures)
    lines = numbering.as_bullets(rows.restored(lines))
    found = units(lines, measures)
    if kind is SectionKind.EDUCATION:
        return education.section(block.heading, found)
    cited = kind is SectionKind.TALKS and publications.lists_citations(found)
    if kind is SectionKind.PUBLICATIONS or cited:
        return publications.section(kind, block.heading, found)
    if kind in _PLAIN:
        return _plain(kind, block.heading, _flowing(found, measures))
    return entries.section(kind, block.heading, found)


def _flowing(found: Sequence[Unit], measures: Measures) -> list[Unit]:
    """The paragraphs, each in one: a sentence that fills most of its line ends none by itself."""
    kept: list[Unit] = []
    for unit in found:
        if kept and _flows_on(kept[-1].lines[-1], unit.lines, measures):
            kept[-1] = unit_of([*kept[-1].lines, *unit.lines])
        else:
            kept.append(unit)
    return kept


def _flows_on(last: Line, following: Sequence[Line], measures: Measures) -> bool:
    """One type, one left edge, the usual leading, and hardly any room at the end of the line."""
    line = following[0]
    measure = measures[(line.page, line.region)]
    leading = max([measure.leading, *(each.gap for each in following[1:2])])
    if line.box is None or (last.page, last.region) != (line.page, line.region):
        return False
    one, other = last.segments[-1], line.segments[0]
    plain = len(last.segments) == len(line.segments) == 1 and not line.bullet and not last.bullet
    alike = (one.size, one.bold, one.italic) == (other.size, other.bold, other.italic)
    near = abs(one.x0 - other.x0) < 1.0 and line.gap <= leading + _LEADING
    filled = one.x1 - one.x0 >= _FILLED * (measure.right - one.x0)
    return plain and alike and near and filled and words_in(last.text.value) > _SENTENCE


def _plain(kind: SectionKind, heading: Text | None, found: Sequence[Unit]) -> Section:
    statements: list[Statement] = [joining.statement(unit.lines) for unit in found]
    return Section(kind, heading, statements=tuple(statements))
