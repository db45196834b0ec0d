"""School stands beside a university degree, or a grade that does not help.

The best item speaks louder alone: people average what they see instead of adding it up.
A degree that is still running may keep the school with the preset `new-grad`.
Where evidence disagrees: some countries ask for every grade; then leave them.

Options: `gpa` (3.5), the average on a scale of 4 from which a grade helps.

Bad:
    education:
      - degree: BSc Computer Science
        institution: University of Example
        end: 2024-06
      - institution: Springfield High School
                     ^^^^^^^^^^^^^^^^^^^^^^^
        end: 2020-06

Bad:
    education:
      - degree: BSc Computer Science
        institution: University of Example
        grade: GPA 2.9/4.0
               ^^^^^^^^^^^

Good:
    education:
      - institution: Springfield High School
        end: 2025-06

Good:
    education:
      - degree: BSc Computer Science
        institution: University of Example
        grade: 3.9/4.0
      - degree: MSc Statistics
        institution: Hochschule Musterstadt

Good:
    education:
      - degree: PhD
        institution: University of Example
        grade: 1.3 (German scale)

Good (yaml; preset=new-grad):
    education:
      - degree: BSc Computer Science
        end: 2027-06
      - institution: Springfield High School

Good:
    education:
      - degree: BSc
    volunteer:
      - title: Taught Python at Springfield High School
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Entry, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.rules.outline import title_span

_SCHOOL = regex(
    r"\b(?:(?:senior |junior )?(?:high|secondary|grammar|middle|primary) school|higher secondary|"
    r"a[- ]levels?|gcses?|abitur|gymnasium|lyc[ée]e|liceo|baccalaur[ée]at g[ée]n[ée]ral|cbse|"
    r"icse|class (?:x|xii|10|12)|matriculation|ib diploma)\b",
    re.IGNORECASE,
    needs="school secondary level gcse abitur gymnasium lyc liceo baccalaur cbse icse class_ "
    "matriculation diploma",
)
_DEGREE = regex(
    r"\b(?:ph\.? ?d|doctora\w*|dr\.|master\w*|m\.? ?sc|m\.? ?s|m\.? ?eng|m\.? ?tech|mba|m\.? ?a|"
    r"bachelor\w*|b\.? ?sc|b\.? ?s|b\.? ?eng|b\.? ?tech|b\.? ?a|diplom\b|licen[cs]\w+|laurea)\b",
    re.IGNORECASE,
)
_GPA = regex(
    r"\b(?:c?gpa:? ?)(?P<gpa>[0-3]\.\d{1,2})(?: ?/ ?4(?:\.0{1,2})?)?(?![\d/]| ?/)"
    r"|(?<![\d.])(?P<of>[0-3]\.\d{1,2}) ?/ ?4(?:\.0{1,2})?(?!\d)",
    re.IGNORECASE,
)


@rule(
    "OMT006",
    severity=Severity.INFO,
    basis=Basis.MEASURED,
    source="Weaver et al. 2012, the presenter's paradox (7 studies, not of resumes)",
    why="readers average what they see, so a mild item lowers a strong one",
    options={"gpa": 3.5},
)
def school_below_degree(context: Context) -> Iterator[Finding]:
    """Find school entries beside a finished degree, and averages below the option."""
    entries = [
        entry
        for section in context.resume.of_kind(SectionKind.EDUCATION)
        for entry in section.entries
    ]
    if any(_is_finished_degree(entry, context) for entry in entries):
        for entry in entries:
            if _is_school(entry):
                span = title_span(entry)
                fix = deletion(context, span, "delete the school")
                yield Finding(span, "school beside a university degree", fix)
    for entry in entries:
        yield from _low_grade(entry, context)


def _named(entry: Entry) -> str:
    parts = (entry.degree, entry.field, entry.title, entry.organization)
    return " ".join(each.value for each in parts if each)


def _is_school(entry: Entry) -> bool:
    name = _named(entry)
    return bool(_SCHOOL.search(name)) and not _DEGREE.search(name)


def _is_finished_degree(entry: Entry, context: Context) -> bool:
    if not _DEGREE.search(_named(entry)):
        return False
    return context.settings.preset != "new-grad" or bool(
        entry.dates and entry.dates.end and entry.dates.end.year < context.today.year
    )


def _low_grade(entry: Entry, context: Context) -> Iterator[Finding]:
    for text in (*([entry.grade] if entry.grade else []), *entry.notes, *entry.description):
        match = _GPA.search(text.value)
        if match and float(match["gpa"] or match["of"]) < context.number("gpa"):
            span = text.span(*match.span())
            yield Finding(
                span, "a grade that does not help you", deletion(context, span, "delete it")
            )
