"""A skill is listed that everyone has.

A reader who meets 'e-mail' among the skills doubts the rest of the list: people average what they
see instead of adding it up. Only an item that is nothing but the obvious thing is meant, not
'Excel (VBA, Power Query)', 'Internet of Things' or 'Windows kernel debugging'.
Of analysts and of people in finance spreadsheets are asked for by name: they may list Excel.

Bad:
    skills:
      - Python
      - Internet
        ^^^^^^^^
      - JAX

Good:
    skills:
      - Internet of Things
      - Word2Vec
      - Excel (VBA, Power Query)

Good:
    skills:
      - Windows kernel debugging
      - E-mail spam filtering

Good:
    basics:
      headline: Data Analyst
    skills:
      - SQL
      - Excel

Good:
    projects:
      - title: Internet search engine
        statements:
          - Indexed 2 million pages of the internet in 40 minutes on one machine
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Resume
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.source import Text
from standout.vocabulary import skills

_COUNTS = regex(
    r"\b(?:analyst|analytics|accountant|controller|auditor|actuary|finance|financial|bookkeeper)\b",
    re.IGNORECASE,
)
_SHEET = regex(r"\b(?:excel|spreadsheets?|google sheets)\b", re.IGNORECASE)


@rule(
    "OMT002",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Weaver et al. 2012, the presenter's paradox (7 studies, not of resumes)",
    why="readers average what they see, so a weak item lowers the strong ones beside it",
)
def obvious_skill(context: Context) -> Iterator[Finding]:
    """Find skill items that name an obvious skill and nothing else."""
    counts = _works_with_sheets(context.resume)
    for section in context.resume.sections:
        for group in section.skills:
            for item in group.items:
                if _is_obvious(item) and not (counts and _SHEET.search(item.value)):
                    fix = deletion(context, item.span(), "delete it")
                    yield Finding(item.span(), "everyone has this skill", fix)


def _works_with_sheets(resume: Resume) -> bool:
    """Say whether the headline or a title is one of those who are asked for spreadsheets."""
    titles = [entry.title for section in resume.sections for entry in section.entries]
    named = (resume.basics.headline, *titles)
    return any(text is not None and _COUNTS.search(text.value) for text in named)


def _is_obvious(item: Text) -> bool:
    value = item.value
    found = skills.find(value, "list")
    if not found or not all(each.skill.obvious for each in found):
        return False
    for each in reversed(found):
        value = value[: each.start] + value[each.end :]
    return not any(char.isalpha() for char in value)
