"""A quantity is written out.

Numerals stop the eye even in text that is skipped; 'forty' does not.
It is off by default, because style guides disagree. Small numbers ('one of three authors') stay.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Trained forty analysts in SQL
                    ^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Trained 40 analysts in SQL

Good:
    experience:
      - title: ML engineer
        statements:
          - Wrote the paper as one of three authors

Good:
    experience:
      - title: Novelist
        statements:
          - Adapted Around the World in Eighty Days for the stage

Good:
    publications:
      - title: Forty years of backpropagation
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Edit, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import deeds

_VALUES = {
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SPELLED = regex(
    rf"(?<![\w-])(?:{'|'.join(_VALUES)})(?![\w-])(?! (?:hundred|thousand|million|billion)\b)",
    re.IGNORECASE,
)


@rule(
    "QNT010",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Nielsen 2007, show numbers as numerals",
    why="a skimming eye stops at numerals, not at number words",
    off=True,
)
def spelled_number(context: Context) -> Iterator[Finding]:
    """Find number words of ten and more."""
    for statement in deeds(context.resume):
        for match in _SPELLED.finditer(statement.text.value):
            if match.start() > 0 and match[0][0].isupper():
                continue  # of a title: 'Around the World in Eighty Days'
            span = statement.text.span(*match.span())
            numeral = str(_VALUES[match[0].lower()])
            edits = (Edit(span, numeral),) if context.source.editable else ()
            yield Finding(span, "a number in words", Fix(Applicability.CONFIRM, numeral, edits))
