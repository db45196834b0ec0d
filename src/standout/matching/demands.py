"""What a requirement asks for, without its words: equal demands have equal answers."""

from __future__ import annotations

import re
from functools import lru_cache

from standout.matching.stems import common, stems
from standout.model import Degree, Demand, Requirement, Years
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import degrees, families, fluency, skills, venues

_ANY_WORK = (
    "professional industry commercial practical full-time job jobs position similar total overall "
    "minimum least hands-on academia environment environments setting settings fast-paced recent "
    "post-graduate postgraduate post-degree career previous prior comparable "
    "berufserfahrung jahre jahren mindestens mehrjährige praktische einschlägige einschlägiger "
    "expérience professionnelle années "
    "experiencia profesional años mínimo werkervaring jaar"
)
_STUDYING = regex(
    r"\b(?:pursuing|enrolled|studying|working towards?|student|candidate|currently in)\b",
    re.IGNORECASE,
)


_ENROLLED = regex(
    r"\b(?:enrolled|matriculated|currently (?:pursuing|studying|in an?)|must be a student)\b",
    re.IGNORECASE,
)


@frozen
class Demanded:
    """One demand in the terms of the vocabulary: the key by which a store may intern it.

    `grade` is how well a language is to be spoken, `venues` where to have published, `studying`
    says that a degree in progress will do, `enrolled` that only such a one will. Years without a
    skill may be those in a `family` of roles, or in what other words say: the stems in `scope`.
    """

    demand: Demand
    ways: tuple[tuple[str, ...], ...] = ()
    years: Years | None = None
    degree: Degree | None = None
    language: str | None = None
    grade: int = 0
    venues: frozenset[str] = frozenset()
    studying: bool = False
    enrolled: bool = False
    family: str | None = None
    scope: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        # The fields that tell demands apart: all of them would take most of a posting's time.
        years = self.years.minimum if self.years is not None else 0
        subjects = self.degree.fields if self.degree is not None else ()
        return hash((self.ways, years, subjects, self.language, self.family, self.scope))


def demanded(requirement: Requirement) -> Demanded:
    """The demand behind a requirement's words."""
    if requirement.demand is Demand.SKILL:
        return _of_skills(requirement.ways)
    return _demanded(requirement)


@lru_cache(maxsize=16_384)
def _of_skills(named: tuple[tuple[str, ...], ...]) -> Demanded:
    ways = _known_ways(named)
    return Demanded(Demand.SKILL if ways else Demand.OTHER, ways)


def _demanded(requirement: Requirement) -> Demanded:
    words, kind = requirement.text.value, requirement.demand
    ways = _known_ways(requirement.ways)
    if kind is Demand.YEARS and not ways:
        return _years(requirement)
    return Demanded(
        kind,
        ways if kind is Demand.YEARS else (),
        requirement.years if kind is Demand.YEARS else None,
        requirement.degree if kind is Demand.DEGREE else None,
        _language(requirement.language) if kind is Demand.LANGUAGE else None,
        _grade(requirement) if kind is Demand.LANGUAGE else 0,
        venues.named_in(words) if kind is Demand.PUBLICATIONS else frozenset(),
        kind is Demand.DEGREE and _STUDYING.search(words) is not None,
        kind is Demand.DEGREE and _ENROLLED.search(words) is not None,
    )


def _years(requirement: Requirement) -> Demanded:
    """Years in a role, in something the vocabulary does not know, or of any work."""
    words = requirement.text.value
    family = families.family_of(words)
    scope = frozenset[str]()
    if family is None:
        said = stems(words) - stems(_ANY_WORK)
        scope = frozenset(each for each in said if not common(each))
    return Demanded(Demand.YEARS, years=requirement.years, family=family, scope=scope)


def is_judged(demand: Demanded) -> bool:
    """Say whether a profile can prove the demand; the rest is for the applicant to judge."""
    if demand.demand is Demand.YEARS:
        return demand.years is not None
    if demand.demand is Demand.DEGREE:
        return demand.degree is not None
    if demand.demand is Demand.LANGUAGE:
        return demand.language is not None
    return demand.demand in (Demand.SKILL, Demand.PUBLICATIONS)


def name_of(degree: Degree) -> str:
    """'master's degree in statistics or physics'."""
    name = degrees.RANKS.get(degree.rank, "degree")
    return f"{name} in {' or '.join(degree.fields)}" if degree.fields else name


def _known_ways(ways: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(way for way in map(_known, ways) if way)


def _known(way: tuple[str, ...]) -> tuple[str, ...]:
    ids = skills.ids()
    return tuple(each for each in dict.fromkeys(way) if each in ids)


def _grade(requirement: Requirement) -> int:
    return fluency.grade_of(requirement.fluency or requirement.text.value)


def _language(named: str | None) -> str | None:
    return _spoken().get(named.casefold()) if named else None


@lru_cache(maxsize=1)
def _spoken() -> dict[str, str]:
    spoken = skills.of_kinds(("natural-language",))
    return {name.casefold(): each.id for each in spoken for name in (each.id, each.name)}
