"""The summary could stand on anyone's resume.

It has empty adjectives or wishes ('to obtain a position', 'eager to learn') and no employer,
number, link or skill that only this person could claim.
Say what you did that a rival did not, or delete it.

Options: `adjectives` (2), the empty phrases from which a summary without facts is generic.

Bad:
    basics:
      summary: Passionate, results-driven team player who thrives in fast-paced environments.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Bad:
    basics:
      summary: To obtain a position where I can learn and gain experience in machine learning.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    basics:
      summary: Looking for a role in speech recognition on small devices.

Good:
    basics:
      summary: ML engineer who cut speech latency at Acme from 900 ms to 120 ms.

Good:
    basics:
      summary: Robust statistics and dynamic programming for genome assembly.

Good:
    basics:
      summary: >-
        Passionate and motivated engineer; my Rust port of the tokenizer is used by 40 packages
        on PyPI.

Good:
    projects:
      - title: Passionate, results-driven and dynamic; a corpus of job adverts
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from standout.diagnostic import Basis, Severity
from standout.model import Section, SectionKind
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.summaries import ADJECTIVES, empty_spans, empty_words
from standout.source import Span

_SHOWN = 3
"""Phrases that the message quotes before it counts the rest."""


@rule(
    "SEC003",
    severity=Severity.WARNING,
    basis=Basis.CONVENTION,
    source="practice",
    why="the best place of the page is spent on words that every applicant uses",
    options={"adjectives": ADJECTIVES},
)
def generic_summary(context: Context) -> Iterator[Finding]:
    """Find a summary with empty words and no fact."""
    for section in context.resume.of_kind(SectionKind.SUMMARY):
        empty = empty_words(context, section, int(context.number("adjectives")))
        if empty:
            fix = ask("which fact could no other applicant write here?")
            yield Finding(
                _prose(section), f"{_quoted(section, empty)} and no fact of your own", fix
            )


def _quoted(section: Section, count: int) -> str:
    """The first of the empty phrases, and how many more there are."""
    texts = (each.text.value for each in section.all_statements())
    found = (f"'{text[start:end]}'" for text in texts for start, end in empty_spans(text))
    said = ", ".join(islice(found, _SHOWN))
    return f"{said}, {count - _SHOWN} more empty phrases" if count > _SHOWN else said


def _prose(section: Section) -> Span:
    spans = [each.text.span() for each in section.all_statements()]
    return Span.around(spans)
