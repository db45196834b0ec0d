"""One line a finding: `file:line:column: severity[CODE name] message`."""

from __future__ import annotations

from collections.abc import Sequence

from standout.diagnostic import Diagnostic
from standout.model import Report
from standout.reporters import About
from standout.reporters.text import printable


def render(reports: Sequence[Report], about: About) -> str:  # noqa: ARG001 - as every format
    """The findings of all files; nothing for clean ones."""
    return "".join(_line(report, each) for report in reports for each in report.diagnostics)


def _line(report: Report, each: Diagnostic) -> str:
    where = report.location(each)
    page = f"p{where.page}:" if where.page else ""
    head = f"{report.name}:{page}{where.line}:{where.column}"
    words = printable(f"{head}: {each.severity.value}[{each.code} {each.name}] {each.message}")
    return f"{words}\n"
