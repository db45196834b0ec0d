"""One line a finding: `file:line:column: severity[CODE name] message`."""

from __future__ import annotations

from collections.abc import Iterable

from standout.diagnostic import Diagnostic
from standout.source import Source


def render(source: Source, diagnostics: Iterable[Diagnostic]) -> str:
    """The findings of one file."""
    return "".join(_line(source, each) for each in diagnostics)


def _line(source: Source, each: Diagnostic) -> str:
    where = source.location(each.span)
    page = each.page or where.page
    place = f"p{page}:" if page else ""
    head = f"{source.name}:{place}{where.line}:{where.column}"
    return f"{head}: {each.severity.value}[{each.code} {each.name}] {each.message}\n"
