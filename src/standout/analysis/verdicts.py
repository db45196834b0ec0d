"""Is a number an outcome? One question a kind, asked of what stands around the number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from standout.analysis.quantities import Number
from standout.analysis.slots import SlotKind
from standout.vocabulary.markers import marker_set
from standout.vocabulary.metrics import Metric
from standout.vocabulary.numbers import word_set
from standout.vocabulary.verbs import Verb, lookup
from standout.vocabulary.words import nouns

_FINE_TIMES = frozenset(("ms", "us", "ns"))
_WINNING = frozenset(("win", "secure", "close", "raise", "land", "save"))
_NO_SHARE = frozenset(("position", "part-time", "remote", "time", "equity", "scholarship"))
_HOLDINGS = frozenset(
    ("budget", "portfolio", "company", "fund", "startup", "project", "programme", "program",
     "business", "market", "contract", "account", "retailer", "industry", "bank", "book")
)  # fmt: skip
_INPUT_AFTER = frozenset(
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
     "save", "eliminate", "discover", "retire", "replace", "mentor", "teach", "train", "coach",
     "hire", "onboard", "uncover", "remove", "tutor", "sell")
)  # fmt: skip
_NO_MULTIPLE = frozenset(
    ("engineer", "developer", "programmer", "descent", "precision", "integral")
)
_OF_THEM = ("of whom", "of which")
_OF_EACH = ("in ", "of every", "out of every")
_UNFINISHED = ("under review", "in preparation", "in progress", "submitted", "in submission")
_BE = frozenset(("are", "is", "were", "was", "now"))
_HONOURING = frozenset(("accept", "select", "award", "nominate", "shortlist", "choose"))
_TRIALS = frozenset(("trials", "cases", "runs", "attempts", "tests", "patients", "games", "tries"))
_UNITS = frozenset(
    ("km", "m", "cm", "mm", "miles", "kg", "g", "tonnes", "tons", "kwh", "mwh", "w", "mw", "j",
     "l", "litres", "liters")
)  # fmt: skip
_ANGLES = frozenset(("degree", "degrees", "deg"))
_COUNT_KINDS = frozenset(("count", "percent", "rate"))
_MACHINES = frozenset(
    ("card", "cards", "gpu", "gpus", "laptop", "laptops", "machine", "machines", "server",
     "servers", "node", "nodes", "instance", "instances", "ram", "vram", "device", "devices",
     "phone", "phones", "disk", "disks", "cluster")
)  # fmt: skip
_CHORES = frozenset(("ticket", "tickets"))
_WORKING_OFF = frozenset(("close", "resolve", "fix", "handle", "answer", "solve"))
_EARLIER = ("instead of", "ahead of", "rather than", "earlier", "down from")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A number and what stands around it.

    `before` and `after` are the words beside it, `beside` is the number with two characters on
    either side, `following` the text behind it, `verb` the last verb before it, `changes` says
    whether the statement speaks of a change at all, `today` whether 'now' stands before it.
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

    @property
    def base(self) -> str:
        """The base form of the verb; empty without one."""
        return self.verb.base if self.verb else ""

    @property
    def near(self) -> str:
        """The word right before the number."""
        return self.before[-1] if self.before else ""

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
        return any(word in word_set("adjectives", "changes") for word in self.after[:4])

    @property
    def is_duration(self) -> bool:
        """'over 2 years', 'in 3 weeks': how long the work took, unless it took longer before."""
        if (
            self.today
            or self.number.unit in _FINE_TIMES | {"s"}
            or any(each in self.following for each in _EARLIER)
        ):
            return False
        durations = marker_set("durations")
        if self.near in ("under", "than", "about", "just", "only"):
            return len(self.before) > 1 and self.before[-2] in durations
        return self.near in durations


def is_outcome(around: Surroundings) -> bool:
    """Say whether the number is an outcome of the work."""
    if around.number.noun in nouns("activity") and not _is_at_machine_pace(around):
        return around.metric is not None and around.metric.id == "test-coverage"
    metric = around.metric
    if metric is not None and metric.vanity and around.number.kind in _COUNT_KINDS:
        return metric.id == "followers"
    if _is_feeling(around) or _is_limit(around) or around.near == "per":
        return False
    return _VERDICTS[around.number.kind](around)


def _is_at_machine_pace(around: Surroundings) -> bool:
    """'handles 900 messages a second'; nobody writes that many."""
    paced = around.number.kind == "rate" and around.base in marker_set("rate")
    return paced and around.written.lower().endswith(("/s", "second", "sec", "minute", "/min"))


def _is_feeling(around: Surroundings) -> bool:
    """'100 % passion', '110 %' of nothing that changed."""
    if around.number.kind != "percent":
        return False
    if any(word in nouns("feeling") for word in around.after[:3]) and not around.compares:
        return True
    return (around.number.value or 0) > 100 and not (around.changes or around.compares)


def _is_limit(around: Surroundings) -> bool:
    """'with only 2 % of the labels': little went in."""
    if around.number.kind not in ("percent", "count", "data") or len(around.before) < 2:
        return False
    first, second = around.before[-2:]
    return second in ("only", "just", "merely") and first in ("using", "with", "from", "on", "of")


def _always(_: Surroundings) -> bool:
    return True


def _points(around: Surroundings) -> bool:
    return "story" not in around.before and around.within is not SlotKind.METHOD


def _multiple(around: Surroundings) -> bool:
    whole = around.number.whole or ""
    if whole and around.near in _INPUT_AFTER - {"at", "with"}:
        # 'on half of the data' tells what went in, 'in a fifth of the time' what came of it.
        return around.near in ("in", "for") and whole.endswith((" the time", " the cost"))
    return not _NO_MULTIPLE.intersection(around.after[:1])


def _percent(around: Surroundings) -> bool:
    if _NO_SHARE.intersection(around.after[:1]) or {"my", "time"} <= {*around.after}:
        return False
    if around.verb is None and around.after[:1] == ["of"] and not around.in_means:
        return True  # 'Less than 1 % of parts are rejected'
    if around.metric is not None or around.compares or around.is_signed or around.in_result:
        return True
    if around.within is SlotKind.METHOD:
        return False
    return around.base in marker_set("share") or around.follows_change


def _money(around: Surroundings) -> bool:
    if _HOLDINGS.intersection(around.after[:1]):
        return around.base in _WINNING
    if around.measures or (around.in_result and around.near not in ("a", "an")):
        return True
    if around.near in ("a", "an") and around.base not in _WINNING:
        return False  # 'a $4 chip' is a price
    return around.within is not SlotKind.METHOD and around.base in marker_set("money")


def _time(around: Surroundings) -> bool:
    if around.in_means or around.is_duration:
        return around.in_result and around.number.unit in _FINE_TIMES
    measured = around.measures and (_group(around) != "business" or around.follows_change)
    if around.compares or measured or around.in_result:
        return True
    return around.follows_change and (around.near in ("by", "to") or "-" not in around.written)


def _data(around: Surroundings) -> bool:
    if around.in_means or around.near in ("on", "of", "over", "across", "with"):
        return False
    if _MACHINES.intersection(around.after[:2]):
        return False  # 'one 16 GB card'
    return around.in_result or around.follows_change or around.measures


def _rate(around: Surroundings) -> bool:
    if around.within is SlotKind.METHOD or around.near in ("of", "on", "from", "over"):
        return False
    if around.number.unit == "times":
        return around.in_result
    if around.in_result or around.measures or around.follows_change:
        return True
    if around.after[:1] == ["of"]:
        return False
    return around.base in marker_set("rate") or around.near in ("at", "to")


def _count(around: Surroundings) -> bool:
    noun, near = around.number.noun, around.near
    if noun in _ANGLES:
        return _is_angle(around)
    if _is_share_of_count(around):
        return True
    if _is_chore(around):
        return False
    if noun in ("paper", "papers", "publication", "publications"):
        return around.base in _WRITING and not any(each in around.following for each in _UNFINISHED)
    serves = near in ("by", "to", "that", "which") or not marker_set("serving").isdisjoint(
        around.before
    )
    if noun in nouns("audience") and serves:
        return "team" not in around.before and around.within is not SlotKind.METHOD
    if near in _INPUT_AFTER and not (near == "with" and around.measures):
        return near == "of" and "to" in around.before and around.in_result
    if around.in_means:
        groups = ("business", "reach")
        return around.within is SlotKind.SCALE and around.measures and _group(around) in groups
    if noun in nouns("outcome") or (around.measures and _group(around) in _COUNTED_GROUPS):
        return around.base not in _STUDYING
    return around.in_result or around.follows_change or around.base in _COUNTING


def _is_share_of_count(around: Surroundings) -> bool:
    """'3 of whom were promoted', '9 in 10 cases', 'won 3 of 4'; not 'on 3 of 4 benchmarks'."""
    whole = around.number.whole or ""
    if whole and not around.near and (around.number.value or 0) > 1:
        verbs = (lookup(word) for word in around.after)
        reported = any(verb is not None and verb.form != "gerund" for verb in verbs)
        return reported or not _BE.isdisjoint(around.after)
    if whole and around.base in marker_set("share") | _HONOURING:
        return True
    if whole and around.near == "in" and around.number.noun in _TRIALS:
        return True
    if whole.startswith(_OF_EACH):
        return around.near not in _INPUT_AFTER
    return whole.startswith(_OF_THEM) or bool(whole and (around.in_result or around.follows_change))


def _is_chore(around: Surroundings) -> bool:
    """'Closed 340 tickets', 'removed 30,000 lines of dead code': work done, nothing gained."""
    noun = around.number.noun
    if noun == "lines" and "code" in around.after[:4]:
        return True
    return noun in _CHORES and around.base in _WORKING_OFF


def _group(around: Surroundings) -> str:
    return around.metric.group if around.metric else ""


def _bare(around: Surroundings) -> bool:
    if around.number.whole:
        return True  # a mark: '3.9/4.0'
    if _UNITS.intersection(around.after[:1]) or around.following.startswith("°"):
        return _is_measure(around)
    return around.measures or (around.metric is None and around.in_result and around.follows_change)


def _is_measure(around: Surroundings) -> bool:
    """'to within 2 cm', 'below 1.5 degrees'; not 'rotated by up to 15 degrees'."""
    if around.before[-2:] == ["up", "to"]:
        return False
    told = around.measures or around.compares or around.in_result or around.follows_change
    return told or around.near in ("to", "within", "below", "under")


def _is_angle(around: Surroundings) -> bool:
    """'to within 0.4 degrees', 'off by 2 degrees less'; not '7 degrees of freedom'."""
    if around.after[1:3] == ["of", "freedom"]:
        return False
    near = around.near in ("within", "below", "under") or (
        around.follows_change and around.near in ("by", "to")
    )
    return near or around.measures or around.compares


_VERDICTS: Mapping[str, Callable[[Surroundings], bool]] = {
    "rank": _always,
    "points": _points,
    "multiple": _multiple,
    "percent": _percent,
    "money": _money,
    "time": _time,
    "data": _data,
    "rate": _rate,
    "count": _count,
    "bare": _bare,
}
