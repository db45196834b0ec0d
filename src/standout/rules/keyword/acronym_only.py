"""A required skill stands there by its acronym alone, or by its long form alone.

Some searches find only the form they were given, and a reader outside the field may not know the
acronym. Write both once: 'natural language processing (NLP)'. Needs `--posting`.

Bad (yaml; posting=Requirements|- NLP|- Docker):
    skills:
      - group: Methods
        items: [NLP, Docker]
                ^^^

Good (yaml; posting=Requirements|- NLP|- Docker):
    skills:
      - group: Methods
        items: [Natural language processing (NLP), Docker]

Good (yaml; posting=Requirements|- SQL|- AWS):
    skills:
      - group: Tools
        items: [SQL, AWS]

Good:
    skills:
      - group: Methods
        items: [NLP]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.rules.base import Context, Finding, rule


@rule(
    "KEY005",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Lever help pages: searches for an acronym do not find the long form",
    why="a search for one form does not find the other",
)
def acronym_only(context: Context) -> Iterator[Finding]:
    """Take the skills of which one form is missing."""
    for each in context.match.wordings if context.match is not None else ():
        if each.acronym and each.yours:
            span = each.yours.span()
            fix = Fix(Applicability.CONFIRM, f"write '{each.write}'", (Edit(span, each.write),))
            yield Finding(span, f"'{each.theirs}' is never written beside it", fix)
