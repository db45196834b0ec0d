"""Reports as text for people and programs: one file a format, each with `render`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from standout.diagnostic import Diagnostic, Severity
from standout.model import Report
from standout.values import frozen

FORMATS = ("full", "concise", "json", "sarif", "github", "junit", "html")


@frozen
class About:
    """What a report says of itself: the program's version and the ruleset's."""

    version: str
    ruleset: str
    width: int = 100
    """Columns of the terminal; only `full` asks."""


Render = Callable[[Sequence[Report], About], str]


def renderer(name: str) -> Render:
    """The function that renders reports in one of `FORMATS`."""
    module = importlib.import_module(f"standout.reporters.as_{name}")
    return cast("Render", module.render)


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity, heaviest first."""
    found = [each.severity for each in diagnostics]
    return {severity: found.count(severity) for severity in Severity}


def summary(reports: Sequence[Report]) -> str:
    """'2 errors, 1 warning and 3 notes in 4 files': counts, never a score."""
    number = counts(each for report in reports for each in report.diagnostics)
    words = [several(n, NOUNS[severity]) for severity, n in number.items() if n]
    files = several(len(reports), "file")
    if not words:
        return f"nothing found in {files}"
    *first, last = words
    return f"{', '.join(first)} and {last} in {files}" if first else f"{last} in {files}"


NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def several(number: int, noun: str) -> str:
    """'1 file', '2 files'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
