"""A role has more statements than a first look can weigh.

People average what they see: the sixth-best deed pulls the best one down.
What hangs under another statement does not count.
Where evidence disagrees: the presenter's paradox reverses when items are compared side by side.

Options: `current` (6), `older` (4) statements for a role; `only` (10) where there is a single role.

Bad:
    experience:
      - title: ML engineer
        start: 2022-01
        end: present
        statements: [Cut costs]
      - title: Data scientist
        start: 2019-01
        end: 2021-12
        statements:
          - Cut latency from 90 ms to 30 ms
          - Raised recall from 71 % to 88 %
          - Moved 40 services to Kubernetes
          - Taught 30 analysts SQL
          - Wrote the onboarding guide
            ^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: Data scientist
        start: 2012-01
        end: 2021-12
        statements: [A one, B two, C three, D four, E five, F six, G seven]

Good:
    experience:
      - title: ML engineer
        start: 2022-01
        end: present
        statements: [A one, B two, C three, D four, E five, F six]
      - title: Data scientist
        start: 2019-01
        end: 2021-12
        statements: [A one, B two, C three, D four]

Good (markdown):
    # Jane Roe

    ## Experience

    ### ML engineer, Acme, Jan 2022 - present

    - Cut latency from 90 ms to 30 ms
      - by quantising to int8
      - by caching prompts
    - Raised recall from 71 % to 88 %
      - with hard negatives
      - on four languages
    - Taught 30 analysts SQL

    ### Data scientist, Acme, Jan 2019 - Dec 2021

    - Cut costs by a third
      - through spot machines
      - through batching
    - Moved 40 services to Kubernetes
      - with no downtime

Good:
    projects:
      - title: Tokenizer
        statements: [A one, B two, C three, D four, E five, F six, G seven]
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.rules.base import Context, Finding, rule
from standout.rules.nesting import main_statements
from standout.rules.outline import roles


@rule(
    "STM011",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="Weaver et al. 2012, the presenter's paradox (7 studies, not of resumes)",
    why="readers average what they see, so mild statements lower strong ones",
    options={"current": 6, "older": 4, "only": 10},
)
def too_many_statements(context: Context) -> Iterator[Finding]:
    """Count the statements of each role; point at the first one too many."""
    told = [each for each in roles(context.resume) if each.statements]
    for index, entry in enumerate(told):
        present = index == 0 or (entry.dates is not None and entry.dates.present)
        option = "only" if len(told) == 1 else "current" if present else "older"
        limit = int(context.number(option))
        statements = main_statements(context, entry)
        if len(statements) > limit:
            message = f"{len(statements)} statements in one role; a first look weighs {limit}"
            fix = Fix(Applicability.CONFIRM, "keep the strongest, merge or delete the others")
            yield Finding(statements[limit].text.span(), message, fix)
