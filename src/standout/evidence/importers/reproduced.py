"""A reproduction as evidence: one piece for each claim that gives a line for a resume."""

from __future__ import annotations

from collections.abc import Iterator

from standout.evidence.ledger import identifier
from standout.evidence.pages.lines import Line, Refusal, lines
from standout.evidence.pages.numbers import unmarked
from standout.evidence.pages.report import Findings
from standout.evidence.plain import fingerprint
from standout.model.evidence import Evidence, Figure, Verification


def evidence_of(found: Findings, path: str, date: str) -> Iterator[Evidence | Refusal]:
    """The evidence of each claim, or why there is none. `path` is that of the folder."""
    verdicts = {each.claim_id: each for each in found.verdicts}
    for each in lines(found.reproduction, found.verdicts, found.runs, found.register):
        if isinstance(each, Refusal):
            yield each
            continue
        yield Evidence(
            id=identifier(found.name, each.claim_id),
            kind="reproduction",
            statement=unmarked(each.words),
            verification=Verification.COMPUTED,
            numbers=tuple(_figures(found, each)),
            date=date,
            url=found.reproduction.code,
            file=path,
            sha256=verdicts[each.claim_id].inputs_sha256 or fingerprint(each),
        )


def _figures(found: Findings, line: Line) -> Iterator[Figure]:
    for name in line.ids:
        number = found.register.numbers[name]
        yield Figure(number.text, number.value, name)
