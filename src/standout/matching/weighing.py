"""What each term of a posting weighs: shares of 10,000, fixed before any profile comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from standout.matching.demands import Demanded
from standout.matching.rarity import Frequencies, demanded_rarity, prior, seldomness, word_key
from standout.matching.role import RoleDemanded, Rung
from standout.matching.settings import MatchSettings
from standout.matching.terms import Concept, Term, Terms, is_soft
from standout.matching.told import STRESS, Task, Word
from standout.model import Demand
from standout.model.match import WHOLE
from standout.values import frozen

USUAL = 10 * 100 * 100 * 100
"""What ten ordinary required demands weigh: with so many they have half of what they can."""
FULL = 100_000
"""What of the work has to be shown for all of its points: ten rare things that are said once."""
PART = 70
"""Per cent of the work that is enough where a posting tells little of it."""

_RANKS = (60, 60, 80, 120)
"""Per cent of its weight that a degree has by its rank: the higher, the fewer have it."""
_ENGLISH = 50
"""The same of English, which most postings ask for and most profiles are written in."""


@frozen
class Weights:
    """What each term weighs, what each of those beside them does, and the most the latter earn."""

    terms: tuple[int, ...]
    beside: tuple[int, ...]
    work: int


def weights(terms: Terms, settings: MatchSettings, frequencies: Frequencies = prior) -> Weights:
    """Weights of terms, and the most that the work earns: together exactly 10,000.

    Role and level have shares of the whole. Demands and work have the rest: the more is demanded,
    the more of it is the demands', but never the least that is the work's. So who has all of a
    few easy demands is not ahead of who does the very work. What is told of the work is paid by
    the piece until its share is earned: nobody has done all of it, and a long text is no harder
    to answer than a short one. All are 0 where nothing can be judged.
    """
    raw = [raw_weight(each, settings, frequencies) for each in terms.terms]
    told = [raw_weight_of_work(each, settings, frequencies) for each in terms.beside]
    of_demands = sum(each for each in raw if each >= 0)
    mass = sum(told)
    if not of_demands and not mass:
        return Weights((0,) * len(raw), (0,) * len(told), 0)
    base = of_demands + USUAL
    shares = [share_of(each.concept, settings) for each in terms.terms]
    most = 100 - settings.role - settings.level - settings.work
    parts = [
        base * share if share else max(each, 0) * most
        for each, share in zip(raw, shares, strict=True)
    ]
    left = base * (most + settings.work) - of_demands * most
    *of_terms, work = normalised([*parts, left if mass else 0])
    full = max(1, min(FULL, mass * PART // 100))
    return Weights(tuple(of_terms), tuple(min(work, each * work // full) for each in told), work)


def counted(held: Iterable[tuple[Concept, int]]) -> dict[str, int]:
    """How many postings hold each skill and word, by how many hold each concept."""
    told: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for concept, count in held:
        if isinstance(concept, Word):
            told[word_key(concept.stem)] += count
        elif isinstance(concept, Task):
            told[concept.skill] += count
        elif isinstance(concept, Demanded):
            asked.update(dict.fromkeys((each for way in concept.ways for each in way), count))
    # A skill that is asked for is told of the work as well: no posting is to count twice.
    return {key: max(told[key], asked[key]) for key in sorted({*told, *asked})}


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
    insists = settings.required if term.stress else settings.preferred
    if isinstance(concept, Word):
        return insists * settings.word * demanded_rarity(frequencies(word_key(concept.stem)))
    if isinstance(concept, Demanded):
        return insists * _of_kind(concept, settings) * _rareness(concept, frequencies)
    return -1


def raw_weight_of_work(term: Term, settings: MatchSettings, frequencies: Frequencies) -> int:
    """What a skill or word weighs beside the others that are told of the work."""
    concept = term.concept
    if isinstance(concept, Task):
        own = settings.task * seldomness(frequencies(concept.skill)) // 100
    elif isinstance(concept, Word):
        own = seldomness(frequencies(word_key(concept.stem)))
    else:
        return 0
    return own * STRESS[term.stress]


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
        return demanded_rarity(sum(min(frequencies(each) for each in way) for way in demand.ways))
    if demand.demand is Demand.DEGREE and demand.degree is not None:
        return _RANKS[min(demand.degree.rank, 3)]
    return _ENGLISH if demand.language == "english" else 100
