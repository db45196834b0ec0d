r"""No skill that the posting requires is likely to be seen in the first 20 seconds.

After the first fields a screening reader scans for the words of the posting. Where none of them
stands where a scan comes to, the resume looks like one for another job.
The finding comes from a model of a fast first look: none of the required skills that the resume
shows was seen in four fifths of its 64 runs. It is not a measurement of a person. Needs
`--posting`, and two or more such skills.

What to do: bring the skills up, name the skill in the first words of the line that proves it, or
begin the skills section with what is asked for.

Option: `seconds` (20).

Bad (typst; posting=Requirements|- Kubernetes|- Airflow):
    = Jane Roe
    #text(size: 16pt)[*#lorem(120)*]
    == Experience
    #for n in range(14) [*Machine learning engineer, Company #n* #h(1fr) 201#n -- 201#(n + 1) \
    - Built the search of a shop with #n million visitors \
    ]
    #text(size: 4pt)[- Moved the nightly work of the house with all of its old and new parts to
    another place where it runs on Kubernetes and Airflow]

Good (typst; posting=Requirements|- Kubernetes|- Airflow):
    = Jane Roe
    == Skills
    Kubernetes, Airflow, Python
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Built the search of a shop with 2 million visitors

Good (typst):
    = Jane Roe
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Built the search of a shop with Kubernetes

Good (yaml; posting=Requirements|- Kubernetes|- Airflow):
    experience:
      - title: Engineer
        statements:
          - Moved the nightly work of the house to Kubernetes and Airflow
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model.exposure import Band
from standout.rules.base import Context, Finding, rule

_FEW = 2


@rule(
    "GLN003",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="TheLadders 2012 (vendor study: the rest of the look is a scan for keywords)",
    why="who screens scans for the words of the posting",
    preview=True,
    options={"seconds": 20},
)
def key_skill_late(context: Context) -> Iterator[Finding]:
    """Ask for one required skill that is likely seen in time."""
    exposure = context.exposure
    if exposure is None or not exposure.required or len(exposure.skills) < _FEW:
        return
    seconds = context.number("seconds")
    if any(each.sight.band(seconds) is Band.LIKELY for each in exposure.skills):
        return
    first = max(exposure.skills, key=lambda each: (each.sight.share(seconds), -each.span.start))
    fix = Fix(Applicability.FILL_IN, "which of these lines can stand further up?")
    message = f"no required skill is likely to be seen in the first {seconds:g} s"
    yield Finding(first.span, message, fix, page=first.page)
