"""Bold marks words that are neither a skill nor a result.

Marked side matter makes readers study side matter.
Numbers, skills, metrics, names and a label at the start of a statement are good targets.

Bad:
    projects:
      - title: Tokenizer
        statements:
          - Wrote a tokenizer in Rust **together with several other people**
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    projects:
      - title: Tokenizer
        statements:
          - Wrote a tokenizer in **Rust** and cut the time by **60 %**

Good:
    projects:
      - title: Tokenizer
        statements:
          - "**Ported and tested:** moved the tokenizer to Rust"

Good:
    projects:
      - title: Tokenizer
        statements:
          - Presented the tokenizer to **Deutsche Bahn** and reached **top-1 accuracy**
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.analysis.statement import SlotKind
from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Emphasis, Statement
from standout.rules.base import Context, Finding, rule
from standout.rules.emphasis.too_much_bold import bold_runs
from standout.rules.outline import deeds
from standout.vocabulary import metrics, skills

_TARGETS = (SlotKind.RESULT, SlotKind.QUANTITY, SlotKind.METRIC, SlotKind.LINK, SlotKind.OBJECT)


@rule(
    "EMP003",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="Yeari 2017 (highlighted side matter is re-read)",
    why="readers return to what is marked, and here it is not what wins the interview",
)
def bold_off_target(context: Context) -> Iterator[Finding]:
    """Find bold stretches of ordinary words."""
    for statement in deeds(context.resume):
        for run in bold_runs(statement):
            if not _is_target(context, statement, run):
                span = statement.text.span(run.start, run.end)
                fix = Fix(Applicability.CONFIRM, "mark the skill or the number instead")
                yield Finding(span, "bold words that are neither skill nor result", fix)


def _is_target(context: Context, statement: Statement, run: Emphasis) -> bool:
    value = statement.text.value
    words = value[run.start : run.end]
    if run.start == 0 or len(words.split()) < 2 or any(c.isdigit() or c.isupper() for c in words):
        return True
    if skills.find(words, "prose") or metrics.find(words):
        return True
    slots = (each for kind in _TARGETS for each in context.analysis(statement).of_kind(kind))
    return any(each.start < run.end and run.start < each.end for each in slots)
