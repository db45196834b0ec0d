"""Exposure as JSON, version 1; `docs/schema/glance.schema.json` says what it holds."""

from __future__ import annotations

import json
from typing import Any

from standout.model import Reading
from standout.model.exposure import (
    HORIZONS,
    LIKELY,
    NEVER,
    UNLIKELY,
    Exposure,
    Move,
    SeenPart,
    SeenWord,
    Sight,
)
from standout.reporters.glance_facts import NOTE
from standout.source import Box, Span


def render(reading: Reading, exposure: Exposure) -> str:
    """One JSON object: words, and what words say together, with their shares of runs."""
    document = {"version": 1, "file": reading.source.name, **as_object(reading, exposure)}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def as_object(reading: Reading, exposure: Exposure) -> dict[str, Any]:
    """All that the model says of one resume."""
    kinds = ("lines", "fields", "statements", "results", "skills")
    return {
        "note": NOTE,
        "horizons": list(HORIZONS),
        "likely": LIKELY,
        "unlikely": UNLIKELY,
        "required": exposure.required,
        "words": [_word(each) for each in exposure.words],
        **{kind: [_part(reading, each) for each in getattr(exposure, kind)] for kind in kinds},
        "moves": [_move(reading, each) for each in exposure.moves],
    }


def _word(each: SeenWord) -> dict[str, Any]:
    place = {"page": each.page, "box": _box(each.word.box), "line": each.line}
    return {"text": each.word.text, "role": each.role.value, **place, **_sight(each.sight)}


def _part(reading: Reading, each: SeenPart) -> dict[str, Any]:
    named = {"name": each.name, "rank": each.rank or None, "text": each.text}
    return {**named, **_place(reading, each.span), **_sight(each.sight)}


def _move(reading: Reading, move: Move) -> dict[str, Any]:
    gains = [
        {"what": g.what, "seconds": g.seconds, "before": g.before, "after": g.after, "of": g.whole}
        for g in move.gains
    ]
    return {"move": move.text, **_place(reading, move.span), "gains": gains}


def _sight(sight: Sight) -> dict[str, Any]:
    after = sight.at(LIKELY)
    return {
        "seen": [round(sight.share(each), 3) for each in HORIZONS],
        "bands": [sight.band(each).value for each in HORIZONS],
        "likely_after": None if after >= NEVER else after / 1000,
    }


def _place(reading: Reading, span: Span) -> dict[str, Any]:
    where = reading.source.location(span)
    return {"page": where.page, "box": _box(where.box) if where.box else None}


def _box(box: Box) -> list[float]:
    return [round(each, 2) for each in (box.x0, box.y0, box.x1, box.y1)]
