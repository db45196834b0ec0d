"""One claim and the runs that test it: measured, compared by its kind, flagged, labelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from standout import __version__
from standout.evidence.judging import aggregated, comparability, ordered, reached, valued
from standout.evidence.judging.answers import Answer
from standout.evidence.judging.margins import margin_of
from standout.evidence.measuring import Measured, Traced, measure, missing_seeds, statistic_of
from standout.evidence.plain import fingerprint
from standout.evidence.statistics.samples import sample_of
from standout.model.evidence import Claim, ClaimKind, Label, Measurement, Protocol, Run, Verdict

SHARES = (ClaimKind.ORDERING, ClaimKind.THRESHOLD)
"""Kinds whose own number is a share, of pairs or of seeds; a margin says nothing of them."""
Groups = Mapping[str, Sequence[Traced]]


def judge(claim: Claim, groups: Groups, known: Sequence[str] = ()) -> Verdict:
    """The verdict on a claim. `groups` has the runs by the name of their group.

    `known` are flags that do not come from the runs: a margin that was changed. Runs that are
    excluded are left out here and listed by the report.
    """
    mine = {name: _kept(groups.get(name, ())) for name in claim.groups}
    runs = [each.run for traced in mine.values() for each in traced]
    known = (*known, *(["same-rows"] if any(map(_has_twins, mine.values())) else []))
    empty = _without_runs(claim, mine)
    if empty is not None:
        return _finished(claim, Verdict(claim.id, Label.NOT_JUDGED, empty), runs, known)
    if claim.kind is ClaimKind.THRESHOLD:
        answer, measurements = reached.answer(claim, mine[claim.runs])
        verdict = _verdict(claim, answer, measurements)
        return _finished(claim, verdict, runs, known)
    protocol = claim.measured
    assert protocol is not None  # noqa: S101 - the reader refuses every other claim without one
    measured = {
        name: [measure(each, protocol, claim.direction) for each in traced]
        for name, traced in mine.items()
    }
    everything = [each for several in measured.values() for each in several]
    measurements = tuple(_measurement(claim, name, m, protocol) for name, m in measured.items())
    answer = _obstacle(claim, runs, everything) or _answer(claim, measurements)
    flags = [flag for each in everything for flag in each.flags]
    verdict = _verdict(claim, answer, measurements)
    return _finished(claim, verdict, runs, (*known, *flags))


def _kept(traced: Sequence[Traced]) -> tuple[Traced, ...]:
    return tuple(each for each in traced if each.run.excluded is None)


def _has_twins(traced: Sequence[Traced]) -> bool:
    """Say whether two runs are alike row by row, though their values change: one seed, twice."""
    seen: set[tuple[bytes, bytes]] = set()
    for each in traced:
        values = each.series.values
        rows = (each.series.steps.tobytes(), values.tobytes())
        if rows in seen:
            return True
        if len(values) > 1 and values.min() < values.max():
            seen.add(rows)
    return False


def _without_runs(claim: Claim, mine: Groups) -> str | None:
    if claim.kind is ClaimKind.QUALITATIVE:
        return "a claim in words: read the report's account and judge for yourself"
    missing = [name for name, traced in mine.items() if not traced]
    if missing:
        return f"no runs are attached for {' and '.join(f'`{each}`' for each in missing)}"
    return None


def _obstacle(claim: Claim, runs: Sequence[Run], measured: Sequence[Measured]) -> Answer | None:
    """Why the numbers may not be compared at all, or None."""
    found = list(comparability.mismatches(claim, runs))
    scale = comparability.other_scale(claim, [e.value for e in measured if e.value is not None])
    found += [("other-scale", scale)] if scale else []
    found += [
        (flag, f"{each.run.label}: {each.note}")
        for each in measured
        for flag in each.flags
        if flag in ("short-run", "no-value")
    ]
    if not found:
        return None
    flags = tuple(dict.fromkeys(flag for flag, _ in found))
    reasons = list(dict.fromkeys(reason for _, reason in found))
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    return Answer(Label.NOT_COMPARABLE, f"{reasons[0]}{more}", flags=flags)


def _answer(claim: Claim, measurements: Sequence[Measurement]) -> Answer:
    if claim.kind is ClaimKind.ORDERING:
        return ordered.answer(claim, measurements)
    if claim.kind is ClaimKind.AGGREGATE:
        return aggregated.answer(claim, measurements)
    if claim.kind is ClaimKind.RATIO:
        return valued.ratio(claim, measurements)
    return valued.value(claim, measurements[0])


def _measurement(
    claim: Claim, group: str, measured: Sequence[Measured], protocol: Protocol
) -> Measurement:
    there = [each for each in measured if each.value is not None]
    values = tuple(float(each.value) for each in there if each.value is not None)
    sample = sample_of(values) if values else None
    return Measurement(
        claim.id,
        group,
        tuple(each.run.id for each in there),
        statistic_of(protocol),
        values,
        sample.mean if sample else None,
        sample.sd if sample and sample.n > 1 else None,
    )


def _verdict(claim: Claim, answer: Answer, measurements: Sequence[Measurement]) -> Verdict:
    difference, margin = answer.difference, answer.margin
    p_lower, p_upper = (
        difference.p_values(margin)
        if difference and margin is not None and difference.df > 0
        else (None, None)
    )
    return Verdict(
        claim_id=claim.id,
        label=answer.label,
        reason=answer.reason,
        method=answer.method,
        published=claim.value,
        own=answer.own,
        difference=answer.estimate,
        ci90=answer.ci90,
        ci95=answer.ci95,
        margin=margin if margin is not None or claim.kind in SHARES else margin_of(claim),
        p_lower=p_lower,
        p_upper=p_upper,
        df=difference.df if difference else None,
        published_sd=answer.published.sd if answer.published else None,
        published_n=answer.published.n if answer.published else None,
        power_note=answer.power_note,
        flags=answer.flags,
        sensitivity=answer.sensitivity,
        measurements=tuple(measurements),
    )


def _finished(claim: Claim, verdict: Verdict, runs: Sequence[Run], flags: Sequence[str]) -> Verdict:
    gaps = ["seed-gap"] if any(missing_seeds(_of(runs, name)) for name in claim.groups) else []
    inputs = [fingerprint(replace(claim, line=0, written=()))]
    inputs += sorted(each.sha256 for each in runs)
    return replace(
        verdict,
        flags=tuple(dict.fromkeys((*verdict.flags, *flags, *gaps))),
        inputs_sha256=fingerprint(tuple(inputs)),
        tool_version=__version__,
    )


def _of(runs: Sequence[Run], group: str) -> list[Run]:
    return [each for each in runs if each.group == group]
