"""Lines for a resume, every number of which is computed and carries its id.

No line is made of an inconclusive verdict, of a floor or a ceiling, of a margin that was changed
after runs were attached: each of these is refused, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.evidence.pages.facts import Facts
from standout.evidence.pages.numbers import Register, clean, ids_in
from standout.model.evidence import Claim, ClaimKind, Label, Reproduction, Run, Verdict
from standout.values import frozen

REFUSED_FLAGS = {
    "floor": "all values stand on the floor of the task: any method reaches that",
    "ceiling": "all values stand on the ceiling of the task: it tells nothing apart",
    "no-spread": "no value differs from any other: it tells nothing apart",
    "margin-changed": "the margin was changed after runs were attached",
    "claim-changed": "the claim was changed after runs were attached",
    "declared-late": "the claim was declared after runs were attached",
    "same-rows": "two runs have the same rows: was each seed used, and attached once?",
    "short-window": "a run has fewer values than the protocol averages",
}
_LONG_TITLE = 50
"""Characters; of a longer title the part before its colon is enough for one line."""
REFUSED_LABELS = {
    Label.INCONCLUSIVE: "the verdict is inconclusive: it can be told as a question, "
    "not as a success",
    Label.NOT_COMPARABLE: "own and published numbers are not comparable",
    Label.NOT_JUDGED: "there is no verdict",
}


@frozen
class Line:
    """A candidate; `words` have marked numbers."""

    claim_id: str
    words: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its numbers."""
        return ids_in(self.words)


@frozen
class Refusal:
    """Why a claim gives no line."""

    claim_id: str
    reason: str


def lines(
    reproduction: Reproduction, verdicts: Sequence[Verdict], runs: Sequence[Run], register: Register
) -> tuple[Line | Refusal, ...]:
    """A line or a refusal for each claim, in their order."""
    paper = _paper(reproduction)
    found: list[Line | Refusal] = []
    for claim, verdict in zip(reproduction.claims, verdicts, strict=True):
        reason = refusal(verdict)
        if reason:
            found.append(Refusal(claim.id, reason))
            continue
        facts = Facts(register, claim, verdict, runs)
        found.append(Line(claim.id, _worded(claim, verdict, facts, paper)))
    return tuple(found)


def refusal(verdict: Verdict) -> str:
    """Why no line may be made of a verdict; '' where one may."""
    flagged = next((REFUSED_FLAGS[each] for each in verdict.flags if each in REFUSED_FLAGS), "")
    return flagged or REFUSED_LABELS.get(verdict.label, "")


def candidates(found: Sequence[Line | Refusal]) -> Iterator[Line]:
    """Those that are lines."""
    return (each for each in found if isinstance(each, Line))


def _worded(claim: Claim, verdict: Verdict, facts: Facts, paper: str) -> str:
    if claim.kind is ClaimKind.ORDERING:
        return _ordering(claim, verdict, facts, paper)
    if claim.kind is ClaimKind.THRESHOLD:
        return _threshold(claim, verdict, facts, paper)
    what = f"{clean(claim.task or claim.id)} {clean(claim.metric).replace('_', ' ')}"
    counts = [facts.seeds(each) for each in verdict.measurements]
    over = f"{facts.seeds() if len(counts) == 1 else ' and '.join(counts)} seeds"
    own, published, within = facts.own(), facts.published(), _within(facts)
    if verdict.label is Label.REPRODUCED:
        proof = f" (TOST, {facts.p()})" if facts.p() else ""
        return (
            f"Re-implemented {paper}: {what} of {own} over {over}, equivalent to the published "
            f"{published} within {within}{proof}"
        )
    if verdict.label is Label.REPRODUCED_POINT:
        return (
            f"Re-implemented {paper}: {what} of {own} over {over}, equivalent within {within} to "
            f"the published {published} taken as a point"
        )
    if verdict.label is Label.EXCEEDED:
        return (
            f"Re-implemented {paper}: {what} of {own} over {over}, better than the published "
            f"{published} by more than {within}"
        )
    return (
        f"Showed that the published {published} of {paper} for {what} does not come out again: "
        f"{own} over {over}, worse by more than {within}"
    )


def _ordering(claim: Claim, verdict: Verdict, facts: Facts, paper: str) -> str:
    counts = " against ".join(facts.seeds(each) for each in verdict.measurements[:2])
    says = clean(claim.says).rstrip(".") or f"{claim.runs} is better than {claim.against}"
    says = says[:1].lower() + says[1:] if says[1:2].islower() else says
    verb = "Confirmed" if verdict.label is Label.REPRODUCED else "Could not confirm"
    return (
        f"{verb} with own runs what {paper} says, that {says}: probability of improvement "
        f"{facts.own()} ({counts} seeds)"
    )


def _threshold(claim: Claim, verdict: Verdict, facts: Facts, paper: str) -> str:
    level, seeds = facts.published(), facts.seeds()
    share = facts.own()
    verb = "Confirmed" if verdict.label is Label.REPRODUCED else "Could not confirm"
    what = f"{clean(claim.task or claim.id)} reaches {level}"
    return f"{verb} a claim of {paper}: {what} in time in a share of {share} of {seeds} seeds"


def _within(facts: Facts) -> str:
    relative = facts.claim.margin is not None and facts.claim.margin.relative is not None
    return (facts.share() if relative else facts.margin_share()) or f"a margin of {facts.margin()}"


def _paper(reproduction: Reproduction) -> str:
    title = clean(reproduction.paper.title or reproduction.title)
    if len(title) > _LONG_TITLE:
        title = title.partition(":")[0]
    return f"'{title}'" if title else "a paper"
