"""What rules say about a posting's demands, and where in a resume they say it."""

from __future__ import annotations

from collections.abc import Iterator

from standout.model import Answer, Demand, Level, SectionKind
from standout.rules.base import Context
from standout.source import Span, Text


def required(context: Context, *demands: Demand) -> Iterator[Answer]:
    """The answers to the required demands of some kinds, each demand once."""
    seen = set()
    for each in context.match.answers if context.match is not None else ():
        demand = each.requirement
        key = (demand.demand, demand.ways, demand.years, demand.degree, demand.language)
        if demand.level is Level.REQUIRED and demand.demand in demands and key not in seen:
            seen.add(key)
            yield each


def words(text: Text) -> str:
    """The words of a posting on one line, cut to what a message holds."""
    line = " ".join(text.value.split())
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"


def place_for(context: Context, *kinds: SectionKind) -> Span:
    """Where a finding about something that is not there stands: the section it belongs to."""
    section = next(context.resume.of_kind(*kinds), None)
    if section is not None and section.heading is not None:
        return section.heading.span()
    if section is not None and section.span().end:
        first = next(each for each in section.texts() if each)
        return first.span()
    name = context.resume.basics.name
    return name.span() if name is not None else Span(0, 0)
