"""What each demand of a posting weighs: shares of 10,000, fixed before any profile comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from standout.matching.demands import Demanded, is_judged
from standout.matching.settings import MatchSettings
from standout.model import Demand, Level
from standout.model.match import WHOLE
from standout.vocabulary import skills
from standout.vocabulary.priors import asked_by

Frequencies = Callable[[str], int]
"""Of a thousand postings, how many ask for a skill, by its id."""

_RARITY = ((400, 55), (250, 65), (150, 75), (80, 85), (40, 100), (15, 110), (5, 120))
"""Per cent of its weight that a skill has which at least so many of a thousand postings ask for."""
_RAREST = 130


def weights(
    demands: Sequence[tuple[Level, Demanded]],
    settings: MatchSettings,
    *,
    role: bool,
    frequencies: Frequencies = asked_by,
) -> tuple[int, tuple[int, ...]]:
    """The weight of the role and of each demand: whole numbers that sum to exactly 10,000.

    `role` says that the title names a role. A demand that is stated again weighs nothing more,
    and counts as required where it is once. All are 0 where nothing can be judged.
    """
    raw = _raw(demands, settings, frequencies)
    total = sum(raw)
    if not total:
        return 0, (0,) * len(demands)
    share = settings.role if role else 0
    # The role takes its share of the whole, so the others keep their proportions.
    first, *others = normalised([total * share, *(each * (100 - share) for each in raw)])
    return first, tuple(others)


def normalised(raw: Sequence[int]) -> list[int]:
    """Shares of 10,000 by largest remainder, the earlier of equal ones first."""
    total = sum(raw)
    shares = [each * WHOLE // total for each in raw]
    order = sorted(range(len(raw)), key=lambda at: (-(raw[at] * WHOLE % total), at))
    for at in order[: WHOLE - sum(shares)]:
        shares[at] += 1
    return shares


def raw_weight(
    level: Level, demand: Demanded, settings: MatchSettings, frequencies: Frequencies
) -> int:
    """What a judged demand weighs beside the others of its posting, before shares are made."""
    insists = settings.required if level is Level.REQUIRED else settings.preferred
    return insists * _of_kind(demand, settings) * _rarity(demand, frequencies)


def _raw(
    demands: Sequence[tuple[Level, Demanded]], settings: MatchSettings, frequencies: Frequencies
) -> list[int]:
    weights = [0] * len(demands)
    seen: set[Demanded] = set()
    for level in (Level.REQUIRED, Level.PREFERRED):
        for at, (stated, demand) in enumerate(demands):
            if stated is level and is_judged(demand) and demand not in seen:
                seen.add(demand)
                weights[at] = raw_weight(level, demand, settings, frequencies)
    return weights


def _of_kind(demand: Demanded, settings: MatchSettings) -> int:
    if demand.demand is Demand.SKILL:
        return settings.soft if is_soft(demand) else 100
    if demand.demand is Demand.DEGREE:
        waivable = demand.degree is not None and demand.degree.waivable
        return settings.waivable if waivable else settings.degree
    if demand.demand is Demand.PUBLICATIONS:
        return settings.publications
    return settings.language if demand.demand is Demand.LANGUAGE else settings.years


def is_soft(demand: Demanded) -> bool:
    """Say whether a demand names soft skills or office software and nothing else."""
    kinds = {skills.by_id(each).kind for way in demand.ways for each in way}
    return bool(kinds) and kinds <= {"soft", "office"}


def _rarity(demand: Demanded, frequencies: Frequencies) -> int:
    """What can be met in several ways is as common as all of them together."""
    if demand.demand is not Demand.SKILL:
        return 100
    common = sum(min(frequencies(each) for each in way) for way in demand.ways)
    return next((weight for least, weight in _RARITY if common >= least), _RAREST)
