"""The sections do not stand in the expected order.

The default is skills, experience, projects, open source, publications, education; the presets
`research` and `new-grad` and the setting `section_order` give others.
Sections that are not in the order may stand anywhere, and so may open source, the publications
of an industry resume, the posts of a research resume and a degree of the last two years or one that
is not finished yet. What stands in a sidebar has no place in the order.
Where the skills are not first, SEC001 names the whole order, and this rule is silent.
Projects may stand above a weaker experience (SEC005), or above it with the preset `new-grad`.
Where evidence disagrees: no experiment on the order of sections was found; it is a habit.

Bad:
    skills:
      - Python
    education:
      - degree: MSc
                ^^^
    experience:
      - title: ML engineer

Bad:
    projects:
      - title: Chess engine
               ^^^^^^^^^^^^
        statements:
          - Wrote a chess engine in Rust
          - Added an opening book
    experience:
      - title: ML engineer
        statements:
          - Cut latency from 90 ms to 30 ms by quantising to int8
          - Raised recall from 71 % to 88 % with hard-negative mining

Good:
    skills:
      - Python
    experience:
      - title: ML engineer
    languages:
      - language: German
    education:
      - degree: MSc

Good:
    skills:
      - Python
    projects:
      - title: Tokenizer
    experience:
      - title: ML engineer

Good:
    experience:
      - title: ML engineer
    education:
      - degree: MSc
    publications:
      - title: A paper

Good (yaml; preset=research):
    education:
      - degree: PhD
    publications:
      - title: A paper
    experience:
      - title: Research intern

Good (yaml; preset=research):
    education:
      - degree: PhD
    publications:
      - title: A paper

Good:
    skills:
      - Python
    education:
      - degree: MSc
        end: 2025-12
    experience:
      - title: Intern

Good:
    skills:
      - Python
    education:
      - degree: PhD
        start: 2022-09
        end: present
    experience:
      - title: Intern

Good (yaml; preset=new-grad):
    skills:
      - Python
    education:
      - degree: BSc
        end: 2026-06
    projects:
      - title: Tokenizer
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import Section, SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.beside import in_the_same_column
from standout.rules.outline import anchor, has_fixed_order
from standout.rules.section.projects_outrank_experience import result_share
from standout.rules.section.skills_not_first import sections_above_skills

_RECENT = 2
"""Years for which a degree is news."""
_ENOUGH = 2
"""Statements that a section needs to be compared."""


@rule(
    "SEC004",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice",
    why="readers look where they are used to look; the strongest part should stand there",
)
def section_order(context: Context) -> Iterator[Finding]:
    """Find the fewest sections that would have to move."""
    if has_fixed_order(context.reading) or sections_above_skills(context):
        return
    order = _expected(context)
    firsts: dict[SectionKind, Section] = {}
    for section in context.resume.of_kind(*order):
        main = next(iter(firsts.values()), section)
        if in_the_same_column(context, main, section):
            firsts.setdefault(section.kind, section)
    ranks = [order.index(kind) for kind in firsts]
    kept = _longest_rise(ranks)
    expected = ", ".join(kind.value for kind in sorted(firsts, key=order.index))
    for kind, section in firsts.items():
        if order.index(kind) not in kept:
            fix = Fix(Applicability.CONFIRM, f"order the sections: {expected}")
            yield Finding(anchor(section), f"{kind.value} is out of the usual order", fix)


def _expected(context: Context) -> list[SectionKind]:
    """The order to hold; what may float is left out."""
    floating = {SectionKind.SKILLS, SectionKind.OPEN_SOURCE}
    # An academic page gives its papers before or after the posts, one for industry where it likes.
    research = context.settings.preset == "research"
    floating.add(SectionKind.EXPERIENCE if research else SectionKind.PUBLICATIONS)
    if context.settings.preset == "new-grad" or _is_graduating(context):
        floating.add(SectionKind.EDUCATION)
    if not _experience_is_stronger(context):
        floating.add(SectionKind.PROJECTS)
    return [kind for kind in context.settings.section_order if kind not in floating]


def _is_graduating(context: Context) -> bool:
    """A degree of the last two years, or one to come, is news that may stand first."""
    studies = [
        entry.dates
        for section in context.resume.of_kind(SectionKind.EDUCATION)
        for entry in section.entries
        if entry.dates
    ]
    if any(dates.present or (dates.start and not dates.end) for dates in studies):
        return True
    ends = (dates.end.year for dates in studies if dates.end)
    return max(ends, default=0) >= context.today.year - _RECENT


def _experience_is_stronger(context: Context) -> bool:
    jobs, theirs = result_share(context, SectionKind.EXPERIENCE)
    projects, mine = result_share(context, SectionKind.PROJECTS)
    return min(jobs, projects) >= _ENOUGH and theirs > mine


def _longest_rise(ranks: Sequence[int]) -> frozenset[int]:
    """A longest increasing subsequence; of several, the one that moves the later ranks."""
    best: list[tuple[int, ...]] = [()]
    for at, rank in enumerate(ranks, start=1):
        before = (
            rise for rise, last in zip(best, [-1, *ranks[: at - 1]], strict=True) if last < rank
        )
        best.append((*max(before, key=len), rank))
    longest = max(best, key=_length_then_early)
    return frozenset(longest)


def _length_then_early(rise: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(rise), tuple(-rank for rank in rise)
