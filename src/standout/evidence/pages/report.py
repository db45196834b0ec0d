"""The report: verdicts first, each at the same size whatever it says, then runs and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from standout.evidence.drawing.curves import caption, curve_plot, curves
from standout.evidence.drawing.forest import summary_plot, verdict_plot
from standout.evidence.lock import Lock, unmatched
from standout.evidence.logs.series import Remark
from standout.evidence.measuring import Traced, missing_seeds
from standout.evidence.pages.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Picture,
    Table,
)
from standout.evidence.pages.facts import Facts
from standout.evidence.pages.lines import REFUSED_FLAGS
from standout.evidence.pages.numbers import Number, Register, clean
from standout.evidence.statistics.several import holm
from standout.model.evidence import Claim, ClaimKind, Label, Reproduction, Run, Verdict

FLAGS: Mapping[str, str] = {
    **REFUSED_FLAGS,
    "protocol-mismatch": "measured otherwise than the paper did",
    "env-version-mismatch": "another version of the environment than the paper's",
    "other-scale": "a share on one side, percent on the other",
    "short-run": "a run ends before the budget",
    "no-value": "a run gives no number",
    "single-own-run": "one run has no spread",
    "single-run-target": "the published number is of a single run",
    "spread-unknown": "no spread between seeds is published",
    "outside-prediction-interval": "the published number lies outside the prediction interval",
    "underpowered-by-paper": "the paper's own seeds leave too wide an interval",
    "seed-gap": "a seed is missing from the row",
    "few-runs": "too few runs",
    "censored": "some seeds never reach the level",
    "multiple-claims": "not held up when corrected for the number of claims",
}
GOOD = (Label.REPRODUCED, Label.REPRODUCED_POINT, Label.EXCEEDED)


@dataclass(frozen=True)
class Findings:
    """All that is known about a reproduction, and the register of its printed numbers."""

    name: str
    reproduction: Reproduction
    verdicts: tuple[Verdict, ...]
    runs: tuple[Run, ...]
    lock: Lock
    register: Register
    traced: Mapping[str, Mapping[str, Sequence[Traced]]] = field(default_factory=dict)
    """Runs with their series, by metric and group."""
    remarks: tuple[tuple[str, Remark], ...] = ()

    def pairs(self) -> Iterator[tuple[Claim, Verdict, Facts]]:
        """Each claim with its verdict and its numbers."""
        for claim, verdict in zip(self.reproduction.claims, self.verdicts, strict=True):
            yield claim, verdict, Facts(self.register, claim, verdict, self.runs)


def report(found: Findings) -> list[Block]:
    """The whole page."""
    blocks: list[Block] = [Heading(1, clean(found.reproduction.title) or "Reproduction")]
    if found.reproduction.summary:
        blocks.append(Paragraph(found.register.author(found.reproduction.summary)))
    blocks += [Paragraph(paper_line(found.reproduction)), Paragraph(counted(found), "strong")]
    blocks += overview(found)
    blocks.append(Heading(2, "Claims"))
    for each in found.pairs():
        blocks += card(found, *each)
    blocks += differences(found)
    blocks += runs_of(found)
    blocks += [Heading(2, "How to check this"), Code(f"standout reproduce verify {found.name}")]
    blocks += sources([each for each in found.register.numbers.values() if not each.authored])
    return [*blocks, *authors_numbers(found)]


def paper_line(reproduction: Reproduction) -> str:
    """The paper in a line."""
    paper = reproduction.paper
    names = ", ".join(paper.authors[:3]) + (" and others" if len(paper.authors) > 3 else "")
    year = str(paper.year) if paper.year else ""
    where = paper.doi or (f"arXiv {paper.arxiv}" if paper.arxiv else "") or ""
    parts = [names, f"**{clean(paper.title)}**" if paper.title else "", paper.version, year, where]
    address = f"<{paper.url}>" if paper.url.startswith(("http://", "https://")) else ""
    return "Paper: " + ", ".join(clean(each) for each in (*parts, address) if each) + "."


def counted(found: Findings) -> str:
    """How many claims got which verdict; those that tell nothing are not counted as any."""
    told = [v for v in found.verdicts if not _says_nothing(v)]
    parts = []
    for label in Label:
        number = sum(each.label is label for each in told)
        if number:
            parts.append(f"{_count(found, f'count.{label.value}', number)} {label.value}")
    empty = len(found.verdicts) - len(told)
    if empty:
        number_of = _count(found, "count.uninformative", empty)
        parts.append(f"{number_of} on a floor or ceiling, which is not counted")
    whole = _count(found, "count.claims", len(found.verdicts))
    return f"{whole} claim{'' if len(found.verdicts) == 1 else 's'}: {', '.join(parts)}."


def told_label(verdict: Verdict) -> str:
    """A label; where it tells nothing, that stands beside it."""
    flags = [each for each in ("floor", "ceiling", "no-spread") if each in verdict.flags]
    if flags and verdict.label in GOOD:
        return f"{verdict.label.value}, which tells nothing ({flags[0]})"
    return verdict.label.value


def _says_nothing(verdict: Verdict) -> bool:
    return bool({"floor", "ceiling", "no-spread"} & set(verdict.flags)) and verdict.label in GOOD


def _count(found: Findings, name: str, number: int) -> str:
    how = f"number of claims ({name.partition('.')[2]})"
    origins = (*found.register.at_line(0), *found.register.of_runs(found.runs))
    return found.register.put(name, number, str(number), how, origins)


def overview(found: Findings) -> Iterator[Block]:
    """All claims in one table and one picture."""
    rows = [
        (
            f"`{claim.id}`",
            facts.published() or "–",
            facts.own_share() or "–",
            f"{facts.difference()} {facts.interval(90)}" if facts.difference() else "–",
            f"±{facts.margin()}" if facts.margin() else "–",
            f"**{told_label(verdict)}**",
        )
        for claim, verdict, facts in found.pairs()
    ]
    head = ("claim", "published", "own", "difference, 90 % interval", "margin", "verdict")
    yield Table(head, tuple(rows))
    plot = summary_plot([(c, v) for c, v, _ in found.pairs()])
    if plot and len(rows) > 1:
        words = "Differences in units of their margins; to the right is better."
        yield Picture("figures/summary.svg", plot, words)
    told = _several(found)
    if told:
        yield Paragraph(told)


def _several(found: Findings) -> str:
    tested = [v for v in found.verdicts if v.p is not None and not _says_nothing(v)]
    if len(tested) < 2:
        return ""
    adjusted = holm([v.p or 0.0 for v in tested])
    names = [f"`{v.claim_id}`" for v, p in zip(tested, adjusted, strict=True) if p <= 0.05]
    every = all(v.label is Label.REPRODUCED for v in tested)
    whole = "All of these claims" if every else "Not all of these claims"
    held = [", ".join(names[:-1]), names[-1]] if len(names) > 1 else names or ["none of them"]
    return (
        f"{whole} are reproduced. What is said of all at once needs no correction for their number "
        f"(intersection-union test); what is said of single ones does: by Holm's method "
        f"{' and '.join(held)} {'hold' if len(names) > 1 else 'holds'} up."
    )


def card(found: Findings, claim: Claim, verdict: Verdict, facts: Facts) -> Iterator[Block]:
    """One claim: what was said, what came out, what it depends on."""
    yield Heading(3, f"{claim.id}: {told_label(verdict)}")
    quote = f"“{clean(claim.quote)}”" if claim.quote else ""
    said = [found.register.author(claim.says), quote, clean(claim.locator)]
    if any(said):
        yield Paragraph(" · ".join(each for each in said if each))
    yield Paragraph(f"{verdict.reason[:1].upper()}{verdict.reason[1:]}.")
    plot = verdict_plot(claim, verdict)
    if plot:
        words = _plot_caption(claim, verdict, facts)
        yield Picture(f"figures/{file_name(claim.id)}.svg", plot, words)
    yield Bullets(tuple(details(found, claim, verdict, facts)))
    curve = _curve(found, claim)
    if curve:
        yield curve
    yield Code(f"standout reproduce report {found.name}")


def _plot_caption(claim: Claim, verdict: Verdict, facts: Facts) -> str:
    words = f"{claim.id}: {verdict.label.value}"
    if facts.seeds() and len(verdict.measurements) == 1:
        words += f", {facts.seeds()} own seeds"
    if facts.margin() and verdict.difference is not None:
        words += f", margin ±{facts.margin()}"
    return words + "."


def _curve(found: Findings, claim: Claim) -> Picture | None:
    traced = [
        each
        for each in found.traced.get(claim.metric, {}).get(claim.runs, ())
        if not each.run.excluded
    ]
    plot = curve_plot(claim, traced) if traced else None
    if plot is None:
        return None
    drawn = curves(traced, claim.measured.budget if claim.measured else None)
    words = caption(claim, drawn) if drawn else ""
    return Picture(f"figures/{file_name(claim.id)}-curve.svg", plot, clean(words))


_OWN = {
    ClaimKind.ORDERING: "Probability of improvement",
    ClaimKind.THRESHOLD: "Share of seeds that are there in time",
}


def details(found: Findings, claim: Claim, verdict: Verdict, facts: Facts) -> Iterator[str]:
    """What is known of one claim, a line each."""
    if facts.published():
        yield f"Published: {facts.published()} {facts.spread()}".rstrip()
    if facts.own():
        spread = f"; 95 % {facts.own_interval()}" if facts.own_interval() else ""
        spread += f"; standard deviation {facts.own_sd()}" if facts.own_sd() else ""
        yield f"{_OWN.get(claim.kind, 'Own')}: {facts.own()}{spread}"
    for each in verdict.measurements:
        yield f"Runs of `{each.group}`: {facts.seeds(each)}, {each.statistic}"
    if facts.difference() or facts.interval(90) or facts.interval(95):
        ends = f"; 90 % {facts.interval(90)}" if facts.interval(90) else ""
        ends += f"; 95 % {facts.interval(95)}" if facts.interval(95) else ""
        told = f"Difference: {facts.difference()}{ends}" if facts.difference() else ""
        yield told or f"Interval: {ends.removeprefix('; ')}"
    if facts.p():
        yield f"Equivalence: {facts.p()} ({verdict.method})"
    elif verdict.method:
        yield f"Method: {verdict.method}"
    yield from _about_margin(found, claim, facts)
    for number, other in enumerate(verdict.sensitivity):
        at = f" (±{facts.sensitivity(number)})" if other.delta is not None else ""
        yield f"With {other.choice}{at}: {other.label.value}"
    if verdict.power_note:
        yield f"Power: {verdict.power_note}"
    yield from (f"**{each}**: {FLAGS.get(each, each)}" for each in verdict.flags)
    yield from (f"**Changed**: {e}" for e in found.lock.changes if e.claim == claim.id)


def _about_margin(found: Findings, claim: Claim, facts: Facts) -> Iterator[str]:
    if claim.margin is None or not facts.margin():
        return
    share = f", {facts.margin_share()}" if facts.margin_share() else ""
    fixed = found.lock.claims.get(claim.id)
    when = f"; fixed on {fixed.at}" if fixed else ""
    if claim.margin.declared_at and (fixed is None or fixed.at != claim.margin.declared_at):
        when += f"; declared on {claim.margin.declared_at} by the file's own account"
    reason = clean(claim.margin.reason).rstrip(".")
    yield f"Margin: ±{facts.margin()}{share}{when}. Reason: {reason}"


def differences(found: Findings) -> Iterator[Block]:
    """What was done otherwise than in the paper, and on what."""
    yield Heading(2, "What differs from the paper")
    told = [found.register.author(each) for each in found.reproduction.differences]
    yield Bullets(tuple(told)) if told else Paragraph("Nothing was declared.", "quiet")
    facts = [("Code", found.reproduction.code), ("Commit", found.reproduction.commit),
             ("Hardware", found.reproduction.hardware)]  # fmt: skip
    given = tuple(f"{name}: {clean(words)}" for name, words in facts if words)
    if given:
        yield Bullets(given)


def runs_of(found: Findings) -> Iterator[Block]:
    """Every attached run, those left out with their reason; missing seeds; what logs lack."""
    yield Heading(2, "Runs")
    rows = tuple(
        (each.group, each.seed or each.name or "–", f"`{each.path}`", f"{each.rows:,}",
         f"`{each.sha256[:12]}`", "no" if each.excluded else "yes")
        for each in found.runs
    )  # fmt: skip
    yield Table(("group", "seed", "log", "rows", "sha256", "used"), rows)
    notes = []
    for each in found.runs:
        if each.excluded:
            who = f" by {each.excluded.by}" if each.excluded.by else ""
            when = f" on {each.excluded.when}" if each.excluded.when else ""
            notes.append(f"Left out: {each.label} of {each.group}{who}{when}: "
                         f"{clean(each.excluded.reason)}")  # fmt: skip
    lost = unmatched(found.runs, found.reproduction.exclusions)
    notes += [f"Left out by name, yet no attached run is called so: {each}" for each in lost]
    for group in dict.fromkeys(each.group for each in found.runs):
        mine = [each for each in found.runs if each.group == group]
        missing = missing_seeds(mine)
        if missing:
            there = ", ".join(sorted((e.seed for e in mine), key=lambda s: (len(s), s)))
            gone = " and ".join(map(str, missing))
            notes.append(f"{group}: seeds {there} are attached; where is {gone}?")
    notes += [f"{path}: {remark}" for path, remark in found.remarks]
    seconds = [each.wall_seconds for each in found.runs if each.wall_seconds]
    if seconds:
        hours = sum(seconds) / 3600
        origins = found.register.of_runs([e for e in found.runs if e.wall_seconds])
        told = found.register.put("cost.hours", hours, f"{hours:.1f}", "hours of runs", origins)
        notes.append(f"Cost: {told} hours from the first to the last row, all runs together")
    if notes:
        yield Bullets(tuple(notes))


def sources(numbers: Sequence[Number]) -> Iterator[Block]:
    """The table of all printed numbers and where each comes from."""
    yield Heading(2, "Where the numbers come from")
    rows = tuple((f"`{each.id}`", each.text, each.how, _origin(each)) for each in numbers)
    yield Table(("number", "printed", "what it is", "from"), rows)


def authors_numbers(found: Findings) -> Iterator[Block]:
    """What stands in the author's own words, and is computed from nothing."""
    words = [each.text for each in found.register.authored()]
    if words:
        told = "Numbers in the author's own words, which no log backs: "
        yield Paragraph(f"{told}{', '.join(words)}.", "quiet")


def _origin(number: Number) -> str:
    first = number.origins[0]
    more = f" and {len(number.origins) - 1} more" if len(number.origins) > 1 else ""
    return f"`{first.where}` `{first.sha256[:12]}`{more}"


def file_name(claim_id: str) -> str:
    """A claim's id as the name of a file."""
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in claim_id).strip(".") or "claim"
