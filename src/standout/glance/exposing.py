"""The exposure of a resume: the model's runs, gathered by word and by what words say together."""

from __future__ import annotations

from collections.abc import Sequence

from standout.glance import model
from standout.glance.scene import Scene, scene
from standout.glance.wanted import Wanted
from standout.model import Page, Resume
from standout.model.exposure import Exposure, SeenPart, SeenWord, Sight


def exposure(pages: Sequence[Page], resume: Resume, wanted: Sequence[Wanted] = ()) -> Exposure:
    """How likely each word, line, field and statement is seen in 7, 20 and 60 seconds.

    `wanted` are skills that a reader with a posting looks for. Without pages nothing is seen.
    The same pages give the same answer; no moves are looked for (see `moves.best`).
    """
    found = scene(pages, resume, wanted)
    return exposed(found, model.seen_times(found.laid.cues, model.points()))


def exposed(scene: Scene, runs: model.Times) -> Exposure:
    """Gather the runs of the model."""
    sights = [Sight(tuple(sorted(times))) for times in zip(*runs, strict=True)]
    words = tuple(
        SeenWord(word, cue.page, cue.line, cue.role, sight)
        for word, cue, sight in zip(scene.laid.words, scene.laid.cues, sights, strict=True)
    )
    by_kind: dict[str, list[SeenPart]] = {}
    for part in scene.parts:
        sight = Sight(tuple(sorted(part.times(run) for run in runs)))
        seen = SeenPart(part.name, part.text, part.span, part.page, sight, part.rank)
        by_kind.setdefault(part.kind, []).append(seen)
    kinds = {name: tuple(by_kind.get(name, ())) for name in ("line", "field", "statement")}
    return Exposure(
        words,
        kinds["line"],
        kinds["field"],
        kinds["statement"],
        tuple(by_kind.get("result", ())),
        tuple(by_kind.get("skill", ())),
        scene.required,
    )
