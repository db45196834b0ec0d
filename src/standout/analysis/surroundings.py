"""A number and what stands around it in its statement."""

from __future__ import annotations

from collections.abc import Sequence

from standout.analysis.quantities import Number
from standout.analysis.slots import SlotKind
from standout.values import frozen
from standout.vocabulary.markers import marker_set
from standout.vocabulary.metrics import Metric
from standout.vocabulary.numbers import word_set
from standout.vocabulary.verbs import Verb

FINE_TIMES = frozenset(("ms", "us", "ns"))
_AHEAD_OF = [
    [word, each] for word in ("above", "over", "below", "behind") for each in ("the", "our")
]
_EARLIER = ("instead of", "ahead of", "rather than", "earlier", "down from")


@frozen
class Surroundings:
    """A number and what stands around it.

    `before` and `after` are the words beside it, `beside` is the number with two characters on
    either side, `following` the text behind it, `verb` the last verb before it, `changes` says
    whether the statement speaks of a change at all, `today` whether 'now' stands before it,
    `of_artefact` whether what was made is the subject: 'The policy walks 2 km';
    `act` is the base form of the statement's own verb.
    """

    number: Number
    written: str
    metric: Metric | None
    within: SlotKind | None
    before: Sequence[str]
    after: Sequence[str]
    beside: str
    following: str
    verb: Verb | None
    changes: bool
    today: bool
    is_signed: bool
    of_artefact: bool
    act: str

    @property
    def base(self) -> str:
        """The base form of the verb; empty without one."""
        return self.verb.base if self.verb else ""

    @property
    def near(self) -> str:
        """The word right before the number."""
        return self.before[-1] if self.before else ""

    @property
    def group(self) -> str:
        """The group of its metric; empty without one."""
        return self.metric.group if self.metric else ""

    @property
    def measures(self) -> bool:
        """Say whether the metric is one of outcomes, not of sizes."""
        return self.metric is not None and not self.metric.scale

    @property
    def in_result(self) -> bool:
        """Say whether the number stands in a result."""
        return self.within is SlotKind.RESULT

    @property
    def in_means(self) -> bool:
        """Say whether the number belongs to what went in."""
        return self.within in (SlotKind.METHOD, SlotKind.SCALE)

    @property
    def follows_change(self) -> bool:
        """Say whether the verb before the number reports a change or an effect."""
        if self.verb is None:
            return False
        return self.verb.change in ("up", "down", "reach") or self.base in marker_set("effects")

    @property
    def compares(self) -> bool:
        """'40 % faster', 'a 12 % reduction', '3 hours less'."""
        if any(word in word_set("adjectives", "comparatives") for word in self.after[:2]):
            return True
        if self.number.kind in ("bare", "percent", "points") and self.after[:2] in _AHEAD_OF:
            return True  # '5.2 above the linear probe'
        return any(word in word_set("adjectives", "changes") for word in self.after[:4])

    @property
    def is_duration(self) -> bool:
        """'over 2 years', 'in 3 weeks': how long the work took, unless it took longer before."""
        if (
            self.today
            or self.number.unit in FINE_TIMES | {"s"}
            or any(each in self.following for each in _EARLIER)
        ):
            return False
        durations = marker_set("durations")
        if self.near in ("under", "than", "about", "just", "only"):
            return len(self.before) > 1 and self.before[-2] in durations
        return self.near in durations
