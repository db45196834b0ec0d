"""What each line of a profile proves by itself: every line, not only the best few of a skill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from standout.matching.claims import claims_of
from standout.matching.settings import MatchSettings
from standout.model import Resume, State
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills


@frozen
class Proven:
    """A skill that a line proves by naming it, or one that this implies, at `[start, end)`."""

    skill: str
    state: State
    strength: int
    start: int
    end: int


def proven_by_line(
    resume: Resume, today: date, settings: MatchSettings
) -> Mapping[Text, tuple[Proven, ...]]:
    """What the lines of a resume prove, each line under its own text."""
    found: dict[Text, list[Proven]] = defaultdict(list)
    for each in claims_of(resume, today, settings):
        literal = Proven(each.skill, State.LITERAL, each.strength, each.start, each.end)
        found[each.text].append(literal)
        for broader in skills.implied(each.skill):
            strength = each.strength * settings.implied // 100
            found[each.text].append(Proven(broader, State.IMPLIED, strength, each.start, each.end))
    return {text: tuple(proven) for text, proven in found.items()}
