"""Few statements carry any quantity.

A number is the shortest proof there is: how much, how many, how fast, for whom.
It is a question about the whole resume, and silent with the preset `research`.
Where evidence disagrees: digits attract the eye, but no experiment has isolated their effect in
resumes. Never invent a number.

Options: `share` (0.33) of statements that should have a quantity; `statements` (6), the number
from which it is judged.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Built the ranking model for all shops
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          - Moved the services to Kubernetes
          - Wrote the feature store
          - Trained the analysts in SQL
          - Led the search group
          - Designed the labelling tool

Good:
    experience:
      - title: ML engineer
        statements:
          - Built the ranking model for 300 shops
          - Cut latency from 90 ms to 30 ms
          - Wrote the feature store
          - Trained the analysts in SQL
          - Led the search group
          - Designed the labelling tool

Good (yaml; preset=research):
    experience:
      - title: PhD student
        statements:
          - Proved a bound for bandits
          - Wrote the survey of the field
          - Led the reading group
          - Taught the course on probability
          - Reviewed for the workshop
          - Built the simulator

Good:
    experience:
      - title: ML engineer
        statements:
          - Built the ranking model
          - Wrote the feature store
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import COUNTABLE
from standout.rules.outline import deeds
from standout.vocabulary import skills

_TAG = 3
"""Words that the name of a skill has at most."""


@rule(
    "QNT009",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="Bock 2014 ('as measured by Y'); Nielsen 2007 on numerals",
    why="without a quantity a reader cannot tell a weekend's work from a year's",
    options={"share": 0.33, "statements": 6},
)
def few_quantified(context: Context) -> Iterator[Finding]:
    """Compare the share of statements with a quantity to the option."""
    if context.settings.preset == "research" or not context.is_whole:
        return
    statements = [each for each in deeds(context.resume) if not _is_keyword(each.text.value)]
    if len(statements) < context.number("statements"):
        return
    without = [
        each
        for each in statements
        if not any(q.kind in COUNTABLE for q in context.analysis(each).quantities)
    ]
    having = len(statements) - len(without)
    if having < context.number("share") * len(statements):
        question = ask("how much, how many, how fast?")
        message = f"{having} of {len(statements)} statements have a quantity"
        yield Finding(without[0].text.span(), message, question)


def _is_keyword(text: str) -> bool:
    """'Next.js', 'Machine learning': a tag below a project, no statement."""
    return len(text.split()) <= _TAG and bool(skills.find(text, "list"))
