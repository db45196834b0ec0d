"""A skill carries a percentage, stars or dots.

'Python 80 %' has no meaning that two readers share, and bars vanish when text is extracted.
Say what you built with it instead. Test scores (TOEFL 110/120) and language levels are not meant.

Bad:
    skills:
      - Python 80 %
               ^^^^
      - JAX

Bad:
    skills:
      - group: Python
        items: [NumPy]
        level: "4/5"
                ^^^

Good:
    skills:
      - Python
      - 95 % test coverage practice

Good:
    languages:
      - language: English
        fluency: TOEFL 110/120

Good:
    projects:
      - title: Quantisation
        statements:
          - Kept 99 % of the accuracy of Python models at 4/8 bits
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.rules.outline import skill_texts
from standout.rules.ratings import symbols
from standout.source import Text

_FIGURES = regex(
    r"(?:(?<=\s)|(?<=\()|(?<=:)|^)\d{1,3} ?%(?=\)?$)"
    r"|(?:(?<=\s)|(?<=\()|^)(?:10|\d(?:\.5)?) ?/ ?(?:5|10)(?=\)?$)"
)


@rule(
    "SLF003",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="Greenhouse documentation (graphics are lost); practice for the percentages",
    why="nobody knows what 80 % of a language is, and scanners drop the picture",
)
def skill_bars_or_percent(context: Context) -> Iterator[Finding]:
    """Find ratings at the end of skill items and in their levels."""
    for section in context.resume.of_kind(SectionKind.SKILLS):
        for text in skill_texts(section):
            yield from _rated(context, text)


def _rated(context: Context, text: Text) -> Iterator[Finding]:
    figures = _FIGURES.search(text.value)
    place = figures.span() if figures else next(symbols(text.value), None)
    if place:
        span = text.span(*place)
        fix = deletion(context, span, "delete the rating")
        yield Finding(span, "a self-rating that nobody can check", fix)
