"""Which numbers of a statement are outcomes, of which metric, against which baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.analysis.segments import Parts, Segment, from_to
from standout.analysis.slots import Quantity, SlotKind
from standout.vocabulary.markers import marker_set
from standout.vocabulary.metrics import Metric, MetricMention, by_id
from standout.vocabulary.numbers import word_set
from standout.vocabulary.words import nouns

_PREPOSITIONS = frozenset(
    (
        "on",
        "across",
        "over",
        "in",
        "at",
        "from",
        "of",
        "among",
        "with",
        "within",
        "using",
        "for",
        "to",
        "by",
        "through",
    )
)
_INTUITION = {
    "rank": 3,
    "money": 3,
    "time": 3,
    "count": 3,
    "percent": 2,
    "points": 2,
    "multiple": 3,
    "data": 2,
    "rate": 2,
    "bare": 0,
}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The judge of the numbers of one statement."""

    parts: Parts
    segments: Sequence[Segment]
    baselines: Sequence[tuple[int, int]]

    def quantities(self) -> tuple[Quantity, ...]:
        """Every number with its metric, its baseline and whether it is an outcome."""
        pairs = dict(self._pairs())
        return tuple(self._quantity(number, pairs) for number in self.parts.numbers)

    def _pairs(self) -> list[tuple[int, tuple[Number, bool]]]:
        """For each end of a from-to: its other end, and whether it is the first."""
        found: list[tuple[int, tuple[Number, bool]]] = []
        for index, token in enumerate(self.parts.tokens):
            pair = None
            if token.word == "from":
                pair = from_to(self.parts, index)
            elif token.word in ("->", "→", "to"):
                pair = self._arrow(index)
            if pair is not None and _comparable(*pair):
                found.append((pair[0].start, (pair[1], True)))
                found.append((pair[1].start, (pair[0], False)))
        return found

    def _arrow(self, index: int) -> tuple[Number, Number] | None:
        first = self.parts.number_at(index - 1) if index else None
        second = self.parts.number_at(index + 1)
        if first is None or second is None or first is second:
            return None
        if self.parts.tokens[index].word == "to" and not self.parts.measured(
            0, len(self.parts.tokens) - 1
        ):
            return None
        return first, second

    def _quantity(self, number: Number, pairs: dict[int, tuple[Number, bool]]) -> Quantity:
        metric = self._metric(number)
        pair = pairs.get(number.start)
        baseline = number.whole
        if pair is not None and not pair[1]:
            baseline = self._text(pair[0])
        result = number.kind in NUMERIC_KINDS and self._is_outcome(
            number, metric, paired=pair is not None
        )
        if result and baseline is None:
            baseline = self._named_baseline(number)
        return Quantity(
            number.start, number.end, number.kind, number.value, number.unit,
            metric.id if metric else None, baseline, self._intuition(number, metric), result,
        )  # fmt: skip

    def _text(self, number: Number) -> str:
        return self.parts.text[number.start : number.end]

    def _named_baseline(self, number: Number) -> str | None:
        for start, end in self.baselines:
            if start >= number.end:
                return self.parts.text[start:end]
        return None

    def _intuition(self, number: Number, metric: Metric | None) -> int:
        if number.kind not in NUMERIC_KINDS:
            return 0
        own = _INTUITION[number.kind]
        if number.kind == "time" and number.unit in ("ms", "us", "ns"):
            own = 2
        if metric is None:
            return 1 if number.kind == "bare" else own
        if number.kind in ("money", "rank"):
            return own
        return (
            metric.intuition
            if number.kind in ("bare", "percent", "points")
            else max(metric.intuition, own - 1)
        )

    # --- which metric

    def _metric(self, number: Number) -> Metric | None:
        if number.kind not in NUMERIC_KINDS:
            return None
        if number.kind == "rank":
            return by_id("percentile" if number.unit == "percentile" else "rank")
        after = self._metric_after(number)
        if after is not None:
            return after
        return self._metric_before(number)

    def _metric_after(self, number: Number) -> Metric | None:
        for mention in self.parts.metrics:
            if mention.start < number.start:
                continue
            gap = self.parts.text[number.end : mention.start] if mention.start >= number.end else ""
            if len(gap) > 30 or any(mark in gap for mark in ",;()→"):
                return None
            crossed = [
                word
                for word in gap.lower().split()
                if word in _PREPOSITIONS or word in ("and", "vs", "than")
            ]
            if [word for word in crossed if word not in ("of", "in")] or len(gap.split()) > (
                2 if mention.weak else 3
            ):
                return None
            if _fits(number, mention):
                return mention.metric
        return None

    def _metric_before(self, number: Number) -> Metric | None:
        best: Metric | None = None
        for mention in self.parts.metrics:
            if mention.end > number.start:
                break
            gap = self.parts.text[mention.end : number.start]
            if ";" in gap or (mention.weak and (len(gap) > 12 or "," in gap)):
                continue
            others = sum(
                1
                for other in self.parts.numbers
                if mention.end <= other.start < number.start and other.kind in NUMERIC_KINDS
            )
            if others > 1 or len(gap) > 60:
                continue
            if number.kind == "count" and (mention.weak or not _same_count(number, mention)):
                continue
            if _fits(number, mention):
                best = mention.metric
        return best

    # --- outcome or not

    def _is_outcome(self, number: Number, metric: Metric | None, *, paired: bool) -> bool:
        if number.noun in nouns("activity") and not (paired and self._change()):
            return metric is not None and metric.id in ("test-coverage",)
        if self._is_feeling(number) or self._is_limit(number):
            return False
        if paired and (
            self._change() or metric is not None or self._segment(number) is SlotKind.RESULT
        ):
            return True
        if any(start <= number.start < end for start, end in self.baselines):
            return True
        kind = self._segment(number)
        judge = getattr(self, f"_{number.kind}_is_outcome")
        verdict: bool = judge(number, metric, kind)
        return verdict

    def _rank_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        return True

    def _points_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        return "story" not in self._words_before(number, 2) and kind is not SlotKind.METHOD

    def _multiple_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        return self._next_word(number) not in (
            "engineer",
            "developer",
            "programmer",
            "descent",
            "precision",
            "speed-playback",
            "integral",
        )

    def _percent_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        before = self._words_before(number, 3)
        if (
            ("only" in before
            and "using" in before)
            or self._next_word(number)
            in ("position", "part-time", "remote", "time", "equity", "scholarship")
        ):
            return False
        if metric is not None or self._compares(number) or self._signed(number):
            return True
        if kind in (SlotKind.RESULT, SlotKind.BASELINE):
            return True
        if kind is SlotKind.METHOD:
            return False
        verb = self._governing_verb(number)
        return verb in marker_set("share") or self._change_governs(number)

    def _money_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        if self._next_word(number) in (
            "budget",
            "portfolio",
            "company",
            "fund",
            "startup",
            "project",
            "programme",
            "program",
            "business",
            "market",
            "contract",
            "account",
            "retailer",
            "industry",
            "bank",
            "book",
        ):
            return self._governing_verb(number) in (
                "win",
                "secure",
                "close",
                "raise",
                "land",
                "save",
            )
        if metric is not None and not metric.scale:
            return True
        if kind is SlotKind.METHOD or (
            kind is SlotKind.SCALE and self._governing_verb(number) not in marker_set("money")
        ):
            return False
        return kind is SlotKind.RESULT or self._governing_verb(number) in marker_set("money")

    def _time_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        if kind in (SlotKind.METHOD, SlotKind.SCALE):
            return False
        if self._compares(number) or (metric is not None and not metric.scale):
            return not self._is_duration(number)
        before = self._words_before(number, 1)
        if kind in (SlotKind.RESULT, SlotKind.BASELINE):
            return not self._is_duration(number) or number.unit in ("ms", "us")
        if "by" in before or "to" in before:
            return self._change_governs(number)
        return (
            not self._is_duration(number)
            and "-" not in self._text(number)
            and self._change_governs(number)
        )

    def _is_duration(self, number: Number) -> bool:
        """'over 2 years', 'in 3 weeks': how long the work took, unless something took longer before."""
        rest = self.parts.text[number.end : number.end + 40].lower()
        if (
            "instead of" in rest
            or "ahead of" in rest
            or "rather than" in rest
            or "earlier" in rest
            or "down from" in rest
        ):
            return False
        before = self._words_before(number, 2)
        return (
            bool(before)
            and (
                before[-1] in marker_set("durations")
                or (
                    before[-1] in ("under", "than", "about", "just", "only")
                    and before[0] in marker_set("durations")
                )
            )
            and number.unit not in ("ms", "us", "ns", "s")
        )

    def _data_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        if kind in (SlotKind.METHOD, SlotKind.SCALE):
            return False
        if self._words_before(number, 1) and self._words_before(number, 1)[-1] in (
            "on",
            "of",
            "over",
            "across",
            "with",
        ):
            return False
        return (
            kind in (SlotKind.RESULT, SlotKind.BASELINE)
            or self._change_governs(number)
            or (metric is not None and not metric.scale)
        )

    def _rate_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        before = self._words_before(number, 2)
        if kind is SlotKind.METHOD or (before and before[-1] in ("of", "on", "from", "over")):
            return False
        if (
            kind is SlotKind.RESULT
            or (metric is not None and not metric.scale)
            or self._change_governs(number)
        ):
            return True
        return self._governing_verb(number) in marker_set("rate") or bool(
            before and before[-1] in ("at", "to")
        )

    def _count_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        before = self._words_before(number, 3)
        near = before[-1] if before else ""
        if number.whole and kind is SlotKind.RESULT:
            return True
        if number.noun in ("paper", "papers", "publication", "publications"):
            return self._governing_verb(number) in ("publish", "author", "co-author", "write", "present", "accept", "")
        if number.noun in nouns("audience") and (
            near in ("for", "by", "to") or set(before) & marker_set("serving")
        ):
            return "team" not in before and kind is not SlotKind.METHOD
        if near in (
            "on",
            "across",
            "over",
            "in",
            "from",
            "at",
            "of",
            "with",
            "using",
            "among",
            "against",
            "through",
        ) and not (near == "with" and metric is not None and not metric.scale):
            return near == "of" and "to" in before and kind is SlotKind.RESULT
        if kind in (SlotKind.METHOD, SlotKind.SCALE):
            return (
                metric is not None
                and not metric.scale
                and metric.group in ("business", "reach")
                and kind is SlotKind.SCALE
            )
        if number.noun in nouns("outcome") or (
            metric is not None
            and not metric.scale
            and metric.group in ("reach", "business", "reliability", "data", "speed")
        ):
            return self._governing_verb(number) not in (
                "review",
                "read",
                "analyse",
                "study",
                "process",
                "monitor",
                "use",
                "test",
                "build",
                "implement",
            )
        if kind in (SlotKind.RESULT, SlotKind.BASELINE):
            return True
        return self._change_governs(number) or self._governing_verb(number) in (
            "find",
            "detect",
            "catch",
            "prevent",
            "recover",
            "identify",
            "fix",
            "resolve",
            "close",
            "win",
            "save",
            "eliminate",
            "discover",
            "retire",
            "replace",
            "mentor",
            "teach",
            "train",
            "coach",
            "hire",
            "onboard",
            "uncover",
            "remove",
        )

    def _bare_is_outcome(
        self, number: Number, metric: Metric | None, kind: SlotKind | None
    ) -> bool:
        if metric is None:
            return kind is SlotKind.RESULT and self._change_governs(number)
        return not metric.scale

    # --- what stands around a number

    def _segment(self, number: Number) -> SlotKind | None:
        for segment in self.segments:
            if (
                self.parts.tokens[segment.first].start
                <= number.start
                < self.parts.tokens[segment.last].end
            ):
                return segment.kind
        return None

    def _change(self) -> bool:
        opening = self.parts.opening
        if opening is not None and opening.verb is not None and opening.verb.change:
            return True
        return any(token.verb is not None and token.verb.change for token in self.parts.tokens)

    def _governing_verb(self, number: Number) -> str:
        """The base of the last verb before a number in its clause."""
        base = ""
        for token in self.parts.tokens:
            if token.start >= number.start:
                break
            if (
                (token.verb is not None
                and token.verb.form != "base")
                or (token.verb is not None
                and base == "")
            ):
                base = token.verb.base
        return base

    def _change_governs(self, number: Number) -> bool:
        from standout.vocabulary.verbs import lookup

        verb = lookup(self._governing_verb(number))
        return verb is not None and (
            verb.change in ("up", "down", "reach") or verb.base in marker_set("effects")
        )

    def _words_before(self, number: Number, count: int) -> list[str]:
        before = [token.word for token in self.parts.tokens if token.end <= number.start]
        return before[-count:]

    def _next_word(self, number: Number) -> str:
        return next((token.word for token in self.parts.tokens if token.start >= number.end), "")

    def _signed(self, number: Number) -> bool:
        return self._text(number)[:1] in "+-±" or self.parts.text[
            max(0, number.start - 1) : number.start
        ] in ("+", "-", "−", "–", "↑", "↓")

    def _compares(self, number: Number) -> bool:
        """'40 % faster', 'a 12 % reduction', '3 hours less'."""
        after = [token.word for token in self.parts.tokens if token.start >= number.end][:4]
        if any(word in word_set("adjectives", "comparatives") for word in after[:2]):
            return True
        return any(word in word_set("adjectives", "changes") for word in after)

    def _is_feeling(self, number: Number) -> bool:
        if number.kind != "percent":
            return False
        after = [token.word for token in self.parts.tokens if token.start >= number.end][:3]
        return (
            any(word in nouns("feeling") for word in after)
            or ((number.value or 0) > 100
            and not (self._change() or self._compares(number)))
        )

    def _is_limit(self, number: Number) -> bool:
        """'with only 2 % of the labels': little went in."""
        if number.kind not in ("percent", "count", "data"):
            return False
        before = self._words_before(number, 3)
        return (
            len(before) > 1
            and before[-1] in ("only", "just", "merely")
            and before[-2] in ("using", "with", "from", "on", "of")
        )


def _comparable(first: Number, second: Number) -> bool:
    if first.kind == second.kind:
        return True
    loose = {"bare", "percent", "points", "count", "time", "money", "data", "rate", "multiple"}
    return (
        (first.kind in loose
        and second.kind in loose
        and "bare" in (first.kind, second.kind))
        or {first.kind, second.kind} <= {"count", "bare", "percent", "rate"}
    )


_TIME_UNITS = frozenset(("ms", "s", "min", "h", "days"))


def _fits(number: Number, mention: MetricMention) -> bool:
    """Say whether a number of this kind can be a value or a change of the metric."""
    metric = mention.metric
    if number.kind == "rank":
        return metric.id in ("rank", "percentile")
    if number.kind == "time":
        return (
            metric.unit in _TIME_UNITS
            or (metric.unit in ("", "currency")
            and metric.id not in ("rank",)
            and metric.group in ("speed", "compute", "reliability"))
        )
    if number.kind == "money":
        return metric.unit == "currency"
    if number.kind == "data":
        return metric.unit in ("MB", "GB")
    if number.kind == "rate":
        return metric.group in ("speed", "robotics") or metric.unit.startswith("per")
    if number.kind == "count":
        return metric.unit in (
            "count",
            "per week",
            "per day",
            "points",
            "h",
            "share",
            "currency",
            "per s",
        )
    if number.kind in ("bare", "points"):
        return metric.unit not in ("currency",) and not (
            mention.weak and number.kind == "bare" and metric.unit == "count"
        )
    return True


def _same_count(number: Number, mention: MetricMention) -> bool:
    return mention.metric.unit == "count" and number.noun == ""
