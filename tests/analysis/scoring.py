"""Compare analyses with labels: counts of hits, false alarms and misses."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from standout.analysis.statement import Analysis, SlotKind, analyse

Case = dict[str, Any]
SLOTS = ("action", "object", "method", "result", "metric", "baseline", "scale")


def load(name: str) -> list[Case]:
    """The labelled statements of one file."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    cases: list[Case] = tomllib.loads(text)["cases"]
    return cases


def numbers(case: Case) -> Counter[str]:
    """Outcomes found, claimed wrongly, and missed, in one statement."""
    analysis = analyse(case["text"])
    counts: Counter[str] = Counter()
    wanted = [place(case["text"], each) for each in case.get("results", ())]
    unwanted = [place(case["text"], each) for each in case.get("others", ())]
    claimed = [(each.start, each.end) for each in analysis.quantities if each.result]
    for each in wanted:
        counts["hit" if any(overlap(each, other) for other in claimed) else "missed"] += 1
    for each in unwanted:
        counts["false"] += any(overlap(each, other) for other in claimed)
    return counts


def wrong_kinds(case: Case) -> list[str]:
    """Numbers typed otherwise than labelled."""
    analysis = analyse(case["text"])
    wrong = []
    for written, kind in case.get("kinds", {}).items():
        at = place(case["text"], written)
        found = [each.kind for each in analysis.quantities if overlap(at, (each.start, each.end))]
        if kind not in found:
            wrong.append(f"{written}: {found} instead of {kind}")
    return wrong


def wrong_slots(case: Case) -> list[str]:
    """Labelled slots that were not found, or found where there is none."""
    analysis = analyse(case["text"])
    wrong = []
    for name in SLOTS:
        if name not in case:
            continue
        found = texts(analysis, SlotKind(name))
        expected = case[name]
        if expected == "" and found:
            wrong.append(f"{name}: {found} instead of none")
        elif expected and not any(expected in each or each in expected for each in found):
            wrong.append(f"{name}: {found} instead of {expected}")
    return wrong


def texts(analysis: Analysis, kind: SlotKind) -> list[str]:
    """The words of all slots of a kind."""
    return [analysis.text[slot.start : slot.end] for slot in analysis.of_kind(kind)]


def place(text: str, written: str) -> tuple[int, int]:
    """Where a labelled piece stands: its first occurrence that is no part of a longer number."""
    start = text.find(written)
    while start >= 0:
        before, after = text[max(0, start - 1) : start], text[start + len(written) :][:1]
        if not before.isdigit() and before not in (".", ",") and not (after.isdigit()):
            return start, start + len(written)
        start = text.find(written, start + 1)
    raise ValueError(f"{written!r} does not stand in {text!r}")


def overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Say whether two ranges share a character."""
    return first[0] < second[1] and second[0] < first[1]
