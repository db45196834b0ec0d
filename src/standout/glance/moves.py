"""Which changes of the layout would show more at a first look, each tried out by the model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice

from standout.glance import model
from standout.glance.changes import changes
from standout.glance.parts import Part
from standout.glance.scene import Scene
from standout.model.exposure import LIKELY, Gain, Move
from standout.values import frozen

_MOST = 3
_TRIED = 12
_COARSE = 6
"""Runs with which candidates are compared before the best are tried in full."""
_WORTH = {"required skills": 3, "fields of the first look": 3, "results": 2, "listed skills": 1}


@frozen
class _Count:
    """What is counted: parts that are likely seen within some seconds."""

    what: str
    seconds: int
    parts: tuple[Part, ...]

    def of(self, runs: model.Times) -> int:
        """How many are seen in as many runs as make 'likely'."""
        limit = self.seconds * 1000
        return sum(
            sum(part.times(run) <= limit for run in runs) >= LIKELY * len(runs)
            for part in self.parts
        )

    def share(self, runs: model.Times) -> float:
        """How many are seen in the mean of the runs."""
        limit = self.seconds * 1000
        seen = sum(part.times(run) <= limit for run in runs for part in self.parts)
        return seen / len(runs)


def best(scene: Scene, skim: model.Skim, runs: model.Times) -> tuple[Move, ...]:
    """The three changes that help most; none after which fewer of the six fields are seen.

    Each is an order of blocks or a bold number, never new words; heights are kept. `runs` are
    those of `skim`, over the scene as it is.
    """
    counts = _counts(scene)
    candidates = list(islice(changes(scene), _TRIED))
    if not candidates or not counts:
        return ()
    look = partial(skim.changed, until=max(each.seconds for each in counts))
    start = _shares(counts, runs[:_COARSE])
    rough = [(_promise(start, _shares(counts, look(e.cues, _COARSE))), e) for e in candidates]
    promising = sorted((each for each in rough if each[0] > 0), key=lambda each: -each[0])[:_MOST]
    before = [count.of(runs) for count in counts]
    found = []
    for _, each in promising:
        gains = _gains(counts, before, look(each.cues, len(runs)))
        if _worth(gains) >= each.least:
            found.append((_worth(gains), Move(each.text, each.span, gains)))
    helping = sorted(found, key=lambda each: -each[0])
    return tuple(move for _, move in helping)


def _shares(counts: Sequence[_Count], runs: model.Times) -> list[float]:
    """How much is seen over a few runs, where a count of what is likely would be too rough."""
    return [_WORTH[count.what] * count.share(runs) for count in counts]


def _promise(before: Sequence[float], after: Sequence[float]) -> float:
    """What a change may bring, before anyone asks what it costs."""
    return sum(max(0.0, new - old) for old, new in zip(before, after, strict=True))


def _gains(counts: Sequence[_Count], before: Sequence[int], runs: model.Times) -> tuple[Gain, ...]:
    changed = (
        Gain(count.what, count.seconds, old, count.of(runs), len(count.parts))
        for count, old in zip(counts, before, strict=True)
    )
    ordered = sorted(changed, key=lambda each: -_WORTH[each.what] * (each.after - each.before))
    return tuple(each for each in ordered if each.after != each.before)


def _worth(gains: Sequence[Gain]) -> int:
    """Weighted counts; nothing where the top of the resume would be seen less."""
    if any(each.what == "fields of the first look" and each.after < each.before for each in gains):
        return 0
    return sum(_WORTH[each.what] * (each.after - each.before) for each in gains)


def _counts(scene: Scene) -> tuple[_Count, ...]:
    top = [
        part
        for part in scene.parts
        if part.kind == "field"
        and part.name not in ("heading", "house", "time")
        and _is_at_top(part)
    ]
    skills = "required skills" if scene.required else "listed skills"
    found = (
        _Count("fields of the first look", 7, tuple(top)),
        _Count(skills, 20, _of_kind(scene, "skill")),
        _Count("results", 20, _of_kind(scene, "result")),
    )
    return tuple(each for each in found if each.parts)


def _is_at_top(part: Part) -> bool:
    """The six fields: name, the current job and the one before, the first degree."""
    if part.name in ("name", "headline"):
        return True
    return part.rank == 1 or (part.rank == 2 and part.name in ("title", "employer"))


def _of_kind(scene: Scene, kind: str) -> tuple[Part, ...]:
    return tuple(each for each in scene.parts if each.kind == kind)
