"""Read plain text into a resume, and say in a few words what was read."""

from __future__ import annotations

from standout.model import DateRange, Entry, Resume, Section, SectionKind
from standout.readers import plain_text
from standout.source import Source


def resume(text: str) -> Resume:
    """The resume in a plain text."""
    return plain_text.read(Source("resume.txt", "text", text, editable=True)).resume


def section(body: str, heading: str = "Experience") -> Section:
    """The last section of a resume whose one section has this body."""
    return resume(f"Jane Roe\njane@example.org\n\n{heading.upper()}\n\n{body}").sections[-1]


def dates(value: DateRange | None) -> str:
    """'2020-01/2021-05', with 'now' for an open end."""
    if value is None:
        return ""
    end = "now" if value.present else value.end.iso() if value.end else ""
    return f"{value.start.iso()}/{end}" if value.start else end


def head(entry: Entry) -> tuple[str, str, str, str]:
    """Title, organisation, place and dates."""
    return (
        str(entry.title or ""),
        str(entry.organization or ""),
        str(entry.location or ""),
        dates(entry.dates),
    )


def statements(entry: Entry) -> list[str]:
    """What was done there."""
    return [statement.text.value for statement in entry.statements]


def kinds(read: Resume) -> list[SectionKind]:
    """The kinds of the sections, in order."""
    return [each.kind for each in read.sections]
