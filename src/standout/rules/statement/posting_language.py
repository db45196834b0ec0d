"""A line speaks to applicants, as a posting does.

'You will design pipelines' and '5 years of Python required' say what someone else wants. Copied
into a resume they prove nothing, and whoever wrote the posting knows the words.

What to do: keep the posting's words for what you have done, and begin with your own deed.

Bad:
    experience:
      - title: ML engineer
        statements:
          - You will work closely with product teams to deliver models
            ^^^^^^^^
          - 5+ years of experience with Python required
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad (text):
    Jane Roe

    EXPERIENCE
    ML engineer, Acme, Jan 2021 - May 2024
    - Experience with AWS and Docker is a plus
                                     ^^^^^^^^^
    - Must have a master's degree in physics or a related field
      ^^^^^^^^^

Good:
    experience:
      - title: Recruiter
        statements:
          - Rewrote 40 postings, so that none says "must have 5 years of experience"
          - Interviewed 300 candidates for an equal opportunity programme of the city

Good:
    experience:
      - title: ML engineer
        statements:
          - Had to have each model approved, which must have cost us a month a year
          - Built the plus sign of the maths keyboard that you will find in 3 million phones

Good:
    projects:
      - title: Portfolio
        statements:
          - You will find the plots of all 40 experiments on the project's page
          - You are welcome to try the demo
          - You have to see it at night
          - Wrote the job ads; we are looking for ways to shorten them

Good:
    publications:
      - title: Attention is a plus
      - title: What you must have seen
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule

_WISHED = (
    r"(?:an?|someone|our|new|talented|passionate|experienced|motivated|curious|highly|senior|junior"
    r"|strong|self|people|engineers|developers|data)\b"
)
_ADDRESSED = regex(
    r"^\W{0,3}(?:you(?:(?: will|['’]ll)(?! (?:find|see)\b)| are(?! (?:welcome|invited)\b)"
    r"| have(?! to\b)| should| must| bring)"
    r"|must (?:have|be)(?= (?:an?\b|able|strong|at least|proven|excellent|good|solid|fluent|willing"
    r"|eligible|legally|authori[sz]ed|comfortable|proficient|experience|prior|\d))"
    r"|the (?:ideal|successful) candidate|ideally,? you)\b"
    r"|(?:^|[.!?]\s)\W{0,3}we(?: are|['’]re) (?:currently )?(?:looking for|hiring|seeking)"
    rf"(?= {_WISHED})"
    r"|\b(?:an )?equal[- ]opportunity employer\b"
    r"|\b(?:is|are|would be) (?:considered )?an? (?:big |strong |definite )?(?:plus|bonus)(?=\W*$)"
    r"|^\W{0,3}(?:at least |minimum (?:of )?)?\d{1,2}\+? years?\b.{0,80}"
    r"\b(?:required|preferred|desired)(?=\W*$)"
    r"|\bdegree in .{3,60}\bor (?:an? )?(?:related field|equivalent experience)"
    r"(?=\W*$|[,;.(]| (?:is )?(?:required|preferred))",
    re.IGNORECASE,
    needs="you must candidate looking hiring seeking opportunity plus bonus required preferred "
    "desired degree_in",
)
_OTHERS = (SectionKind.PUBLICATIONS, SectionKind.REFERENCES)
_QUOTES = '"“„‘«'
_LONG = 1000
"""Characters of a text that are judged."""


@rule(
    "STM012",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="the posting's author reads their own words, and nothing about you",
)
def posting_language(context: Context) -> Iterator[Finding]:
    """Find the first turn of each text in which only postings speak; quotations are others'."""
    for section in context.resume.sections:
        for text in section.texts() if section.kind not in _OTHERS else ():
            match = _ADDRESSED.search(text.value[:_LONG])
            if match and not _is_quoted(text.value, match.start()):
                start = match.start() + len(match[0]) - len(match[0].lstrip(" -•*"))
                fix = Fix(Applicability.FILL_IN, "say what you did yourself, or delete the line")
                yield Finding(
                    text.span(start, match.end()), "this is how a posting speaks to applicants", fix
                )


def _is_quoted(text: str, start: int) -> bool:
    return any(mark in text[:start] for mark in _QUOTES)
