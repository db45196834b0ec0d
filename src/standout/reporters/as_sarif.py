"""SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from standout.diagnostic import Applicability, Diagnostic, Fix, Severity
from standout.model import Report
from standout.model.fingerprint import fingerprints
from standout.model.outline import Outline, outline
from standout.reporters import About
from standout.source import Source, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def render(reports: Sequence[Report], about: About) -> str:
    """One log with one run for all files."""
    known = {each.code: each for report in reports for each in report.diagnostics}
    rules = [known[code] for code in sorted(known)]
    index = {each.code: number for number, each in enumerate(rules)}
    driver = {
        "name": "standout",
        "version": about.version,
        "semanticVersion": about.version,
        "properties": {"ruleset": about.ruleset},
        "rules": [_rule(each) for each in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [each for report in reports for each in _results(report, index)],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _rule(each: Diagnostic) -> dict[str, Any]:
    basis = f"Basis: {each.basis.value} ({each.source})."
    return {
        "id": each.code,
        "name": "".join(part.capitalize() for part in each.name.split("-")),
        "shortDescription": {"text": each.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": each.why or each.name},
        "help": {"text": f"{each.why}\n{basis}\n`standout explain {each.code}` says more."},
        "defaultConfiguration": {"level": LEVELS[each.severity]},
    }


def _results(report: Report, index: dict[str, int]) -> Iterable[dict[str, Any]]:
    spots = outline(report.reading.resume)
    for each, name in zip(report.diagnostics, fingerprints(report), strict=True):
        result = {
            "ruleId": each.code,
            "ruleIndex": index[each.code],
            "level": LEVELS[each.severity],
            "message": {"text": each.message + (f"\n{each.fix.message}" if each.fix else "")},
            "locations": [_location(report, each, spots)],
            "partialFingerprints": {"standout/v1": name},
        }
        if each.fix and _applies(report, each.fix):
            result["fixes"] = [_fix(report, each.fix)]
        yield result


def _location(report: Report, each: Diagnostic, spots: Outline) -> dict[str, Any]:
    source = report.reading.source
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(report.name)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if source.editable:
        physical["region"] = _region(source, each.span)
    else:
        # Lines of extracted text are no lines of the file: page and box say where it stands.
        where = report.location(each)
        box = where.box
        location["properties"] = {
            "page": where.page,
            "box": [round(n, 2) for n in (box.x0, box.y0, box.x1, box.y1)] if box else None,
        }
    spot = spots.at(each.span)
    if spot:
        location["logicalLocations"] = [{"fullyQualifiedName": spot.path}]
    return location


def _region(source: Source, span: Span) -> dict[str, int]:
    where = source.location(span)
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _applies(report: Report, fix: Fix) -> bool:
    known = fix.applicability is not Applicability.FILL_IN and bool(fix.edits)
    return known and report.reading.source.editable


def _fix(report: Report, fix: Fix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(report.reading.source, edit.span),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(report.name)}, "replacements": replacements}
    return {"description": {"text": fix.message}, "artifactChanges": [change]}


def _uri(name: str) -> str:
    path = name.replace("\\", "/").removeprefix("./")
    coded = "".join(
        chr(byte) if byte in _PLAIN else f"%{byte:02X}"
        for byte in path.encode("utf-8", "surrogateescape")
    )
    if re.match(r"[A-Za-z]%3A/", coded):
        return f"file:///{coded[0]}:{coded[4:]}"
    return f"file://{coded}" if coded.startswith("/") else coded
