"""How near the roles of a profile are to a posting's title, and its level to theirs.

Both are terms of the score beside demands: who has every tool of a job is still not of its trade,
and who could do it may have outgrown it.
"""

from __future__ import annotations

import re

from standout.matching.index import ProfileIndex
from standout.matching.stems import stems
from standout.model import Demand, Posting
from standout.values import frozen
from standout.vocabulary import families, skills

_BROAD = frozenset(("machine-learning", "artificial-intelligence", "data-science"))
_STUDENTS = (
    r"intern|internship|praktikum|praktikant\w*|werkstudent\w*|stage|stagiaire|working student|"
    r"(?:ph\.?d\.?|doctoral) (?:position|student|candidate)|doktorand\w*|thesis student"
)
_LEVELS = (
    ("intern", _STUDENTS),
    ("executive", r"director|vp|vice president|chief|head of"),
    ("lead", r"lead|manager|leiter\w*|leitend\w*"),
    ("staff", r"staff|principal|distinguished"),
    ("senior", r"senior|sr\.?"),
    ("junior", r"junior|jr\.?|graduate|entry[- ]level|new grad"),
)
_BY_YEARS = ((8, "staff"), (5, "senior"), (2, "mid"), (0, "junior"))
"""The level that required years stand for where a title names none."""
_ABOVE, _BELOW = (100, 80, 35, 0), (100, 80, 40, 10, 0)
"""Per cent by how many steps the posting is above the profile, or below it.

One step up is the usual next job, one down is still offered; further away few are taken.
"""
_UNNAMED = 80
"""The same where a posting names no level: it is likely near, and no reason to rank it behind."""
_OTHER_TRADE = "other-trade"
_LOOSE = 60
"""Per cent of a family that only the subject of a title names: 'AI trainer'."""
_PLAIN_NOUNS = stems(
    "engineer developer scientist researcher specialist expert intern internship graduate position "
    "student team member technical staff head lead director manager principal senior junior phd "
    "doctoral engineering research science new"
)


@frozen
class RoleDemanded:
    """What a title asks for: a family of roles and its own subjects. A key as `Demanded`.

    `words` are those of a trade that has no family. `loose` says that only the subject names it.
    """

    family: str
    subjects: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    loose: bool = False


@frozen
class Rung:
    """The level of a role within its family, None where that is unknown. A key as `Demanded`.

    `seniority` is empty where the posting names none.
    """

    family: str | None
    seniority: str = ""


def role_demanded(posting: Posting) -> RoleDemanded | None:
    """The role behind a posting's title; None where it names none that is known."""
    title = posting.title.value[:200] if posting.title is not None else ""
    family = families.family_of(title)
    if family is None:
        return None
    named = dict.fromkeys(each.skill.id for each in skills.find(title))
    subjects = tuple(each for each in named if each not in _BROAD)
    words = stems(title) if family == _OTHER_TRADE else frozenset[str]()
    return RoleDemanded(family, subjects, words, _is_loose(title))


def rung_demanded(posting: Posting) -> Rung:
    """The level that title, posting or required years name."""
    title = posting.title.value[:200] if posting.title is not None else ""
    level = _level_in(title) or posting.seniority or _level_by_years(posting)
    return Rung(families.family_of(title), level) if level else Rung(None)


def judge_role(index: ProfileIndex, role: RoleDemanded) -> int:
    """0 to 100: the nearest role of the profile, and the subjects of the title."""
    near = max((_near(role, *each) for each in index.trades), default=0)
    held = [index.holding(each) for each in role.subjects]
    if held:
        subjects = sum(each.strength if each is not None else 0 for each in held) // len(held)
        near = (60 * near + 40 * subjects) // 100
    return near


def judge_rung(index: ProfileIndex, rung: Rung) -> int:
    """0 to 100 by the distance between the level of a role and that of the profile there."""
    if not (index.standing.jobs or index.standing.degrees or index.holdings):
        return 0
    if not rung.seniority:
        return _UNNAMED if index.holdings and index.standing.jobs else 0
    steps = families.step_of(rung.seniority) - index.standing.step_in(rung.family)
    table = _ABOVE if steps >= 0 else _BELOW
    return table[min(abs(steps), len(table) - 1)]


def _near(role: RoleDemanded, family: str, share: int, words: frozenset[str]) -> int:
    if role.family == _OTHER_TRADE:
        return share if family == _OTHER_TRADE and role.words & words else 0
    near = families.nearness(family, role.family) * share // 100
    return near * _LOOSE // 100 if role.loose else near


def _is_loose(title: str) -> bool:
    """Whether a title names a field and, by a word that no family has, another trade in it."""
    if families.is_named(title):
        return False
    spans = [(each.start, each.end) for each in skills.find(title)]
    bare = "".join(
        " " if any(start <= at < end for start, end in spans) else letter
        for at, letter in enumerate(re.split(r"[,(–|]| - ", title, maxsplit=1)[0])
    )
    return not stems(bare) <= _PLAIN_NOUNS


def _level_by_years(posting: Posting) -> str | None:
    asked = [
        each.years.minimum
        for each in posting.requirements
        if each.demand is Demand.YEARS and each.years is not None and not each.negated
    ]
    if not asked:
        return None
    return next(level for least, level in _BY_YEARS if max(asked) >= least)


def _level_in(title: str) -> str | None:
    return next(
        (
            level
            for level, words in _LEVELS
            if re.search(rf"\b(?:{words})(?!\w)", title, re.IGNORECASE)
        ),
        None,
    )
