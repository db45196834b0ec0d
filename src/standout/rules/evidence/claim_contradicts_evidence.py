"""A statement says another number, or a paper another title or year, than its evidence.

Whoever follows the evidence finds the difference in a minute, and then asks what else was rounded
in your favour.
Take the number over from the evidence, or add the evidence again where it is the old one
(`standout evidence add`).

Judged is what can be compared: the statement's own evidence, all of which is in the ledger
(`evidence.json` beside the profile), and numbers of one kind: the same metric, the same rank, the
same thing counted.
One number that agrees is enough, for the others may be baselines.
Rounding is no contradiction, nor is 'over', 'almost' or 'about'; stars, downloads and citations
grow, so they are left alone.
A paper may be two years younger than its preprint, and lack its subtitle.

Option: `years` (1), how far the year of a paper may lie from that of its evidence.

Bad (yaml; evidence=ppo/cartpole: CartPole episodic return of 489.6 over 10 seeds):
    projects:
      - title: Agent
        statements:
          - text: Reached an episodic return of 498.6 on CartPole
                                                ^^^^^
            evidence: ppo/cartpole

Bad (yaml; evidence=ppo/cartpole: CartPole episodic return of 489.6 over 10 seeds):
    projects:
      - title: Agent
        statements:
          - text: Reached an episodic return of 489.6 over 12 seeds
                                                           ^^
            evidence: ppo/cartpole

Good (yaml; evidence=ppo/cartpole: CartPole episodic return of 489.6 over 10 seeds):
    projects:
      - title: Agent
        statements:
          - text: Raised the episodic return from 210.4 to 490 in 600 lines of NumPy
            evidence: ppo/cartpole

Good (yaml; evidence=ppo/cartpole: CartPole episodic return of 489.6 over 10 seeds):
    projects:
      - title: Agent
        evidence: ppo/cartpole
        statements:
          - Reached an episodic return of 489.6 on CartPole
          - Reached an episodic return of 301.5 on the harder task, over 5 seeds

Good (yaml; evidence=ppo/cartpole: CartPole episodic return of 489.6 over 10 seeds):
    projects:
      - title: Agent
        statements:
          - text: Reached an episodic return of 301.5 on Acrobot
            evidence: [ppo/cartpole, ppo/acrobot]
          - text: Reached an episodic return of over 480 on CartPole
            evidence: ppo/cartpole
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from standout.analysis.slots import Quantity
from standout.diagnostic import Basis, Severity
from standout.model import Entry, SectionKind, Statement
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.evidenced import COUNTERS, agrees, as_number, backed, behind, known

if TYPE_CHECKING:
    from standout.model.evidence import Evidence

_GROWING = frozenset([*COUNTERS, "time", "user"])
_COUNTED = frozenset(["seed", "run", "task", "medal", "team", "episode", "dataset", "author"])
"""What is counted alike by everyone; of other nouns there may be several kinds."""
_EXACT = ("count", "rank")
_WORD = regex(r"[^\W_]{2,}")
_SAME_TITLE = 0.75
"""Of the words of a title, how many stand in the evidence at least; fewer are another title."""
_SHORTEST = 4
"""Words of a title that is long enough to be compared."""
_FIX = ask("which of the two is right?")


@rule(
    "EVD002",
    severity=Severity.ERROR,
    basis=Basis.CONVENTION,
    source="practice; Henle et al. 2019 (misstated resumes and later conduct)",
    why="who follows the link sees the difference, and doubts every other number",
    options={"years": 1},
)
def claim_contradicts_evidence(context: Context) -> Iterator[Finding]:
    """Compare numbers with those of the evidence, and papers with their title and year."""
    ledger = {each.id: each for each in context.evidence}
    if not ledger:
        return
    for statement, mine in backed(context.resume, ledger):
        yield from _numbers(context, statement, mine)
    for section in context.resume.of_kind(SectionKind.PUBLICATIONS):
        for entry in section.entries:
            for evidence in known(entry.evidence, ledger):
                if evidence.kind == "publication":
                    yield from _paper(context, entry, evidence)


def _numbers(
    context: Context, statement: Statement, evidence: Sequence[Evidence]
) -> Iterator[Finding]:
    text = statement.text.value
    proven: dict[str, list[float]] = {}
    figures = [each.value for one in evidence for each in one.numbers]
    for each in evidence:
        quantities = context.analysed(each.statement).quantities
        figures += [quantity.value for quantity in quantities if quantity.value is not None]
        for kind, quantity in _typed(each.statement, quantities):
            proven.setdefault(kind, []).append(quantity.value or 0.0)
    said: dict[str, list[Quantity]] = {}
    for kind, quantity in _typed(text, context.analysis(statement).quantities):
        said.setdefault(kind, []).append(quantity)
    for kind in (each for each in said if each in proven):
        # Of a metric any number of the evidence may be meant; five seeds are not 5 %.
        meant = proven[kind] if kind.startswith(_EXACT) else [*proven[kind], *figures]
        if not any(agrees(text, q, meant) for q in said[kind]):
            first = min(said[kind], key=lambda q: abs((q.value or 0.0) - proven[kind][0]))
            span = statement.text.span(first.start, first.end)
            yield Finding(span, f"its evidence says {as_number(proven[kind][0])}", _FIX)


def _typed(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[str, Quantity]]:
    """Numbers of a kind that two sentences can be compared by."""
    for each in quantities:
        nouns = behind(text, each)
        if each.value is None or not _GROWING.isdisjoint(nouns):
            continue
        counted = next((noun for noun in nouns if noun in _COUNTED), "")
        if each.kind in ("setting", "count") and counted:
            yield f"count {counted}", each
        elif each.kind == "rank":
            yield "rank", each
        elif each.result and each.metric and each.kind in ("bare", "percent", "points", "money"):
            yield f"{each.kind} {each.metric} {each.unit}", each


def _paper(context: Context, entry: Entry, evidence: Evidence) -> Iterator[Finding]:
    if entry.title:
        title, proven = entry.title.value, _words(evidence.statement)
        # Papers lose and gain subtitles between preprint and proceedings.
        heads = (_words(title), _words(title.partition(":")[0]))
        if all(len(e) >= _SHORTEST and len(e & proven) < _SAME_TITLE * len(e) for e in heads):
            message = f"its evidence is `{_cut(evidence.statement)}`"
            yield Finding(entry.title.span(), message, _FIX)
    end = entry.dates.end or entry.dates.start if entry.dates else None
    year = evidence.date[:4]
    if entry.dates and end and year.isdecimal():
        far = abs(end.year - int(year))
        if far > context.number("years"):
            yield Finding(entry.dates.text.span(), f"its evidence is of {year}", _FIX)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()}…"
