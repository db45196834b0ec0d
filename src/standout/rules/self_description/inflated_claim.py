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
    projects:
      - title: Corpus
        statements:
          - Annotated the interviews with Prodigy and built the viewer by Ninja

Good:
    awards:
      - title: Outstanding reviewer award
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind
from standout.patterns import regex
from standout.rules.asking import ask
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import DEEDS
from standout.rules.summaries import empty_words
from standout.source import Text
from standout.vocabulary.words import find_inflation

_WORD_BEFORE = regex(r"(?<!\w)([a-z]+) $")
_BEFORE_TITLES = frozenset(("a", "an", "the", "as", "am", "is", "being", "your"))


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
        boasts = find_inflation(text.value)
        boast = next((each for each in boasts if not _is_name(text.value, each.start)), None)
        if boast:
            span = text.span(boast.start, boast.end)
            yield Finding(
                span, "a strong word without proof", ask("what would prove it? Write that instead")
            )


def _is_name(text: str, start: int) -> bool:
    """'annotated with Prodigy': a capital behind a small word; not 'as Expert'."""
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return text[start].isupper() and before is not None and before[1] not in _BEFORE_TITLES


def _unproved(context: Context) -> Iterator[Text]:
    if context.resume.basics.headline:
        yield context.resume.basics.headline
    for section in context.resume.of_kind(SectionKind.SUMMARY, *DEEDS):
        if section.kind is SectionKind.SUMMARY and empty_words(context, section):
            continue  # told as a whole
        for statement in section.all_statements():
            if not statement.links and context.analysis(statement).level < 4:
                yield statement.text
