"""The dates or degrees of the resume fall short of what the posting requires.

Years and degrees are the usual knock-out questions. Years are counted from the dates of entries,
overlaps once; a posting that accepts experience in place of a degree is answered by years. Where
something counts that the resume does not say, say it; else decide whether the rest makes up for
it: many such lines are wishes. Years that related work would cover are no finding, for only a
reader can say whether it counts. Needs `--posting`.

Bad (yaml; posting=Requirements|- 5+ years of experience with Python|- Docker):
    experience:
      - title: ML engineer
               ^^^^^^^^^^^
        start: 2024-01
        end: 2025-06
        statements:
          - Trained a ranking model in Python that cut returns by 4 %

Good (yaml; posting=Requirements|- 1+ years of experience with Python|- Docker):
    experience:
      - title: ML engineer
        start: 2024-01
        end: 2025-06
        statements:
          - Trained a ranking model in Python that cut returns by 4 %

Good (yaml; posting=Requirements|- Bachelor's degree in physics or equivalent experience|- Docker):
    education:
      - degree: MSc
        field: Physics
        end: 2020

Good (yaml; posting=Requirements|- 4+ years of experience as a data scientist|- Python):
    experience:
      - title: Data engineer
        start: 2018-01
        end: 2025-06

Good:
    experience:
      - title: ML engineer
        start: 2024-01
        end: 2025-06
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Demand, SectionKind, State
from standout.rules.answers import place_for, required, words
from standout.rules.base import Context, Finding, rule


@rule(
    "FIT001",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="vendors of applicant tracking systems: knock-out questions",
    why="years and degrees are what applications are sorted out by first",
)
def seniority_mismatch(context: Context) -> Iterator[Finding]:
    """Take the required years and degrees that dates and degrees do not reach."""
    for answer in required(context, Demand.YEARS, Demand.DEGREE):
        if answer.state in (State.LITERAL, State.IMPLIED) or answer.open or not answer.weight:
            continue
        is_degree = answer.requirement.demand is Demand.DEGREE
        kind = SectionKind.EDUCATION if is_degree else SectionKind.EXPERIENCE
        span = place_for(context, kind, SectionKind.EXPERIENCE, SectionKind.EDUCATION)
        question = answer.ask[:1].lower() + answer.ask[1:]
        short = "no degree here meets it" if is_degree else "the dates do not reach it"
        message = f"the posting requires “{words(answer.requirement.text)}”: {short}"
        yield Finding(span, message, Fix(Applicability.FILL_IN, question))
