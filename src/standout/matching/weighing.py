"""What each term of a posting weighs: shares of 10,000, fixed before any profile comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from standout.matching.demands import Demanded
from standout.matching.role import RoleDemanded, Rung
from standout.matching.settings import MatchSettings
from standout.matching.stems import common
from standout.matching.terms import Concept, Term, Terms, is_soft
from standout.matching.told import Task, Word
from standout.model import Demand
from standout.model.match import WHOLE
from standout.values import frozen
from standout.vocabulary.priors import asked_by

Frequencies = Callable[[str], int]
"""Of a thousand postings, how many ask for a skill, by its id, or hold a word, by `word_key`."""

USUAL = 8 * 100 * 100 * 100
"""What eight ordinary required demands weigh: role, level and work share with no less than that."""
FULL = 20_000 * 100
"""What of the work has to be shown for all of its points, but never more than half of it."""

_RARITY = ((600, 30), (450, 36), (350, 44), (250, 54), (150, 68), (80, 84), (40, 100), (15, 120),
           (5, 140), (2, 160))  # fmt: skip
"""Per cent of its weight that a term has which at least so many of a thousand postings hold.

About the logarithm of how seldom it is (Sparck Jones, 1972), 100 for one posting in 25.
"""
_RAREST = 175
_WORD_UNKNOWN = 15
"""Of a thousand postings, how many are thought to hold a word that is not known to be common."""
_RANKS = (60, 60, 80, 120)
"""Per cent of its weight that a degree has by its rank: the higher, the fewer have it."""
_ENGLISH = 50
"""The same of English, which most postings ask for and most profiles are written in."""


def prior(key: str) -> int:
    """Of a thousand postings, about how many hold a skill or word, where none were counted."""
    return common(key[1:]) or _WORD_UNKNOWN if key.startswith("~") else asked_by(key)


def word_key(stem: str) -> str:
    """What a word is called beside the ids of skills."""
    return f"~{stem}"


@frozen
class Weights:
    """What each term weighs, what each of those beside them does, and the most the latter earn."""

    terms: tuple[int, ...]
    beside: tuple[int, ...]
    work: int


def weights(terms: Terms, settings: MatchSettings, frequencies: Frequencies = prior) -> Weights:
    """Weights of terms, and the most that the work earns: together exactly 10,000.

    Role, level and work have shares of the whole, larger ones where few demands are made. What is
    told of the work is paid by the piece until its share is earned: nobody has done all of it, and
    a long text is no harder to answer than a short one. All are 0 where nothing can be judged.
    """
    raw = [raw_weight(each, settings, frequencies) for each in terms.terms]
    told = [raw_weight(each, settings, frequencies) for each in terms.beside]
    of_demands = sum(each for each in raw if each >= 0)
    mass = sum(told)
    if not of_demands and not mass:
        return Weights((0,) * len(raw), (0,) * len(told), 0)
    base = max(of_demands, USUAL)
    shares = [share_of(each.concept, settings) for each in terms.terms]
    rest = 100 - settings.role - settings.level - settings.work
    parts = [
        base * share if share else max(each, 0) * rest
        for each, share in zip(raw, shares, strict=True)
    ]
    *of_terms, work = normalised([*parts, base * settings.work if mass else 0])
    full = max(1, min(FULL, mass // 2))
    return Weights(tuple(of_terms), tuple(min(work, each * work // full) for each in told), work)


def normalised(raw: Sequence[int]) -> list[int]:
    """Shares of 10,000 by largest remainder, the earlier of equal ones first; 0 of nothing."""
    total = sum(raw)
    if not total:
        return [0] * len(raw)
    shares = [each * WHOLE // total for each in raw]
    order = sorted(range(len(raw)), key=lambda at: (-(raw[at] * WHOLE % total), at))
    for at in order[: WHOLE - sum(shares)]:
        shares[at] += 1
    return shares


def share_of(concept: Concept, settings: MatchSettings) -> int:
    """The per cent of the whole that a role or level has; 0 for any other term."""
    if isinstance(concept, RoleDemanded):
        return settings.role
    return settings.level if isinstance(concept, Rung) else 0


def raw_weight(term: Term, settings: MatchSettings, frequencies: Frequencies) -> int:
    """What a term weighs beside the others of its posting, before shares are made.

    -1 for role and level, which have a share of the whole.
    """
    concept = term.concept
    insists = settings.required if term.strong else settings.preferred
    if isinstance(concept, Word):
        return insists * settings.word * _rarity(frequencies(word_key(concept.stem)))
    if isinstance(concept, Task):
        return insists * settings.task * _rarity(frequencies(concept.skill))
    if isinstance(concept, Demanded):
        return insists * _of_kind(concept, settings) * _rareness(concept, frequencies)
    return -1


def _of_kind(demand: Demanded, settings: MatchSettings) -> int:
    if demand.demand is Demand.SKILL:
        return settings.soft if is_soft(demand) else 100
    if demand.demand is Demand.DEGREE:
        waivable = demand.degree is not None and demand.degree.waivable
        return settings.waivable if waivable else settings.degree
    if demand.demand is Demand.PUBLICATIONS:
        return settings.publications
    return settings.language if demand.demand is Demand.LANGUAGE else settings.years


def _rareness(demand: Demanded, frequencies: Frequencies) -> int:
    """What can be met in several ways is as common as all of them together."""
    if demand.demand is Demand.SKILL:
        return _rarity(sum(min(frequencies(each) for each in way) for way in demand.ways))
    if demand.demand is Demand.DEGREE and demand.degree is not None:
        return _RANKS[min(demand.degree.rank, 3)]
    return _ENGLISH if demand.language == "english" else 100


def _rarity(common_: int) -> int:
    return next((weight for least, weight in _RARITY if common_ >= least), _RAREST)
