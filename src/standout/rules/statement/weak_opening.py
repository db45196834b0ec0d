"""The first words carry no information.

In lists people see about two words, eleven characters, before they decide to read on.
Start with the deed, or with what it was done to.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Tried to improve the recommendation model
            ^^^^^

Bad:
    projects:
      - title: Chess engine
        statements:
          - The goal of this project was to build a chess engine
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Various Artists
        statements:
          - Variational inference for playlists, 30 % fewer skips in a test with 900 listeners

Good:
    experience:
      - title: ML engineer
        statements:
          - "Trial design: planned 12 A/B tests, four of which changed the product"
          - Got-ya detector shipped to 3 newsrooms
          - Got the model to run on the drone itself, so a turbine is done in 25 minutes

Good:
    projects:
      - title: Theorem prover
        statements:
          - The Pile and C4 cleaned of 2 TB of duplicates in one night
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening_fault
from standout.rules.outline import deeds


@rule(
    "STM002",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Nielsen Norman Group, first two words (web lists, not resumes)",
    why="the first two words of a line are all that many readers see",
)
def weak_opening(context: Context) -> Iterator[Finding]:
    """Find fillers and verbs without a deed at the start of statements."""
    for statement in deeds(context.resume):
        fault = opening_fault(statement.text.value)
        if fault and fault[0] == "weak":
            span = statement.text.span(*fault[1:])
            yield Finding(
                span,
                "the opening says nothing yet",
                ask("which verb names what you did? Begin with it"),
            )
