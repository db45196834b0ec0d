"""What a result is measured against: 'from 9 days', 'vs 0.84', 'than the old index'."""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.consequences import changes_period
from standout.analysis.contrasts import contrasts
from standout.analysis.parts import Parts
from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.vocabulary.markers import marker_set

_OPENERS = frozenset(("vs", "vs.", "versus", "previously", "formerly", "originally"))
_FORMER = frozenset(("was", "were", "used", "before", "took", "not"))
_PHRASES = frozenset(
    (("on", "par"), ("compared", "to"), ("compared", "with"), ("relative", "to"), ("instead", "of"),
     ("rather", "than"), ("up", "from"), ("down", "from"), ("in", "comparison"), ("as", "opposed"))
)  # fmt: skip
_STOPS = frozenset(
    (",", ";", "(", ")", ".", "which", "while", "by", "using", "with", "and", "at", "on", "through",
     "thanks")
)  # fmt: skip
_AMOUNTS = frozenset(("more", "less", "fewer", "greater", "higher", "lower", "longer", "larger"))
_SURPASS = frozenset(("beat", "outperform", "surpass", "exceed"))
_AGAINST = frozenset(("over", "against", "above"))
_SURPASSING = frozenset(
    ("beating", "beat", "outperforming", "outperformed", "surpassing", "surpassed", "exceeding")
)


def baselines_of(parts: Parts) -> tuple[tuple[int, int], ...]:
    """The baselines of a statement as offsets, in order."""
    found: list[tuple[int, int]] = []
    told = [(former.start, former.end) for former, _ in contrasts(parts.text, parts.numbers)]
    for start, end in sorted([*_all(parts), *told]):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)


def _all(parts: Parts) -> Iterator[tuple[int, int]]:
    for index, token in enumerate(parts.tokens):
        following = parts.word(index + 1)
        if token.word == "from" and (ends := parts.from_to(index)) is not None:
            yield token.start, ends[0].end
        elif _is_from_nothing(parts, index):
            yield token.start, parts.tokens[index + 1].end
        elif (periods := changes_period(parts, index)) is not None:
            yield token.start, parts.tokens[periods[0]].end
        elif token.word in ("->", "→") or (token.word == "to" and parts.word(index - 2) == "("):
            before = parts.number_at(index - 1)
            if before is not None and parts.number_at(index + 1) is not None:
                yield before.start, before.end
        elif token.word in _FORMER and (former := _former_value(parts, index)) is not None:
            yield token.start, former.end
        elif _announces(parts, index):
            yield _to_stop(parts, index)
        elif following and (token.word in _SURPASSING or _is_surpassed(parts, index)):
            yield _to_stop(parts, index + 1)


def _is_surpassed(parts: Parts, index: int) -> bool:
    """'that beats XGBoost', 'Exceeded the sales quota': the rival, or what was asked for."""
    verb, following = parts.tokens[index].verb, parts.tokens[index + 1]
    if verb is None or verb.base not in _SURPASS or verb.form == "base":
        return False
    if parts.number_at(index + 1) is not None:
        return False
    asked = any(parts.word(at) in marker_set("targets") for at in range(index + 1, index + 5))
    return following.capital or asked or _names_baseline(parts, index)


def _is_from_nothing(parts: Parts, index: int) -> bool:
    """'from zero to 900 members'."""
    if parts.word(index) != "from" or parts.word(index + 1) not in ("zero", "nothing"):
        return False
    return parts.word(index + 2) == "to" and parts.number_within(index + 3, 2) is not None


def _announces(parts: Parts, index: int) -> bool:
    word = parts.word(index)
    if word == "than":
        # 'more than 40 hospitals' is a number, 'faster than 40 s' a comparison.
        amount = parts.word(index - 1) in _AMOUNTS and parts.number_at(index + 1) is not None
        return index > 0 and not amount
    if word in _OPENERS or (word, parts.word(index + 1)) in _PHRASES:
        return True
    if word in ("that", "those") and parts.word(index + 1) == "of":
        number = parts.number_at(index - 1)
        return number is not None and number.kind in ("multiple", "percent")  # '3.4× that of vLLM'
    if word == "against" and _names_rival(parts, index):
        return True
    if word == "over" and _follows_gain(parts, index):
        return True
    if word == "above" and _is_ahead(parts, index):
        return True
    return word in _AGAINST and _names_baseline(parts, index)


def _names_baseline(parts: Parts, index: int) -> bool:
    """'over the previous model'; not 'over 40 hospitals', 'over 18 months'."""
    counted = parts.number_at(index + 1)
    if counted is not None and counted.kind in ("time", "count"):
        return False
    for step in range(index + 1, index + 6):
        if parts.word(step) in _STOPS:
            return False
        if parts.word(step) in marker_set("baseline"):
            return True
    return False


def _names_rival(parts: Parts, index: int) -> bool:
    """'a 19 % gain against SAC', '31 dB against 29 dB'; not 'defended against DDoS'."""
    start = parts.tokens[index].start
    told = any(each.end <= start and each.kind in NUMERIC_KINDS for each in parts.numbers)
    rival = parts.tokens[index + 1] if index + 1 < len(parts.tokens) else None
    return told and rival is not None and (rival.capital or parts.number_at(index + 1) is not None)


def _is_ahead(parts: Parts, index: int) -> bool:
    """'5.2 above the linear probe'."""
    gain = parts.number_at(index - 1) or parts.number_at(index - 2)
    ahead = parts.word(index + 1) in ("the", "our") and parts.number_within(index + 1, 4) is None
    return gain is not None and gain.kind in ("percent", "points", "bare") and ahead


def _former_value(parts: Parts, index: int) -> Number | None:
    """'(was 140 ms)', 'calls that used to take 12 minutes'."""
    if parts.word(index) == "took":
        relative = parts.word(index - 1) in ("what", "that", "which")
        return parts.number_within(index + 1, 5) if relative else None
    if parts.word(index) == "used":
        return parts.number_within(index + 2, 6) if parts.word(index + 1) == "to" else None
    apart = parts.word(index - 1) in ("(", ",", ";")
    return parts.number_within(index + 1, 2) if apart else None


def _follows_gain(parts: Parts, index: int) -> bool:
    """'+0.06 over nnU-Net', '4 % over BERT'."""
    gain = parts.number_at(index - 1)
    if gain is None or index + 1 >= len(parts.tokens) or parts.number_at(index + 1) is not None:
        return False
    rival = parts.tokens[index + 1]
    written = parts.text[rival.start : rival.end]
    return gain.kind in ("percent", "points", "multiple", "bare") and written != written.lower()


def _to_stop(parts: Parts, index: int) -> tuple[int, int]:
    last = index + 1 if index + 1 < len(parts.tokens) else index
    step = last + 1
    while step < len(parts.tokens) and parts.tokens[step].word not in _STOPS and step - index < 12:
        last, step = step, step + 1
    return parts.tokens[index].start, parts.tokens[last].end
