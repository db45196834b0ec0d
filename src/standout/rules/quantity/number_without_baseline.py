"""A change has no starting point.

'Reduced latency by 40 %' may mean 10 ms or an hour. Say from what to what, or against what.
Absolute counts, ranks and money are not changes and not meant; percentages of rates are QNT005's
matter. One finding a statement.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Reduced inference latency by 40 % by quantising the model to int8
                                         ^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Reduced inference latency from 90 ms to 54 ms by quantising the model
          - Made training 4x faster than the PyTorch baseline

Good:
    experience:
      - title: ML engineer
        statements:
          - Saved $40,000 a year by switching to spot instances
          - Placed 7th of 2,100 teams

Good:
    projects:
      - title: Tokenizer
        statements:
          - Removed 30 % of the labels at the same accuracy
          - Trained on 40 % of the data
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.statement import Analysis, Quantity
from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.outline import deeds


@rule(
    "QNT001",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="Bock 2014 ('relative to Y'); Gigerenzer & Edwards 2003 on reference classes",
    why="without a starting point a change can be large or nothing",
)
def number_without_baseline(context: Context) -> Iterator[Finding]:
    """Find changes without from, to, versus or than."""
    for statement in deeds(context.resume):
        fault = number_fault(statement.text.value)
        if fault and fault.kind == "baseline":
            span = statement.text.span(fault.quantity.start, fault.quantity.end)
            fix = ask(_question(context.analysis(statement), fault.quantity))
            yield Finding(span, "a change without a starting point", fix)


def _question(analysis: Analysis, quantity: Quantity) -> str:
    """The analyser's question where it is about this number."""
    written = analysis.text[quantity.start : quantity.end]
    if analysis.question and analysis.question.startswith(written):
        return analysis.question
    return "from what, or compared with what?"
