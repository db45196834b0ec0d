"""What a reader with a posting in hand looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from standout.glance.labels import Label
from standout.model import Level, Match
from standout.model.exposure import Role
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import skills

_NOT_READ = (Role.NAME, Role.CONTACT)


@frozen
class Wanted:
    """A skill that a posting requires: its name, and the skills of which one proves it."""

    name: str
    ids: frozenset[str]

    def is_proven_by(self, skill: str) -> bool:
        """Say whether a skill is one of them, or narrower than one."""
        return skill in self.ids or not self.ids.isdisjoint(skills.implied(skill))


def wanted_skills(match: Match) -> tuple[Wanted, ...]:
    """The required skills of a posting that the resume proves, each once."""
    found: dict[frozenset[str], Wanted] = {}
    for answer in match.answers:
        asked = answer.requirement
        if asked.level is Level.REQUIRED and asked.ways and answer.points:
            ids = frozenset(each for way in asked.ways for each in way)
            ways = (" and ".join(skills.name_of(each) for each in way) for way in asked.ways)
            found.setdefault(ids, Wanted(" or ".join(ways), ids))
    return tuple(found.values())


def mentions(labels: Iterable[Label], wanted: Sequence[Wanted]) -> Iterator[tuple[Wanted, Text]]:
    """Where a resume names what is wanted, in the order of its texts."""
    for label in labels if wanted else ():
        if label.role in _NOT_READ:
            continue
        zone: skills.Zone = "list" if label.role is Role.SKILL else "prose"
        for mention in skills.find(label.text.value, zone):
            for each in wanted:
                if each.is_proven_by(mention.skill.id):
                    yield each, label.text[mention.start : mention.end]
