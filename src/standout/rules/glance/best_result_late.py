r"""The strongest result is unlikely to be seen in the first 20 seconds.

Who skims reads a few words of a line, the first ones, and what is marked; a result at the end of
the third line of the last job is read by those alone who have decided already.
Named is the first result with a unit and a reference, where the model of a first look sees none of
them in 20 seconds: in at most a fifth of its 64 runs. It is not a measurement of a person; see
`standout glance`.

What to do: open the entry with it, begin the sentence with what changed, or set the number in bold.

Option: `seconds` (20).

Bad (typst):
    = Jane Roe
    == Experience
    #for n in range(4) [*Machine learning engineer, Company #n* #h(1fr) 201#n -- 201#(n + 1) \
    - Worked with the colleagues of the platform team on the tools that all others of the house use
      every day for their reports and plans \
    - Rebuilt the service that answers the questions of all customers of the house so that the time
      that one of them waits for an answer at noon on a working day fell from 40 to 3 seconds \
    ]
    == Skills
    Python, PyTorch, SQL, Docker, Kubernetes, Airflow, Spark, Kafka, dbt, JAX, Ray, ONNX

Good (typst):
    = Jane Roe
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Cut waiting from 40 to 3 seconds by rebuilding the service
    - Raised accuracy from 0.81 to 0.93 with cleaner labels

Good (typst):
    = Jane Roe
    == Experience
    *Machine learning engineer, Acme* #h(1fr) 2021 -- 2024
    - Maintained the search of a shop

Good:
    experience:
      - title: Engineer
        statements:
          - Rebuilt the service that answers all customers so that waiting fell from 40 to 3 seconds
"""

from __future__ import annotations

from collections.abc import Iterator

from standout.diagnostic import Applicability, Basis, Fix, Severity
from standout.model.exposure import UNLIKELY
from standout.rules.base import Context, Finding, rule

_HIGHEST = "L4"
"""The rung of a result with unit and baseline or reference."""


@rule(
    "GLN002",
    severity=Severity.INFO,
    basis=Basis.SURVEYED,
    source="Duggan and Payne 2011 (skimming is satisficing); TheLadders 2012 (vendor study)",
    why="a skimming reader leaves before the end of a line",
    preview=True,
    options={"seconds": 20},
)
def best_result_late(context: Context) -> Iterator[Finding]:
    """Where no result with its reference is seen in time, name the first."""
    every = context.exposure.results if context.exposure is not None else ()
    results = [each for each in every if each.name == _HIGHEST]
    seconds = context.number("seconds")
    if not results or max(each.sight.share(seconds) for each in results) > UNLIKELY:
        return
    best = results[0]
    fix = Fix(Applicability.FILL_IN, "can the line begin with what changed?")
    message = f"the strongest result is unlikely to be seen in the first {seconds:g} s"
    yield Finding(best.span, message, fix, page=best.page)
