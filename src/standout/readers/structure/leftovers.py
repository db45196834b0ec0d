"""Nothing is lost: words that no field has taken become notes of what stands nearest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from standout.model import Resume, Section, Statement
from standout.patterns import regex
from standout.readers.lines import Line
from standout.source import Text
from standout.vocabulary import closed

_WORD = regex(r"\w")
_NUMBER = regex(r"\[\w{1,6}\]|\(?\d{1,4}[.)]")
"""What numbers the items of a list, and is no word."""


def gather(resume: Resume, lines: Sequence[Line]) -> Resume:
    """The resume with every word of the lines that it lacks, as notes."""
    taken = {place for text in resume.texts() for place in text.places}
    lost = [text for line in lines for text in _lost(line, taken)]
    if not lost:
        return resume
    order = sorted(range(len(resume.sections)), key=lambda at: resume.sections[at].span().start)
    starts = [resume.sections[at].span().start for at in order]
    shares: dict[int | None, list[Text]] = {}
    for text in lost:
        at = bisect_right(starts, text.span().start) - 1
        shares.setdefault(order[at] if at >= 0 else None, []).append(text)
    basics = replace(resume.basics, notes=(*resume.basics.notes, *shares.get(None, ())))
    sections = tuple(
        _in_section(section, shares[index]) if index in shares else section
        for index, section in enumerate(resume.sections)
    )
    return replace(resume, basics=basics, sections=sections)


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
    if _NUMBER.fullmatch(value):
        return False
    words = [word.strip(".,:;()[]|-–—/\"'“”‘’") for word in value.split()]
    return any(
        _WORD.search(word) and word.casefold() not in closed.words("connecting") for word in words
    )


def _in_section(section: Section, texts: Sequence[Text]) -> Section:
    """Each text as a note of the entry it stands in; as a statement where there is none."""
    starts = [min(each.span().start for each in entry.texts() if each) for entry in section.entries]
    if not starts:
        return replace(section, statements=(*section.statements, *map(Statement, texts)))
    notes: dict[int, list[Text]] = {}
    for text in texts:
        at = max(0, bisect_right(starts, text.span().start) - 1)
        notes.setdefault(at, []).append(text)
    entries = tuple(
        replace(entry, notes=(*entry.notes, *notes.get(index, ())))
        for index, entry in enumerate(section.entries)
    )
    return replace(section, entries=entries)
