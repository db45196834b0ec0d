"""A profile made ready to be matched: what it proves of each skill, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from standout.matching.claims import (
    Claim,
    Said,
    claims_of,
    entries_of,
    is_profile,
    said_of,
    tasks_of,
    words_of,
)
from standout.matching.experience import Months, months_of, total
from standout.matching.settings import MatchSettings
from standout.matching.standing import Standing, standing_of
from standout.matching.stems import stems
from standout.model import Proof, Resume, SectionKind, State
from standout.source import Text
from standout.values import frozen
from standout.vocabulary import degrees, skills
from standout.vocabulary.priors import asked_by

K = SectionKind
_WORKED = (K.EXPERIENCE, K.PROJECTS, K.OPEN_SOURCE, K.VOLUNTEER, K.TEACHING)
_SHOWN = 3
"""Proofs that are kept of a skill."""
_BROAD = 100
"""Postings of a thousand that ask for a field which is too broad to be near anything."""


@frozen
class Holding:
    """What the profile proves of one skill. `months` are those of the entries that name it."""

    state: State
    strength: int
    proofs: tuple[Proof, ...]
    months: int


@frozen
class ProfileIndex:
    """A profile ready to be matched. The same profile, date and settings give the same index."""

    settings: MatchSettings
    holdings: Mapping[str, Holding]
    """By skill id: what is named, and what that implies."""
    spoken_of: Mapping[str, tuple[tuple[Text, str], ...]]
    """By skill id: the lines that name it, each with the words it uses."""
    standing: Standing
    lines: tuple[tuple[Text, frozenset[str]], ...] = ()
    """The lines of the profile's deeds, each with its stems."""
    words: Mapping[str, int] = field(default_factory=dict)
    """By stem: how strongly the lines show a word, 0 to 100."""
    tasks: Mapping[str, int] = field(default_factory=dict)
    """By skill id: how strongly they show a skill or one that implies it, 0 to 100."""
    hinted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By skill id: the named skills that hint at it."""
    trades: tuple[tuple[str, int, frozenset[str]], ...] = ()
    """Each family of roles with its greatest share, and the stems of the titles that show it."""
    said: tuple[Said, ...] = ()
    """Every line of the profile."""

    def holding(self, skill: str) -> Holding | None:
        """What is proven of a skill, by its id; None where nothing is."""
        return self.holdings.get(skill)

    def near(self, skill: str) -> tuple[Proof, ...]:
        """Lines that name something near a skill: kin, what hints at it, or the broader field."""
        known = skills.by_id(skill)
        kin = [*known.related, *self.hinted.get(skill, ())]
        named = [each for each in dict.fromkeys(kin) if each in self.spoken_of]
        broader = (each for each in known.parents if asked_by(each) < _BROAD)
        named = named or [each for each in broader if each in self.spoken_of]
        return tuple(_shown(each, *self.spoken_of[each][0]) for each in named[:_SHOWN])


def profile_index(
    resume: Resume, today: date, settings: MatchSettings | None = None
) -> ProfileIndex:
    """Read a profile once for any number of postings. What is no profile proves nothing."""
    if not is_profile(resume):
        resume = Resume()
    chosen = settings or MatchSettings()
    claims = tuple(claims_of(resume, today, chosen))
    worked = _months_by_skill(claims, _months_of_entries(resume, today))
    holdings = {
        skill: _holding(proofs, worked[skill]) for skill, proofs in _proofs(claims, chosen).items()
    }
    named: dict[str, list[tuple[Text, str]]] = defaultdict(list)
    for each in claims:
        named[each.skill].append((each.text, each.text.value[each.start : each.end]))
    spoken_of = {skill: tuple(lines) for skill, lines in named.items()}
    lines = tuple((each.text, stems(each.text.value)) for each in resume.statements())
    standing = standing_of(resume, today)
    said = tuple(said_of(resume, today, chosen))
    words, tasks = words_of(said, chosen), tasks_of(claims, chosen)
    hinted: dict[str, tuple[str, ...]] = {}
    for skill in spoken_of:
        for hint in dict.fromkeys(_hints(skill)):
            hinted[hint] = (*hinted.get(hint, ()), skill)
    trades = tuple(_trades(standing))
    return ProfileIndex(
        chosen, holdings, spoken_of, standing, lines, words, tasks, hinted, trades, said
    )


def _trades(standing: Standing) -> Iterator[tuple[str, int, frozenset[str]]]:
    for family in dict.fromkeys(each.family for each in standing.roles):
        own = [each for each in standing.roles if each.family == family]
        words = frozenset[str]().union(*(stems(each.text.value) for each in own))
        yield family, max(each.share for each in own), words


def _shown(skill: str, text: Text, words: str) -> Proof:
    start = text.value.find(words)
    return Proof(text, skill, "near", 0, start=start, end=start + len(words))


def _hints(skill: str) -> tuple[str, ...]:
    known = skills.by_id(skill)
    return (*known.related, *known.suggests)


def _proofs(
    claims: Iterable[Claim], settings: MatchSettings
) -> dict[str, list[tuple[State, Proof]]]:
    found: dict[str, list[tuple[State, Proof]]] = defaultdict(list)
    for each in claims:
        found[each.skill].append((State.LITERAL, _proof(each, each.strength)))
        for broader in skills.implied(each.skill):
            strength = each.strength * settings.implied // 100
            found[broader].append((State.IMPLIED, _proof(each, strength)))
    return found


def _proof(claim: Claim, strength: int) -> Proof:
    return Proof(
        claim.text, claim.skill, claim.where, strength, claim.evidence, claim.start, claim.end
    )


def _holding(proofs: list[tuple[State, Proof]], worked: Iterable[Months]) -> Holding:
    state = max((state for state, _ in proofs), key=lambda each: each.rank)
    # Of equally strong lines the one that names the skill itself is shown first.
    best = sorted(proofs, key=lambda each: (-each[1].strength, -each[0].rank))
    shown: dict[str, Proof] = {}
    for _, proof in best:
        shown.setdefault(proof.text.value, proof)
    return Holding(state, best[0][1].strength, tuple(shown.values())[:_SHOWN], total(worked))


def _months_by_skill(
    claims: Iterable[Claim], months: Mapping[int, Months]
) -> dict[str, set[Months]]:
    """The months of the entries that name each skill, or one that proves it."""
    found: dict[str, set[Months]] = defaultdict(set)
    for each in claims:
        if each.entry in months:
            for skill in (each.skill, *skills.implied(each.skill)):
                found[skill].add(months[each.entry])
    return found


def _months_of_entries(resume: Resume, today: date) -> dict[int, Months]:
    found = {}
    for number, (kind, entry) in enumerate(entries_of(resume)):
        doctoral = kind is K.EDUCATION and entry.degree and degrees.rank_of(entry.degree.value) == 3
        months = months_of(entry.dates, today) if kind in _WORKED or doctoral else None
        if months is not None:
            found[number] = months
    return found
