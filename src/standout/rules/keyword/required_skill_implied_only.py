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

Good (yaml; posting=Requirements|- Programming|- DevOps|- Full-stack development|- SQL):
    skills:
      - group: Tools
        items: [PyTorch, Docker, Node.js, database optimization]

Good:
    skills:
      - group: Tools
        items: [PyTorch]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.model import Wording
from standout.rules.base import Context, Finding, rule
from standout.vocabulary import skills

_TOOLS = (
    "language", "framework", "library", "platform", "tool", "service", "data-store", "hardware",
)  # fmt: skip


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
        if each.acronym or not each.yours or not _is_searched_for(each):
            continue
        span = each.yours.span()
        fix = Fix(Applicability.CONFIRM, f"write '{each.write}'", (Edit(span, each.write),))
        message = f"the posting says '{each.theirs}', you say '{each.yours.value}'"
        yield Finding(span, message, fix)


def _is_searched_for(wording: Wording) -> bool:
    """Say whether both wordings name one tool, or yours a tool of what theirs names.

    'Python' and 'deep learning' are words to write beside 'PyTorch'; 'programming' and 'DevOps'
    are none that a search is made for, and a practice proves no tool.
    """
    if wording.skill not in skills.ids():
        return False
    theirs = skills.by_id(wording.skill)
    found = [each.skill for each in skills.find(wording.yours.value, "list")]
    tools = [each for each in found if each.kind in _TOOLS]
    if theirs.kind == "domain":
        return bool(theirs.parents) and any(theirs.id in each.parents for each in tools)
    return theirs.kind in _TOOLS and bool(tools)
