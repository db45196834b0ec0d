"""The same verb opens many statements.

Repetition hides differences: 'built' five times reads as one thing five times.
Choose the verb that says what was special; a thesaurus word for the same thing is worse.

Options: `times` (3) and `share` (0.15): a verb is flagged when it opens more than both, or more
than twice `times`.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model for shops
          - Built a labelling tool in React
          - Built a feature store on Redis
          - Built an alarm for drifting inputs
            ^^^^^
          - Cut costs from $9,000 to $4,000 a month

Good:
    projects:
      - title: Three tools
        statements:
          - Built a ranking model for shops
          - Built a labelling tool in React
          - Built a feature store on Redis

Good:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model for shops
          - Trained a labelling model
          - Built a feature store on Redis
          - Led a group of four
          - Building blocks for alarms shipped to 4 teams

Good:
    publications:
      - title: Learning to rank
      - title: Learning to label
      - title: Learning to store
      - title: Learning to alarm
      - title: Learning to learn
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Label, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening, opening_fault
from standout.rules.outline import deeds
from standout.source import Span


@rule(
    "STM007",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="lines that begin alike are read as one",
    options={"times": 3, "share": 0.15},
)
def repeated_opening(context: Context) -> Iterator[Finding]:
    """Count the verbs that open statements; point at the first use too many."""
    times, share = int(context.number("times")), context.number("share")
    uses: dict[str, list[Span]] = {}
    statements = list(deeds(context.resume))
    for statement in statements:
        first = opening(statement.text.value)
        if first and first.verb and not opening_fault(statement.text.value):
            uses.setdefault(first.verb.base, []).append(statement.text.span(first.start, first.end))
    for spans in uses.values():
        count = len(spans)
        if count > 2 * times or (count > times and count > share * len(statements)):
            others = tuple(Label(each, "the same verb") for each in spans[:times])
            fix = ask("what was special each time?")
            yield Finding(spans[times], f"the same verb opens {count} statements", fix, others)
