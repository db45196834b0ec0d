"""Charts exported from Weights & Biases: a column a run, `name - metric`, and its extremes.

The companions `__MIN` and `__MAX` belong to the drawing, not to the run; they are not read.
"""

from __future__ import annotations

from typing import BinaryIO

from standout.evidence.logs import naming, tables
from standout.evidence.logs.series import Log, Logged, Wanted

PARTED = " - "
COMPANIONS = ("__MIN", "__MAX")


def is_export(header: str) -> bool:
    """Say whether a header is that of an exported chart."""
    names, _ = tables.header_of(header)
    there = set(names)
    return any(f"{each}{COMPANIONS[0]}" in there for each in there) or (
        len(names) > 1 and all(PARTED in each for each in names[1:])
    )


def read(stream: BinaryIO, wanted: Wanted, header: str) -> Log:
    """One run a column."""
    names, _ = tables.header_of(header)
    own = [each for each in names if PARTED in each and not each.endswith(COMPANIONS)]
    metrics = {each: each.rpartition(PARTED)[2] for each in own}
    columns: dict[str, str] = {}
    for asked in wanted.metrics:
        meant = naming.match(asked, metrics.values())
        columns |= {each: asked for each in own if metrics[each] == meant}
    step = wanted.step or naming.first_of(naming.STEPS, names) or names[0]
    log = tables.read(stream, Wanted(tuple(columns), step))
    found = {name: series for each in log.runs for name, series in each.series.items()}
    columns = {name: asked for name, asked in columns.items() if name in found}
    logged = []
    for label in dict.fromkeys(each.rpartition(PARTED)[0] for each in columns):
        mine = {a: found[c] for c, a in columns.items() if c.rpartition(PARTED)[0] == label}
        logged.append(Logged(label, "", mine))
    return Log("wandb-export", tuple(logged), tuple(dict.fromkeys(metrics.values())), log.remarks)
