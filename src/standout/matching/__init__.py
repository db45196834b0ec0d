"""A profile against a posting: proof or gap for each demand, and a score that adds up.

`profile_index` reads a profile once, `match` answers a posting. A store that ranks many postings
takes the same numbers apart: `demanded` and `role_demanded` give the keys, `judge` and `judge_role`
the strength of a key, `weights` the weights of a posting.
"""

from standout.matching.demands import Demanded, demanded, is_judged
from standout.matching.index import ProfileIndex, profile_index
from standout.matching.judging import judge
from standout.matching.matching import match, match_all
from standout.matching.role import RoleDemanded, judge_role, role_demanded
from standout.matching.settings import MatchSettings
from standout.matching.weighing import Frequencies, weights

__all__ = [
    "Demanded",
    "Frequencies",
    "MatchSettings",
    "ProfileIndex",
    "RoleDemanded",
    "demanded",
    "is_judged",
    "judge",
    "judge_role",
    "match",
    "match_all",
    "profile_index",
    "role_demanded",
    "weights",
]
