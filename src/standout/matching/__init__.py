"""A profile against a posting: proof or gap for each demand, and a score that adds up.

`profile_index` reads a profile once, `match` answers a posting. A store that ranks many postings
takes the same numbers apart: `terms_of` gives the keys, `strength` a profile's answer to each,
`weights` what each weighs.
"""

from standout.matching.demands import Demanded, demanded, is_judged
from standout.matching.index import ProfileIndex, profile_index
from standout.matching.judging import judge, papers_for
from standout.matching.matching import (
    COUNTED,
    frequencies_of,
    match,
    match_all,
    match_terms,
    match_with,
)
from standout.matching.rarity import Frequencies
from standout.matching.role import RoleDemanded, Rung, judge_role
from standout.matching.settings import MatchSettings
from standout.matching.terms import Concept, Term, Terms, strength, terms_of
from standout.matching.told import Task, Word
from standout.matching.weighing import Weights, weights

__all__ = [
    "COUNTED",
    "Concept",
    "Demanded",
    "Frequencies",
    "MatchSettings",
    "ProfileIndex",
    "RoleDemanded",
    "Rung",
    "Task",
    "Term",
    "Terms",
    "Weights",
    "Word",
    "demanded",
    "frequencies_of",
    "is_judged",
    "judge",
    "judge_role",
    "match",
    "match_all",
    "match_terms",
    "match_with",
    "papers_for",
    "profile_index",
    "strength",
    "terms_of",
    "weights",
]
