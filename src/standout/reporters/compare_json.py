"""Two resumes side by side as JSON, version 1; `docs/json.md` says what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from standout.diagnostic import Diagnostic
from standout.model.comparison import Comparison, Side
from standout.model.exposure import HORIZONS
from standout.reporters import counts
from standout.reporters.glance_facts import NOTE, facts, tallies


def render(comparison: Comparison) -> str:
    """One JSON object: both sides, then what only one of them has."""
    document = {
        "version": 1,
        "note": NOTE,
        "files": [_side(each) for each in comparison.sides],
        "only_in_first": _findings(comparison.only_in_first()),
        "only_in_second": _findings(comparison.only_in_second()),
        "requirements": [
            {
                "text": one.requirement.text.value,
                "level": one.requirement.level.value,
                "states": [one.state.value, other.state.value],
                "points": [one.points, other.points],
            }
            for one, other in comparison.answers()
        ],
    }
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.report.name,
        "findings": {key.value: n for key, n in counts(side.report.diagnostics).items()},
        "score": side.match.score if side.match is not None else None,
        "facts": [
            {
                "fact": each.label,
                "text": each.text,
                "bands": [each.sight.band(seconds).value for seconds in HORIZONS],
            }
            for each in facts(side.exposure)
        ],
        "counts": [
            {"what": each.label, "of": each.whole, "seen": [len(seen) for seen in each.seen]}
            for each in tallies(side.exposure)
        ],
    }


def _findings(found: Sequence[Diagnostic]) -> list[dict[str, str]]:
    return [
        {"code": each.code, "severity": each.severity.value, "message": each.message}
        for each in found
    ]
