"""Course titles stand where deeds could.

Everyone with the degree sat in the same courses; a thing built in one of them says more.
With the preset `new-grad` this is a note.

Options: `courses` (4), the number of titles from which it is a list.

Bad:
    education:
      - degree: BSc Computer Science
        institution: University of Example
        courses:
          - Linear algebra
            ^^^^^^^^^^^^^^
          - Probability
          - Databases
          - Compilers

Bad:
    certificates:
      - title: Machine Learning (Coursera)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      - title: Deep Learning Specialization
        organization: Coursera
      - title: The Complete Python Bootcamp
        organization: Udemy
      - title: SQL for beginners, DataCamp

Bad (text):
    Jo Roe

    EDUCATION

    MSc Computer Science, University of Example, 2019 - 2021
    GPA: 3.9. Relevant coursework: Algorithms, Databases, Compilers, Probability
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad:
    certificates:
      - title: "Coursera: Machine Learning; Coursera: SQL; Udemy: Python; Udemy: Excel"

Good:
    education:
      - degree: BSc Computer Science
        courses:
          - Graduate compilers, built a register allocator

Good:
    teaching:
      - title: Probability
      - title: Databases
      - title: Compilers
      - title: Linear algebra

Good:
    certificates:
      - title: AWS Certified Machine Learning
        organization: Amazon

Good:
    projects:
      - title: Course planner
        statements:
          - Wrote a planner for courses such as algebra, logic, compilers and databases
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Entry, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Span, Text

_INTRODUCED = regex(
    r"(?:^|[.;|•] )(?:relevant |selected |key |core |graduate |undergraduate |advanced )*"
    r"(?:coursework|courses|modules|subjects)(?: included?| taken)?\s?[:–—-]\s",
    re.IGNORECASE,
)
_LABEL = regex(
    r"[^:]{2,40}:\s*|<[^<>]{1,60}>|(?:[a-z-]+ ){0,2}(?:qualifications?|subjects?|coursework|"
    r"courses|modules|skills covered|grade|thesis|level|institution|organi[sz]ation)",
    re.IGNORECASE,
)
"""The name of a field, not a course."""
_MASS_COURSE = regex(
    r"\b(?:coursera|udemy|edx|udacity|datacamp|codecademy|skillshare|linkedin learning|"
    r"great learning|simplilearn|bootcamp|pluralsight|nptel|deeplearning\.ai)\b",
    re.IGNORECASE,
)
_FIX = Fix(
    Applicability.FILL_IN,
    "what did you build in one of them? Make that a project and drop the list",
)
_LISTS = (SectionKind.COURSES, SectionKind.CERTIFICATES)


@rule(
    "OMT003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="hiring managers' writing (n2infinityandbeyond)",
    why="everyone with the degree took them; what you built with them is yours alone",
    options={"courses": 4},
)
def course_list(context: Context) -> Iterator[Finding]:
    """Find lists of courses under a degree, under a heading, or in one line."""
    severity = Severity.INFO if context.settings.preset == "new-grad" else None
    for span, count in _found(context):
        if count >= context.number("courses"):
            yield Finding(span, f"{count} course titles in a row", _FIX, (), severity)


def _found(context: Context) -> Iterator[tuple[Span, int]]:
    resume = context.resume
    for section in resume.of_kind(SectionKind.EDUCATION):
        for entry in section.entries:
            yield from _under_degree(entry)
    for section in resume.of_kind(*_LISTS):
        items = [*_items(section.entries), *(each.text for each in section.statements)]
        items += [item for group in section.skills for item in group.items]
        # 'Coursera: One; Coursera: Two' is one line and two courses.
        titles = [(item, part) for item in items for part in item.value.split(";")]
        if section.kind is SectionKind.CERTIFICATES:
            titles = [each for each in titles if _MASS_COURSE.search(each[1])]
        if titles:
            yield titles[0][0].span(), len(titles)


def _items(entries: Sequence[Entry]) -> Iterator[Text]:
    """Each entry once, by its title; the issuer counts where it names the mass course."""
    for entry in entries:
        issuer = entry.organization
        if entry.title and issuer and _MASS_COURSE.search(issuer.value):
            yield issuer
        elif entry.title:
            yield entry.title


def _under_degree(entry: Entry) -> Iterator[tuple[Span, int]]:
    courses = [each for each in entry.courses if not _LABEL.fullmatch(each.value)]
    if courses:
        yield courses[0].span(), len(courses)
    for text in (*entry.notes, *entry.description, *(each.text for each in entry.statements)):
        named = _INTRODUCED.search(text.value)
        if named:
            titles = text.value[named.end() :]
            yield text.span(named.end(), len(text)), 1 + titles.count(",") + titles.count(";")
