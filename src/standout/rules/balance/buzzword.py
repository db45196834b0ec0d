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

from standout.diagnostic import Applicability, Basis, Fix, Label, Severity
from standout.rules.base import Context, Finding, rule
from standout.rules.english import prose
from standout.vocabulary.words import find_buzzwords

SHOWN = 3
"""Words that a message quotes before it counts the rest."""


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
        found = tuple(find_buzzwords(text.value))
        if found:
            # One finding a text: the remedy is the same for all of its words.
            first, *others = (text.span(each.start, each.end) for each in found)
            labels = tuple(Label(each, "also empty") for each in others)
            fix = Fix(Applicability.FILL_IN, "delete it, or say what you did that shows it")
            yield Finding(
                first, _message([text.value[w.start : w.end] for w in found]), fix, labels
            )


def _message(words: list[str]) -> str:
    said = ", ".join(f"'{each}'" for each in words[:SHOWN])
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"{said}{more} {'says' if len(words) == 1 else 'say'} nothing that others do not say"
