"""What is measured: metrics with unit, direction, and how many people understand them."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from standout.values import frozen
from standout.vocabulary import tables
from standout.vocabulary.matcher import Matcher


@frozen
class Metric:
    """One entry of the vocabulary.

    `better` is the direction of success; `range` the possible values where there are bounds.
    `intuition` runs from 0 (means nothing without context) to 3 (anyone understands it).
    `needs` names what must stand beside the number; `vanity` marks numbers that prove little;
    `scale` marks sizes of what went in, which are no outcome unless they changed.
    """

    id: str
    group: str
    names: tuple[str, ...]
    unit: str
    better: Literal["up", "down", "target"]
    intuition: int
    gloss: str
    range: tuple[float, float] | None = None
    needs: tuple[str, ...] = ()
    vanity: bool = False
    scale: bool = False


@frozen
class MetricMention:
    """A metric's name in a text, as offsets `[start, end)`.

    `weak` names are ordinary words ('stars', 'return') that mean the metric beside a number only.
    """

    start: int
    end: int
    metric: Metric
    weak: bool = False


def find(text: str) -> tuple[MetricMention, ...]:
    """The metrics a text names for sure, left to right."""
    return tuple(mention for mention in find_all(text) if not mention.weak)


def find_all(text: str) -> tuple[MetricMention, ...]:
    """The metrics a text may name, weak names included."""
    aliases, matcher = _compiled()
    return tuple(
        MetricMention(start, end, aliases[index][1], aliases[index][2])
        for index, start, end in matcher.find(text)
    )


def by_id(identifier: str) -> Metric:
    """The metric with this id. Raises `KeyError` for an unknown one."""
    return _by_id()[identifier]


@cache
def all_metrics() -> tuple[Metric, ...]:
    """Every metric, in the order of its group."""
    return tuple(
        _metric(identifier, group, entry)
        for group, entries in tables.load("metrics").items()
        for identifier, entry in entries.items()
    )


def _metric(identifier: str, group: str, entry: dict[str, Any]) -> Metric:
    low_high = entry.get("range")
    return Metric(
        id=identifier,
        group=group,
        names=(*entry["names"], *entry.get("cased", ()), *entry.get("weak", ())),
        unit=entry["unit"],
        better=entry["better"],
        intuition=entry["intuition"],
        gloss=entry["gloss"],
        range=(low_high[0], low_high[1]) if low_high else None,
        needs=tuple(entry["needs"]),
        vanity=entry.get("vanity", False),
        scale=entry.get("scale", False),
    )


@cache
def _by_id() -> dict[str, Metric]:
    return {metric.id: metric for metric in all_metrics()}


@cache
def _compiled() -> tuple[tuple[tuple[str, Metric, bool], ...], Matcher]:
    aliases: list[tuple[str, Metric, bool]] = []
    cased: list[int] = []
    for entries in tables.load("metrics").values():
        for identifier, entry in entries.items():
            metric = _by_id()[identifier]
            aliases += [(name, metric, False) for name in entry["names"]]
            for name in entry.get("cased", ()):
                cased.append(len(aliases))
                aliases.append((name, metric, False))
            aliases += [(name, metric, True) for name in entry.get("weak", ())]
    return tuple(aliases), Matcher([name for name, _, _ in aliases], cased)
