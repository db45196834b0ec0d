r"""Name, current title, employer, dates or degree are unlikely to be seen in the first seconds.

Recruiters gave almost four fifths of their first six seconds to six fields: the name, the titles,
employers and dates of two jobs, and the education. What does not stand where they look, or does
not stand out, is not known when they decide to read on.
The finding comes from a model of a fast first look, run 64 times with other assumptions: the field
was seen in at most a fifth of the runs. It is not a measurement of a person, and a reader with
more time sees more; see `standout glance`.

What to do: set the field at the start of its line and in the type of its neighbours, bring its
section up, or shorten what stands above it.

Option: `seconds` (7).

Bad (typst):
    = Jane Roe
    == Experience
    #for n in range(5) [*Engineer, Company #n* #h(1fr) 201#n -- 201#(n + 1) \
    - Built the search of a shop with #n million visitors \
    ]
    == Publications
    #for n in range(9) [- *Paper #n on gradients*, Jane Roe, Journal of Things, 2019 \ ]
    #pagebreak()
    #lorem(400)
    == Education
    #text(size: 6pt)[BSc in Physics, University of Oslo #h(1fr) 2007 -- 2010]

Good (typst):
    = Jane Roe
    Machine learning engineer
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Built the search of a shop with 2 million visitors
    == Education
    *MSc in Computer Science, University of Oslo* #h(1fr) 2018 -- 2020

Good (typst):
    = Jane Roe
    == Education
    *MSc in Computer Science, University of Oslo* #h(1fr) 2018 -- 2020
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Built the search of a shop with 2 million visitors
    == Skills
    Python, PyTorch, SQL

Good:
    basics:
      name: Jane Roe
    experience:
      - title: Machine learning engineer
        organization: Acme
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model.exposure import Band, Exposure, SeenPart
from standout.rules.base import Context, Finding, rule

_FIELDS = {
    "name": (0, "your name"),
    "title": (1, "the current title"),
    "employer": (1, "the current employer"),
    "dates": (1, "the dates of the current job"),
    "degree": (1, "the degree"),
}


@rule(
    "GLN001",
    severity=Severity.WARNING,
    basis=Basis.SURVEYED,
    source="TheLadders 2012 (vendor study of 30 recruiters); Salvucci 2001 for the timing",
    why="a first look decides on name, titles, employers, dates and education",
    preview=True,
    options={"seconds": 7},
)
def headline_not_seen(context: Context) -> Iterator[Finding]:
    """Take the first of each field and ask whether it is unlikely seen."""
    if context.exposure is None:
        return
    seconds = context.number("seconds")
    for name, (rank, said) in _FIELDS.items():
        part = _first(context.exposure, name, rank)
        if part is not None and part.sight.band(seconds) is Band.UNLIKELY:
            fix = Fix(Applicability.FILL_IN, "can it stand higher, or at the start of its line?")
            be = "are" if name == "dates" else "is"
            message = f"{said} {be} unlikely to be seen in the first {seconds:g} s"
            yield Finding(part.span, message, fix, page=part.page)


def _first(exposure: Exposure, name: str, rank: int) -> SeenPart | None:
    found = (each for each in exposure.fields if (each.name, each.rank) == (name, rank))
    return next(found, None)
