"""Is a number an outcome? One question a kind, asked of what stands around the number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from standout.analysis.counted import INPUT_AFTER, NEARNESS, UNITS, counts_outcome, is_measure
from standout.analysis.slots import SlotKind
from standout.analysis.surroundings import FINE_TIMES, Surroundings
from standout.vocabulary.markers import marker_set
from standout.vocabulary.words import nouns

_WINNING = frozenset(
    ("win", "secure", "close", "raise", "land", "save", "award", "receive", "obtain")
)
_NO_SHARE = frozenset(("position", "part-time", "remote", "time", "equity", "scholarship"))
_HOLDINGS = frozenset(
    ("budget", "portfolio", "company", "fund", "startup", "project", "programme", "program",
     "business", "market", "contract", "account", "retailer", "industry", "bank", "book")
)  # fmt: skip
_SPARING = frozenset(("save", "spare", "eliminate", "avoid", "prevent", "remove", "replace"))
"""Verbs that make an outcome of the chores that are gone."""
_FINDING = frozenset(("find", "discover", "uncover", "detect", "identify", "spot", "fix", "flag"))
_HOLDING = frozenset(("manage", "oversee", "handle", "lead", "administer", "run", ""))
_NO_MULTIPLE = frozenset(
    ("engineer", "developer", "programmer", "descent", "precision", "integral")
)
_COUNT_KINDS = frozenset(("count", "percent", "rate"))
_MACHINES = frozenset(
    ("card", "cards", "gpu", "gpus", "laptop", "laptops", "machine", "machines", "server",
     "servers", "node", "nodes", "instance", "instances", "ram", "vram", "device", "devices",
     "phone", "phones", "disk", "disks", "cluster")
)  # fmt: skip
_AT_TABLE = frozenset(("covers", "guests", "meals", "tables", "plates", "drinks", "diners"))
"""What a person serves; requests and predictions are served by what was built."""
_NOW = frozenset(("time", "percent", "rate", "bare", "money", "data"))


def is_outcome(around: Surroundings) -> bool:
    """Say whether the number is an outcome of the work."""
    is_spared = around.base in _SPARING and around.number.kind in ("count", "rate")
    grown = around.near == "to" and around.follows_change and around.in_result
    counts = is_spared or grown or _is_at_machine_pace(around)
    if around.number.noun in nouns("activity") and not counts:
        return around.metric is not None and around.metric.id == "test-coverage"
    metric = around.metric
    if metric is not None and metric.vanity and around.number.kind in _COUNT_KINDS:
        return metric.id == "followers"
    if _is_feeling(around) or _is_limit(around) or around.near == "per":
        return False
    if around.near in ("now", "down") and around.number.kind in _NOW:
        return True  # '- median response now 80 ms', 'GPU bill down 41 %'
    if around.act in _FINDING and around.number.kind in ("percent", "money"):
        return True  # 'Found a bug that had hidden 7 % of purchases'
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
    if around.after[:1] == ["of"] and not marker_set("targets").isdisjoint(around.after):
        return False  # '112 % of quota'
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
    if whole and around.near in INPUT_AFTER - {"at", "with"}:
        # 'on half of the data' tells what went in, 'in a fifth of the time' what came of it.
        return around.near in ("in", "for") and whole.endswith((" the time", " the cost"))
    return not _NO_MULTIPLE.intersection(around.after[:1])


def _percent(around: Surroundings) -> bool:
    if _NO_SHARE.intersection(around.after[:1]) or {"my", "time"} <= {*around.after}:
        return False
    if around.verb is None and around.after[:1] == ["of"] and not around.in_means:
        return True  # 'Less than 1 % of parts are rejected'
    if around.near == "within":
        return True  # 'predicts the load within 3 %'
    if around.metric is not None or around.compares or around.is_signed or around.in_result:
        return True
    if around.within is SlotKind.METHOD:
        return False
    if around.near == "by" and around.after[:1] == ["of"]:
        return True  # 'preferred by 68 % of raters'
    if around.of_artefact and not around.in_means and around.near not in INPUT_AFTER:
        return True
    return around.base in marker_set("share") or around.follows_change


def _money(around: Surroundings) -> bool:
    if _HOLDINGS.intersection((*around.after[:1], *around.before[-2:])):
        return around.base in _WINNING
    if around.measures or (around.in_result and around.near not in ("a", "an")):
        return True
    if around.near in ("a", "an") and around.base not in _WINNING:
        return False  # 'a $4 chip' is a price
    if around.near in NEARNESS or around.before[-2:] == ["less", "than"]:
        return True  # 'built for less than $400'
    if around.near == "worth" and around.base not in _HOLDING:
        return True
    return around.within is not SlotKind.METHOD and around.base in marker_set("money")


def _time(around: Surroundings) -> bool:
    if around.in_means or around.is_duration or _says_which(around):
        return around.in_result and around.number.unit in FINE_TIMES
    measured = around.measures and (around.group != "business" or around.follows_change)
    if around.compares or measured or around.in_result:
        return True
    if around.of_artefact and not around.is_duration and around.near not in INPUT_AFTER:
        return True  # 'the battery lasts 9 hours'
    attributive = "-" in around.written and " " not in around.written.partition("-")[0]
    return around.follows_change and (around.near in ("by", "to") or not attributive)


def _says_which(around: Surroundings) -> bool:
    """'the 14-hour outage', 'in a 6-week test': which one it was."""
    told = around.near in ("the", "a", "an", "our") and around.before[-2:-1] != ["to"]
    return told and "-" in around.written and not around.compares and not around.measures


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
    if around.act == "serve" and around.number.noun in _AT_TABLE:
        return around.in_result
    if around.in_result or around.measures or around.follows_change or around.of_artefact:
        return True
    if not around.act and around.number.noun in nouns("outcome"):
        return True  # 'My package has 12k downloads a month'
    if around.after[:1] == ["of"]:
        return False
    return around.base in marker_set("rate") or around.near in ("at", "to")


def _bare(around: Surroundings) -> bool:
    if around.number.whole:
        return True  # a mark: '3.9/4.0'
    if UNITS.intersection(around.after[:1]) or around.following.startswith("°"):
        return is_measure(around)
    if around.compares or _is_part_of_those(around):
        return True
    return around.measures or (around.metric is None and around.in_result and around.follows_change)


def _is_part_of_those(around: Surroundings) -> bool:
    """'Coached 6 juniors; 2 were promoted': the second number tells what became of the first."""
    auxiliary, participle = (*around.after, "", "")[:2]
    done = participle.endswith("ed") or participle in ("won", "hired", "chosen", "made")
    return around.near in (";", ",") and auxiliary in ("were", "was", "got", "are") and done


_VERDICTS: Mapping[str, Callable[[Surroundings], bool]] = {
    "rank": _always,
    "points": _points,
    "multiple": _multiple,
    "percent": _percent,
    "money": _money,
    "time": _time,
    "data": _data,
    "rate": _rate,
    "count": counts_outcome,
    "bare": _bare,
}
