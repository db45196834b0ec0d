"""The outline of a resume: which sections there are, where they begin, what deeds they hold."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model import Entry, Reading, Resume, Section, SectionKind, Statement
from standout.source import Span

WORK = (SectionKind.EXPERIENCE, SectionKind.VOLUNTEER)
DEEDS = (*WORK, SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)
_ENGLISH = "the of and to in for with a by on from an at as using that was were"
_OTHERS = (
    "der die das und mit für von zur zum bei auf ein eine le la les et des du pour dans avec une "
    "el los las del con por para una het een van voor met il di della per che nel os um uma"
)


def deeds(resume: Resume) -> Iterator[Statement]:
    """The statements that should tell deeds: of jobs, projects and open source work."""
    for section in resume.of_kind(*DEEDS):
        yield from section.all_statements()


def roles(resume: Resume) -> Iterator[Entry]:
    """The jobs, in document order."""
    for section in resume.of_kind(*WORK):
        yield from section.entries


def anchor(section: Section) -> Span:
    """Where a section begins: its heading, or the first of its words."""
    first = next((each for each in section.texts() if each), None)
    return first.span() if first else Span(0, 0)


def top(resume: Resume) -> Span:
    """Where to point when something is absent: the name, or the first words there are."""
    if resume.basics.name:
        return resume.basics.name.span()
    first = next((each for each in resume.texts() if each), None)
    return first.span() if first else Span(0, 0)


def title_span(entry: Entry) -> Span:
    """Where an entry is named."""
    named = entry.title or entry.organization or next(iter(entry.texts()), None)
    return named.span() if named else Span(0, 0)


def has_fixed_order(reading: Reading) -> bool:
    """Say whether the format's keys have an order of their own, unlike the printed page's."""
    return reading.document.format == "json-resume"


def is_english(resume: Resume) -> bool:
    """Say whether English function words outweigh those of other languages."""
    words = [word for each in resume.texts() for word in each.value[:2000].lower().split()]
    english, others = frozenset(_ENGLISH.split()), frozenset(_OTHERS.split())
    return sum(word in english for word in words) >= sum(word in others for word in words)
