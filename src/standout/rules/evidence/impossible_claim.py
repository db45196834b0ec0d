"""A technology is claimed for longer than it exists.

'10 years of PyTorch' in 2024 cannot be: it was released in 2016.
The same holds for a job that ended before the release. A year of slack covers early access.
Predecessors count as themselves: Torch is older than PyTorch.

Options: `slack` (1), years before the release that are still believed.

Bad:
    basics:
      summary: ML engineer, 15 years of PyTorch.
                            ^^^^^^^^^^^^^^^^^^^

Bad:
    skills:
      - 15 years of ChatGPT
        ^^^^^^^^^^^^^^^^^^^

Good:
    basics:
      summary: ML engineer, 8 years of PyTorch and 15 years of Python.

Good:
    basics:
      summary: 15 years of experience, the last five with PyTorch.

Good:
    experience:
      - title: Research engineer
        start: 2019-01
        end: 2021-01
        statements:
          - Ported a Torch7 model from 2013 to PyTorch
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.source import Text
from standout.vocabulary import skills

_YEARS = regex(
    r"\b(\d{1,4})\+? ?(?:years?|yrs)\b'?(?: of)?(?: (?:professional|hands-on|solid|deep))?"
    r"(?: experience)?(?: (?:with|in|using|of))? ?",
    re.IGNORECASE,
    needs="year yr",
)
_PRODUCTS = (
    "language",
    "framework",
    "library",
    "platform",
    "tool",
    "service",
    "data-store",
    "model",
)
_FIX = ask("since when have you really used it?")


@rule(
    "EVD005",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="release dates; Henle et al. 2019 (misstated resumes and later conduct)",
    why="a reader who knows the tool stops believing the rest",
    options={"slack": 1},
)
def impossible_claim(context: Context) -> Iterator[Finding]:
    """Compare claimed years with the year of the first release."""
    for text in context.resume.texts():
        for match in _YEARS.finditer(text.value):
            yield from _judge(context, text, match)


def _judge(context: Context, text: Text, match: re.Match[str]) -> Iterator[Finding]:
    end = match.end()
    named = next((each for each in skills.find(text.value, "list") if each.start == end), None)
    if named is None or named.skill.kind not in _PRODUCTS or not named.skill.year:
        return
    possible = context.today.year - named.skill.year + context.number("slack")
    if int(match[1]) > possible:
        span = text.span(match.start(), named.end)
        yield Finding(span, f"{named.skill.name} was first released in {named.skill.year}", _FIX)
