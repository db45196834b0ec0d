"""Two statements of the resume cannot both be true.

Found are ranges that end before they begin, jobs and papers more than a year ahead, more years
of experience than the dates allow, and a stated change that does not follow from its own two
numbers ('from 40 to 20, a 70 % cut').
All but the first are warnings: dates may be planned, a part of a life may be left out, and
percentages may mean points.
Overlapping jobs are no contradiction: there are part-time posts and studies beside a job.

Options: `slack` (2), years of experience that may exceed the dates; `tolerance` (0.1), how far a
stated change may lie from the computed one.

Bad:
    experience:
      - title: ML engineer
        start: 2023-05
        end: 2021-02

Bad:
    experience:
      - title: ML engineer
        start: 2021-02
        end: present
        statements:
          - Cut latency from 40 ms to 20 ms, a 70 % reduction
                                               ^^^^

Bad:
    basics:
      summary: Engineer with 15 years of experience in machine learning.
                             ^^^^^^^^
    experience:
      - title: ML engineer
        start: 2022-02
        end: present
    education:
      - degree: BSc
        start: 2018
        end: 2021

Good:
    experience:
      - title: ML engineer
        start: 2022-02
        end: present
      - title: Lecturer
        start: 2021-01
        end: 2024-03

Good:
    experience:
      - title: ML engineer
        start: 2021-02
        end: present
        statements:
          - Cut latency from 40 ms to 20 ms (50 % less) and cost by 70 %
          - Raised accuracy from 80 % to 90 %, a 50 % reduction of the error

Good:
    basics:
      summary: Engineer with 4 years of experience in machine learning.
    experience:
      - title: ML engineer
        start: 2022-02
        end: present
    education:
      - degree: BSc
        end: 2021
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import DateRange, SectionKind
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.chronology import all_starts, month_of, runs_backwards
from standout.rules.outline import WORK, deeds
from standout.source import Text

_YEARS = regex(
    r"\b(\d{1,4})\+? (?:years?|yrs)(?='?(?: of)?[\w /&-]{0,40} experience)", re.IGNORECASE
)
_CHANGE = regex(
    r"\bfrom (?P<a>\d+(?:\.\d+)?) ?(?P<u>[a-z%µ]{0,8}) to (?P<b>\d+(?:\.\d+)?) ?(?P<v>[a-z%µ]{0,8})"
    r"[,:;]? ?\(?(?:an?|by|i\.e\.|=)? ?(?P<claim>(?P<p>\d+(?:\.\d+)?) ?%)"
    r"(?=\)| (?:reduction|decrease|drop|cut|improvement|increase|less|more|faster|gain)\b(?! of))",
    re.IGNORECASE,
    needs="from_",
)
_PAST = (*WORK, SectionKind.PROJECTS, SectionKind.PUBLICATIONS, SectionKind.AWARDS)
_FIX = ask("which of the two is right?")

_CAREER = 60
"""Years of work that nobody has."""


@rule(
    "EVD003",
    severity=Severity.ERROR,
    basis=Basis.SURVEYED,
    source="Henle et al. 2019 (misstated resumes and later conduct)",
    why="a reader who finds one impossible fact doubts every other",
    options={"slack": 2, "tolerance": 0.1},
)
def internal_contradiction(context: Context) -> Iterator[Finding]:
    """Compare dates with dates, years with dates, and changes with their own numbers."""
    for section in context.resume.sections:
        for entry in section.entries:
            if entry.dates and runs_backwards(entry.dates):
                yield Finding(entry.dates.text.span(), "ends before it begins", _FIX)
            elif entry.dates and section.kind in _PAST and _is_ahead(entry.dates, context):
                span = entry.dates.text.span()
                yield Finding(span, "more than a year ahead", _FIX, (), Severity.WARNING)
    yield from _too_many_years(context)
    for statement in deeds(context.resume):
        yield from _wrong_sum(context, statement.text)


def _is_ahead(dates: DateRange, context: Context) -> bool:
    first = dates.start or dates.end
    return first is not None and first.first_month > month_of(context.today) + 12


def _too_many_years(context: Context) -> Iterator[Finding]:
    # Without a dated education the resume may simply leave out the first years of a long career.
    schooled = any(
        e.dates for s in context.resume.of_kind(SectionKind.EDUCATION) for e in s.entries
    )
    dated = (month_of(context.today) - min(all_starts(context.resume), default=0)) / 12
    summaries = (
        s.text for sec in context.resume.of_kind(SectionKind.SUMMARY) for s in sec.statements
    )
    headline = context.resume.basics.headline
    for text in (*([headline] if headline else []), *summaries):
        for match in _YEARS.finditer(text.value):
            if int(match[1]) > _CAREER:
                yield Finding(text.span(*match.span()), "longer than any career", _FIX)
            elif schooled and int(match[1]) > dated + context.number("slack"):
                message = f"the dates begin {dated:.0f} years ago"
                yield Finding(text.span(*match.span()), message, _FIX, (), Severity.WARNING)


def _wrong_sum(context: Context, text: Text) -> Iterator[Finding]:
    for match in _CHANGE.finditer(text.value):
        before, after, stated = (float(match[each]) for each in ("a", "b", "p"))
        if before <= 0 or (match["u"] and match["u"] != match["v"]):
            continue
        computed = abs(after - before) / before * 100
        points = abs(after - before) if match["v"] == "%" else computed
        speed = abs(before - after) / after * 100 if after else computed
        room = context.number("tolerance")
        if all(abs(each - stated) > max(1.0, room * each) for each in (computed, points, speed)):
            message = f"these two numbers make {computed:.0f} %"
            yield Finding(text.span(*match.span("claim")), message, _FIX, (), Severity.WARNING)
