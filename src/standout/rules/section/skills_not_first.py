"""Another section stands where the skills should be read first.

A screener who looks for a required skill finds it at once when skills come first.
Only the default order asks for it; with the preset `research`, education leads instead.
Where evidence disagrees: one experiment with 62 managers found that the place of competences in a
resume did not matter, so this is a note, and `section_order` changes it.
A summary or a headline above the skills is another rule's matter (SEC002).
Skills in a sidebar stand beside the rest, not below it.

Bad:
    experience:
      - title: ML engineer
        organization: Acme
        start: 2021-02
        end: present
    skills:
      - Python
        ^^^^^^
      - JAX

Good:
    skills:
      - Python
    experience:
      - title: ML engineer
        organization: Acme

Good:
    basics:
      name: Ada Example
      summary: ML engineer for speech systems.
    skills:
      - Python
    experience:
      - title: ML engineer

Good (yaml; preset=research):
    education:
      - degree: PhD
        institution: University of Example
    publications:
      - title: A paper
    skills:
      - Python

Good:
    experience:
      - title: ML engineer

Good (typst):
    = Jane Roe
    #grid(columns: (3fr, 1fr), gutter: 1cm,
      [== Experience
       *Research engineer*, Acme, Jan 2021 -- May 2024
       - Moved the search of documents to a quantised index
       - Wrote the loader of telemetry and all its tests
       - Trained two junior engineers in profiling kernels
       - Cut the cost of the nightly training by a third],
      [== Skills
       - Python
       - JAX
       - CUDA])
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.beside import in_the_same_column
from standout.rules.outline import DEEDS, anchor, has_fixed_order

_BEFORE = (SectionKind.SUMMARY, SectionKind.OTHER)


@rule(
    "SEC001",
    severity=Severity.INFO,
    basis=Basis.CONVENTION,
    source="practice; against it: Bright & Hutton 2000 (place did not matter, 62 managers)",
    why="a screener looks for the required skills first and should not have to search for them",
)
def skills_not_first(context: Context) -> Iterator[Finding]:
    """Find the skills section below another one that is not a preamble."""
    above = sections_above_skills(context)
    if above:
        skills = next(context.resume.of_kind(SectionKind.SKILLS))
        kinds = {each.kind for each in context.resume.sections}
        expected = ", ".join(kind.value for kind in context.settings.section_order if kind in kinds)
        fix = Fix(Applicability.CONFIRM, f"move the skills to the top; then: {expected}")
        said = f"the skills come after {above} other section{'s' * (above > 1)}"
        yield Finding(anchor(skills), said, fix)


def sections_above_skills(context: Context) -> int:
    """How many sections stand where the skills should; 0 where the order asks for none there."""
    order = context.settings.section_order
    if not order or order[0] is not SectionKind.SKILLS or has_fixed_order(context.reading):
        return 0
    skills = next(context.resume.of_kind(SectionKind.SKILLS), None)
    if skills is None:
        return 0
    main = next(context.resume.of_kind(*DEEDS), None)
    if main is not None and not in_the_same_column(context, skills, main):
        return 0
    kinds = [each.kind for each in context.resume.sections if each.kind not in _BEFORE]
    return kinds.index(SectionKind.SKILLS)
