"""Slots that no word announces: a result inside the object, a scale that is the object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.analysis.parts import Parts, Segment
from standout.analysis.quantities import Number
from standout.analysis.slots import Quantity, Slot, SlotKind
from standout.patterns import regex
from standout.vocabulary.markers import marker_set
from standout.vocabulary.numbers import word_set
from standout.vocabulary.verbs import Verb
from standout.vocabulary.words import nouns

_SURPASSING = frozenset(("outperform", "beat", "surpass", "exceed"))
_HONOURING = frozenset(
    ("publish", "accept", "award", "nominate", "select", "feature", "shortlist", "win", "recognise",
     "recognize")
)  # fmt: skip
_RECEIVING = frozenset(("receive", "earn", "obtain", "get", "secure"))
_TALKING = frozenset(("speak", "present", "talk", "lecture", "give", "keynote", "review"))
_MAKING = frozenset(("make", "render", "keep", "get", "turn"))
_ENABLING = frozenset(("allow", "enable", "let", "free", "spare", "relieve", "empower"))
_ENDING = frozenset(("eliminate", "end", "remove", "eradicate", "prevent", "stop", "avoid"))
_NO_SIZES = frozenset(("percent", "points", "multiple", "rank", "money", "time"))
"""Kinds that tell an outcome even in the midst of a scale: 'to two hospitals for €40,000'."""
_WINNERS = frozenset(
    ("winner", "winners", "runner-up", "runners-up", "finalist", "semi-finalist", "semifinalist",
     "laureate", "medallist", "medalist", "valedictorian", "salutatorian", "recipient",
     "fellowship", "scholarship", "prizewinner", "laude")
)  # fmt: skip
_UNFINISHED = frozenset(
    ("review", "preparation", "progress", "submitted", "submission", "rejected")
)
_WRITINGS = frozenset(("papers", "publications", "articles", "patents"))
_PAPER_AT = regex(
    r"(?:(?:[Ff]irst|[Cc]o|[Jj]oint|[Ss]ole|[Ll]ead)[- ][Aa]uthor(?:ed)? (?:of an? )?"
    r"|[Aa]uthor of an? )?(?:[A-Za-z][a-z]+ )?"
    r"(?:[Pp]aper|[Aa]rticle)s? (?:[a-z-]+ ){0,6}(?:at|in) (?:the )?[A-Z]\w",
)
_BEST = frozenset(("sota", "state-of-the-art", "human-level", "superhuman", "parity"))
_HONOURS = frozenset(("at", "in", "by", "for", "as", "the", "best"))


def implied_results(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> tuple[Slot, ...]:
    """Parts that are results though nothing announces them.

    That is from the first outcome on, or the whole object where its change is the result.
    """
    found = [*_multiplied(parts, segments, quantities)]
    named = bool(found) or any(segment.kind is SlotKind.RESULT for segment in segments)
    for segment in segments:
        if segment.kind is SlotKind.RESULT:
            continue
        start, end = parts.span(segment)
        inside = [
            quantity
            for quantity, number in zip(quantities, parts.numbers, strict=True)
            if quantity.result and start <= quantity.start < end and not _counts_people(number)
        ]
        if segment.kind is SlotKind.SCALE:
            inside = [each for each in inside if each.kind in _NO_SIZES or each.unit in _WRITINGS]
        if inside:
            found.append(Slot(SlotKind.RESULT, inside[0].start, end))
        elif not named and any(
            tells(parts, segment) for tells in (_is_achieved, _is_award, _is_paper)
        ):
            found.append(Slot(SlotKind.RESULT, start, end))
    return tuple(found)


def _multiplied(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    """'Tripled weekly releases', 'the cache halves build time': the verb is the number."""
    if parts.opening is None:
        return
    start, end = parts.span(Segment(None, parts.opening.first, parts.opening.last))
    if any(each.result and start <= each.start < end for each in quantities):
        behind = (each for each in segments if each.first > parts.opening.last)
        changed = next((each for each in behind if each.kind in (SlotKind.OBJECT, None)), None)
        yield Slot(SlotKind.RESULT, start, parts.span(changed)[1] if changed else end)


def _is_award(parts: Parts, segment: Segment) -> bool:
    """'Best paper award at ECML': an honour needs no verb."""
    return parts.opening is None and _names_honour(parts, segment)


def _names_honour(parts: Parts, segment: Segment) -> bool:
    honours = parts.metrics_between(segment.first, segment.last)
    won = any(each.metric.id in ("award", "medal") and not each.weak for each in honours)
    words = {parts.word(at) for at in range(segment.first, segment.last + 1)}
    return won or not _WINNERS.isdisjoint(words)


def _is_paper(parts: Parts, segment: Segment) -> bool:
    """'First-author paper at ICML on ...': to be published there is the result."""
    start, end = parts.span(segment)
    if parts.opening is not None or not _UNFINISHED.isdisjoint(each.word for each in parts.tokens):
        return False
    return _PAPER_AT.match(parts.text, start, end) is not None


def _is_achieved(parts: Parts, segment: Segment) -> bool:
    """'Reduced customer churn', 'Published at NeurIPS', 'Won'; not 'Improved the code'."""
    verb = parts.opening.verb if parts.opening else None
    if verb is None or segment.kind is not SlotKind.OBJECT:
        return False
    if verb.form == "past" and _is_honoured(parts, segment, verb):
        return True
    if verb.base in _SURPASSING:
        return True
    if verb.base in _MAKING and verb.form != "base":
        told = (segment.last, segment.first + 1)  # 'training faster', 'it possible to retrain'
        return segment.last > segment.first and any(_became(parts.word(at)) for at in told)
    if verb.base in _ENABLING and verb.form != "base" and _reaches_people(parts, segment):
        return True
    if verb.base in _ENDING and verb.form != "base" and _ends_burden(parts, segment):
        return True
    if verb.change == "reach" and _is_the_best(parts, segment):
        return True
    if (verb.change not in ("up", "down") and verb.base != "match") or verb.form == "base":
        return False
    vague = marker_set("vague")
    named = parts.metrics_between(segment.first, segment.last)
    return any(not each.weak and each.metric.id not in vague for each in named)


def _is_honoured(parts: Parts, segment: Segment, verb: Verb) -> bool:
    """'Published at NeurIPS', 'Received a best demo award', 'Invited to speak at ...'."""
    first = parts.word(segment.first)
    if verb.base in _HONOURING:
        return verb.base == "win" or first in _HONOURS
    if verb.base in _RECEIVING:
        return _names_honour(parts, segment)
    return verb.base == "invite" and first == "to" and parts.word(segment.first + 1) in _TALKING


def _ends_burden(parts: Parts, segment: Segment) -> bool:
    """'Eliminated manual data entry', 'ended weekend deployments by hand'."""
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


def counted_objects(
    parts: Parts, segments: Sequence[Segment], quantities: Sequence[Quantity]
) -> Iterator[Slot]:
    """'Cleaned 600 GB of images', 'Taught 120 students': the object itself says how much."""
    objects = [parts.span(each) for each in segments if each.kind is SlotKind.OBJECT]
    for quantity, number in zip(quantities, parts.numbers, strict=True):
        if number.kind not in ("count", "data", "money", "rate") or number.noun in nouns(
            "activity"
        ):
            continue
        if quantity.result and not _counts_people(number):
            continue
        if any(start <= number.start < end for start, end in objects):
            yield Slot(SlotKind.SCALE, number.start, parts.noun_end(number))


def _counts_people(number: Number) -> bool:
    """A number of people reached; what came of it for them stays open."""
    people = nouns("audience") | nouns("colleagues")
    return number.kind == "count" and number.noun in people and number.whole is None


def metric_slots(
    parts: Parts, quantities: Sequence[Quantity], results: Sequence[Slot]
) -> Iterator[Slot]:
    """Metrics that are measured or changed, not those a model is named after ('churn model')."""
    measured = {quantity.metric for quantity in quantities}
    verb = parts.opening.verb if parts.opening else None
    changed = verb is not None and verb.change is not None
    for mention in parts.metrics:
        told = changed or any(each.start <= mention.start < each.end for each in results)
        if mention.metric.id in measured or (told and not mention.weak):
            yield Slot(SlotKind.METRIC, mention.start, mention.end)
