"""Testing the claims of a paper with one's own runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standout.evidence.pages.lines import Refusal
    from standout.evidence.pages.numbers import Number
    from standout.evidence.pages.report import Findings
    from standout.evidence.planning import Planned
    from standout.model.evidence import Evidence, Verdict
    from standout.workspace.reproductions import Opened


def reproduction_template() -> bytes:
    """A `reproduction.yaml` to start from, every part of it explained."""
    return (files("standout.evidence") / "template.yaml").read_bytes()


def reproduction_schema() -> str:
    """The JSON Schema of `reproduction.yaml`."""
    from standout.evidence.keys import FORMAT
    from standout.evidence.plain import dumped

    return dumped(FORMAT.json_schema())


def reproduction_keys() -> str:
    """The reference of `reproduction.yaml` in Markdown."""
    from standout.evidence.keys import FORMAT

    return "\n".join(f"### {shape}\n\n{table}" for shape, table in FORMAT.tables().items())


def fix_claims(opened: Opened, today: str) -> Opened:
    """Fix the claims in the lock as they are now; what changed since the first run is kept."""
    from standout.evidence import lock as locks
    from standout.workspace import reproductions

    return reproductions.save_lock(
        opened, locks.fixed(opened.lock, opened.reproduction.claims, today)
    )


def judge_claims(opened: Opened, name: str) -> Findings:
    """All claims of a reproduction judged by its attached runs. Raises `UsageError`."""
    from standout.workspace import reproductions

    reproductions.need_scipy()
    from standout.evidence.judging import judge
    from standout.evidence.pages.numbers import Origin, Register
    from standout.evidence.pages.report import Findings

    loaded = reproductions.load_runs(opened)
    claims = opened.reproduction.claims
    traced = {metric: loaded.groups(metric) for metric in {each.metric for each in claims}}
    verdicts = tuple(
        judge(each, traced[each.metric], opened.lock.flags(each.id)) for each in claims
    )
    return Findings(
        name=name,
        reproduction=opened.reproduction,
        verdicts=_corrected(verdicts),
        runs=opened.runs,
        lock=opened.lock,
        register=Register(Origin(reproductions.FILE, opened.sha256)),
        traced=traced,
        remarks=loaded.remarks,
    )


def _corrected(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, those that would not hold up among so many flagged."""
    from standout.evidence.statistics.several import holm

    tested = [each for each in verdicts if each.p is not None]
    adjusted = holm([each.p or 0.0 for each in tested])
    falling = {
        each.claim_id
        for each, p in zip(tested, adjusted, strict=True)
        if each.p is not None and each.p <= 0.05 < p
    }
    return tuple(
        replace(v, flags=(*v.flags, "multiple-claims")) if v.claim_id in falling else v
        for v in verdicts
    )


def report_files(findings: Findings) -> dict[str, bytes]:
    """Path and content of each file of a report."""
    from standout.evidence.pages.bundle import bundle

    return bundle(findings)


def plan_claims(opened: Opened, name: str, power: float = 0.8) -> tuple[Planned, ...]:
    """What each claim takes; attached runs serve as a pilot for the spread between seeds."""
    from standout.workspace import reproductions

    reproductions.need_scipy()
    from standout.evidence.planning import pilots, planned

    known = dict(pilots(judge_claims(opened, name).verdicts)) if opened.lock.runs else {}
    return tuple(planned(c, power, known.get(c.id)) for c in opened.reproduction.claims)


def verify_reproduction(opened: Opened, name: str) -> Iterator[str]:
    """Everything that is not as it was: files, claims, numbers. Nothing is written."""
    from standout.evidence import lock as locks
    from standout.evidence.checking import disagreements
    from standout.workspace import reproductions

    yield from reproductions.changed_files(opened)
    now = locks.fixed(opened.lock, opened.reproduction.claims, "today")
    for change in now.changes[len(opened.lock.changes) :]:
        what = f"{change.field} was changed after runs were attached"
        yield f"{reproductions.FILE}: {change.claim}: {what}, and no report says so"
    folder = opened.folder / reproductions.REPORT
    if not opened.lock.runs:
        yield f"{locks.NAME}: no runs are attached"
        return
    findings = judge_claims(opened, name)
    for each in findings.verdicts:
        if "no-value" in each.flags:
            yield f"{each.claim_id}: {each.reason}"
    written = folder / "numbers.json"
    if written.exists():
        report_files(findings)
        yield from disagreements(written.read_bytes(), findings.register)
    yield from _edited(opened)


def authors_numbers(opened: Opened) -> tuple[str, ...]:
    """The numbers of the last report that stand in the author's own words alone."""
    from standout.evidence.checking import authored
    from standout.workspace import reproductions

    written = opened.folder / reproductions.REPORT / "numbers.json"
    return authored(written.read_bytes()) if written.exists() else ()


def _edited(opened: Opened) -> Iterator[str]:
    from standout.evidence.pages.bundle import DRAFTS
    from standout.workspace import reproductions

    folder = opened.folder / reproductions.REPORT
    for name in reproductions.edited(opened, folder):
        if name not in DRAFTS:
            yield f"{reproductions.REPORT}/{name}: edited since it was written"


def numbers_meant(opened: Opened, name: str, asked: str) -> tuple[Number, ...]:
    """Every number of a report, post or line that may be meant, with its files."""
    from standout.evidence.traces import traced

    findings = judge_claims(opened, name)
    report_files(findings)
    return traced(findings, asked, opened.source.text)


def evidence_of_reproduction(
    opened: Opened, name: str, path: str, date: str
) -> tuple[Evidence | Refusal, ...]:
    """The evidence that a reproduction gives, and the claims that give none, with the reason."""
    findings = judge_claims(opened, name)
    from standout.evidence.importers.reproduced import evidence_of

    return tuple(evidence_of(findings, path, date))
