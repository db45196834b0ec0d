"""You have what the posting asks for, but not in its words.

Searches in applicant tracking systems look for the words of the posting; some expand no acronyms
and none knows that PyTorch is used from Python. Write the posting's word beside yours, once,
where both are true. Needs `--posting`.

Bad (yaml; posting=Requirements|- Deep learning|- Docker):
    skills:
      - group: Tools
        items: [PyTorch, Docker]
                ^^^^^^^

Bad (yaml; posting=Requirements|- K8s|- Docker):
    experience:
      - title: ML engineer
        statements:
          - Moved the jobs into Docker on Kubernetes, which halved the cost
                                          ^^^^^^^^^^

Good (yaml; posting=Requirements|- K8s|- Docker):
    skills:
      - group: Tools
        items: [Kubernetes (K8s), Docker]

Good (yaml; posting=Requirements|- PyTorch or JAX|- Python):
    skills:
      - group: Tools
        items: [Python, JAX]

Good:
    skills:
      - group: Tools
        items: [PyTorch]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.rules.base import Context, Finding, rule


@rule(
    "KEY002",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Lever help pages: searches for an acronym do not find the long form",
    why="searches look for the posting's words, not for yours",
)
def required_skill_implied_only(context: Context) -> Iterator[Finding]:
    """Take the wordings in which posting and resume differ."""
    for each in context.match.wordings if context.match is not None else ():
        if each.acronym or not each.yours:
            continue
        span = each.yours.span()
        fix = Fix(Applicability.CONFIRM, f"write '{each.write}'", (Edit(span, each.write),))
        message = f"the posting says '{each.theirs}', you say '{each.yours.value}'"
        yield Finding(span, message, fix)
