"""Nothing is lost: words that no field has taken become notes of what stands nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from standout.model import Resume, Section, Statement
from standout.readers.lines import Line
from standout.source import Text
from standout.vocabulary import closed

_WORD = re.compile(r"\w")


def gather(resume: Resume, lines: Sequence[Line]) -> Resume:
    """The resume with every word of the lines that it lacks, as notes."""
    taken = {place for text in resume.texts() for place in text.places}
    lost = [text for line in lines for text in _lost(line, taken)]
    for text in lost:
        resume = _noted(resume, text)
    return resume


def _lost(line: Line, taken: set[int]) -> Iterable[Text]:
    """Stretches of a line whose words stand nowhere; connecting words and labels may go."""
    for segment in line.segments:
        text = segment.text
        start: int | None = None
        for index in range(len(text) + 1):
            free = index < len(text) and text.places[index] not in taken
            if free and start is None:
                start = index
            elif not free and start is not None:
                part = text[start:index].strip()
                if _matters(part.value):
                    yield part
                start = None


def _matters(value: str) -> bool:
    words = [word.strip(".,:;()[]|-–—/\"'“”‘’") for word in value.split()]
    return any(
        _WORD.search(word) and word.casefold() not in closed.words("connecting") for word in words
    )


def _noted(resume: Resume, text: Text) -> Resume:
    at = text.span().start
    best: tuple[int, int] | None = None
    for index, section in enumerate(resume.sections):
        start = section.span().start
        if start <= at and (best is None or start >= best[0]):
            best = (start, index)
    if best is None:
        basics = replace(resume.basics, notes=(*resume.basics.notes, text))
        return replace(resume, basics=basics)
    sections = list(resume.sections)
    sections[best[1]] = _in_section(sections[best[1]], text, at)
    return replace(resume, sections=tuple(sections))


def _in_section(section: Section, text: Text, at: int) -> Section:
    before = [
        index
        for index, entry in enumerate(section.entries)
        if any(each.span().start <= at for each in entry.texts() if each)
    ]
    if not before:
        return replace(section, statements=(*section.statements, Statement(text)))
    entries = list(section.entries)
    entry = entries[before[-1]]
    entries[before[-1]] = replace(entry, notes=(*entry.notes, text))
    return replace(section, entries=tuple(entries))
