"""How near the roles of a profile are to a posting's title: a term of the score beside skills."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standout.matching.index import ProfileIndex
from standout.model import Posting
from standout.vocabulary import families, skills

_BROAD = frozenset(("machine-learning", "artificial-intelligence", "data-science"))
_LEVELS = (
    ("intern", r"intern|internship|praktikum|praktikant\w*|werkstudent\w*|stage|stagiaire"),
    ("executive", r"director|vp|vice president|chief|head of"),
    ("lead", r"lead|manager"),
    ("staff", r"staff|principal|distinguished"),
    ("senior", r"senior|sr\.?"),
    ("junior", r"junior|jr\.?|graduate|entry[- ]level|new grad"),
)
_TOO_LOW, _TOO_HIGH = 25, 25
"""Per cent for each step by which the posting is above the profile, or below it."""


@dataclass(frozen=True, slots=True)
class RoleDemanded:
    """What a title asks for: a family of roles, its own subjects, a level. A key as `Demanded`."""

    family: str
    subjects: tuple[str, ...] = ()
    seniority: str | None = None


def role_demanded(posting: Posting) -> RoleDemanded | None:
    """The role behind a posting's title; None where it names none that is known."""
    title = posting.title.value if posting.title is not None else ""
    family = families.family_of(title)
    if family is None:
        return None
    named = dict.fromkeys(each.skill.id for each in skills.find(title[:200]))
    subjects = tuple(each for each in named if each not in _BROAD)
    return RoleDemanded(family, subjects, _level_in(title) or posting.seniority)


def judge_role(index: ProfileIndex, role: RoleDemanded) -> int:
    """0 to 100: the nearest role of the profile, the title's subjects, the distance in level."""
    standing = index.standing
    near = max(
        (
            families.nearness(each.family, role.family) * each.share // 100
            for each in standing.roles
        ),
        default=0,
    )
    held = [index.holding(each) for each in role.subjects]
    if held:
        subjects = sum(each.strength if each is not None else 0 for each in held) // len(held)
        near = (60 * near + 40 * subjects) // 100
    if role.seniority is None:
        return near
    if role.seniority == "intern" and standing.step > 1:
        return 0
    above = families.step_of(role.seniority) - standing.step
    # One step up is the usual next job.
    lost = _TOO_LOW * max(0, above - 1) + _TOO_HIGH * max(0, -above - 1)
    return near * max(0, 100 - lost) // 100


def _level_in(title: str) -> str | None:
    return next(
        (
            level
            for level, words in _LEVELS
            if re.search(rf"\b(?:{words})(?!\w)", title, re.IGNORECASE)
        ),
        None,
    )
