"""Which numbers of a statement are outcomes, of which metric, against which baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from standout.analysis.contrasts import contrasts
from standout.analysis.parts import Parts, Segment
from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.analysis.shapes import is_listed_noun
from standout.analysis.slots import Quantity, SlotKind
from standout.analysis.surroundings import Surroundings
from standout.analysis.tokens import Token
from standout.analysis.verdicts import is_outcome
from standout.values import frozen
from standout.vocabulary.markers import marker_set
from standout.vocabulary.metrics import Metric, MetricMention, by_id
from standout.vocabulary.verbs import Verb
from standout.vocabulary.words import nouns

_INTUITION = {
    "rank": 3, "money": 3, "time": 3, "count": 3, "percent": 2, "points": 2, "multiple": 3,
    "data": 2, "rate": 2, "bare": 1,
}  # fmt: skip
_LOOSE = frozenset(
    ("bare", "percent", "points", "count", "time", "money", "data", "rate", "multiple")
)
_COUNT_LIKE = frozenset(("count", "bare", "percent", "rate"))
_NO_SUBJECT = frozenset(("a", "an", "the", "of", "for", "to", "and", "or", "our", "on", "with"))
_ABOUT = frozenset(
    ("about", "only", "just", "under", "over", "less", "more", "than", "nearly", "roughly")
)
_TIME_UNITS = frozenset(("ms", "s", "min", "h", "days"))
_COUNT_UNITS = frozenset(
    ("count", "per week", "per day", "points", "h", "share", "currency", "per s")
)
_BREAKS = frozenset(("and", "vs", "than", "on", "across", "over", "at", "from", "among", "with",
                     "within", "using", "for", "to", "by", "through"))  # fmt: skip


@frozen
class Outcomes:
    """Reads the numbers of one statement, given its segments and baselines."""

    parts: Parts
    segments: Sequence[Segment]
    baselines: Sequence[tuple[int, int]]

    def quantities(self) -> tuple[Quantity, ...]:
        """Every number with its metric, its baseline and whether it is an outcome."""
        told = contrasts(self.parts.text, self.parts.numbers)
        contrasted = {value.start: former for former, value in told}
        before = contrasted | {second.start: first for first, second in self._pairs()}
        paired = {*before, *(first.start for first in before.values())}
        return tuple(
            self._quantity(each, before, paired, frozenset(contrasted))
            for each in self.parts.numbers
        )

    def _quantity(
        self,
        number: Number,
        before: dict[int, Number],
        paired: set[int],
        contrasted: frozenset[int],
    ) -> Quantity:
        metric = self._metric(number)
        result = number.kind in NUMERIC_KINDS and (
            number.start in contrasted or self._is_outcome(number, metric, paired)
        )
        baseline = number.whole
        if number.start in before:
            baseline = self._written(before[number.start])
        elif result and baseline is None:
            baseline = self._baseline_after(number)
        return Quantity(
            number.start, number.end, number.kind, number.value, number.unit,
            metric.id if metric else None, baseline, _intuition(number, metric), result,
        )  # fmt: skip

    # from A to B

    def _pairs(self) -> Iterator[tuple[Number, Number]]:
        for index, token in enumerate(self.parts.tokens):
            pair = None
            if token.word == "from":
                pair = self.parts.from_to(index)
            elif token.word in ("->", "→", "to"):
                pair = self._beside_arrow(index)
            if pair is not None and _comparable(*pair):
                yield pair

    def _beside_arrow(self, index: int) -> tuple[Number, Number] | None:
        first, second = self.parts.number_at(index - 1), self.parts.number_at(index + 1)
        if first is None or second is None or first is second:
            return None
        bracketed = self.parts.word(index - 2) == "("  # '(22 to 4 min)'
        if self.parts.word(index) == "to" and not (self.parts.metrics or bracketed):
            return None
        return first, second

    def _baseline_after(self, number: Number) -> str | None:
        later = (each for each in self.baselines if each[0] >= number.end)
        return next((self.parts.text[start:end] for start, end in later), None)

    # the metric

    def _metric(self, number: Number) -> Metric | None:
        if number.kind not in NUMERIC_KINDS:
            return None
        if number.kind == "rank":
            return by_id("percentile" if number.unit == "percentile" else "rank")
        return self._metric_after(number) or self._metric_before(number)

    def _metric_after(self, number: Number) -> Metric | None:
        """'94 % accuracy', '4,200 GitHub stars'."""
        for mention in self.parts.metrics:
            if mention.start < number.start:
                continue
            gap = self.parts.text[number.end : max(number.end, mention.start)]
            words = gap.lower().split()
            if mention.metric.id == "benchmark-score" and words in (["on"], ["on", "the"]):
                return mention.metric if _fits(number, mention) else None  # '71.4 on MMLU'
            if any(mark in gap for mark in ",;()→") or not _BREAKS.isdisjoint(words):
                return None
            if len(words) > (2 if mention.weak else 3):
                return None
            if _fits(number, mention):
                return mention.metric
        return None

    def _metric_before(self, number: Number) -> Metric | None:
        """'AUC of 0.93', 'cut latency from 900 ms to 300 ms'."""
        best: Metric | None = None
        for mention in self.parts.metrics:
            if mention.end > number.start:
                break
            if _fits(number, mention) and self._governs(mention, number):
                best = mention.metric
        return best

    def _governs(self, mention: MetricMention, number: Number) -> bool:
        gap = self.parts.text[mention.end : number.start]
        if ";" in gap or len(gap) > (12 if mention.weak else 60):
            return False
        if number.kind == "count":
            return not (mention.weak or number.noun) and mention.metric.unit == "count"
        between = sum(
            mention.end <= other.start < number.start and other.kind in NUMERIC_KINDS
            for other in self.parts.numbers
        )
        return between <= 1 and not (mention.weak and "," in gap)

    # outcome or not

    def _is_outcome(self, number: Number, metric: Metric | None, paired: set[int]) -> bool:
        around = self._surroundings(number, metric)
        if number.start in paired and (around.changes or "→" in around.beside):
            return True
        if number.noun not in nouns("activity"):
            if number.start in paired and (metric is not None or around.in_result):
                return True
            if any(start <= number.start < end for start, end in self.baselines):
                return True
            if any(0 <= start - number.end <= 2 for start, _ in self.baselines):
                return True  # '9 minutes (previously 3 hours)'
        return is_outcome(around)

    def _surroundings(self, number: Number, metric: Metric | None) -> Surroundings:
        text, tokens = self.parts.text, self.parts.tokens
        return Surroundings(
            number=number,
            written=self._written(number),
            metric=metric,
            within=self._within(number),
            before=[token.word for token in tokens if token.end <= number.start][-3:],
            after=[token.word for token in tokens if token.start >= number.end][:4],
            beside=text[max(0, number.start - 2) : number.end + 2],
            following=text[number.end : number.end + 40].lower(),
            verb=self._verb_before(number),
            changes=any(token.verb is not None and token.verb.change for token in tokens),
            today=any(token.word == "now" for token in tokens if token.end <= number.start),
            act=self.parts.opening.verb.base
            if self.parts.opening is not None and self.parts.opening.verb is not None
            else "",
            of_artefact=self._is_told_of_artefact(number),
            is_signed=text[number.start] in "+-±"
            or text[max(0, number.start - 1) : number.start] in ("+", "-", "−", "↑", "↓"),
        )

    def _is_told_of_artefact(self, number: Number) -> bool:
        """'Robot grasps in 4 s', 'Answers cite the right page 94 % of the time'."""
        opening = self.parts.opening
        if opening is not None and not opening.object_first:
            return opening.verb is not None and opening.verb.form == "third"
        ahead = [token for token in self.parts.tokens if token.start < number.start]
        while ahead and ahead[-1].word in _ABOUT:
            ahead.pop()
        if len(ahead) > 1 and self._is_unknown_verb(ahead[-2], ahead[-1]):
            return True
        return any(_is_finite(first, second) for first, second in pairwise(ahead))

    def _is_unknown_verb(self, before: Token, token: Token) -> bool:
        """'Model misses 2 % of ...': a form in -s between a word and the number."""
        word = token.word
        if not before.is_word or before.word in _NO_SUBJECT or len(word) < 4:
            return False
        named = any(each.start <= token.start < each.end for each in self.parts.metrics)
        plain = word.endswith("s") and not word.endswith(("ss", "us", "is"))
        return plain and token.verb is None and not named and not is_listed_noun(word)

    def _written(self, number: Number) -> str:
        return self.parts.text[number.start : number.end]

    def _within(self, number: Number) -> SlotKind | None:
        for segment in self.segments:
            start, end = self.parts.span(segment)
            if start <= number.start < end:
                return segment.kind
        return None

    def _verb_before(self, number: Number) -> Verb | None:
        """The last verb before a number in its sentence; a base form only without another."""
        found: Verb | None = None
        for token, following in zip_longest(self.parts.tokens, self.parts.tokens[1:]):
            if token.start >= number.start:
                break
            if token.word == ";" or (following and following.word in marker_set("roles")):
                found = None  # a new sentence, or no verb: 'Teaching assistant'
            elif token.verb is not None and (found is None or token.verb.form != "base"):
                found = token.verb
        return found


def _is_finite(before: Token, token: Token) -> bool:
    """Say whether a word is surely a verb with a subject before it."""
    if token.word in ("is", "are", "was", "were", "has", "lasts", "takes", "costs", "needs"):
        return True
    told = token.verb is not None and token.verb.form in ("third", "past")
    return told and before.is_word and before.word not in _NO_SUBJECT


def _intuition(number: Number, metric: Metric | None) -> int:
    """0 to 3: how many readers can tell what the number means."""
    if number.kind not in NUMERIC_KINDS:
        return 0
    own = _INTUITION[number.kind]
    if number.kind == "time" and number.unit in ("ms", "us", "ns"):
        own = 2
    if metric is None or number.kind in ("money", "rank"):
        return own
    if number.kind in ("bare", "percent", "points"):
        return metric.intuition
    return max(metric.intuition, own - 1)


def _comparable(first: Number, second: Number) -> bool:
    if first.kind == second.kind or {first.kind, second.kind} <= _COUNT_LIKE:
        return True
    return {first.kind, second.kind} <= _LOOSE and "bare" in (first.kind, second.kind)


def _fits(number: Number, mention: MetricMention) -> bool:
    """Say whether a number of this kind can be a value or a change of the metric."""
    metric = mention.metric
    match number.kind:
        case "time":
            return metric.unit in _TIME_UNITS
        case "money":
            return metric.unit == "currency"
        case "data":
            return metric.unit in ("MB", "GB")
        case "rate":
            return metric.group in ("speed", "robotics") or metric.unit.startswith("per")
        case "count":
            return metric.unit in _COUNT_UNITS
        case "bare":
            return metric.unit != "currency" and not (mention.weak and metric.unit == "count")
        case _:
            return metric.unit != "currency" or number.kind != "points"
