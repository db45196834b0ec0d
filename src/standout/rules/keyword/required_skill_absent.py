"""A skill that the posting requires is nowhere in the resume.

Recruiters search for required skills and knock-out lists are made of them. The finding never asks
you to claim what you lack: where you have used the skill, say so in the line it made possible;
where you have not, decide whether to apply anyway. Of alternatives ('PyTorch or JAX') one is
enough, and a narrower skill proves the broader one. Needs `--posting`.

Bad (yaml; posting=Requirements|- Python|- Kubernetes):
    skills:
      - group: Tools
               ^^^^^
        items: [Python, Docker]
    experience:
      - title: ML engineer
        statements:
          - Trained a ranking model in Python that cut returns by 4 %

Good (yaml; posting=Requirements|- Python|- Kubernetes or Docker):
    skills:
      - group: Tools
        items: [Python, Docker]

Good (yaml; posting=Requirements|- Python|- Deep learning|Nice to have|- Kubernetes):
    skills:
      - group: Tools
        items: [PyTorch]

Good:
    skills:
      - group: Tools
        items: [Excel]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Demand, SectionKind, State
from standout.rules.answers import place_for, required, words
from standout.rules.base import Context, Finding, rule

_UNPROVEN = (State.ABSENT, State.RELATED)


@rule(
    "KEY001",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Bright and Hutton 2000: statements that match the advertised skills raise ratings",
    why="who screens looks for the required skills first",
)
def required_skill_absent(context: Context) -> Iterator[Finding]:
    """Take the required skills that no line proves."""
    span = place_for(context, SectionKind.SKILLS, SectionKind.EXPERIENCE)
    for answer in required(context, Demand.SKILL):
        if answer.state in _UNPROVEN and answer.weight:
            asked = words(answer.requirement.text)
            near = f"; near is “{words(answer.proofs[0].text)}”" if answer.proofs else ""
            fix = Fix(Applicability.FILL_IN, _small(answer.ask) + near)
            yield Finding(span, f"the posting requires “{asked}”: no line shows it", fix)


def _small(question: str) -> str:
    return question[:1].lower() + question[1:]
