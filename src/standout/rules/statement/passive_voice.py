"""The actor is hidden behind a passive.

'The model was deployed' leaves open who did it: you, a colleague, a supplier.
What others do to your work may stay passive: published, cited, accepted, funded, awarded, used.

Bad:
    experience:
      - title: ML engineer
        statements:
          - A new ranking model was deployed to all shops
                                ^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Deployed a ranking model that was trained on 2 TB of logs
          - Thesis was awarded the faculty prize, 1 of 210

Good:
    projects:
      - title: Tokenizer
        statements:
          - The package is used by 40 teams
          - Proposal was accepted and funded with 20,000 EUR

Good:
    publications:
      - title: The model was trained on tears
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening_fault
from standout.rules.outline import deeds


@rule(
    "STM006",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="style guides",
    why="a reader cannot tell whether you did it",
)
def passive_voice(context: Context) -> Iterator[Finding]:
    """Find statements whose own verb is a passive."""
    for statement in deeds(context.resume):
        fault = opening_fault(statement.text.value)
        if fault and fault[0] == "passive":
            span = statement.text.span(*fault[1:])
            yield Finding(
                span, "who did it is not said", ask("was it you? Then begin with the verb")
            )
