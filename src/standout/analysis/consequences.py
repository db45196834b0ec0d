"""Results told in plain words: 'now nobody has to', ', making it', 'from days to minutes'."""

from __future__ import annotations

from standout.analysis.parts import Parts
from standout.vocabulary.markers import marker_set
from standout.vocabulary.numbers import word_set

_CLAUSE_STARTS = frozenset((",", ";", ":", "—", "–", "(", ".", "→", "and", "but", "so"))
_NOBODY = frozenset(("nobody", "anymore"))
_HAVE = frozenset(("has", "have", "had", "was", "were"))
_FREQUENCIES = frozenset(("once", "twice", "none", "never"))
_LOOK_AHEAD = 7
"""Words of a clause in which it says that things are different now."""
_WRITER = frozenset(("i", "we", "am", "he", "she", "currently", "and", ",", "right"))
_STATES = frozenset(("standard", "default", "production", "routine", "live", "possible"))
_PRONOUNS = frozenset(("it", "them", "this", "these"))
_SETTING = frozenset(("make", "render", "leave", "turn"))
_DECIDING = frozenset(("sure", "decisions", "use", "calls", "progress", "changes", "plans"))
_PROCESS = frozenset(
    ("use", "test", "evaluate", "deploy", "train", "compare", "validate", "document", "publish",
     "present", "apply", "run", "integrate", "combine", "split", "implement", "feed", "wrap",
     "optimise", "tune", "benchmark", "write", "build", "port", "convert", "extend", "analyse")
)  # fmt: skip
"""Verbs whose gerund after a comma goes on telling what was done."""


def tells_consequence(parts: Parts, index: int) -> bool:
    """Say whether a result in plain words begins at a token."""
    if index == 0:
        return _is_rid_of(parts, index)
    if parts.word(index) in ("no", "zero") and parts.tokens[index - 1].verb is not None:
        return _is_rid_of(parts, index)  # 'Audit found no issue'
    if parts.word(index) in ("runs", "works", "run"):
        ahead = {parts.word(index + step) for step in (1, 2)}
        return not ahead.isdisjoint(("automatically", "unattended", "itself"))
    if parts.word(index - 1) in _CLAUSE_STARTS:
        if parts.word(index) == "zero" and _is_rid_of(parts, index):
            return True
        return _is_different_now(parts, index) or _makes_it(parts, index)
    return _now_does(parts, index)


def _is_rid_of(parts: Parts, index: int) -> bool:
    """'Nobody has to ...', 'Zero incidents', 'No more overtime'."""
    if parts.word(index) == "nobody" or (parts.word(index), parts.word(index + 1)) == ("no", "one"):
        return True
    ahead = {parts.word(index + step) for step in (1, 2)}
    return parts.word(index) in ("zero", "no") and not marker_set("burdens").isdisjoint(ahead)


def _is_different_now(parts: Parts, index: int) -> bool:
    """'; bad loads are now caught early', ', the team no longer copies numbers'."""
    last = min(parts.clause_end(index), index + _LOOK_AHEAD)
    if _nothing_has(parts, index, last):
        return True
    for at in range(index, last + 1):
        if _is_negated(parts, at) or _now_does(parts, at):
            return True
        if parts.word(at) == "now" and at == index and at < last:
            return parts.word(at + 1) not in _WRITER
    return False


def _nothing_has(parts: Parts, index: int, last: int) -> bool:
    """'; no bad model has reached users since'."""
    if parts.word(index) not in ("no", "none") or parts.word(index - 1) in ("and", "but"):
        return False
    return any(parts.word(at) in _HAVE for at in range(index + 1, last + 1))


def _is_negated(parts: Parts, index: int) -> bool:
    """'nobody', 'no one', 'no longer'."""
    word, following = parts.word(index), parts.word(index + 1)
    return word in _NOBODY or (word == "no" and following in ("one", "longer"))


def _now_does(parts: Parts, index: int) -> bool:
    """'now takes 4 s', 'are now answered', 'is now the default'; not 'I now work'."""
    if parts.word(index) != "now" or parts.word(index - 1) in _WRITER:
        return False
    if parts.word(index + 1) in ("has", "have", "can", "cannot"):
        return True
    verb = parts.tokens[index + 1].verb if index + 1 < len(parts.tokens) else None
    if verb is not None and verb.form != "gerund":
        return True
    return any(parts.word(index + step) in _STATES for step in (1, 2, 3))


def _makes_it(parts: Parts, index: int) -> bool:
    """', making the model usable', ', fitting it on one card'; not ', testing it'."""
    verb = parts.tokens[index].verb
    following = parts.word(index + 1)
    if verb is None or verb.form != "gerund" or parts.word(index - 1) not in (",", "—", "–", ";"):
        return False
    if verb.base in _SETTING:
        return following not in _DECIDING and index + 2 < len(parts.tokens)
    return following in _PRONOUNS and verb.base not in _PROCESS


def changes_period(parts: Parts, index: int) -> tuple[int, int] | None:
    """'from quarterly to weekly', 'from O(n²) to O(n log n)': where both states end."""
    if parts.word(index) != "from":
        return None
    first = next((at for at in range(index + 1, index + 3) if _is_state(parts, at)), None)
    if first is None:
        return None
    end = _state_end(parts, first)
    for at in range(end + 1, min(end + 8, len(parts.tokens))):
        if parts.word(at) in ("to", "into"):
            states = (step for step in range(at + 1, at + 3) if _is_state(parts, step))
            second = next(states, None)
            if second is not None:
                return end, _state_end(parts, second)
    return None


def _is_state(parts: Parts, index: int) -> bool:
    """A period ('weekly', 'hours', 'twice a week'), a complexity ('O(n log n)'), a grade ('C+')."""
    word = parts.word(index)
    if word in word_set("periods", "words") or word in _FREQUENCIES:
        return True
    grade = len(word) == 2 and word[0] in "abcdef" and word[1] == "+"
    return grade or (word == "o" and parts.word(index + 1) == "(")


def _state_end(parts: Parts, index: int) -> int:
    """The last token of a state; of a complexity its bracket."""
    if parts.word(index) != "o" or parts.word(index + 1) != "(":
        return index
    depth = 0
    for at in range(index + 1, min(index + 14, len(parts.tokens))):
        depth += (parts.word(at) == "(") - (parts.word(at) == ")")
        if depth == 0:
            return at
    return index
