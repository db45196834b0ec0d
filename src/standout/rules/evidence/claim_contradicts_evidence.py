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

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from standout.analysis.slots import Quantity
from standout.diagnostic import Basis, Severity
from standout.model import Entry, SectionKind, Statement
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS, told
from standout.source import Text

if TYPE_CHECKING:
    from standout.model.evidence import Evidence

_VAGUE = regex(
    r"(?:\b(?:about|around|approximately|almost|nearly|over|above|below|under|than|least|most|"
    r"up to|close to|roughly|some|circa|ca\.?|top|best|first|within)|[~≈<>≤≥±])[ -]?$",
    re.IGNORECASE,
)
"""What stands before a number that is not meant to be exact, or is a bound."""
_BEHIND = regex(r" ?([a-z]{2,20}(?: [a-z]{2,20})?)\b")
"""The two words behind a number, one of which is what it counts."""
_WRITTEN = regex(r"[\d,]*\.?\d+")
_GROWING = frozenset(["star", "download", "citation", "time", "user", "fork", "view", "follower"])
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
    for section in context.resume.of_kind(*DEEDS):
        for entry in section.entries:
            for each in told(entry):
                yield from _numbers(context, each, _named(entry, each, ledger))
        for each in section.statements:
            yield from _numbers(context, each, _known(each.evidence, ledger))
    for section in context.resume.of_kind(SectionKind.PUBLICATIONS):
        for entry in section.entries:
            for evidence in _known(entry.evidence, ledger):
                if evidence.kind == "publication":
                    yield from _paper(context, entry, evidence)


def _known(names: Sequence[Text], ledger: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """The evidence of these names; none where one is an address or is not in the ledger."""
    found = [ledger.get(each.value.strip()) for each in names]
    return tuple(each for each in found if each) if all(found) else ()


def _named(entry: Entry, statement: Statement, ledger: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """A statement's own evidence; that of its entry only where the entry says nothing else."""
    alone = len(told(entry)) == 1
    return _known((*statement.evidence, *(entry.evidence if alone else ())), ledger)


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
        known = proven[kind] if kind.startswith(_EXACT) else [*proven[kind], *figures]
        if not any(_agrees(text, q, known) for q in said[kind]):
            first = min(said[kind], key=lambda q: abs((q.value or 0.0) - proven[kind][0]))
            span = statement.text.span(first.start, first.end)
            yield Finding(span, f"its evidence says {_short(proven[kind][0])}", _FIX)


def _typed(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[str, Quantity]]:
    """Numbers of a kind that two sentences can be compared by."""
    for each in quantities:
        behind = _BEHIND.match(text, each.end)
        words = [each.unit or "", *(behind[1].split() if behind else ())]
        nouns = [word.removesuffix("s") for word in words]
        if each.value is None or not _GROWING.isdisjoint(nouns):
            continue
        counted = next((noun for noun in nouns if noun in _COUNTED), "")
        if each.kind in ("setting", "count") and counted:
            yield f"count {counted}", each
        elif each.kind == "rank":
            yield "rank", each
        elif each.result and each.metric and each.kind in ("bare", "percent", "points", "money"):
            yield f"{each.kind} {each.metric} {each.unit}", each


def _agrees(text: str, quantity: Quantity, proven: Sequence[float]) -> bool:
    """Say whether a number is one of the proven ones, rounded or cut off, or only a bound."""
    written = _WRITTEN.search(text, quantity.start, quantity.end)
    value = quantity.value or 0.0
    if written is None or _is_bound(text, quantity):
        return True
    digits = written[0].replace(",", "")
    place = 10.0 ** -len(digits.partition(".")[2])
    # 2.1k is written in steps of a hundred.
    step = place * abs(value) / float(digits) if value and float(digits) else place
    room = step if quantity.kind in ("bare", "percent", "points", "money") else step / 2
    return any(min(abs(e - value), abs(100 * e - value)) < room for e in proven)


def _is_bound(text: str, quantity: Quantity) -> bool:
    """Say whether a number is only about right, or a bound: 'almost 92 %', 'top 20', '480+'."""
    vague = _VAGUE.search(text[: quantity.start])
    # 'Over 12 seeds' says across how many, not more than how many.
    across = quantity.kind in ("setting", "count") and vague and vague[0].strip() == "over"
    named = text[quantity.start : quantity.end]
    return bool(vague and not across) or named.endswith("+") or named[:3].lower() == "top"


def _short(value: float) -> str:
    return f"{value:,.10g}"


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
