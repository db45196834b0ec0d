"""A resume as a plain outline: what was understood, for a person to look over."""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.dates import is_duration
from standout.model import Basics, Entry, Resume, Section, Statement
from standout.source import Text
from standout.vocabulary import closed


def write(resume: Resume) -> str:
    """The outline: header, sections, entries, statements, and at the end what has no place."""
    lines = [*_basics(resume.basics)]
    for section in resume.sections:
        lines += ["", *_section(section)]
    if resume.furniture:
        lines += ["", "[page furniture]", *(f"  {each}" for each in resume.furniture)]
    return "\n".join(lines).strip("\n") + "\n"


def _basics(basics: Basics) -> Iterator[str]:
    named = {
        "name": basics.name,
        "headline": basics.headline,
        "e-mail": basics.email,
        "phone": basics.phone,
        "location": basics.location,
    }
    yield from (f"{name}: {text}" for name, text in named.items() if text is not None)
    for link in basics.links:
        yield f"{(link.network or 'link').lower()}: {link.url or link.text}"
    yield from (f"personal: {each}" for each in basics.personal)
    yield from (f"not understood: {each}" for each in _puzzling(basics.notes))


def _section(section: Section) -> Iterator[str]:
    heading = f" {section.heading}" if section.heading else ""
    yield f"[{section.kind.value}]{heading}"
    for group in section.skills:
        name = f"{group.name}: " if group.name else ""
        level = f" ({group.level})" if group.level else ""
        yield f"  {name}{', '.join(map(str, group.items))}{level}"
    for entry in section.entries:
        yield from _entry(entry)
    yield from (_statement(each, "  ") for each in section.statements)


def _entry(entry: Entry) -> Iterator[str]:
    head = (entry.title, entry.degree, entry.field, entry.organization, entry.venue)
    place = (entry.location, entry.dates.text if entry.dates else None, entry.grade)
    shown = [str(each) for each in (*head, *place) if each is not None]
    yield "  " + (" | ".join(shown) or "(no title)")
    for name, texts in (
        ("authors", entry.authors),
        ("courses", entry.courses),
        ("keywords", entry.keywords),
        ("about", entry.description),
        ("not understood", _puzzling(entry.notes)),
    ):
        if texts:
            yield f"    {name}: {_joined(texts)}"
    yield from (f"    link: {link.url or link.text}" for link in entry.links)
    yield from (_statement(each, "    ") for each in entry.statements)


def _puzzling(notes: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(each for each in notes if not is_understood(each.value))


def is_understood(note: str) -> bool:
    """Notes that lack a field and puzzle nobody: a length of time, a label of what follows."""
    return is_duration(note) or closed.is_part_label(note)


def _joined(texts: tuple[Text, ...]) -> str:
    return "; ".join(map(str, texts))


def _statement(statement: Statement, pad: str) -> str:
    return f"{pad}- {statement.text}"
