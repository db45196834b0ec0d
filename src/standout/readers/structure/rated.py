"""Items with levels: languages and how well they are spoken, skills and how well they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from standout.model import SkillGroup
from standout.patterns import regex
from standout.readers.structure import levels
from standout.readers.structure.shape import words_in
from standout.readers.structure.units import Unit
from standout.source import Text

ITEM_LEVEL = regex(
    rf"^(?P<name>[^():–—]{{2,40}}?)\s*(?:[:–—]|\s-\s|\()\s*(?P<level>{levels.LEVEL}[^,;|)]{{0,40}})\)?$",
    re.IGNORECASE,
    needs=levels.NEEDS,
)
_SPACED = regex(
    rf"^(?P<name>[^\W\d_][^\W\d_-]{{2,24}})\s+(?P<level>{levels.LEVEL})$",
    re.IGNORECASE,
    needs=levels.NEEDS,
)
"""'English Native speaker': a name and its level with nothing but a space between."""


def groups(unit: Unit) -> list[SkillGroup]:
    """Languages, each with its level: 'English (native), German: B2'."""
    found: list[SkillGroup] = []
    for part in _rated_parts(unit):
        bare = part.strip(" ()")
        match = ITEM_LEVEL.match(part.value) or _SPACED.match(part.value)
        colon = colon_in(part)
        rated = bool(found) and found[-1].level is not None and match is not None
        if levels.is_level(part.value) or (found and not rated and _tells_level(unit, part)):
            found = _with_level(found, bare)
        elif match is not None:
            name = part[match.start("name") : match.end("name")].strip()
            level = part[match.start("level") : match.end("level")].strip(" ()")
            found.append(SkillGroup(None, (name,), level))
        elif colon is not None and 0 < colon < len(part) - 1:
            level = part[colon + 1 :].strip()
            found.append(SkillGroup(None, (part[:colon].strip(),), level))
        else:
            found.append(SkillGroup(None, (part,)))
    return found


def _rated_parts(unit: Unit) -> list[Text]:
    return [
        each
        for line in unit.lines
        for segment in line.segments
        for each in segment.text.split(r"\s*[|;•·]\s*|\s{3,}|,\s*(?![^()]*\))")
    ]


def _tells_level(unit: Unit, part: Text) -> bool:
    """The second cell of two, in words that name no language: 'French    at school'."""
    cells = [segment.text.value for line in unit.lines for segment in line.segments]
    several = words_in(part.value) > 1 or part.value[:1].islower()
    return len(cells) == 2 and part.value == cells[1] and several


def _with_level(found: Sequence[SkillGroup], level: Text) -> list[SkillGroup]:
    """The groups with a level for the last one; it may have two ('fluent', 'mother tongue')."""
    if not found:
        return [SkillGroup(None, (), level)]
    last = found[-1]
    both = Text.join([last.level, level], ", ") if last.level is not None else level
    return [*found[:-1], replace(last, level=both)]


def colon_in(text: Text) -> int | None:
    """Where the colon stands that ends a label, if one does."""
    match = re.search(r"[:：](?=\s|$)", text.value)
    return match.start() if match is not None and match.start() <= 45 else None
