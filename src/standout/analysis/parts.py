"""What is known of a statement before it is cut: words, numbers, metrics, action, links."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.opening import Opening
from standout.analysis.quantities import NUMERIC_KINDS, Number
from standout.analysis.slots import SlotKind
from standout.analysis.tokens import Token
from standout.values import frozen
from standout.vocabulary.metrics import MetricMention
from standout.vocabulary.words import nouns

_CLAUSE_ENDS = frozenset((",", ";", "(", ")"))
_TELLING = frozenset(("percent", "points", "multiple", "rank", "rate", "money"))


@frozen
class Segment:
    """A part of a statement: tokens `[first, last]`; no kind where it is none of the slots."""

    kind: SlotKind | None
    first: int
    last: int


@frozen
class Parts:
    """The pieces of one statement; `text` has plain typography, with the offsets of the original.

    `measures` gives for each token the measuring number it belongs to.
    """

    text: str
    tokens: Sequence[Token]
    numbers: Sequence[Number]
    metrics: Sequence[MetricMention]
    opening: Opening | None
    links: Sequence[tuple[int, int]] = ()

    def word(self, index: int) -> str:
        """The word at an index; empty outside the statement."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def span(self, segment: Segment) -> tuple[int, int]:
        """A segment as offsets."""
        return self.tokens[segment.first].start, self.tokens[segment.last].end

    def number_at(self, index: int) -> Number | None:
        """The measuring number that a token belongs to."""
        if not 0 <= index < len(self.tokens):
            return None
        token = self.tokens[index]
        for number in self.numbers:
            if number.start < token.end and token.start < number.end:
                return number if number.kind in NUMERIC_KINDS else None
        return None

    def number_within(self, index: int, steps: int) -> Number | None:
        """The first measuring number in a few tokens from an index on."""
        found = (self.number_at(at) for at in range(index, index + steps))
        return next((number for number in found if number is not None), None)

    def numbers_between(self, first: int, last: int) -> list[Number]:
        """The measuring numbers that begin in a range of tokens."""
        start, end = self.tokens[first].start, self.tokens[last].end
        inside = (number for number in self.numbers if start <= number.start < end)
        return [number for number in inside if number.kind in NUMERIC_KINDS]

    def metrics_between(self, first: int, last: int) -> list[MetricMention]:
        """The metrics that are named in a range of tokens."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return [mention for mention in self.metrics if start <= mention.start < end]

    def is_measured(self, first: int, last: int) -> bool:
        """Say whether a metric or a measuring number stands in a range of tokens."""
        if any(not mention.weak for mention in self.metrics_between(first, last)):
            return True
        activity = nouns("activity")
        return any(number.noun not in activity for number in self.numbers_between(first, last))

    def is_telling(self, first: int, last: int) -> bool:
        """Say whether a range holds what an effect is told in: a change, a rank, a metric."""
        inside = self.numbers_between(first, last)
        if any(number.kind in _TELLING for number in inside):
            return True
        named = [each for each in self.metrics_between(first, last) if not each.metric.scale]
        return bool(named) and (bool(inside) or any(not each.weak for each in named))

    def clause_end(self, index: int) -> int:
        """The last token before the next comma, semicolon, bracket or end."""
        last = index
        while last + 1 < len(self.tokens) and self.tokens[last + 1].word not in _CLAUSE_ENDS:
            last += 1
        return last

    def noun_end(self, number: Number) -> int:
        """Where the noun that a number counts ends."""
        at = self.text.lower().find(number.noun, number.end) if number.noun else -1
        return at + len(number.noun) if at >= 0 else number.end

    def from_to(self, index: int) -> tuple[Number, Number] | None:
        """The two numbers of 'from A to B' or 'from A down to B' that starts at a token."""
        first = self.number_within(index + 1, 3)
        if first is None:
            return None
        for step in range(index + 2, min(index + 12, len(self.tokens))):
            if self.tokens[step].word in ("to", "->", "→", "into"):
                second = self.number_within(step + 1, 3)
                if second is not None and second is not first:
                    return first, second
        return None
