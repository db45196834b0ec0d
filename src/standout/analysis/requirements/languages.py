"""Languages that people speak, and how well a clause wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from standout.analysis.requirements import ways
from standout.patterns import regex
from standout.vocabulary import demands
from standout.vocabulary.skills import Mention

_CHOICE = regex(r"\b(?:or|oder|ou|o|of)\b|/", re.IGNORECASE)

Spoken = tuple[int, ways.Ways, str, str | None]


def spoken(value: str, mentions: Sequence[Mention], stems: frozenset[str]) -> Iterator[Spoken]:
    """Each language asked for: its place, the ways to meet it, its id and its level.

    `stems` names the patterns that can match in the clause.
    """
    named = _named(value, mentions, stems)
    if not named:
        return
    if len(named) > 1 and _alternatives(value, named):
        at, _, first = named[0]
        ids = tuple((language,) for language in dict.fromkeys(each for _, _, each in named))
        yield at, ids, first, _level(value, named[0], None, named[1][0])
        return
    for index, each in enumerate(named):
        before = named[index - 1][1] if index else None
        after = named[index + 1][0] if index + 1 < len(named) else len(value)
        yield each[0], ((each[2],),), each[2], _level(value, each, before, after)


def _named(
    value: str, mentions: Sequence[Mention], stems: frozenset[str]
) -> list[tuple[int, int, str]]:
    found = {
        each.start: (each.start, each.end, each.skill.id)
        for each in mentions
        if each.skill.kind == "natural-language"
    }
    if "language_names" not in stems:
        return [found[at] for at in sorted(found)]
    names, ids = demands.language_names()
    for match in names.finditer(value):
        found.setdefault(match.start(), (*match.span(), ids[match[1].lower()]))
    return [found[at] for at in sorted(found)]


def _alternatives(value: str, named: Sequence[tuple[int, int, str]]) -> bool:
    gaps = [value[first[1] : second[0]] for first, second in pairwise(named)]
    return any(_CHOICE.search(gap) for gap in gaps) and max(map(len, gaps)) < 25


def _level(value: str, here: tuple[int, int, str], before: int | None, after: int) -> str | None:
    """The level named behind the language, or else before it, or else anywhere in the clause."""
    behind = value[here[1] : min(after, here[1] + 40)]
    ahead = re.split(r"[,;()]|\s(?:and|und|et)\s", value[max(before or 0, here[0] - 50) : here[0]])[
        -1
    ]
    for window in (behind, ahead, value[:120]):
        level = demands.first("fluency", window)
        if level:
            return level
    return None
