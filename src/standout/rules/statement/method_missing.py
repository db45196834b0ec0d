"""A change is claimed without saying how.

The result makes a reader curious; the method is what an interviewer will ask for, and what the
keyword search looks for. Ranks and prizes need none, secret work may keep it, and a project's
title often tells it: only jobs are looked at.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Cut inference cost from $9,000 to $4,000 a month
            ^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Cut inference cost from $9,000 to $4,000 a month by quantising to int8
          - Cut training cost from $9,000 to $4,000 a month on spot instances with Ray

Good:
    experience:
      - title: ML engineer
        statements:
          - Grew the team from 2 to 9 engineers, none of whom has left
          - Removed 70 % of the alerts, which had never led to an action
          - Placed 7th of 2,100 teams

Good:
    experience:
      - title: ML engineer
        statements:
          - Built a ranking model in PyTorch that raised sales from 3 % to 4 % of visits
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.analysis.statement import SlotKind
from standout.diagnostic import Basis, Severity
from standout.model import SectionKind, Statement
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import number_fault
from standout.rules.opening import opening, opening_fault
from standout.vocabulary import skills

_OWN_MEANS = regex(
    r"(?:remov|delet|retir)(?:ed|ing|es?)\b"
    r"|(?:grew|growing|expand(?:ed|ing)|(?:doubl|tripl|scal|increas)(?:ed|ing)) "
    r"(?:[\w-]+ ){0,4}(?:teams?|staff|headcount|workforce|department|chapter|membership)\b",
    re.IGNORECASE,
)
"""'Removed the alerts', 'Grew the team': the deed itself is how."""


@rule(
    "STM004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="Bock 2014 ('by doing Z')",
    why="a result without a method cannot be told from luck",
)
def method_missing(context: Context) -> Iterator[Finding]:
    """Find statements that open with a change and name neither method nor tool."""
    for statement in _of_jobs(context):
        if _claims_change(context, statement) and not _says_how(context, statement):
            first = opening(statement.text.value)
            if first:
                span = statement.text.span(first.start, first.end)
                fix = ask("by doing what: which step decided it?")
                yield Finding(span, "a result without a method", fix)


def _of_jobs(context: Context) -> Iterator[Statement]:
    for section in context.resume.of_kind(SectionKind.EXPERIENCE):
        yield from section.all_statements()


def _claims_change(context: Context, statement: Statement) -> bool:
    value = statement.text.value
    if opening_fault(value) or number_fault(value) or context.analysis(statement).level < 3:
        return False
    first = opening(value)
    if first is None or first.verb is None or _OWN_MEANS.match(value, first.start):
        return False
    return first.verb.change in ("up", "down")


def _says_how(context: Context, statement: Statement) -> bool:
    if context.analysis(statement).of_kind(SlotKind.METHOD) or statement.links:
        return True
    found = skills.find(statement.text.value, "prose")
    return any(each.skill.kind not in ("soft", "domain", "natural-language") for each in found)
