"""Results that a verb and its object tell: 'Reduced churn', 'made training faster', 'won'."""

from __future__ import annotations

from standout.analysis.honours import is_honoured
from standout.analysis.parts import Parts, Segment
from standout.analysis.slots import SlotKind
from standout.vocabulary.markers import marker_set
from standout.vocabulary.numbers import word_set
from standout.vocabulary.verbs import Verb
from standout.vocabulary.words import nouns

_SURPASSING = frozenset(("outperform", "beat", "surpass", "exceed"))
_PERSUADING = frozenset(("convince", "persuade"))
_MAKING = frozenset(("make", "render", "keep", "get", "turn"))
_ENABLING = frozenset(("allow", "enable", "let", "free", "spare", "relieve", "empower"))
_ENDING = frozenset(("eliminate", "end", "remove", "eradicate", "prevent", "stop", "avoid"))
_AFTER_QUALITY = frozenset(("of", "in", "and", ",", "for", "on", "during", "across"))
_BEST = frozenset(("sota", "state-of-the-art", "human-level", "superhuman", "parity"))


def is_achieved(parts: Parts, segment: Segment) -> bool:
    """'Reduced customer churn', 'Published at NeurIPS', 'Won'; not 'Improved the code'."""
    verb = parts.opening.verb if parts.opening else None
    if verb is None or segment.kind is not SlotKind.OBJECT:
        return False
    if verb.base in _SURPASSING or (verb.change == "reach" and _is_the_best(parts, segment)):
        return True
    if verb.form == "base":
        return False
    if verb.form == "past" and is_honoured(parts, segment, verb):
        return True
    return _changes_things(parts, segment, verb) or _changes_metric(parts, segment, verb)


def _changes_things(parts: Parts, segment: Segment, verb: Verb) -> bool:
    """Say whether the verb and its object tell what is now possible, gone or agreed."""
    if verb.base in _PERSUADING:
        return any(parts.word(at) == "to" for at in range(segment.first + 1, segment.last))
    if verb.base in _MAKING:
        told = range(segment.first + 1, segment.last + 1)  # 'it possible to retrain'
        return any(_became(parts.word(at)) for at in told)
    if verb.base in _ENABLING and _reaches_people(parts, segment):
        return True
    return (verb.base in _ENDING or verb.change == "down") and _ends_burden(parts, segment)


def _changes_metric(parts: Parts, segment: Segment, verb: Verb) -> bool:
    """'Reduced customer churn', 'matched the accuracy of ...', 'improved reliability'."""
    if verb.change not in ("up", "down") and verb.base != "match":
        return False
    vague = marker_set("vague")
    named = parts.metrics_between(segment.first, segment.last)
    measured = any(not each.weak and each.metric.id not in vague for each in named)
    return measured or _is_better(parts, segment)


def _is_better(parts: Parts, segment: Segment) -> bool:
    """'Improved system performance', 'increased the reliability of the feed': better, by how much?

    Not 'improved performance tests', where the quality only says what kind of thing it is.
    """
    for at in range(segment.first, segment.last + 1):
        if parts.word(at) in marker_set("qualities"):
            return at == segment.last or parts.word(at + 1) in _AFTER_QUALITY
    return False


def _ends_burden(parts: Parts, segment: Segment) -> bool:
    """'Eliminated manual data entry', 'reduced bias in recommendations'."""
    words = [parts.word(at) for at in range(segment.first, segment.last + 1)]
    return not marker_set("burdens").isdisjoint(words)


def _reaches_people(parts: Parts, segment: Segment) -> bool:
    """'Allowed analysts to query raw logs', 'freed the nurses from typing'."""
    words = {parts.word(at) for at in range(segment.first, segment.last + 1)}
    people = not words.isdisjoint(nouns("audience") | nouns("colleagues"))
    return people and not words.isdisjoint(("to", "from", "without"))


def _became(word: str) -> bool:
    """'made the search faster', 'made the pipeline reproducible'."""
    able = word.endswith(("able", "ible")) and len(word) > 6
    return able or word in word_set("adjectives", "comparatives")


def _is_the_best(parts: Parts, segment: Segment) -> bool:
    """'Reached the state of the art', 'achieved SOTA', 'matched human-level ...'."""
    words = [parts.word(at) for at in range(segment.first, segment.last + 1)]
    return not _BEST.isdisjoint(words) or "state of the art" in " ".join(words)
