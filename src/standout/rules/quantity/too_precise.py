"""A number claims more precision than anyone can check.

Digits cost the eye more than words. Round to two or three figures.
Exact counts below 100,000, availability in nines, versions and settings are not meant.

Options: `digits` (4), significant digits from which a decimal is too precise; `count` (6), the
same for whole numbers.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Cut the error rate by 37.482 % against the old model
                                  ^^^^^^^^

Bad:
    projects:
      - title: Spam filter
        statements:
          - Reached 99.9876 % accuracy on the test set
                    ^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Kept availability at 99.98 % for 12,437 users, 99.995 % in the last year
          - Cut the error rate from 4.25 % to 1.5 %

Good:
    experience:
      - title: ML engineer
        statements:
          - Moved from CUDA 11.8.0 to 12.4.1 with a learning rate of 0.00025

Good:
    experience:
      - title: ML engineer
        statements:
          - Saved $1,250,000 a year in two regions
          - Published the dataset and a paper, doi.org/10.1109/example
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.numbers import COUNTABLE
from standout.rules.outline import deeds

_NUMBER = regex(r"\d[\d,. ]*")
_NINES = regex(r"(?<!\d)99\.\d{1,3}(?!\d)")


@rule(
    "QNT006",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Acta Psychologica report: numbers cost more fixations than words",
    why="digits that nobody can check slow the reader down and look invented",
    options={"digits": 4, "count": 6},
)
def too_precise(context: Context) -> Iterator[Finding]:
    """Count the significant digits of quantities."""
    for statement in deeds(context.resume):
        for quantity in context.analysis(statement).quantities:
            written = statement.text.value[quantity.start : quantity.end]
            if quantity.kind in COUNTABLE and _is_too_precise(written, context):
                span = statement.text.span(quantity.start, quantity.end)
                fix = Fix(Applicability.CONFIRM, "round it to two or three digits")
                yield Finding(span, "more digits than can be checked", fix)


def _is_too_precise(written: str, context: Context) -> bool:
    match = _NUMBER.search(written)
    if match is None or _NINES.search(written):
        return False
    whole, point, decimals = match[0].strip(" .,").replace(",", "").partition(".")
    # '1.234' may be one thousand and more in European writing; '1.2345' and '37.482 %' may not.
    is_decimal = point and (len(decimals) != 3 or whole in ("", "0") or "%" in written)
    if is_decimal:
        return len((whole + decimals).lstrip("0")) >= context.number("digits")
    return len((whole + decimals).strip("0")) >= context.number("count")
