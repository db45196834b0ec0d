"""'Helped', 'contributed' or 'part of the team' hides your share.

The share may be small; naming it is still stronger than hiding it, and an interviewer will ask.
This is a question, not a reproach: juniors rarely own a whole system.
Statements with a number that is a result, or with a link, and contributions to open source are
left alone.

Bad:
    experience:
      - title: Intern
        statements:
          - Helped build the search ranking
            ^^^^^^

Bad:
    experience:
      - title: Intern
        statements:
          - Contributed to the development of the search ranking
            ^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Helped 300 clinics to find fractures in 4 minutes instead of 20
          - Supported Spanish and Greek in the speech recogniser

Good:
    open_source:
      - title: PyTorch
        statements:
          - Contributed to the sparse kernels

Good:
    experience:
      - title: ML engineer
        statements:
          - Led the team of five that wrote the search ranking
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import results
from standout.rules.opening import opening_fault

_KINDS = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)


@rule(
    "STM010",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="AI Edge newsletter on resumes of machine-learning engineers",
    why="a reader takes the smallest share that the words allow",
)
def team_claim_unclear(context: Context) -> Iterator[Finding]:
    """Find openings that share a deed without saying which part was yours."""
    for section in context.resume.of_kind(*_KINDS):
        for statement in section.all_statements():
            fault = opening_fault(statement.text.value)
            if not fault or fault[0] != "team" or statement.links:
                continue
            if not results(context.analysis(statement)):
                span = statement.text.span(*fault[1:])
                yield Finding(
                    span,
                    "your own share is not said",
                    ask("which part would not exist without you?"),
                )
