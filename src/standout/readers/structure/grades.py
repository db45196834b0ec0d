"""How a degree was graded: 'GPA: 3.9/4.0', 'Note 1,3', 'summa cum laude'."""

from __future__ import annotations

import re

from standout.patterns import regex

LABELLED = regex(
    r"(?:(?:final |overall |cumulative |major |average )?(?:c?gpa|grade(?: point average)?|score|"
    r"note|"
    r"abschlussnote|gesamtnote|average|"
    r"mention(?! (?:(?:très |assez )?bien|honorable))|media|nota|voto|marks?|percentage|"
    r"result)\b\s*[:=]?\s*)"
    r"(?P<grade>\d[\d.,]*\s?%?(?:\s?(?:/|of|out of|von|sur|su)\s?\d[\d.]*)?|[A-F][+-]?(?![\w])|"
    r"[^\W\d_][\w -]{2,30})",
    re.IGNORECASE,
    needs="gpa grade score note average media nota voto mark percentage result mention",
)
_AHEAD = regex(r"(?P<grade>\d[.,]\d{1,2}(?:\s?/\s?\d[\d.]*)?)\s+C?GPA\b", re.IGNORECASE)
HONOURS = regex(
    r"\b(?:(?:summa|magna|insigni) cum laude|cum laude|first[- ]class(?: honou?rs)?|"
    r"(?:upper|lower) second[- ]class(?: honou?rs)?|second[- ]class(?: honou?rs)?|2:1|2:2|"
    r"with (?:high(?:est)? )?(?:distinction|honou?rs)|distinction|"
    r"mention (?:(?:très |assez )?bien|honorable)|"
    r"sehr gut|mit auszeichnung|110/110(?: e lode)?|\d{2,3}\s?/\s?110|"
    r"[0-4]\.\d{1,2}\s?/\s?[45](?:\.0+)?)",
    re.IGNORECASE,
    needs="cum_laude first- first_ second- second_ 2:1 2:2 distinction honor honour mention "
    "sehr_gut auszeichnung 110 /",
)
_NUMBER = regex(
    r"[0-5][.,]\d{1,2}(?:\s?(?:/|of|out of|von|sur|su|de)\s?\d{1,2}(?:[.,]\d{1,2})?)?"
    r"|\d{2}(?:[.,]\d{1,2})?\s?%"
)


def found_in(value: str) -> re.Match[str] | None:
    """The grade that a text holds; group `grade` is it without its label, where it has one."""
    return (
        _AHEAD.search(value)
        or LABELLED.search(value)
        or HONOURS.search(value)
        or _NUMBER.fullmatch(value)
    )


def is_grade(value: str) -> bool:
    """Say whether a line is a grade in numbers or letters behind its label, and nothing else."""
    match = LABELLED.fullmatch(value)
    return match is not None and (value[-1].isdigit() or match["grade"][:2].strip("+-").isupper())
