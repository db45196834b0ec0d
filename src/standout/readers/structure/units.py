"""The units of a section: bullets, paragraphs and the short lines that head an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from standout.analysis.dates import Found, find_ranges
from standout.patterns import regex
from standout.readers.lines import Line, Segment
from standout.readers.structure.actions import opens_with_action
from standout.readers.structure.joining import continues, text
from standout.readers.structure.joining import statement as joining_statement
from standout.readers.structure.measure import Measure
from standout.readers.structure.shape import Style, style_of, words_in
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import places, roles

Measures = Mapping[tuple[int, int], Measure]
_SENTENCE_END = regex(r"[.!?。][\"”')]?$")
_LINE = 18
"""Words of a line that tells one thing."""
_SUBHEADING = regex(
    r"(?:key |main |selected |notable )?(?:highlights|responsibilities|achievements|"
    r"accomplishments|"
    r"duties|tasks|contributions|results|courses|coursework|technologies|keywords)"
    r"(?: and (?:achievements|accomplishments))?:?",
    re.IGNORECASE,
)
TECHNOLOGY = regex(
    r"(?:tech(?:nolog(?:y|ies)(?: used)?|nical stack|\.| stack| used)?|tools?(?: used)?|stack|"
    r"skills(?: used)?|keywords|built with|languages(?: used)?|environment|tags|frameworks|"
    r"technologien|outils|tools (?:and|&) technologies)",
    re.IGNORECASE,
)
COURSES = regex(
    r"(?:relevant |selected |key |main |graduate |core )?"
    r"(?:courses?(?: ?work)?|modules|classes|subjects|kurse|schwerpunkte|cours|cursos|corsi)"
    r"(?: include[sd]?| taken)?",
    re.IGNORECASE,
)
NOTE_LABEL = regex(
    rf"{TECHNOLOGY.pattern}|{COURSES.pattern}|{_SUBHEADING.pattern}|c?gpa|(?:final |overall"
    rf" )?grade|"
    r"note|advisors?|supervisors?|thesis|dissertation|(?:master|bachelor|phd)(?:'s|’s)? thesis|"
    r"focus|"
    r"specialization|honou?rs|awards?|minor|project|links?|url|website|code|demo|team|role|summary|"
    r"clients?|customers?|kunden?|(?:master|bachelor|diplom|doktor|abschluss)arbeit|betreuer(?:in)?|"
    r"mémoire|encadrante?s?|tesi|tesis|tfm|tfg|directora?",
    re.IGNORECASE,
)
_LABEL = regex(r"[^\W\d_][\w &/+'’-]{0,40}:(?=\s|$)")


@frozen
class Unit:
    """Lines that belong together. `kind` is 'head', 'bullet', 'prose' or 'note'.

    A note is a labelled line or a sub-heading inside an entry ('Tech: JAX', 'Highlights').
    """

    kind: str
    lines: tuple[Line, ...]
    text: Text
    dates: tuple[Found, ...]

    @property
    def style(self) -> Style:
        """The style of the first segment."""
        return style_of(self.lines[0])

    @property
    def value(self) -> str:
        """The words."""
        return self.text.value


def units(lines: Sequence[Line], measures: Measures) -> list[Unit]:
    """Group a section's lines; every line is in one unit."""
    groups: list[list[Line]] = []
    for line in lines:
        measure = measures[(line.page, line.region)]
        if groups and continues(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [unit_of(group) for group in groups]


def unit_of(group: Sequence[Line]) -> Unit:
    """Lines that belong together, as a unit."""
    joined = text(group)
    found = find_ranges(joined.value)
    if group[0].bullet is not None and group[0].level is None:
        kind = "bullet"
    elif _is_note(joined.value) or is_tags(group):
        kind = "note"
    elif _is_prose(group, joined.value, found):
        kind = "prose"
    else:
        kind = "head"
    return Unit(kind, tuple(group), joined, found)


def whole_segments(unit: Unit) -> tuple[Segment, ...]:
    """The segments of a unit; one segment for wrapped lines, so that a date over two is whole.

    What stands at the right of the last line alone is no part of what ran over the lines.
    """
    first, last = unit.lines[0].segments, unit.lines[-1]
    if len(unit.lines) == 1:
        return first
    lines, beside = unit.lines, last.segments[1:]
    if beside and all(len(line.segments) == 1 for line in lines[:-1]):
        lines = (*lines[:-1], replace(last, segments=last.segments[:1]))
    else:
        beside = ()
    told = joining_statement(lines)
    whole = replace(first[0], text=told.text, emphasis=told.emphasis, links=told.links)
    return (whole, *beside)


def is_tags(lines: Sequence[Line]) -> bool:
    """A row of three or more short words set apart: the technologies of a project."""
    segments = [segment for line in lines for segment in line.segments]
    return (
        len(segments) >= 3
        and all(len(line.segments) > 1 for line in lines[:-1] or lines)
        and all(len(segment.text.value.split()) <= 5 for segment in segments)
        and not any(find_ranges(segment.text.value) for segment in segments)
        and not any(places.is_place(segment.text.value) for segment in segments)
        and not any(roles.title_words(segment.text.value) for segment in segments)
        and lines[0].segments[0].bold == lines[0].segments[-1].bold
    )


def is_subheading(unit: Unit) -> bool:
    """A line inside an entry that only names what follows: 'Highlights', 'Technologies'."""
    return unit.kind == "note" and _names_part(unit.value)


def _names_part(value: str) -> bool:
    bare = value.strip(" :")
    return any(each.fullmatch(bare) for each in (_SUBHEADING, TECHNOLOGY, COURSES))


def _is_note(value: str) -> bool:
    label = is_labelled(value)
    if label is None:
        return _names_part(value)
    return NOTE_LABEL.fullmatch(label) is not None


def _is_prose(group: Sequence[Line], value: str, found: Sequence[Found]) -> bool:
    first = group[0]
    if first.level is not None:
        return False
    words = value.split()
    if found and found[0].start == 0 and len(group) == 1 and len(words) <= _LINE:
        return False  # '2023 Prize of the city for maps.'
    if found and (len(first.segments) > 1 or _ends_in_range(value, found[-1])):
        return len(words) > (40 if first.segments[0].bold else 24)
    if len(words) > 22 or (len(group) > 2 and not all(line.bold for line in group)):
        return True
    if _ends_sentence(value) and len(words) >= 6 and not first.bold:
        return True
    if opens_with_action(value) and len(words) >= 4 and not first.bold:
        return True
    lower = sum(word[:1].islower() and len(word) > 3 for word in words)
    inside = not found or (found[0].start > 0 and found[-1].end < len(value))
    return len(words) >= 7 and 2 * lower >= len(words) and not first.bold and inside


def _ends_sentence(value: str) -> bool:
    """A full stop that belongs to no name ('Acme, Inc.')."""
    return _SENTENCE_END.search(value) is not None and not roles.organization_words(
        value.split()[-1]
    )


def _ends_in_range(value: str, last: Found) -> bool:
    """The dates of an entry stand at the end of its line: a range, or one date in brackets."""
    ranged = last.first is not None or last.present or value[: last.start].endswith(("(", "["))
    return ranged and not value[last.end :].strip(" )].,")


def is_labelled(value: str) -> str | None:
    """The label that opens a line, without its colon: 'GPA: 3.9', 'Technologies: JAX'."""
    match = _LABEL.match(value)
    return match.group()[:-1] if match is not None and words_in(match.group()) <= 5 else None
