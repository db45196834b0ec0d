"""An old job has nothing to do with what you do now.

It is off by default: only a posting tells what is unrelated. Ask for it with
`extend-select = ["OMT007"]`; it then compares with your skills section and your newer entries.
Old work that founded the new, or that shares a skill with it, is not meant.

Options: `years` (10), the age from which an entry is old.

Bad:
    skills:
      - Python
    experience:
      - title: ML engineer
        start: 2021-01
        end: present
      - title: Waiter
               ^^^^^^
        start: 2008-01
        end: 2010-01
        statements:
          - Served 60 tables an evening

Good:
    skills:
      - Python
    experience:
      - title: Software engineer
        start: 2008-01
        end: 2010-01
        statements:
          - Wrote a crawler in Python

Good:
    skills:
      - Python
    experience:
      - title: Waiter
        start: 2022-01
        end: 2023-01

Good:
    experience:
      - title: Waiter
        start: 2008-01
        end: 2010-01
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standout.diagnostic import Basis, Severity
from standout.rules.base import Context, Finding, rule
from standout.rules.chronology import month_of
from standout.rules.outline import roles, title_span
from standout.source import Text
from standout.vocabulary import skills


@rule(
    "OMT007",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="an old unrelated job takes the room of what proves you now",
    advice="shorten it to one line, or leave it out",
    off=True,
    options={"years": 10},
)
def stale_item(context: Context) -> Iterator[Finding]:
    """Find old jobs that share no skill with the rest."""
    oldest = month_of(context.today) - int(context.number("years")) * 12
    listed = [
        item
        for section in context.resume.sections
        for group in section.skills
        for item in group.items
    ]
    now = _skills(listed)
    if not now:
        return
    for entry in roles(context.resume):
        last = entry.dates.end if entry.dates else None
        if last and last.last_month < oldest and not now & _skills(entry.texts()):
            yield Finding(title_span(entry), "old, and shares no skill with the rest")


def _skills(texts: Iterable[Text]) -> frozenset[str]:
    found = (mention.skill.id for text in texts for mention in skills.find(text.value, "list"))
    return frozenset(wider for each in found for wider in (each, *skills.implied(each)))
