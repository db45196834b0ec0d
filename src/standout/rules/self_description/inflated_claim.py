"""A boast stands where proof should.

'Guru', 'world-class' and 'expert in' invite the question that the resume does not answer.
Job titles and fields ('subject-matter expert', 'mixture of experts') are not meant, nor a
statement that brings a link or a result.

Bad:
    basics:
      headline: World-class machine learning guru
                ^^^^^^^^^^^

Good:
    experience:
      - title: Subject-matter expert
        statements:
          - Trained a mixture of experts on expert demonstrations

Good:
    experience:
      - title: ML engineer
        statements:
          - Reached world-class speed, 1st of 240 teams in the MLPerf-style contest of 2024

Good:
    awards:
      - title: Outstanding reviewer award
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS
from standout.rules.summaries import empty_words
from standout.source import Text
from standout.vocabulary.words import find_inflation


@rule(
    "SLF004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="a reader who finds no proof beside the boast discounts the rest",
)
def inflated_claim(context: Context) -> Iterator[Finding]:
    """Find the first boast of the headline, and of each statement without proof."""
    for text in _unproved(context):
        boast = next(iter(find_inflation(text.value)), None)
        if boast:
            span = text.span(boast.start, boast.end)
            yield Finding(
                span, "a strong word without proof", ask("what would prove it? Write that instead")
            )


def _unproved(context: Context) -> Iterator[Text]:
    if context.resume.basics.headline:
        yield context.resume.basics.headline
    for section in context.resume.of_kind(SectionKind.SUMMARY, *DEEDS):
        if section.kind is SectionKind.SUMMARY and empty_words(context, section):
            continue  # told as a whole
        for statement in section.all_statements():
            if not statement.links and context.analysis(statement).level < 4:
                yield statement.text
