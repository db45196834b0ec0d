"""Stars, downloads or citations are not what the evidence says: one of the two is old.

Such numbers grow, and whoever follows the link sees today's.
A number that is too small sells you short; one that is larger than its evidence looks invented.
Take the number over from the evidence, or save the evidence again and add it
(`standout evidence add`).

Judged are stars, downloads, citations, forks, views and followers of a statement whose own
evidence, all of it in the ledger (`evidence.json` beside the profile), counts the same thing.
Nothing is fetched: only what you have saved is compared.
Rounding, 'over', 'about' and small changes are left alone.

Option: `change` (0.2), the share by which the two must differ.

Bad (yaml; evidence=repository/loader: Loader, 1,310 stars):
    projects:
      - title: Loader
        statements:
          - text: Published a loader with 840 stars on GitHub
                                          ^^^
            evidence: repository/loader

Bad (yaml; evidence=publication/loader: Fast loading, 31 citations):
    projects:
      - title: Loader
        statements:
          - text: Wrote a paper with 120 citations
                                     ^^^
            evidence: publication/loader

Good (yaml; evidence=repository/loader: Loader, 1,310 stars):
    projects:
      - title: Loader
        statements:
          - text: Published a loader with 1.3k stars and 840 downloads
            evidence: repository/loader
          - text: Published a loader with over 800 stars
            evidence: repository/loader

Good (yaml; evidence=repository/loader: Loader, 1,310 stars):
    projects:
      - title: Loader
        evidence: repository/loader
        statements:
          - Published a loader with 1,310 stars
          - Fixed a bug in a library with 20,000 stars
          - Built a recommender for 5-star hotels

Good (yaml; evidence=repository/loader: Loader, 1,310 stars):
    projects:
      - title: Loader
        statements:
          - text: Published a loader with 1,290 stars
            evidence: repository/loader
          - text: Grew a loader from 40 to 1,310 stars
            evidence: repository/loader
          - text: Published two libraries with 2,500 stars
            evidence: [repository/loader, https://example.org/other]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from standout.analysis.slots import Quantity
from standout.diagnostic import Basis, Severity
from standout.model import Statement
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.evidenced import COUNTERS, agrees, as_number, backed, behind

if TYPE_CHECKING:
    from standout.model.evidence import Evidence

_FIX = ask("how many are there today?")
_RATING = 10
"""Up to so many stars are a rating, and no count is worth a word."""


@rule(
    "EVD006",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; counters of public services grow",
    why="who follows the link sees the number of today beside yours",
    preview=True,
    options={"change": 0.2},
)
def stale_evidence(context: Context) -> Iterator[Finding]:
    """Compare what grows with the same count of the statement's own evidence."""
    ledger = {each.id: each for each in context.evidence}
    if not ledger:
        return
    for statement, evidence in backed(context.resume, ledger):
        yield from _counters(context, statement, evidence)


def _counters(
    context: Context, statement: Statement, evidence: Sequence[Evidence]
) -> Iterator[Finding]:
    text = statement.text.value
    said = _counted(text, context.analysis(statement).quantities)
    for noun in said:
        proven = [value for each in evidence for value in _proven(context, each, noun)]
        if not proven or any(agrees(text, each, proven) for each in said[noun]):
            continue
        change = context.number("change")
        if not any(_is_near(each.value or 0.0, proven, change) for each in said[noun]):
            last = said[noun][-1]
            span = statement.text.span(last.start, last.end)
            nearest = min(proven, key=lambda value: abs(value - (last.value or 0.0)))
            yield Finding(span, f"its evidence says {as_number(nearest)}: one of them is old", _FIX)


def _counted(text: str, quantities: Sequence[Quantity]) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for each in quantities:
        noun = next((word for word in behind(text, each) if word in COUNTERS), "")
        if noun and (each.value or 0.0) > _RATING:
            found.setdefault(noun, []).append(each)
    return found


def _proven(context: Context, evidence: Evidence, noun: str) -> Iterator[float]:
    """How many the evidence says: in its words, or under the name that its service has for it."""
    counted = _counted(evidence.statement, context.analysed(evidence.statement).quantities)
    yield from (each.value or 0.0 for each in counted.get(noun, ()))
    for each in evidence.numbers:
        if each.source.rpartition(":")[2].strip().lower().startswith(noun):
            yield each.value


def _is_near(value: float, proven: Sequence[float], change: float) -> bool:
    return any(abs(each - value) <= change * max(each, value) for each in proven)
