"""An empty adjective or a cliché stands where a fact could.

'Passionate, results-driven team player' is true of everyone who writes it.
Delete it, or say what you did that shows it. Technical uses ('robust statistics', 'dynamic
programming', 'leverage ratio') are not meant, nor are titles of papers, prizes and grants.

Where evidence disagrees: no experiment isolates such words; reviewers and recruiters say in
surveys that they dislike the tone.

Bad:
    summary: Passionate engineer who builds search
             ^^^^^^^^^^
    experience:
      - title: ML engineer
        statements:
          - Trained cutting-edge models to rank 2 million products
                    ^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Replaced the mean by robust statistics and dynamic programming

Good:
    awards:
      - title: Innovative Teaching Award
        organization: A university for passionate people

Good:
    experience:
      - title: Growth engineer
        organization: Synergy GmbH
        statements:
          - Raised the bandwidth from 1 to 10 Gbit/s for 300 clinics
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.rules.base import Context, Finding, rule
from standout.rules.english import prose
from standout.vocabulary.words import find_buzzwords


@rule(
    "BAL003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; surveys of recruiters on generic tone",
    why="it is true of everyone who writes it, so it says nothing about you",
)
def buzzword(context: Context) -> Iterator[Finding]:
    """Find the listed phrases in statements, summaries and descriptions."""
    for text in prose(context.resume):
        for found in find_buzzwords(text.value):
            span = text.span(found.start, found.end)
            word = text.value[found.start : found.end]
            fix = Fix(Applicability.FILL_IN, "delete it, or say what you did that shows it")
            yield Finding(span, f"'{word}' says nothing that others do not say", fix)
