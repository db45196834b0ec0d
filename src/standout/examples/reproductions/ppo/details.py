"""The table of the 37 details: what, where, which evidence, what it costs to leave it out.

    python -m standout.examples.reproductions.ppo.details > details.md

Names and evidence are in details.toml, places are the markers in the code (`# core 5: ...`), and
effects are computed from ablations.csv.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from standout.evidence.statistics.equivalence import welch
from standout.evidence.statistics.samples import sample_of

HERE = Path(__file__).parent
CODE = ("ppo.py", "atari.py", "continuous.py", "lstm.py", "multidiscrete.py")
GROUPS = ("core", "atari", "continuous", "lstm", "multidiscrete")
TASKS = ("CartPole-v1", "Acrobot-v1")
MEASURES = ("last", "all")
_MARKER = re.compile(rf"\b({'|'.join(GROUPS)}) (\d+)\b")
_FUNCTION = re.compile(r"\s*(?:def|class) (\w+)")
Key = tuple[str, int]
INTRODUCTION = """# The details, one by one

Group and number are those of "The 37 Implementation Details of Proximal Policy Optimization".
*claims*: runs that settle or leave open a published number exercise the detail.
*test*: nothing but a test of its own stands behind it; no agent was trained with it here.
"""
PROTOCOL = """
## What it costs to leave one out

One detail left out at a time, all else as published: seeds 1 to 10, 500,000 steps each, as in the
runs of the claims.
Numbers are mean differences to the complete algorithm with 95 % Welch intervals; negative is worse.
*Last*: mean return of the last hundred episodes; it is all but capped on CartPole, whose ceiling is
500 and where the complete algorithm has {complete}.
*All*: mean return over the whole training, each episode counting for its length.
*Worst*: the last hundred episodes of the worst of the ten seeds, not a difference: a mean hides
the one seed that never learns; with nothing left out it is {worst}.
Intervals are not corrected for their number: of {count}, {chance} would leave zero out by chance.
Nothing here says what a detail does elsewhere, nor what it does together with others left out.
"""


@dataclass(frozen=True, slots=True)
class Detail:
    """One row of details.toml, and where the code says it happens."""

    group: str
    number: int
    name: str
    place: str
    claims: tuple[str, ...]
    test: str
    without: str


def main() -> None:
    """Print the table."""
    sys.stdout.write(page())


def page() -> str:
    """Both tables as Markdown."""
    rows = list(details())
    lines = [INTRODUCTION, *_table(("", "detail", "place", "evidence"), map(_row, rows))]
    outcomes = ablated()
    effects = [_effects(each, outcomes) for each in rows if each.without]
    heads = [f"{task}, {each}" for task in TASKS for each in (*MEASURES, "worst")]
    whole = [outcomes[task, "last", 0] for task in TASKS]
    worst = " and ".join(f"{min(values):.0f}" for values in whole)
    complete = sample_of(whole[0]).mean
    count = sum(cell.endswith(("]", "]**")) for row in effects for cell in row[3:])
    chance = f"{count * 0.05:.0f} or so"
    told = PROTOCOL.format(complete=f"{complete:.1f}", worst=worst, count=count, chance=chance)
    lines += [told, *_table(("", "detail", "instead", *heads), effects)]
    return "\n".join(lines) + "\n"


def details() -> Iterator[Detail]:
    """All of them, in the order of the file."""
    found = places()
    for each in tomllib.loads((HERE / "details.toml").read_text("utf-8"))["detail"]:
        claims = tuple(each.get("claims", ()))
        key = (each["group"], each["number"])
        yield Detail(*key, each["name"], found[key], claims, each["test"], each.get("without", ""))


def places() -> dict[Key, str]:
    """Where each marker stands: file, line, function."""
    found: dict[Key, str] = {}
    for name in CODE:
        function = ""
        for number, line in enumerate((HERE / name).read_text("utf-8").split("\n"), 1):
            opened = _FUNCTION.match(line)
            function = opened[1] if opened else function
            head = line.strip().partition(":")[0]
            for group, mark in _MARKER.findall(head) if head.startswith("# ") else ():
                if (group, int(mark)) in found:
                    raise ValueError(f"{name}:{number}: {group} {mark} is marked twice")
                found[group, int(mark)] = f"{name}:{number} `{function}`"
    return found


def ablated() -> dict[tuple[str, str, int], list[float]]:
    """Task, measure and detail left out to the numbers of the seeds."""
    found: dict[tuple[str, str, int], list[float]] = {}
    with (HERE / "ablations.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for measure in MEASURES:
                key = (row["task"], measure, int(row["detail"]))
                found.setdefault(key, []).append(float(row[measure]))
    return found


def _row(detail: Detail) -> list[str]:
    claims = ", ".join(f"`{each}`" for each in detail.claims)
    evidence = f"claims: {claims}; " if claims else ""
    which = f"{detail.group} {detail.number}"
    return [which, detail.name, detail.place, f"{evidence}test: `{detail.test}`"]


def _effects(detail: Detail, outcomes: dict[tuple[str, str, int], list[float]]) -> list[str]:
    cells = []
    for task in TASKS:
        for measure in MEASURES:
            without = outcomes.get((task, measure, detail.number))
            complete = outcomes.get((task, measure, 0))
            cells.append(effect(without, complete) if without and complete else "-")
        last = outcomes.get((task, MEASURES[0], detail.number))
        cells.append(f"{min(last):.0f}" if last else "-")
    return [f"{detail.group} {detail.number}", detail.name, detail.without, *cells]


def effect(without: Sequence[float], complete: Sequence[float]) -> str:
    """The difference of the means with its 95 % interval; bold where that leaves zero out."""
    difference = welch(sample_of(without), sample_of(complete))
    low, high = difference.interval(0.95)
    told = f"{difference.estimate:+.1f} [{low:+.1f}, {high:+.1f}]"
    return f"**{told}**" if low > 0 or high < 0 else told


def _table(heads: Sequence[str], rows: Iterator[list[str]] | list[list[str]]) -> list[str]:
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows)]


if __name__ == "__main__":
    main()
