"""A job lacks its dates or has vague ones.

Dates are among the six fields recruiters look at, and profile forms demand a month.
Without them a reader assumes a gap or a very short stay.
Only entries with a title and an organisation are looked at.
A season, and a bare year among jobs with months, is a note. Degrees, papers and prizes may have a
year only.
A template's placeholder for dates is OMT008's matter.

Bad:
    experience:
      - title: ML engineer
               ^^^^^^^^^^^
        organization: Acme
        statements:
          - Cut latency from 90 ms to 30 ms

Bad:
    experience:
      - title: ML engineer
        organization: Acme
        start: some years ago
               ^^^^^^^^^^^^^^
        statements:
          - Cut latency from 90 ms to 30 ms

Bad:
    experience:
      - title: ML engineer
        organization: Acme
        start: 2021-03
               ^^^^^^^

Good:
    experience:
      - title: ML engineer
        organization: Acme
        start: 2021-03
        end: present

Good:
    education:
      - degree: BSc
        date: 2019

Good:
    experience:
      - title: Acme (2019 to 2021)
        statements:
          - Cut latency from 90 ms to 30 ms

Good:
    experience:
      - title: ML engineer
        start: 2015
        end: 2017
      - title: Data scientist
        start: 2012
        end: 2015
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Audience, Basis, Severity
from standout.model import DateRange, Entry, SectionKind
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import KEYED, title_span
from standout.rules.placeholders import is_placeholder

_YEAR = regex(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)")
_RANGE = regex(
    r"(?:1[5-9]|20)\d\d ?(?:[-–—/]|to) ?(?:\d\d? ?/ ?)?(?:(?:1[5-9]|20)\d\d|present)"
    r"|\bsince (?:[a-z]{3,9}\.? )?(?:1[5-9]|20)\d\d",
    re.IGNORECASE,
)
_PRESENT = regex(
    r"\s{0,40}(?:to|until|till|[-–—]|through)?\s{0,10}"
    r"(?:present|now|today|current(?:ly)?|ongoing|date)\b",
    re.IGNORECASE,
)
_TITLE = 8
"""Words from which a title is rather a sentence that was misread."""
_ASK = ask("in which month did it start, in which did it end?")


@rule(
    "SEC008",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Ladders 2012 (dates are looked at); Textkernel documentation (dates give experience)",
    why="a reader who finds no dates assumes a gap",
    audience=Audience.SCANNER,
)
def dates_missing_or_odd(context: Context) -> Iterator[Finding]:
    """Judge the dates of each job."""
    jobs = [
        entry
        for section in context.resume.of_kind(SectionKind.EXPERIENCE)
        for entry in section.entries
    ]
    months = sum(_has_months(entry.dates) for entry in jobs)
    astray = _dates_astray(context)
    for entry in jobs:
        if entry.dates is None:
            if _is_job(entry) and not astray and not _names_year(entry):
                yield Finding(title_span(entry), "this role has no dates", _ASK)
            continue
        if is_placeholder(entry.dates.text.value) or _goes_on(context, entry.dates):
            continue
        fault = _fault(entry.dates, others_with_months=months)
        if fault:
            message, severity = fault
            yield Finding(entry.dates.text.span(), message, _ASK, (), severity)


def _dates_astray(context: Context) -> bool:
    """Say whether more ranges of years are printed than entries have: one may lack its own."""
    printed = len(_RANGE.findall(context.source.text))
    placed = sum(
        entry.dates is not None for section in context.resume.sections for entry in section.entries
    )
    keyed = context.reading.document.format in KEYED
    return not context.is_whole or (not keyed and printed > placed)


def _names_year(entry: Entry) -> bool:
    return any(_YEAR.search(each.value) or is_placeholder(each.value) for each in entry.texts())


def _goes_on(context: Context, dates: DateRange) -> bool:
    """Say whether 'to Present' follows on the next line of a narrow column."""
    end = dates.text.span().end
    return bool(_PRESENT.match(context.source.text, end, end + 60))


def _is_job(entry: Entry) -> bool:
    """A job of its own, not a heading above several roles or a stray line."""
    if not entry.title or not entry.organization:
        return False
    if is_placeholder(entry.title.value) or is_placeholder(entry.organization.value):
        return False
    return entry.title.value[:1].isalpha() and len(entry.title.value.split()) <= _TITLE


def _fault(dates: DateRange, *, others_with_months: int) -> tuple[str, Severity | None] | None:
    if dates.vague:
        return "the date names no month or year", None
    if dates.start and not dates.end and not dates.present:
        return "the role has a start but no end", None
    if any(each and each.season for each in (dates.start, dates.end)):
        return "a season: forms ask for months", Severity.INFO
    if others_with_months >= 2 and not _has_months(dates):
        return "only a year, while other roles have months", Severity.INFO
    return None


def _has_months(dates: DateRange | None) -> bool:
    if dates is None:
        return False
    written = [each for each in (dates.start, dates.end) if each]
    return bool(written) and all(each.month for each in written)
