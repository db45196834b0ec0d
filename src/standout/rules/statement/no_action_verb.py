"""The statement does not begin with a deed.

A verb at the start tells in one word what you did.
Prizes, ranks, positions and labelled lines may begin with a noun.
Another finding about the opening of a statement silences this one.
In preview: on real resumes the first lines of entries are still taken for statements too often.

Bad:
    experience:
      - title: ML engineer
        statements:
          - Cut latency from 90 ms to 30 ms by quantising to int8
          - Prediction of energy demand in two cities
            ^^^^^^^^^^

Good:
    experience:
      - title: ML engineer
        statements:
          - Winner of the internal hackathon, 1st of 40 teams
          - "Tech: Python, JAX, BigQuery"
          - Best paper award at a workshop

Good:
    experience:
      - title: ML engineer
        statements:
          - Successfully migrated 40 services
          - Co-developed the tokenizer
          - Hand-labelled 4,000 images

Good:
    projects:
      - title: Tokenizer
        statements:
          - Byte-pair encoding in Rust, 9 times faster than the reference
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind, Statement
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.opening import opening, opening_fault
from standout.rules.outline import is_english
from standout.vocabulary.words import find_buzzwords, find_hedges, is_function_word

_NOUN_LED = regex(
    r"\W*(?:\d|winner|won|award|prize|best|top|first|second|third|finalist|recipient|author|co-?author|"
    r"inventor|co-?inventor|founder|co-?founder|lead|leader|member|chair|co-?chair|reviewer|speaker|"
    r"maintainer|organi[sz]er|mentor|advisor|adviser|supervisor|recipient|fellow|scholar|thesis|topic|"
    r"dissertation|publication|published|patent|grade|gpa|honou?rs|tech\w*|tools?|stack|skills?|keywords)\b",
    re.IGNORECASE,
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d")
_VERBAL = regex(r"[A-Za-z-]{2,}(?:ed|ing|ised|ized)$")


@rule(
    "STM005",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="coaching practice; no experiment that isolates action verbs was found",
    why="a reader who skims first words learns what it was about, not what you did",
    preview=True,
)
def no_action_verb(context: Context) -> Iterator[Finding]:
    """Find noun-led statements of jobs where most of the others begin with a verb."""
    if not is_english(context.resume):
        return
    for section in context.resume.of_kind(SectionKind.EXPERIENCE):
        statements = list(section.all_statements())
        noun_led = [each for each in statements if _begins_with_noun(each)]
        if len(noun_led) * 2 > len(statements):
            noun_led = noun_led[:1]
        for statement in noun_led:
            first = opening(statement.text.value)
            if first:
                span = statement.text.span(first.start, first.end)
                yield Finding(
                    span, "no deed at the start", ask("which verb names your part in it?")
                )


def _begins_with_noun(statement: Statement) -> bool:
    value = statement.text.value
    # A line with a year is often a heading that the reader of the file took for a statement.
    if _YEAR.search(value):
        return False
    if opening_fault(value) or _NOUN_LED.match(value) or ":" in value[:60]:
        return False
    if len(value.split()) < 4 or value.rstrip().endswith("?"):
        return False
    first = opening(value)
    if first is None or first.verb or first.start > 12 or is_function_word(first.word):
        return False
    if sum(char.isupper() for char in first.word) > 1 or not value[first.end :].strip():
        return False
    if any(each.start == first.start for each in (*find_hedges(value), *find_buzzwords(value))):
        return False
    return not _VERBAL.match(first.word.rsplit("-", 1)[-1])
