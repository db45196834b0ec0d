"""JSON, version 1; `docs/schema/check.schema.json` says what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from standout.diagnostic import Diagnostic, Fix
from standout.model import Report
from standout.model.fingerprint import fingerprints
from standout.reporters import About
from standout.source import Box


def render(reports: Sequence[Report], about: About) -> str:
    """One JSON object for all files."""
    tool = {"name": "standout", "version": about.version, "ruleset": about.ruleset}
    document = {"version": 1, "tool": tool, "files": [_file(each) for each in reports]}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    # A lone surrogate cannot be written as UTF-8; as an escape it can.
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _file(report: Report) -> dict[str, Any]:
    prints = fingerprints(report)
    pairs = zip(report.diagnostics, prints, strict=True)
    return {
        "file": report.name,
        "pages": report.reading.document.pages or len(report.reading.pages),
        "diagnostics": [_diagnostic(report, each, name) for each, name in pairs],
    }


def _diagnostic(report: Report, each: Diagnostic, name: str) -> dict[str, Any]:
    return {
        "code": each.code,
        "name": each.name,
        "severity": each.severity.value,
        "message": each.message,
        "basis": each.basis.value,
        "source": each.source,
        "why": each.why,
        "audience": each.audience.value,
        "preview": each.preview,
        "quote": report.quote(each),
        "location": _location(report, each),
        "fix": _fix(each.fix) if each.fix else None,
        "fingerprint": name,
    }


def _location(report: Report, each: Diagnostic) -> dict[str, Any]:
    where = report.location(each)
    place: dict[str, Any] = {
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }
    if where.page is not None:
        place["page"] = where.page
        place["box"] = _numbers(where.box or _whole(report, where.page))
    return place


def _whole(report: Report, number: int) -> Box:
    page = next((each for each in report.reading.pages if each.number == number), None)
    return Box(0.0, 0.0, page.width, page.height) if page else Box(0.0, 0.0, 0.0, 0.0)


def _numbers(box: Box) -> list[float]:
    return [round(each, 2) for each in (box.x0, box.y0, box.x1, box.y1)]


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.value,
        "message": fix.message,
        "edits": [
            {
                "start": edit.span.start,
                "end": edit.span.end,
                "replacement": edit.replacement,
            }
            for edit in fix.edits
        ],
    }
