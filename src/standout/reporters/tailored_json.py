"""A tailored page as JSON, version 1; `docs/json.md` says what it holds."""

from __future__ import annotations

import json
from typing import Any

from standout.model.exposure import HORIZONS
from standout.model.selection import Choice
from standout.reporters.glance_facts import facts, tallies
from standout.reporters.tailored_facts import Shown, TailoredReport, covered, proven, shown


def render(report: TailoredReport) -> str:
    """One JSON object."""
    text = json.dumps(as_object(report), indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def as_object(report: TailoredReport) -> dict[str, Any]:
    """The same as values."""
    selection = report.selection
    found, required = covered(report)
    return {
        "version": 1,
        "profile": report.profile.source.name,
        "posting": report.name,
        "title": report.title,
        "files": list(report.files),
        "pages": selection.pages,
        "fill": round(selection.fill, 4),
        "required": {"proven": found, "asked": required},
        "optimum": {
            "objective": selection.objective,
            "bound": selection.bound,
            "gap": selection.gap,
            "yielded": list(selection.yielded),
            "budget": selection.budget,
            "used": selection.used,
            "terms": [{"term": each.name, "value": each.value} for each in selection.terms],
        },
        "requirements": [_requirement(each) for each in shown(report)],
        "kept": [_choice(each) for each in selection.kept],
        "dropped": [_choice(each) for each in selection.dropped],
        "one_more_line": {
            "height": selection.line,
            "value": selection.more_value,
            "brings": [each.value for each in selection.more],
        },
        "findings": [
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity.value,
                "message": each.message,
            }
            for each in report.findings
        ],
        "first_look": _first_look(report),
        "compared": _compared(report),
    }


def _first_look(report: TailoredReport) -> dict[str, Any] | None:
    """What a first look has likely seen, by second; `standout glance` says more."""
    if report.exposure is None:
        return None
    known = [
        {"what": each.label, "text": each.text, "seen": each.sight.band(HORIZONS[0]).value}
        for each in facts(report.exposure)
    ]
    counts = {
        each.label: {
            "of": each.whole,
            "seen": {str(at): len(names) for at, names in zip(HORIZONS, each.seen, strict=True)},
        }
        for each in tallies(report.exposure)
    }
    return {"known": known, "counts": counts}


def _requirement(each: Shown) -> dict[str, Any]:
    requirement = each.answer.requirement
    return {
        "text": requirement.text.value,
        "part": each.part or None,
        "level": requirement.level.value,
        "kind": requirement.demand.value,
        "weight": each.answer.weight,
        "state": each.state,
        "proof": [piece.text.value for piece in each.pieces],
        "ask": each.answer.ask or None,
    }


def _choice(each: Choice) -> dict[str, Any]:
    return {
        "piece": each.piece.value,
        "text": each.text.value,
        "section": each.section.value,
        "entry": each.entry.value if each.entry else None,
        "value": each.value,
        "height": each.height,
        "proves": list(each.proves),
        "reason": each.reason or None,
        "variant": each.variant or None,
    }


def _compared(report: TailoredReport) -> dict[str, Any] | None:
    if report.rival is None:
        return None
    found, required = proven(report.rival.match)
    return {
        "name": report.rival.name,
        "score": report.rival.match.score,
        "page_score": report.page_match.score,
        "required": {"proven": found, "asked": required},
        "requirements": [
            {"text": theirs.requirement.text.value, "page": ours.state.value,
             "other": theirs.state.value}
            for ours, theirs in zip(
                report.page_match.answers, report.rival.match.answers, strict=True
            )
            if ours.weight
        ],
    }  # fmt: skip
