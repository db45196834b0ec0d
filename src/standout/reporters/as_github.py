"""Workflow commands: findings as annotations of a GitHub check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Diagnostic, Severity
from standout.model import Report
from standout.reporters import NOUNS, About, several, summary
from standout.reporters.text import printable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
LIMIT = 10
"""GitHub shows at most ten annotations of a kind for a step."""


def render(reports: Sequence[Report], about: About) -> str:  # noqa: ARG001 - as every format
    """Errors first, at most `LIMIT` of a kind, then how many more there are."""
    lines = [line for severity in Severity for line in _kind(reports, severity)]
    return "\n".join([*lines, f"standout: {summary(reports)}"]) + "\n"


def _kind(reports: Sequence[Report], severity: Severity) -> Iterator[str]:
    found = [
        (report, each)
        for report in reports
        for each in report.diagnostics
        if each.severity is severity
    ]
    for report, each in found[:LIMIT]:
        yield _command(report, each)
    if len(found) > LIMIT:
        yield f"standout: {several(len(found) - LIMIT, f'more {NOUNS[severity]}')} not shown here"


def _command(report: Report, each: Diagnostic) -> str:
    where = report.location(each)
    facts = {"file": report.name, "title": f"{each.code} {each.name}"}
    place = ""
    if report.reading.source.editable:
        facts |= {"line": str(where.line), "endLine": str(where.end_line)}
        if where.line == where.end_line:
            facts |= {"col": str(where.column), "endColumn": str(where.end_column)}
    elif where.page:
        place = f"page {where.page}: "
    advice = f"\n{each.fix.message}" if each.fix else ""
    properties = ",".join(f"{name}={_property(value)}" for name, value in facts.items())
    message = _data(f"{place}{each.message}{advice}\nstandout explain {each.code}")
    return f"::{COMMANDS[each.severity]} {properties}::{message}"


def _data(text: str) -> str:
    # Logs obey control characters too; line ends are the only ones with a meaning here.
    text = "\n".join(printable(line) for line in text.split("\n"))
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
