"""The projects are stronger than the jobs but stand below them.

A statement is strong when it names a result; here the projects have clearly more of them.
Put first what you would like to be asked about.
Only those who begin are told so: with three years of work or a leading title the jobs come first.
Where evidence disagrees: recruiters look for title, employer and dates first, so a short job at a
known place may still deserve the top.

Options: `ratio` (1.5), how much larger the share of statements with a result must be;
`statements` (3), how many statements either section needs before it is judged.

Bad:
    experience:
      - title: Office assistant
        organization: Acme
        statements:
          - Answered the phone
          - Sorted incoming mail
          - Filed invoices
    projects:
      - title: Tokenizer in Rust
               ^^^^^^^^^^^^^^^^^
        statements:
          - Cut tokenization time from 40 s to 3 s by writing the trie in Rust
          - Reduced memory use by 60 % against the reference by packing the trie
          - Raised throughput from 2,000 to 9,000 documents per second with batching

Good:
    projects:
      - title: Tokenizer in Rust
        statements:
          - Cut tokenization time from 40 s to 3 s by writing the trie in Rust
          - Reduced memory use by 60 % against the reference by packing the trie
          - Raised throughput from 2,000 to 9,000 documents per second with batching
    experience:
      - title: Office assistant
        statements:
          - Answered the phone
          - Sorted incoming mail
          - Filed invoices

Good:
    experience:
      - title: Chief technology officer
        organization: Acme
        statements: [Ran the engineers, Hired the engineers, Met the board]
    projects:
      - title: Tokenizer in Rust
        statements:
          - Cut tokenization time from 40 s to 3 s by writing the trie in Rust
          - Reduced memory use by 60 % against the reference by packing the trie
          - Raised throughput from 2,000 to 9,000 documents per second with batching

Good:
    experience:
      - title: ML engineer
        statements:
          - Cut inference cost from $0.90 to $0.20 per 1,000 requests by quantising to int8
          - Reduced pages per week from 12 to 2 by adding drift alarms
          - Raised recall from 71 % to 88 % with hard-negative mining
    projects:
      - title: Chess engine
        statements:
          - Wrote a chess engine in Rust
          - Added alpha-beta search
          - Tuned the evaluation by hand

Good:
    experience:
      - title: Intern
        statements:
          - Labelled images
    projects:
      - title: Tokenizer
        statements:
          - Cut tokenization time from 40 s to 3 s by writing the trie in Rust
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Resume, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.chronology import month_of
from standout.rules.outline import anchor, has_fixed_order, roles

_SENIOR = regex(
    r"\b(?:chief|c[a-z]o|head|director|lead(?:er)?|principal|staff|senior|sr\.?|manager|founder|"
    r"co-?founder|vp|president|professor|architect)\b",
    re.IGNORECASE,
)
_BEGINNER = 36
"""Months of work from which the jobs lead whatever they tell."""


@rule(
    "SEC005",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="what stands first is read by most, and your best results stand lower",
    options={"ratio": 1.5, "statements": 3},
)
def projects_outrank_experience(context: Context) -> Iterator[Finding]:
    """Compare the shares of statements with a result."""
    kinds = [each.kind for each in context.resume.sections]
    wanted = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
    if any(kind not in kinds for kind in wanted) or has_fixed_order(context.reading):
        return
    if kinds.index(SectionKind.PROJECTS) < kinds.index(SectionKind.EXPERIENCE):
        return
    counts, shares = zip(*(result_share(context, kind) for kind in wanted), strict=True)
    if min(counts) < context.number("statements"):
        return
    theirs, mine = shares
    if _leads(context.resume) or _worked_for_years(context.resume, context.today):
        return
    if mine >= 0.5 and mine >= context.number("ratio") * theirs:
        section = next(context.resume.of_kind(SectionKind.PROJECTS))
        message = f"{mine:.0%} of the project statements name a result, {theirs:.0%} of the jobs'"
        fix = Fix(Applicability.CONFIRM, "move the projects above the experience")
        yield Finding(anchor(section), message, fix)


def _leads(resume: Resume) -> bool:
    """Say whether a title shows that the jobs weigh more than any project."""
    titles = (entry.title for entry in roles(resume) if entry.title)
    return any(_SENIOR.search(title.value) for title in titles)


def _worked_for_years(resume: Resume, today: date) -> bool:
    """Say whether the jobs together took longer than a beginner's."""
    months = 0
    for entry in roles(resume):
        dates = entry.dates
        if dates and dates.start:
            end = dates.end.last_month if dates.end else month_of(today)
            months += max(0, end - dates.start.first_month)
    return months > _BEGINNER


def result_share(context: Context, kind: SectionKind) -> tuple[int, float]:
    """How many statements the sections of a kind have, and the share that names a result."""
    statements = [
        each for section in context.resume.of_kind(kind) for each in section.all_statements()
    ]
    good = sum(context.analysis(each).level >= 3 for each in statements)
    return len(statements), good / max(1, len(statements))
