r"""Decimal and thousands signs mix.

Where one line writes 1,234.5 and another 1.234,5, a reader cannot tell what 2,500 or 3.141 mean.

What to do: write all numbers as the language of the resume does; in English a point before
decimals and a comma, or nothing, between thousands.

Only numbers whose signs are beyond doubt count: with both signs, with two groups of thousands, or
with a unit behind one or two decimals. The fewer ones are named.
Grades (a German '1,3') and versions are left alone.

Bad:
    experience:
      - title: Research engineer
        statements:
          - Cut latency by 12.5 % and cost by $1,250,000 a year
          - Raised recall by 3,5 % on 40 tasks
                             ^^^

Good:
    experience:
      - title: Research engineer
        statements:
          - Cut latency by 12.5 % and cost by $1,250,000 a year
          - Moved Python 3.11 to 3.12, trained on 2,500 and 1.25 million pages
          - Tested k = 1,3,5 and 10,20 neighbours

Good:
    education:
      - degree: MSc
        grade: Note 1,3
    experience:
      - title: Research engineer
        statements:
          - Cut latency by 12.5 %

Good:
    experience:
      - title: Ingénieur
        statements:
          - Réduction de 12,5 % du temps et de 1.250.000,50 € des coûts
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Resume
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.source import Span

_UNIT = r"(?=\s?(?:%|‰|€|\$|£|x\b(?!\s?\d)|×|ms\b|s\b|h\b|[kMG]B\b|TB\b|million\b|percent\b))"
_POINT = regex(
    r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"
    rf"|\d+\.\d{{1,2}}{_UNIT})(?![\w.,]\d)"
)
_COMMA = regex(
    r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}"
    rf"|\d+,\d{{1,2}}{_UNIT})(?![\w.,]\d)"
)


@rule(
    "I18N002",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; Unicode CLDR number formats",
    why="once both customs stand on a page, no number on it can be trusted",
    advice="write it like the others",
)
def number_format(context: Context) -> Iterator[Finding]:
    """Count both customs and name the numbers of the rarer one."""
    point, comma = (list(_found(context.resume, each)) for each in (_POINT, _COMMA))
    if not point or not comma:
        return
    usual = "1,234.5" if len(point) >= len(comma) else "1.234,5"
    for span in comma if len(point) >= len(comma) else point:
        yield Finding(span, f"most numbers here are written like {usual}, this one is not")


def _found(resume: Resume, pattern: re.Pattern[str]) -> Iterator[Span]:
    for statement in resume.statements():
        for match in pattern.finditer(statement.text.value):
            yield statement.text.span(*match.span())
