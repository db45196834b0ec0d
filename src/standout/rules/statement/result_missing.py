"""The statement says what you did, not what changed.

A reader who skims meets an activity without a reason to care.
Looked at are the first two statements of each job: where neither names a result, the first is
flagged; where most of the resume names none, both are, and those of projects too; where hardly
any does, the further ones that name no method either are noted.
A list of projects that gives nothing but their names is flagged once.
Open work, teaching, prizes, labelled lines and lines without a deed (STM005) are left alone.
Where evidence disagrees: no experiment isolates results in resumes; what is measured is that
clear writing helps. So this is a question: never invent a result.

Options: `share` (0.5), the share of statements with a result below which a resume is judged
strictly; `hardly` (0.2), the share below which every statement is looked at; `most` (6), how many
are told one by one: the last names the others.

Bad:
    experience:
      - title: ML engineer
        organization: Acme
        statements:
          - Built the nightly retraining pipeline in Airflow and Ray
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          - Wrote the feature store on Redis
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad (text):
    Jane Roe

    PROJECTS

    - Stock price prediction using LSTM
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - Movie recommendation system
    - MNIST digit recognition

Good (markdown):
    # Jane Roe

    ## Projects

    - [Tokenizer](https://github.com/example/tokenizer)
    - [Chess engine](https://github.com/example/chess)

Good:
    experience:
      - title: ML engineer
        organization: Acme
        statements:
          - Cut retraining from 9 h to 40 min by moving it to Ray
          - Reduced pages per week from 12 to 2 with drift alarms
          - Wrote the feature store on Redis

Good:
    experience:
      - title: ML engineer
        organization: Acme
        statements:
          - Responsible for the data pipeline
          - Helped with the data pipeline

Good:
    teaching:
      - title: Probability
        statements:
          - Taught two exercise groups

Good:
    projects:
      - title: Open question
        statements:
          - "Under review: sample-efficient exploration in sparse mazes"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from standout.analysis.statement import SlotKind
from standout.diagnostic import Basis, Label, Severity
from standout.model import SectionKind, Statement
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import effort, number_fault
from standout.rules.opening import opening, opening_fault
from standout.rules.outline import deeds, is_english, told
from standout.rules.placeholders import placeholders
from standout.vocabulary.verbs import lookup
from standout.vocabulary.words import find_hedges, is_function_word

_KINDS = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
_WHAT_CAME = "what came of it: what got faster, cheaper, safer or possible, and for whom?"
_RECOGNITION = ("stars", "downloads", "dependents", "citations", "users", "adopting-teams")
"""Numbers of these are outcomes wherever they stand."""
_FINDINGS = frozenset(
    ["prove", "show", "demonstrate", "reproduce", "discover", "find", "select", "review", "win",
     "rank", "place", "mentor", "supervise", "organise", "teach", "present"]
)  # fmt: skip
"""What these verbs report is itself the result, or needs none."""
_PLAIN_PASTS = frozenset(["did", "had", "went", "drank", "ate", "sat"])
"""Deeds too plain for the vocabulary of action verbs."""
_JUDGED = 2
"""How many statements of a role are looked at: the first look takes in no more."""
_UNTOLD = 2
"""Projects in a list from which their names alone are too little."""
_NAME = 10
"""Words that the name of a project has at most."""
_MADE_BY = regex(r"[\w-]+ by (?!\w+ing\b)", re.IGNORECASE)
"""'Built by two students': who made the thing, not what the applicant did."""
_EXEMPT = regex(
    r"\b(?:under review|in progress|ongoing|preprint|submitted|thesis|dissertation|taught|teaching|"
    r"tutor|tutored|awards?|awarded|prize|winner|won|scholarship|published|publications?|presented|"
    r"patent|stack|tech|tools:|zero[- ]downtime|no (?:downtime|incidents?|outages?)|used by|"
    r"without (?:any |a |an )?(?:downtime|incidents?|outages?|loss|errors?)|(?:one|1) of \d|"
    r"without (?:losing|missing|breaking|dropping|stopping)\b|"
    r"without (?:any |a |an |one |a single )?(?:missed|lost|failed|broken|dropped|unplanned)\b)",
    re.IGNORECASE,
    needs="under_review in_progress ongoing preprint submitted thesis dissertation taught "
    "teaching tutor award prize winner won scholarship publi presented patent stack tech "
    "tools: downtime no_ used_by without of_",
)


@rule(
    "STM003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice; clear writing raises hiring (NBER 30886)",
    why="a reader who skims meets an activity without a reason to care",
    options={"share": 0.5, "hardly": 0.2, "most": 6},
)
def result_missing(context: Context) -> Iterator[Finding]:
    """Judge the first statements of each role, more strictly where results are rare."""
    if not is_english(context.resume):
        return
    yield from _untold(context)
    yield from _at_most(int(context.number("most")), list(_missing(context)))


def _at_most(most: int, found: list[Finding]) -> Iterator[Finding]:
    """The first findings; the last of them names the others, lest one cause fill the report."""
    if len(found) <= most:
        yield from found
        return
    *first, last = found[:most]
    rest = found[most:]
    yield from first
    labels = tuple(Label(each.span, "nor does this one") for each in rest)
    yield replace(last, message=f"{last.message}, and {len(rest)} more like it", labels=labels)


def _missing(context: Context) -> Iterator[Finding]:
    levels = [context.analysis(each).level for each in deeds(context.resume)]
    good = sum(level >= 3 for level in levels)
    strict = good < context.number("share") * len(levels)
    hardly = good < context.number("hardly") * len(levels)
    for section in context.resume.of_kind(*(_KINDS if strict else _KINDS[:1])):
        for entry in section.entries:
            statements = told(entry)
            first = statements[:_JUDGED]
            missing = [each for each in first if _lacks_result(context, each)]
            if not strict:
                missing = missing[:1] if len(missing) == len(first) else []
            yield from (_finding(context, each) for each in missing)
            for statement in statements[_JUDGED:] if hardly else ():
                if context.analysis(statement).level < 2 and _lacks_result(context, statement):
                    yield replace(_finding(context, statement), severity=Severity.INFO)


def _untold(context: Context) -> Iterator[Finding]:
    """Projects that are a name and nothing else: no text, link, date or keyword."""
    for section in context.resume.of_kind(SectionKind.PROJECTS):
        bare = [
            each.title
            for each in section.entries
            if not each.links and [*each.texts()] == [each.title]
        ]
        short = all(each and len(each.value.split()) <= _NAME for each in bare)
        if len(bare) >= _UNTOLD and len(bare) == len(section.entries) and bare[0] and short:
            fix = ask("what did each do, how well, and where can a reader see it?")
            message = f"{len(bare)} projects are named, and nothing is told of them"
            yield Finding(bare[0].span(), message, fix)


def _finding(context: Context, statement: Statement) -> Finding:
    analysis = context.analysis(statement)
    fix = ask(analysis.question if analysis.level == 2 else _WHAT_CAME)
    return Finding(statement.text.span(), "says what you did, not what changed", fix)


def _lacks_result(context: Context, statement: Statement) -> bool:
    value = statement.text.value
    analysis = context.analysis(statement)
    first = opening(value)
    verb = first.verb.base if first and first.verb else first.word.lower() if first else ""
    is_role = first is not None and first.verb is None and lookup(first.word) is not None
    acted = bool(analysis.of_kind(SlotKind.ACTION)) and not (first and is_function_word(first.word))
    is_deed = verb in _PLAIN_PASTS or (acted and not is_role)
    if analysis.level >= 3 or statement.links or not is_deed:
        return False
    if any(each.metric in _RECOGNITION or each.result for each in analysis.quantities):
        return False
    if value.rstrip().endswith(":") or any(placeholders(value)):
        return False  # what follows tells, or nothing is told yet
    if opening_fault(value) or number_fault(value) or effort(value) or _EXEMPT.search(value):
        return False
    if (
        find_hedges(value)
        or verb in _FINDINGS
        or _MADE_BY.match(value, first.start if first else 0)
    ):
        return False
    return len(value.split()) >= 3 and ":" not in value[:25]
