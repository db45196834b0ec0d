"""The statement describes a duty, not a deed.

'Responsible for the data pipeline' is true of everyone who ever held the post, good or bad.
Say what you did and what it changed.
This finding silences the others about the opening and the result of the same statement.

Bad:
    experience:
      - title: Data engineer
        statements:
          - Responsible for maintaining the data pipeline
            ^^^^^^^^^^^^^^^

Bad:
    experience:
      - title: Data engineer
        statements:
          - Duties included reporting to management
            ^^^^^^^^^^^^^^^

Good:
    experience:
      - title: Research engineer
        statements:
          - Responsible AI guidelines for 40 product teams, written with two lawyers
          - Took responsibility away from manual review by automating 80 % of the checks

Good:
    experience:
      - title: Data engineer
        statements:
          - Rebuilt the data pipeline in Airflow and cut its run time from 9 h to 40 min

Good:
    awards:
      - title: Award for responsible research
        statements:
          - Responsible for the best poster of the session
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening_fault
from standout.rules.outline import deeds


@rule(
    "STM001",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="Bock 2014 ('accomplished X as measured by Y by doing Z'); practice",
    why="a duty says what the post was for; a reader wants to know what you made of it",
)
def duty_not_deed(context: Context) -> Iterator[Finding]:
    """Find statements that open with a duty."""
    for statement in deeds(context.resume):
        fault = opening_fault(statement.text.value)
        if fault and fault[0] == "duty":
            span = statement.text.span(*fault[1:])
            question = context.analysis(statement).question
            fix = ask(question, "what did you do about it, and what was different afterwards?")
            yield Finding(span, "a duty, not a deed", fix)
