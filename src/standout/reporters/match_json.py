"""Matches as JSON, version 1; `docs/schema/match.schema.json` says what it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from standout.model import Answer, Matched, Reading, Wording
from standout.model.outline import Outline, outline
from standout.source import Text


def render(reading: Reading, matches: Sequence[Matched]) -> str:
    """One JSON object: the matches in the order in which they come, best first."""
    spots = outline(reading.resume)
    document = {
        "version": 1,
        "profile": reading.source.name,
        "matches": [_match(reading, each, spots) for each in matches],
    }
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _match(reading: Reading, each: Matched, spots: Outline) -> dict[str, Any]:
    posting, match = each.posting, each.match
    return {
        "posting": each.name,
        "title": posting.title.value if posting.title else None,
        "organisation": posting.organization.value if posting.organization else None,
        "places": list(each.places),
        "url": posting.url or None,
        "score": match.score,
        "reasons": [
            {"reason": reason.name, "points": reason.points, "weight": reason.weight}
            for reason in match.reasons
        ],
        "requirements": [_requirement(reading, answer, spots) for answer in match.answers],
        "wordings": [_wording(wording) for wording in match.wordings],
    }


def _requirement(reading: Reading, answer: Answer, spots: Outline) -> dict[str, Any]:
    return {
        "text": answer.requirement.text.value,
        "level": answer.requirement.level.value,
        "kind": answer.requirement.demand.value,
        "state": answer.state.value,
        "weight": answer.weight,
        "points": answer.points,
        "proof": [
            {
                "statement": proof.text.value,
                "location": _location(reading, proof.text, spots),
                "skill": proof.skill,
                "section": proof.where,
                "strength": proof.strength,
                "evidence": [text.value for text in proof.evidence],
                "by": proof.by or None,
            }
            for proof in answer.proofs
        ],
        "question": answer.ask or None,
    }


def _location(reading: Reading, text: Text, spots: Outline) -> dict[str, Any]:
    span = text.span()
    where, spot = reading.source.location(span), spots.at(span)
    place: dict[str, Any] = {
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
        "path": spot.path if spot else None,
    }
    if where.page is not None and where.box is not None:
        box = where.box
        place["page"] = where.page
        place["box"] = [round(each, 2) for each in (box.x0, box.y0, box.x1, box.y1)]
    return place


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "skill": wording.skill,
        "theirs": wording.theirs,
        "yours": wording.yours.value,
        "write": wording.write,
        "applicability": "confirm",
    }
