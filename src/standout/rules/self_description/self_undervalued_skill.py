"""A skill is listed with a low level: beginner, basic, some knowledge of.

Leave the level out, or leave the skill out.
People rate equal work differently, and those who rate themselves low are believed.
Levels of natural languages (A2, basic German) are facts and not meant.
Where evidence disagrees: the experiment was about self-ratings, not about resumes; a posting that
asks for levels may get them.

Bad:
    skills:
      - group: Languages
        items:
          - Python (beginner)
                    ^^^^^^^^
          - Basic knowledge of SQL
            ^^^^^^^^^^^^^^^^^^

Good:
    skills:
      - Visual Basic
      - HTTP basic authentication
      - Machine learning
      - Reinforcement learning

Good:
    skills:
      - group: Software
        items: [C++, Docker]
      - group: Learning
        items: [PyTorch, imitation learning]

Good:
    languages:
      - language: German
        fluency: Basic

Good:
    skills:
      - group: Spoken
        items: [Basic Spanish, German (A2 beginner)]

Good:
    skills:
      - group: Signs
        items: ["o: basic knowledge", "oo: intermediate knowledge", "ooo: expert knowledge"]

Good:
    teaching:
      - title: Python for beginners
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standout.diagnostic import Basis, Severity
from standout.model import Section, SectionKind
from standout.patterns import regex
from standout.rules.base import Context, Finding, rule
from standout.rules.deletion import deletion
from standout.source import Text

_LOW = regex(
    r"(?<![\w-])(?:"
    r"(?:very |some |only )?"
    r"(?:basic|limited|little|elementary|rudimentary|superficial|some|beginner'?s?|entry)[ -]"
    r"(?:level )?"
    r"(?:knowledge|understanding|skills?|experience|familiarity|proficiency|exposure|level)"
    r"(?: (?:of|in|with))?"
    r"|(?<=[(\[:–—-])\s?(?:beginner|novice|basics?|elementary|learning|some|low|newbie)"
    r"(?=\s?(?:[)\],;]|$))"
    r"|^(?:beginner|novice|basic|elementary|currently learning|learning|familiar with|exposure to)"
    r"(?=\s?(?:$|:|(?-i:[A-Z])[\w+#.]*$))"
    r"|^a (?:little|bit of)\b"
    r"|^familiar(?=\s?(?:$|:))|^(?:novice|beginner) (?:in|at|with)\b|\bbeginner$)",
    re.IGNORECASE,
    needs="basic limited little elementary rudimentary superficial some beginner entry novice "
    "learning low newbie familiar exposure bit_of",
)
_RATED = regex(
    r"^(?:proficient|advanced|expert|fluent|intermediate|familiar|experienced|comfortable|strong|"
    r"working knowledge)\b",
    re.IGNORECASE,
)
_STEPS = regex(
    r"\b(basic|intermediate|advanced|expert|deep|profound) knowledge\b(?! (?:of|in)\b)",
    re.IGNORECASE,
    needs="knowledge",
)
_SPOKEN = regex(
    r"\b(?:english|german|french|spanish|italian|portuguese|dutch|chinese|mandarin|cantonese|"
    r"japanese|korean|arabic|russian|hindi|urdu|bengali|turkish|polish|czech|swedish|danish|"
    r"norwegian|finnish|greek|hebrew|ukrainian|vietnamese|thai|indonesian|persian|farsi|tamil|"
    r"telugu|romanian|hungarian|catalan|latin|deutsch|[abc][12])\b",
    re.IGNORECASE,
)


@rule(
    "SLF001",
    severity=Severity.WARNING,
    basis=Basis.MEASURED,
    source="Exley & Kessler (self-ratings for equal performance; indirect for resumes)",
    why="employers take people at their own word, and nobody hires a beginner by choice",
)
def self_undervalued_skill(context: Context) -> Iterator[Finding]:
    """Find low levels beside skills; spoken languages aside."""
    for section in context.resume.of_kind(SectionKind.SKILLS):
        if _explains_levels(section):
            continue
        for group in section.skills:
            name = group.name if group.name and not _is_topic(group.name, section) else None
            shown = [*([name] if name else []), *group.items]
            if any(_SPOKEN.search(each.value) for each in group.items):
                continue
            for text in shown:
                yield from _undervalued(context, text)
            if group.level and _LOW.search(f"({group.level.value})"):
                span = group.level.span()
                yield Finding(span, "a low self-rating", deletion(context, span, "delete it"))


def _explains_levels(section: Section) -> bool:
    """A legend: 'basic knowledge', 'intermediate knowledge', 'expert knowledge' beside signs."""
    told = {match[1].lower() for text in section.texts() for match in _STEPS.finditer(text.value)}
    return len(told) > 2


def _is_topic(name: Text, section: Section) -> bool:
    """'Learning: PyTorch, imitation learning' tells of machines, unless others are levels too."""
    rated = any(group.name and _RATED.search(group.name.value) for group in section.skills)
    return name.value.strip(" :").casefold() == "learning" and not rated


def _undervalued(context: Context, text: Text) -> Iterator[Finding]:
    match = _LOW.search(text.value)
    if match:
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        span = text.span(start, match.end())
        fix = deletion(context, span, "leave the level out, or leave the skill out")
        yield Finding(span, "a low self-rating", fix)
