"""A change has no starting point.

'Reduced latency by 40 %' may mean 10 ms or an hour. Say from what to what, or against what.
Absolute counts, ranks and money are not changes and not meant; percentages of rates are QNT005's
matter. An A/B test or a control group is what a change is compared with.
Where the statement says how the change was made, this is only a note. One finding a statement.

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
          - Grew annual revenue 28 % over three years
          - Replaced the ranker, lifting purchases per search by 7.4 % in a four-week A/B test
          - Built a fraud model that catches 31 % more stolen cards at the same false-alarm rate

Good:
    projects:
      - title: Tokenizer
        statements:
          - Removed 30 % of the labels at the same accuracy
          - Trained on 40 % of the data
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.statement import Analysis, Quantity, SlotKind
from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.opening import opening
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
            analysis = context.analysis(statement)
            fix = ask(_question(analysis, fault.quantity))
            severity = Severity.INFO if _is_explained(analysis) else Severity.WARNING
            message = "a change without a starting point"
            yield Finding(span, message, fix, severity=severity)


def _is_explained(analysis: Analysis) -> bool:
    """'by quantising' tells how, and so does a deed that the change follows from."""
    first = opening(analysis.text)
    is_deed = first is not None and first.verb is not None and first.verb.change is None
    return is_deed or bool(analysis.of_kind(SlotKind.METHOD))


def _question(analysis: Analysis, quantity: Quantity) -> str:
    """The analyser's question where it is about this number."""
    written = analysis.text[quantity.start : quantity.end]
    if analysis.question and analysis.question.startswith(f"‘{written}’"):
        return analysis.question
    return "from what, or compared with what?"
