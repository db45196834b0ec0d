"""The number measures effort, not effect.

Meetings, e-mails, lines of code, commits and followers say how busy a person was.
Say what came of them. Removing lines, and e-mails as data of a model, are not meant.

Bad:
    experience:
      - title: Office assistant
        statements:
          - Answered 12 e-mails every day
                     ^^^^^^^^^^

Bad:
    experience:
      - title: Developer
        statements:
          - Wrote 40,000 lines of code in Python
                  ^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Classified 12,000 e-mails a day with 98 % accuracy on held-out weeks
          - Removed 40,000 lines of code and halved the build time

Good:
    experience:
      - title: Researcher
        statements:
          - Summarised recorded meetings for 300 clinicians

Good:
    open_source:
      - title: Tokenizer
        statements:
          - Earned 1,200 stars and 40 dependent packages
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import effort
from standout.rules.outline import deeds


@rule(
    "QNT008",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="it says how busy you were; a reader wants to know what came of it",
)
def vanity_metric(context: Context) -> Iterator[Finding]:
    """Find activity counts, and metrics that the vocabulary calls vain."""
    for statement in deeds(context.resume):
        found = effort(statement.text.value)
        if found:
            question = ask("what came of it, and for whom?")
            yield Finding(
                statement.text.span(*found), "a measure of effort, not of effect", question
            )
