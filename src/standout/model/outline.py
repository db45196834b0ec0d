"""Where in a resume something stands, in the words of its own headings."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model.resume import Entry, Resume, Section
from standout.source import Span, Text
from standout.values import frozen


@frozen
class Spot:
    """One text of a resume: the section it belongs to and the way there."""

    span: Span
    section: str
    path: str


@frozen
class Outline:
    """Every text of a resume with the way there, for looking places up by span."""

    spots: tuple[Spot, ...]

    def at(self, span: Span) -> Spot | None:
        """The smallest text that holds a span, else the first one that it covers or meets."""
        around = [each for each in self.spots if each.span.contains(span)]
        if around:
            return min(around, key=lambda each: each.span.end - each.span.start)
        return next((each for each in self.spots if _meet(each.span, span)), None)


def outline(resume: Resume) -> Outline:
    """The outline of a resume: 'Contact', 'Experience > Acme, statement 2' and so on."""
    return Outline(tuple(_spots(resume)))


def _spots(resume: Resume) -> Iterator[Spot]:
    for text in resume.basics.texts():
        yield Spot(text.span(), "contact", "Contact")
    for section in resume.sections:
        yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Spot]:
    kind = section.kind.value
    title = _short(section.heading) or kind.replace("-", " ").capitalize()
    if section.heading is not None:
        yield Spot(section.heading.span(), kind, title)
    for group in section.skills:
        path = f"{title} > {_short(group.name)}" if group.name else title
        for text in (group.name, group.level, *group.items):
            if text is not None:
                yield Spot(text.span(), kind, path)
    for entry in section.entries:
        name = _short(entry.organization) or _short(entry.title) or _short(entry.degree)
        yield from _in_entry(entry, kind, f"{title} > {name}" if name else title)
    for number, statement in enumerate(section.statements, start=1):
        yield Spot(statement.text.span(), kind, f"{title}, statement {number}")


def _in_entry(entry: Entry, kind: str, path: str) -> Iterator[Spot]:
    for number, statement in enumerate(entry.statements, start=1):
        yield Spot(statement.text.span(), kind, f"{path}, statement {number}")
    # Statements come last in `texts` and stand here already, under their numbers.
    fields = list(entry.texts())[: -len(entry.statements) or None]
    for text in fields:
        yield Spot(text.span(), kind, path)


def _short(text: Text | None) -> str:
    words = " ".join(text.value.split()) if text else ""
    return words if len(words) <= 40 else words[:39] + "…"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
