"""A percentage lacks its reference, or is one of a feeling.

A reader who is not told of what will guess, and '100 % passion' is not a number at all.
Metrics ('95 % accuracy') are QNT003's matter.

Bad:
    experience:
      - title: Analyst
        statements:
          - Reached 95 % with a new model
                    ^^^^

Bad:
    experience:
      - title: Office assistant
        statements:
          - Managed the calendar with 100% passion
                                      ^^^^

Good:
    experience:
      - title: Analyst
        statements:
          - Answered 95 % of the tickets within a day
          - Kept uptime at 99.9 %

Good:
    experience:
      - title: Analyst
        statements:
          - Needed 80 % fewer labels than the old model

Good:
    projects:
      - title: Thesis
        statements:
          - Covered the truth with 95 % confidence intervals
          - Spent 20 % of the time on open source
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.outline import deeds

_MESSAGES = {
    "of-what": "a percentage without its reference",
    "feeling": "a feeling has no percentage",
}


@rule(
    "QNT002",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Gigerenzer & Edwards 2003 on reference classes",
    why="a reader fills in the reference class alone, often wrongly",
)
def percent_of_what(context: Context) -> Iterator[Finding]:
    """Find percentages that no noun, metric or comparison explains."""
    for statement in deeds(context.resume):
        fault = number_fault(statement.text.value)
        if fault and fault.kind in _MESSAGES:
            span = statement.text.span(fault.quantity.start, fault.quantity.end)
            yield Finding(span, _MESSAGES[fault.kind], ask("per cent of what?"))
