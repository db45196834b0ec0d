"""A per cent change of a rate can mean two things.

'Improved accuracy by 3 %' is 80 to 83 for one reader and 80 to 82.4 for another.
Give both ends, or write points or relative.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Improved accuracy by 3 % with hard-negative mining
                                 ^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Improved accuracy by 3 percentage points with hard-negative mining
          - Improved accuracy from 80 % to 83 %

Good:
    experience:
      - title: ML engineer
        statements:
          - Improved recall by 3 % relative
          - Reached 94 % accuracy on the Enron e-mails

Good:
    experience:
      - title: ML engineer
        statements:
          - Cut the monthly cloud bill by 30 % compared with 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.outline import deeds


@rule(
    "QNT005",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Gigerenzer & Edwards 2003 on relative and absolute changes",
    why="relative and absolute changes of a rate differ, and readers assume either",
)
def percent_vs_points(context: Context) -> Iterator[Finding]:
    """Find changes of a share that are given in per cent without both ends."""
    for statement in deeds(context.resume):
        fault = number_fault(statement.text.value)
        if fault and fault.kind == "points":
            span = statement.text.span(fault.quantity.start, fault.quantity.end)
            fix = ask("from which rate to which?")
            yield Finding(span, "per cent or percentage points?", fix)
