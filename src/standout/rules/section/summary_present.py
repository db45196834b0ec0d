"""A summary or objective takes the lines that are read first.

The skills say the same in fewer words, and the reader believes deeds more than descriptions.
A single line that names role and focus is fine.
Where evidence disagrees: an eye-tracking study of a resume service (2018) saw the best-liked
resumes open with an overview; this is therefore a note.
It is silent with the preset `research`, and where the summary itself is empty words (SEC003).

Options: `words` (25), the length from which a single sentence counts as a summary.

Bad:
    basics:
      name: Ada Example
      summary: Engineer with six years in speech recognition. Looking for a role in a small team.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:
    basics:
      name: Ada Example
      headline: ML engineer for speech recognition on small devices

Good:
    basics:
      name: Ada Example
      summary: ML engineer, speech recognition on small devices, 6 years.

Good (yaml; preset=research):
    basics:
      summary: I study the sample efficiency of model-based RL. My thesis is on world models.

Good:
    skills:
      - Text summarisation
    projects:
      - title: Summary evaluation
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Section, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.rules.outline import has_fixed_order
from standout.rules.summaries import empty_words
from standout.source import Span

_NEXT_SENTENCE = regex(r"[a-z)\]]{2}[.!?]\s+[A-Z]")


@rule(
    "SEC002",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="practice; against it: Ladders 2018 eye tracking",
    why="the first lines are read by most, and deeds or skills say more there than a description",
    options={"words": 25},
)
def summary_present(context: Context) -> Iterator[Finding]:
    """Find a summary of more than one line that says something."""
    if context.settings.preset == "research":
        return
    for section in _at_the_top(context):
        prose = " ".join(each.text.value for each in section.all_statements())
        long = len(prose.split()) > context.number("words") or _NEXT_SENTENCE.search(prose)
        if long and not empty_words(context, section):
            fix = deletion(context, section.span(), "move its facts to the entries")
            yield Finding(_where(section), "a summary stands above the skills", fix)


def _at_the_top(context: Context) -> Iterator[Section]:
    """The summaries above the skills; where the format fixes the order, all of them."""
    fixed = has_fixed_order(context.reading)
    for section in context.resume.sections:
        if section.kind is SectionKind.SKILLS and not fixed:
            return
        if section.kind is SectionKind.SUMMARY:
            yield section


def _where(section: Section) -> Span:
    return section.heading.span() if section.heading else section.span()
