"""An entry stands below an older one.

Readers take the first entry for your present.
Only an entry that surely began and ended later counts: parallel roles, ongoing side roles and
entries without dates may stand anywhere.

Bad:
    experience:
      - title: Intern
        organization: Acme
        start: 2018-01
        end: 2018-06
      - title: ML engineer
        organization: Bolt
        start: 2020-01
        end: present

Good:
    experience:
      - title: ML engineer
        start: 2020-01
        end: present
      - title: Intern
        start: 2018-01
        end: 2018-06

Good:
    experience:
      - title: Lecturer
        start: 2017-01
        end: present
      - title: ML engineer
        start: 2020-01
        end: present

Good:
    experience:
      - title: ML engineer
        start: 2020
        end: 2021
      - title: Research assistant
        start: 2020-06
        end: 2021-03

Good:
    projects:
      - title: Tokenizer
        date: 2019
      - title: Chess engine
        date: 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import DateRange, Section, SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.chronology import is_newer

_ORDERED = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.VOLUNTEER)


@rule(
    "SEC007",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2012: current title, employer and dates are among the six fields looked at",
    why="the first entry is read as your present",
)
def not_reverse_chronological(context: Context) -> Iterator[Finding]:
    """Find, once a section, the first entry that is newer than one above it."""
    for section in context.resume.of_kind(*_ORDERED):
        found = _first_late(section)
        if found:
            dates, above = found
            fix = Fix(Applicability.CONFIRM, "put the newest entry first")
            yield Finding(dates.text.span(), _message(above), fix)


def _message(above: int) -> str:
    return "newer than the entry above it" if above == 1 else f"newer than {above} entries above it"


def _first_late(section: Section) -> tuple[DateRange, int] | None:
    dated = [each.dates for each in section.entries if each.dates and not each.dates.vague]
    # A job's single date is a range that the reader of the file saw in part; a degree's is not.
    whole = [each for each in dated if each.start]
    if not whole and section.kind is SectionKind.EDUCATION:
        whole = dated
    for index, dates in enumerate(whole):
        older = sum(is_newer(dates, each) for each in whole[:index])
        if older:
            return dates, older
    return None
