"""Words that announce a result: 'which cut', ', reducing', 'so that', 'from 9 days to', '(AUC'."""

from __future__ import annotations

from standout.analysis.announcements import BESIDE, METHOD, RESULT, SCALE, Announcement
from standout.analysis.consequences import changes_period, tells_consequence
from standout.analysis.parts import Parts
from standout.analysis.quantities import Number
from standout.analysis.slots import SlotKind
from standout.vocabulary.markers import marker_set, particles
from standout.vocabulary.numbers import word_set
from standout.vocabulary.words import nouns

_DASHES = frozenset(("-", "—", "–", "->", "→", ";", "(", "|", "•", "=", "⇒", "➜"))
_MARKS = _DASHES | {",", ":", "thereby", "thus", "while", "ultimately", "significantly"}
_CONSEQUENCE = frozenset(("thereby", "thus", "hence", "consequently"))
_RELATIVE = frozenset(("which", "that", "who", "this", "it"))
_NO_EFFECT_AFTER = frozenset(
    ("by", "for", "of", "in", "on", "without", "when", "while", "and", "the", "a", "at", "through",
     "via", "into", "towards", "using", "/", "on", "about", "before", "after")
)  # fmt: skip
_CLAUSE_STARTS = frozenset(
    ("and", "also", "then", "has", "have", "team", "users", "company", "it", "successfully", "&")
) | (_DASHES | {",", ":"})  # fmt: skip
_PROVING = frozenset(("prove", "show", "demonstrate", "find", "discover", "establish", "confirm"))
_SUCCEEDING = frozenset(
    ("receive", "win", "earn", "publish", "graduate", "obtain", "secure", "land", "promote", "hire",
     "pass", "place", "join")
)  # fmt: skip
_WHERE_USED = frozenset(
    ("papers", "publications", "theses", "articles", "courses", "machines", "devices", "farms",
     "sites", "plants", "products", "games", "vehicles", "robots", "labs", "languages")
)  # fmt: skip
"""What use by others is counted in."""
_AFTER_USE = frozenset(("at", "by", "in", "across", "on", "daily"))
_USING = frozenset(("use", "uses", "used", "runs", "run", "relies", "rely"))
_LASTING = frozenset(("still", "today", "daily", "since"))
_VALUES = frozenset(
    ("percent", "points", "multiple", "time", "money", "rank", "bare", "data", "rate", "count")
)
_CITED = frozenset(
    (
        "adopted",
        "cited",
        "downloaded",
        "featured",
        "installed",
        "trusted",
        "rated",
        "voted",
        "shown",
    )
)
_HONOURED = frozenset(
    ("published", "accepted", "selected", "awarded", "nominated", "shortlisted", "presented",
     "praised", "merged", "ranked", "chosen", "approved", "certified", "cleared")
)  # fmt: skip
_AFTER_CITED = frozenset(("by", "in", "across", "at", "as", "on", "best"))
_AFTER_HONOURED = frozenset(
    ("at", "in", "by", "for", "as", "to", "into", "the", "best", "among", "from", "first", "second",
     "third")
)  # fmt: skip


def announces_effect(parts: Parts, index: int, within: SlotKind | None) -> Announcement | None:
    """Whether an effect begins at a token; inside a result only a new clause begins another."""
    word = parts.word(index)
    if index == 0 and word not in ("used", "adopted") and not _opens_with_effect(parts):
        return None
    if word == "in" and parts.word(index + 1) == "use" and parts.word(index + 2) in _AFTER_USE:
        return RESULT
    if _is_consequence(parts, index):
        return RESULT
    if within is not SlotKind.RESULT:
        if tells_consequence(parts, index):
            return RESULT
        if word in _RELATIVE:
            told = _is_finding(parts, index) or _relative_reports(parts, index)
            return RESULT if told else None
        if word == "whom" and parts.word(index - 1) == "of":
            return RESULT if _became_of_them(parts, index) else None
        if word in marker_set("adoption") and reports_adoption(parts, index):
            return RESULT
    elif parts.word(index - 1) not in (",", ";", "and"):
        return None
    return RESULT if _verb_announces(parts, index) else None


def _opens_with_effect(parts: Parts) -> bool:
    """'Cited by the OECD', 'Nobody has to ...', 'Zero incidents in 4 years'."""
    word, following = parts.word(0), parts.word(1)
    if word in marker_set("adoption"):
        counted = parts.number_at(1) is not None and parts.word(2) == "times"
        return following == "by" or counted
    return tells_consequence(parts, 0)


def _is_consequence(parts: Parts, index: int) -> bool:
    word, following = parts.word(index), parts.word(index + 1)
    if word in _CONSEQUENCE or (word == "such" and following == "that"):
        return True
    if word in ("cum", "magna", "summa") and following in ("cum", "laude"):
        return True
    if word == "as" and following == "a":
        return parts.word(index + 2) == "result"
    return word == "so" and following not in ("far", "called", "")


def _verb_announces(parts: Parts, index: int) -> bool:
    verb, before = parts.tokens[index].verb, parts.word(index - 1)
    if verb is None or index == 0:
        return False
    last = parts.clause_end(index)
    if verb.form == "gerund" and before not in _NO_EFFECT_AFTER:
        # 'gradient boosting' is no effect: without a comma the clause must say how much.
        told = before in _MARKS or verb.change is None or _names_value(parts, index)
        return told and _reports_effect(parts, index, last)
    if verb.form in ("past", "third", "participle") and before in _CLAUSE_STARTS:
        return parts.is_measured(index, last) and _reports_effect(parts, index, last)
    if verb.form == "base" and before == "to" and verb.change is not None:
        return any(
            number.kind in _VALUES - {"count"} for number in parts.numbers_between(index, last)
        )
    return False


def _names_value(parts: Parts, index: int) -> bool:
    """'a cache reducing latency', 'an API handling 3k requests'; not 'a scoring API'."""
    following = parts.word(index + 1)
    if following in ("to", "in", "the", "its", "their", "a", "our", "by") or parts.number_at(
        index + 1
    ):
        return True
    start = parts.tokens[index + 1].start if following else -1
    return any(mention.start == start for mention in parts.metrics)


def _reports_effect(parts: Parts, index: int, last: int) -> bool:
    verb = parts.tokens[index].verb
    if verb is None:
        return False
    particle = particles().get(verb.base)
    if particle is not None and any(parts.word(index + step) == particle for step in range(1, 6)):
        return True
    if verb.base in marker_set("effects"):
        return True
    if verb.change in ("up", "down", "win"):
        return verb.base != "place"
    if verb.change or verb.base in marker_set("effects_if_measured"):
        return parts.is_telling(index, last)
    return False


def _is_finding(parts: Parts, index: int) -> bool:
    """'Proved that the estimator is consistent': what was found out is the result."""
    opening = parts.opening
    found = opening is not None and opening.verb is not None and opening.verb.base in _PROVING
    return (
        found and parts.word(index) == "that" and opening is not None and opening.last == index - 1
    )


def _became_of_them(parts: Parts, index: int) -> bool:
    """', all of whom passed the exam'."""
    verbs = (token.verb for token in parts.tokens[index + 1 : index + 4])
    return any(verb is not None and verb.base in _SUCCEEDING for verb in verbs)


def leads_to(parts: Parts, index: int) -> bool:
    """'My analysis led to a new return policy'."""
    verb = parts.tokens[index].verb
    particle = particles().get(verb.base) if verb is not None else None
    return particle is not None and parts.word(index + 1) == particle


def _relative_reports(parts: Parts, index: int) -> bool:
    """'which cut', 'that is used by'; 'that predicts churn' only says what it is."""
    if _counts_audience(parts.number_at(index + 1)) or _still_used(parts, index):
        return True  # 'that 700 farmers use'
    for step in range(index + 1, min(index + 6, len(parts.tokens))):
        token = parts.tokens[step]
        if token.word in marker_set("adoption") and reports_adoption(parts, step):
            return True
        if token.word in (",", ";", "."):
            return False
        if token.word in ("made", "makes") and _turns_out_better(parts, step):
            return True
        if token.verb is not None and parts.word(index) == "who":
            return token.verb.base in _SUCCEEDING
        if token.verb is not None and token.verb.form != "gerund":
            return _reports_effect(parts, step, parts.clause_end(step))
    return False


def _turns_out_better(parts: Parts, index: int) -> bool:
    """'which made the site noticeably faster', 'that makes runs reproducible'."""
    words = [parts.word(at) for at in range(index + 1, parts.clause_end(index) + 1)]
    able = (each.endswith(("able", "ible")) and len(each) > 6 for each in words)
    return any(able) or not word_set("adjectives", "comparatives").isdisjoint(words)


def _still_used(parts: Parts, index: int) -> bool:
    """'which the department still uses today'."""
    words = [parts.word(at) for at in range(index, min(parts.clause_end(index), index + 9) + 1)]
    return not _USING.isdisjoint(words) and not _LASTING.isdisjoint(words)


def reports_adoption(parts: Parts, index: int) -> bool:
    """'used by 40 teams', 'cited in', 'accepted at', 'deployed to 14 hospitals'."""
    word, following = parts.word(index), parts.word(index + 1)
    if word == "used" and following in ("in", "at", "on"):
        number = parts.number_within(index + 2, 1)
        if number is None or "project" in number.noun:
            return False
        return _counts_audience(number) or number.noun in _WHERE_USED
    if word == "used":
        return following in ("by", "daily", "weekly", "across", "every", "company-wide")
    if word in _CITED:
        return following in _AFTER_CITED or parts.number_at(index + 1) is not None
    if word == "presented" and following in ("at", "in"):
        return index + 2 < len(parts.tokens) and parts.tokens[index + 2].capital
    if word in _HONOURED:
        return following in _AFTER_HONOURED or parts.number_at(index + 1) is not None
    if word in ("deployed", "rolled", "live"):
        number = parts.number_within(index + 1, 5)
        spread = following == "across" and number is not None and number.noun in _WHERE_USED
        return spread or _counts_audience(number)
    return False


def _counts_audience(number: Number | None) -> bool:
    return number is not None and number.kind == "count" and number.noun in nouns("audience")


def announces_value(parts: Parts, index: int, within: SlotKind | None) -> Announcement | None:
    """'from 9 days to 40 minutes', 'to 93 %', 'at 12k requests/s', 'in under 50 ms'."""
    if within is SlotKind.RESULT:
        return None
    word = parts.word(index)
    if word == "from":
        told = parts.from_to(index) is not None or changes_period(parts, index) is not None
        return RESULT if told else None
    if word == "to" and within is not SlotKind.METHOD:
        gone = _is_gone(parts, index)
        return RESULT if gone or _is_reached(parts, index) else None
    if word == "within" and parts.number_within(index + 1, 1) is not None:
        number = parts.number_at(index + 1)
        return RESULT if number is not None and number.kind == "percent" else None
    if word in ("in", "under", "within", "below", "at") and within is not SlotKind.SCALE:
        return RESULT if _is_held(parts, index) else None
    return None


def _is_gone(parts: Parts, index: int) -> bool:
    """'Errors fell to nearly zero'."""
    verb = parts.opening.verb if parts.opening else None
    ahead = (parts.word(index + 1), parts.word(index + 2))
    return verb is not None and verb.change == "down" and not {"zero", "none"}.isdisjoint(ahead)


def _is_reached(parts: Parts, index: int) -> bool:
    opening = parts.opening
    if opening is None or opening.verb is None:
        return False
    moved = opening.verb.change is not None or opening.verb.base in ("bring", "take", "drive")
    number = parts.number_within(index + 1, 3)
    if not moved or number is None:
        return False
    if opening.verb.change == "reach" and _counts_audience(number):
        return False  # 'delivered 12 lectures to 90 students'
    return number.kind in _VALUES - {"rank"}


def _is_held(parts: Parts, index: int) -> bool:
    number = parts.number_within(index + 1, 2)
    if number is None:
        return False
    if number.kind == "time":
        ahead = (parts.word(at) for at in range(index, index + 8))
        return number.unit in ("ms", "us", "s") or "instead" in ahead
    verb = parts.tokens[index - 1].verb if index else None
    if number.kind == "data" and verb is not None:
        return verb.base in ("fit", "run")  # 'fits in 8 MB of flash'
    return number.kind in ("rate", "percent", "bare", "points") and parts.word(index) == "at"


def _lists_tools(parts: Parts, index: int, last: int) -> bool:
    named = [at for at in range(index, last + 1) if parts.word(at) in marker_set("tools")]
    return bool(named) and parts.tokens[named[0]].capital and not parts.is_telling(index, last)


def announces_aside(parts: Parts, index: int, within: SlotKind | None) -> Announcement | None:
    """After a dash, bracket, colon or comma comes a result where something is measured."""
    before = parts.word(index - 1) if index else ""
    if before not in _DASHES and before not in (":", ","):
        return None
    last = parts.clause_end(index)
    if before in ("->", "→") and within is SlotKind.RESULT:
        return None
    if before in _DASHES:
        return _aside_of(parts, index, last, within)
    number = parts.number_within(index, 2)
    if number is None:
        return None
    paced = number.kind == "rate" and not number.noun and within is not SlotKind.RESULT
    if paced or number.kind in ("percent", "points", "multiple", "rank"):
        return RESULT
    if number.noun in nouns("outcome") - nouns("input"):
        return RESULT  # ', 4,200 GitHub stars'
    return RESULT if number.kind == "bare" and parts.is_telling(index, last) else None


def _aside_of(parts: Parts, index: int, last: int, within: SlotKind | None) -> Announcement | None:
    """What a dash or bracket adds: a result, a size, the tools, or something beside."""
    before = parts.word(index - 1)
    size = parts.number_at(index) if before == "(" else None
    if size is not None and size.kind == "count" and size.noun in nouns("audience"):
        return SCALE  # 'a student chapter (60 members)'
    if before == "(" and _lists_tools(parts, index, last):
        return METHOD  # '(ROS 2 Humble, C++17, Jetson Orin)'
    if before == "(" and any(parts.word(at) == "budget" for at in range(index, last + 1)):
        return SCALE
    if parts.is_telling(index, last):
        return RESULT
    if size is not None:
        counted = size.kind in ("count", "data") and size.noun not in nouns("activity")
        return SCALE if counted else BESIDE  # '(8 nodes, Slurm)'
    return None if before == "-" or within is None else BESIDE
