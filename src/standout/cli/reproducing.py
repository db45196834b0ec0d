"""What the commands of a reproduction print."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from standout import workspace
from standout.evidence.plain import dumped, plain
from standout.model.evidence import ClaimKind, Label
from standout.reporters import several
from standout.reporters.text import printable

if TYPE_CHECKING:
    from standout.evidence.attaching import Attached
    from standout.evidence.pages.report import Findings
    from standout.evidence.planning import Planned
    from standout.workspace.reproductions import Opened


def day(asked: object) -> str:
    """The day that was named, or today."""
    if isinstance(asked, datetime.datetime):
        return asked.date().isoformat()
    return workspace.today().isoformat()


def plan_lines(found: Sequence[Planned], power: float) -> Iterator[str]:
    """Each claim in a few lines."""
    for each in found:
        yield each.claim.id
        if each.why:
            yield f"  {each.why}"
        if each.never and each.plan is None:
            yield "  it cannot be settled by any number of runs"
        for case in each.scenarios:
            needed = (
                "more seeds than anybody trains"
                if case.needed is None
                else several(case.needed, "seed")
            )
            yield f"  {power:.0%} power with {needed}, if {case.condition}"
        if each.method:
            yield f"  by: {each.method}"
        if each.plan is None or each.margin is None:
            continue
        if each.plan.floor:
            yield (
                f"  margin ±{each.margin:.4g}; the paper's own seeds alone leave a 90 % interval "
                f"of ±{each.plan.floor:.4g}"
            )
        if each.plan.needed is not None:
            yield f"  {power:.0%} power with {each.plan.needed} own seeds"
        else:
            most = math.floor(100 * each.plan.reachable)
            yield f"  no number of own seeds reaches {power:.0%} power: at most {most}%"
            yield "  whatever you run, inconclusive is the likely verdict: the paper has few seeds"
        row = ", ".join(f"{n} seeds {share:.0%}" for n, share in each.plan.table)
        yield f"  if there is no difference at all: {row}"


def is_hopeless(each: Planned) -> bool:
    """No number of runs that anybody makes settles a claim that could be tested."""
    if each.claim.kind is ClaimKind.QUALITATIVE:
        return False
    return each.never or (each.plan is not None and each.plan.needed is None)


def plans_plain(found: Sequence[Planned]) -> list[dict[str, object]]:
    """The plans for JSON."""
    return [
        {
            "claim": each.claim.id,
            "margin": each.margin,
            "own_sd": each.own_sd,
            "needed_seeds": each.plan.needed if each.plan else None,
            "power_at_most": each.plan.reachable if each.plan else None,
            "half_width_at_least": each.plan.floor if each.plan else None,
            "power": {str(n): p for n, p in each.plan.table} if each.plan else {},
            "why": each.why,
            "method": each.method,
            "scenarios": [{"if": s.condition, "needed_seeds": s.needed} for s in each.scenarios],
            "never": each.never,
        }
        for each in found
    ]


def told_attached(opened: Opened, done: Sequence[Attached], form: str) -> bool:
    """Print what was attached; say whether something was lost."""
    from standout.evidence.attaching import duplicates
    from standout.evidence.measuring import missing_seeds

    doubled = list(duplicates(opened.lock.runs))
    if form == "json":
        logs = [_attached_plain(each) for each in done]
        told = {"version": 1, "logs": logs, "runs": len(opened.lock.runs), "problems": doubled}
        click.echo(dumped(told), nl=False)
    for each in done:
        if form == "text":
            for run in each.runs:
                steps = f", to step {run.steps:,.0f}" if run.steps is not None else ""
                what = f"{run.group}, {run.label}, {run.rows:,} rows{steps} ({run.format})"
                click.echo(printable(f"{run.path}: {what}"))
        for remark in each.remarks:
            word = "error" if remark.serious else "note"
            click.echo(printable(f"{each.file.path}: {word}: {remark}"), err=True)
    for group in dict.fromkeys(run.group for run in opened.lock.runs):
        mine = [run for run in opened.runs if run.group == group]
        missing = missing_seeds(mine)
        if missing:
            gone = " and ".join(map(str, missing))
            click.echo(
                printable(f"{group}: {several(len(mine), 'run')}; where is seed {gone}?"), err=True
            )
    for line in doubled:
        click.echo(printable(f"error: {line}"), err=True)
    return bool(doubled) or any(r.serious for e in done for r in e.remarks)


def _attached_plain(each: Attached) -> dict[str, object]:
    return {
        "path": each.file.path,
        "sha256": each.file.sha256,
        "runs": plain(each.runs),
        "remarks": [plain(remark) for remark in each.remarks],
    }


def verdict_lines(found: Findings) -> Iterator[str]:
    """Each claim with its label, numbers and reason."""
    from standout.evidence.pages.numbers import unmarked
    from standout.evidence.pages.report import FLAGS

    for _, verdict, facts in found.pairs():
        yield f"{verdict.claim_id}: {verdict.label.value}"
        yield f"  {verdict.reason}"
        numbers = [
            f"published {facts.published()} {facts.spread()}".rstrip() if facts.published() else "",
            f"own {facts.own_share()}" if facts.own() else "",
            f"difference {facts.difference()} {facts.interval(90)}".rstrip()
            if facts.difference()
            else "",
            f"margin ±{facts.margin()}" if facts.margin() else "",
        ]
        if any(numbers):
            yield "  " + unmarked("; ".join(each for each in numbers if each))
        yield from (f"  {each}: {FLAGS.get(each, each)}" for each in verdict.flags)
        if verdict.power_note:
            yield f"  {verdict.power_note}"
        other = ", ".join(f"{e.choice}: {e.label.value}" for e in verdict.sensitivity)
        if other:
            yield f"  otherwise: {other}"
        yield from (f"  changed: {e}" for e in found.lock.changes if e.claim == verdict.claim_id)


def verdicts_json(found: Findings, files: dict[str, bytes], target: Path) -> str:
    """Verdicts, lines and files for programs."""
    told: dict[str, Any] = {"version": 1, "folder": str(target), "files": sorted(files)}
    told["verdicts"] = [plain(each) for each in found.verdicts]
    told["changes"] = [plain(each) for each in found.lock.changes]
    told["lines"] = json.loads(files["lines.json"])["lines"]
    return dumped(told)


def has_failed(found: Findings) -> bool:
    """A claim did not come out again, or could not be compared."""
    bad = (Label.NOT_REPRODUCED, Label.NOT_COMPARABLE)
    return any(each.label in bad for each in found.verdicts)
