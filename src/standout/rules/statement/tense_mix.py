"""A job that ended is told in the present tense.

The reader wonders whether the dates or the words are wrong.
The current job may mix both: what goes on, and what is done.

Bad:
    experience:
      - title: ML engineer
        start: 2019-01
        end: 2021-01
        statements:
          - Cut latency from 90 ms to 30 ms
          - Develops a ranking model for shops
            ^^^^^^^^

Good:
    experience:
      - title: ML engineer
        start: 2019-01
        end: present
        statements:
          - Develop a ranking model for shops
          - Cut latency from 90 ms to 30 ms

Good:
    experience:
      - title: ML engineer
        start: 2019-01
        end: 2021-01
        statements:
          - Design of a ranking model for shops
          - Research on drift, read by 40 teams
          - Set up and put into service a feature store

Good:
    projects:
      - title: Tokenizer
        date: 2019
        statements:
          - Splits German compounds
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Entry, Statement
from standout.rules.base import Context, Finding, rule
from standout.rules.chronology import month_of
from standout.rules.opening import opening, opening_fault
from standout.rules.outline import roles

_DETERMINERS = frozenset(["a", "an", "the", "and", "new", "our", "its", "their", "all", "large"])

_AFTER_NOUNS = frozenset(
    ["of", "for", "on", "in", "that", "which", "and", "with", "to", "from", "by", "at", ""]
)
"""Behind 'models', 'reports' and 'designs' these show a plural, not a verb."""


@rule(
    "STM009",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="tense and dates that disagree make both doubtful",
)
def tense_mix(context: Context) -> Iterator[Finding]:
    """Find the first statement in the present tense of each job that is over."""
    for entry in roles(context.resume):
        if not _is_over(entry, context):
            continue
        for statement in entry.statements:
            first = opening(statement.text.value)
            if first and not opening_fault(statement.text.value) and _is_present(statement):
                span = statement.text.span(first.start, first.end)
                fix = Fix(Applicability.CONFIRM, "use the past tense")
                yield Finding(span, "present tense for a job that ended", fix)
                break


def _is_over(entry: Entry, context: Context) -> bool:
    dates = entry.dates
    if dates is None or dates.present or dates.vague or dates.end is None:
        return False
    return dates.end.last_month < month_of(context.today)


def _is_present(statement: Statement) -> bool:
    """A third person, or a base form that cannot be a noun here ('Design a', not 'Design of')."""
    first = opening(statement.text.value)
    if first is None or first.verb is None:
        return False
    following = statement.text.value[first.end :].split(maxsplit=1)
    after = following[0].lower() if following else ""
    if first.verb.form == "third":
        return after not in _AFTER_NOUNS and not first.word.isupper()
    return first.verb.form == "base" and after in _DETERMINERS
