"""Accuracy or a similar score stands without data, comparison or balance.

94 % is poor where 95 % of the cases are of one class, and excellent elsewhere.
Name the data set, the number before, or what guessing would reach.
Known benchmarks are data enough.

Bad:
    projects:
      - title: Spam filter
        statements:
          - Built a spam filter with 94 % accuracy
                                     ^^^^

Good:
    projects:
      - title: Spam filter
        statements:
          - Built a spam filter with 94 % accuracy on the Enron e-mails

Good:
    projects:
      - title: Spam filter
        statements:
          - Raised accuracy from 81 % to 94 %

Good:
    projects:
      - title: Spam filter
        statements:
          - Reached 94 % accuracy, 9 points above the old filter
          - Predicted prices on the Ames data with gradient boosting, RMSE 0.118
          - Labelled 2,000 mails with two colleagues, kappa of 0.81
          - Cut the share of missed spam to 3 of 1,000 mails
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.outline import deeds


@rule(
    "QNT003",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice of machine learning; Gigerenzer & Edwards 2003 on reference classes",
    why="the same score is poor on one data set and excellent on another",
)
def accuracy_alone(context: Context) -> Iterator[Finding]:
    """Find quality metrics without a data set or a comparison."""
    for statement in deeds(context.resume):
        fault = number_fault(statement.text.value)
        if fault and fault.kind == "alone":
            span = statement.text.span(fault.quantity.start, fault.quantity.end)
            fix = ask("on which data, and what did the simplest rival reach?")
            yield Finding(span, "a score without a data set or a comparison", fix)
