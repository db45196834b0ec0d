"""A line offers references on request.

Everyone assumes it, so the line costs space and says nothing.

Bad:
    sections:
      - heading: References
        statements:
          - References available upon request.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad (markdown):
    # Jane Roe

    ## References

    Available upon request
    ^^^^^^^^^^^^^^^^^^^^^^

Good:
    publications:
      - title: Request routing with references to cached pages
        venue: MLSys
        date: 2024

Good:
    experience:
      - title: Research engineer
        organization: Acme
        statements:
          - Answered 40 reference requests a month from the legal team with a retrieval model

Good:
    projects:
      - title: Reference manager
        statements:
          - Made 12,000 papers available on request in 40 ms instead of 3 s
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion

_ALONE = regex(
    r"\W*(?:gladly |happily )?(?:available|provided|furnished|supplied)? ?(?:up)?on request\W*",
    re.IGNORECASE,
)
_OFFER = regex(
    r"\breferences?\b.{0,30}\b(?:available|provided|furnished|supplied)\b.{0,20}\brequest\b\.?",
    re.IGNORECASE,
)


@rule(
    "OMT005",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="everyone assumes it; the line takes the place of something only you can say",
)
def references_line(context: Context) -> Iterator[Finding]:
    """Find the offer in any text of the resume."""
    for text in context.resume.texts():
        match = _OFFER.search(text.value) or _ALONE.fullmatch(text.value)
        if match:
            span = text.span(*match.span())
            fix = deletion(context, span, "delete the line")
            yield Finding(span, "references are offered on request", fix)
