"""Is a count an outcome? And a length or an angle? It depends on what is counted, and by whom."""

from __future__ import annotations

from standout.analysis.slots import SlotKind
from standout.analysis.surroundings import Surroundings
from standout.vocabulary.markers import marker_set
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import nouns

INPUT_AFTER = frozenset(
    ("on", "across", "over", "in", "from", "at", "of", "with", "using", "among", "against",
     "through")
)  # fmt: skip
_COUNTED_GROUPS = frozenset(("reach", "business", "reliability", "data", "speed"))
_STUDYING = frozenset(
    ("review", "read", "analyse", "study", "process", "monitor", "use", "test", "build",
     "implement")
)  # fmt: skip
_WRITING = frozenset(("publish", "author", "co-author", "write", "present", "accept", ""))
_COUNTING = frozenset(
    ("find", "detect", "catch", "prevent", "recover", "identify", "fix", "resolve", "close", "win",
     "save", "eliminate", "discover", "retire", "replace", "uncover", "remove", "sell")
)  # fmt: skip
_SPOTTING = frozenset(("find", "identify", "discover", "uncover", "detect", "flag", "report"))
"""Verbs of which a number is an outcome where it counts faults."""
_FAULTS = frozenset(
    ("duplicates", "invoices", "jailbreaks", "threats", "anomalies", "attacks", "exploits", "fakes",
     "outliers", "mistakes", "violations", "gaps", "typos", "flaws", "mislabels", "intrusions")
)  # fmt: skip
_FAULTY = frozenset(
    ("broken", "wrong", "duplicate", "duplicated", "missing", "faulty", "stale", "invalid", "fake",
     "fraudulent", "corrupt", "corrupted", "outdated", "defective", "dead", "unpatched", "unused",
     "incorrect", "failing", "failed", "leaking", "exposed", "vulnerable", "critical", "suspicious",
     "undetected")
)  # fmt: skip
_REACHING = frozenset(
    ("reach", "attract", "acquire", "win", "gain", "grow", "convert", "onboard", "retain", "sign")
)
"""Verbs whose number of people is an outcome; how many one teaches or hires is a size."""
_BUILDING_ON = frozenset(
    ("use", "cite", "adopt", "install", "download", "trust", "run", "rely", "depend", "build")
)
_KEEPING = frozenset(("maintain", "keep", "sustain", "deliver", "meet", "support"))
"""Verbs after which a number of things is work, not its outcome."""
_SEASONS = frozenset(("quarters", "semesters", "terms", "seasons", "years", "months"))
_TAKEN_UP = frozenset(
    ("used", "use", "reused", "installed", "adopted", "cited", "running", "deployed")
)
_CLAIMS = frozenset(("art", "sota", "best", "first", "ahead", "parity", "wins", "won"))
"""Words before 'on 5 of 7 tasks' that make a claim of the share."""
NEARNESS = frozenset(("within", "below", "under"))
_TURNING = frozenset(("rotate", "turn", "tilt", "swing"))
_OF_THEM = ("of whom", "of which")
_OF_EACH = ("in ", "of every", "out of every")
_PAPERS = frozenset(("paper", "papers", "publication", "publications", "article", "articles"))
_UNFINISHED = ("under review", "in preparation", "in progress", "submitted", "in submission")
_BE = frozenset(("are", "is", "were", "was", "now"))
_HONOURING = frozenset(("accept", "select", "award", "nominate", "shortlist", "choose"))
_TRIALS = frozenset(("trials", "cases", "runs", "attempts", "tests", "patients", "games", "tries"))
UNITS = frozenset(
    ("km", "m", "cm", "mm", "miles", "kg", "g", "tonnes", "tons", "kwh", "mwh", "w", "mw", "j",
     "l", "litres", "liters")
)  # fmt: skip
_ANGLES = frozenset(("degree", "degrees", "deg"))
_CHORES = frozenset(("ticket", "tickets"))
_WORKING_OFF = frozenset(("close", "resolve", "fix", "handle", "answer", "solve"))


def counts_outcome(around: Surroundings) -> bool:
    """Say whether a count is an outcome of the work."""
    noun = around.number.noun
    if noun in _ANGLES:
        return _is_angle(around)
    if UNITS.intersection(around.after[:1]):
        return is_measure(around)
    if _is_share_of_count(around) or _is_taken_up(around):
        return True
    if _is_chore(around):
        return False
    if noun in _PAPERS:
        return around.base in _WRITING and not any(each in around.following for each in _UNFINISHED)
    if around.near == "for" and around.in_result and noun not in nouns("audience"):
        return False  # 'fell to 14 % for 6,000 articles'
    if noun in _people() and not around.number.whole:
        return _reaches_people(around)
    if around.near in INPUT_AFTER and not (around.near == "with" and around.measures):
        return around.near == "of" and "to" in around.before and around.in_result
    return _is_gain(around)


def _people() -> frozenset[str]:
    return nouns("audience") | nouns("colleagues")


def _reaches_people(around: Surroundings) -> bool:
    """'used by 40 teams', 'reached 12,000 learners'; how many one teaches or leads is a size."""
    if around.within is SlotKind.METHOD or "team" in around.before:
        return False
    if around.in_result:
        return around.near not in INPUT_AFTER or _is_taken_up(around)
    if not around.act and around.group in ("reach", "business") and around.near not in INPUT_AFTER:
        return around.within is not SlotKind.SCALE  # '5,600 monthly active users', '9k readers'
    if around.base == "onboard" and around.number.noun in nouns("colleagues"):
        return False
    return around.within is not SlotKind.SCALE and around.base in _REACHING


def _is_gain(around: Surroundings) -> bool:
    """Say whether what is counted was gained, found or saved, and no means."""
    noun = around.number.noun
    if around.in_means:
        groups = ("business", "reach")
        return around.within is SlotKind.SCALE and around.measures and around.group in groups
    if noun in nouns("outcome") or (around.measures and around.group in _COUNTED_GROUPS):
        return around.base not in _STUDYING
    if around.base in _KEEPING:
        return around.in_result
    if around.base in _SPOTTING and not around.in_result:
        faulty = any(word in _FAULTY or word.startswith("mis") for word in around.after[:3])
        return faulty or noun in marker_set("burdens") | _FAULTS
    return around.in_result or around.follows_change or around.base in _COUNTING


def _is_taken_up(around: Surroundings) -> bool:
    """'; 31 papers build on it', 'installed on 15,000 machines': others work with it."""
    if not _TAKEN_UP.isdisjoint(around.before[-2:]):
        return around.near in ("on", "in", "at", "across", "by")
    if around.near not in ("", ";", ",", "and", "—", "–", "-"):
        return False
    verbs = (lookup(word) for word in around.after if word != around.number.noun)
    return any(
        verb is not None and verb.form == "base" and verb.base in _BUILDING_ON for verb in verbs
    )


def _is_share_of_count(around: Surroundings) -> bool:
    """'3 of whom were promoted', '9 in 10 cases', 'won 3 of 4'; not 'on 3 of 4 benchmarks'."""
    whole = around.number.whole or ""
    if whole.startswith("/") and not around.act:
        return True  # 'gold in Jigsaw Toxic Comments (8 / 4,551)'
    opens = around.near in ("", ";", ":", "—", "–")
    if whole and opens and (around.number.value or 0) > 1:
        verbs = (lookup(word) for word in around.after)
        reported = any(verb is not None and verb.form != "gerund" for verb in verbs)
        return reported or not _BE.isdisjoint(around.after)
    if whole and around.base in marker_set("share") | _HONOURING:
        return True
    if whole and around.near in ("on", "in") and not _CLAIMS.isdisjoint(around.before):
        return True
    if whole and around.near == "in" and not _SEASONS.isdisjoint(around.after[:1]):
        return not around.act or around.in_result  # 'Dean's list in 5 of 6 semesters'
    if whole and around.near == "in" and around.number.noun in _TRIALS:
        return True
    if whole.startswith(_OF_EACH):
        return around.near not in INPUT_AFTER
    return whole.startswith(_OF_THEM) or bool(whole and (around.in_result or around.follows_change))


def _is_chore(around: Surroundings) -> bool:
    """'Closed 340 tickets', 'removed 30,000 lines of dead code': work done, nothing gained."""
    noun = around.number.noun
    if noun == "lines" and "code" in around.after[:4]:
        return True
    return noun in _CHORES and around.base in _WORKING_OFF


def is_measure(around: Surroundings) -> bool:
    """'to within 2 cm', 'below 1.5 degrees'; not 'rotated by up to 15 degrees'."""
    if around.before[-2:] == ["up", "to"]:
        return False
    told = around.measures or around.compares or around.in_result or around.follows_change
    told = told or (around.of_artefact and around.near not in INPUT_AFTER)
    return told or around.near in ("to", "within", "below", "under")


def _is_angle(around: Surroundings) -> bool:
    """'to within 0.4 degrees', 'off by 2 degrees less'; not '7 degrees of freedom'."""
    if around.after[1:3] == ["of", "freedom"]:
        return False
    near = around.near in NEARNESS or (around.follows_change and around.near == "by")
    reached = around.near == "to" and around.before[-2:] != ["up", "to"]
    near = near or (reached and around.base not in _TURNING)
    return near or around.measures or around.compares
