"""Every number of the statement needs an expert.

First readers are often no specialists. Keep the metric, and put an everyday consequence beside it:
errors avoided, minutes, money, a rank.
It is silent with the preset `research`, and where the number has another fault.

Bad:
    projects:
      - title: Parser
        statements:
          - Raised nDCG@10 from 0.41 to 0.52 by re-ranking with a cross-encoder
                                        ^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Built a recommender that increased the average order value by 8 % in an A/B test

Good:
    projects:
      - title: Parser
        statements:
          - Raised nDCG@10 from 0.41 to 0.52, so that 3 of 4 users find the answer at once

Good (yaml; preset=research):
    projects:
      - title: Parser
        statements:
          - Raised nDCG@10 from 0.41 to 0.52 by re-ranking with a cross-encoder

Good:
    projects:
      - title: Parser
        statements:
          - Raised accuracy from 81 % to 94 % on the Enron e-mails
          - Cut parse time from 9 s to 1 s
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import COUNTABLE, number_fault, results
from standout.rules.outline import deeds
from standout.vocabulary import metrics

_WAYS = frozenset(["ab-test"])
"""How something was measured; what was measured stands beside it in plain words."""


@rule(
    "QNT004",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Brase (counts and percentages are understood best); practice",
    why="a recruiter cannot tell whether the number is good",
)
def only_specialist_metric(context: Context) -> Iterator[Finding]:
    """Find statements whose results all have an intuition below 2."""
    if context.settings.preset == "research":
        return
    for statement in deeds(context.resume):
        if number_fault(statement.text.value):
            continue
        analysis = context.analysis(statement)
        named = {each.metric.id for each in metrics.find(analysis.text)} - _WAYS
        outcomes = [each for each in results(analysis) if each.metric in named]
        plain = [
            each for each in analysis.quantities if each.kind in COUNTABLE and each not in outcomes
        ]
        if outcomes and not any(each.intuition >= 2 for each in (*outcomes, *plain)):
            last = outcomes[-1]
            span = statement.text.span(last.start, last.end)
            yield Finding(
                span,
                "only specialists can weigh it",
                ask("what does a user, a colleague or the budget notice of it?"),
            )
