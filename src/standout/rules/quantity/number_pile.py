"""More than three numbers stand in one statement.

The reader remembers one of them, and not the one you would choose.
The two ends of a change count once; numbers in words, versions, dates, names and settings do not
count.

Options: `numbers` (3), how many a statement may have.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Served 40 teams, 9 services, 3 regions and 12,000 users, saving 20 %
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Cut latency from 90 ms to 30 ms and cost from $9,000 to $4,000 for 40 teams

Good:
    experience:
      - title: ML engineer
        statements:
          - Moved 40 services from Python 3.8 to 3.12 and K8s 1.24 to 1.29 in 2023

Good:
    experience:
      - title: Robotics engineer
        statements:
          - Localised 120 trucks in 7 warehouses with 2 cm error without reflectors (before 6 cm)
          - Warned of sepsis (AUROC 0.91 vs. 0.84 before) 6 hours ahead instead of 2 in 12 hospitals
          - Predicted 30-day readmission for 11 hospitals, where it fell from 14 % to 11 %

Good:
    publications:
      - title: 3 models, 4 data sets, 5 seeds, 6 tasks and 7 lessons
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.statement import Analysis, Quantity, SlotKind
from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import COUNTABLE
from standout.rules.outline import deeds

_BEFORE = regex(r"\b(?:before|was|were):? (?P<number>[$€£]?\d[\d.,]*(?: ?%)?)")
"""Where something started: '2 cm (before: 6 cm)'."""
_NAMES = regex(r"\d+-[a-z]+")
"""'30-day readmission' names a measure."""


@rule(
    "QNT007",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Acta Psychologica report: numbers cost more fixations than words",
    why="a reader keeps one number of a line; choose which",
    options={"numbers": 3},
)
def number_pile(context: Context) -> Iterator[Finding]:
    """Count quantities, the two ends of a change once."""
    for statement in deeds(context.resume):
        counted = _counted(context.analysis(statement))
        if len(counted) > context.number("numbers"):
            fix = Fix(Applicability.CONFIRM, "keep the strongest number, or make two statements")
            message = f"{len(counted)} numbers in one statement"
            yield Finding(statement.text.span(), message, fix)


def _counted(analysis: Analysis) -> list[Quantity]:
    baselines = {each.baseline for each in analysis.quantities}
    baselines |= {each["number"] for each in _BEFORE.finditer(analysis.text)}
    starting = analysis.of_kind(SlotKind.BASELINE)
    numerals = (
        (each, analysis.text[each.start : each.end])
        for each in analysis.quantities
        if each.kind in COUNTABLE
    )
    return [
        each
        for each, written in numerals
        if written not in baselines
        and not any(slot.start < each.end and each.start < slot.end for slot in starting)
        and any(char.isdigit() for char in written)
        and not _NAMES.fullmatch(written)
    ]
