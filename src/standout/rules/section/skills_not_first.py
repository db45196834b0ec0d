"""Another section stands where the skills should be read first.

A screener who looks for a required skill finds it at once when skills come first.
Only the default order asks for it; with the preset `research`, education leads instead.
Where evidence disagrees: one experiment with 62 managers found that the place of competences in a
resume did not matter, so this is a note, and `section_order` changes it.
A summary or a headline above the skills is another rule's matter (SEC002).

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
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model import SectionKind
from standout.rules.base import Context, Finding, rule
from standout.rules.outline import anchor, has_fixed_order

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
    order = context.settings.section_order
    if not order or order[0] is not SectionKind.SKILLS:
        return
    if has_fixed_order(context.reading):
        return
    kinds = [each.kind for each in context.resume.sections if each.kind not in _BEFORE]
    if SectionKind.SKILLS not in kinds or kinds[0] is SectionKind.SKILLS:
        return
    skills = next(context.resume.of_kind(SectionKind.SKILLS))
    fix = Fix(Applicability.CONFIRM, "move the skills to the top")
    place = kinds.index(SectionKind.SKILLS)
    yield Finding(
        anchor(skills), f"the skills come after {place} other section{'s' * (place > 1)}", fix
    )
