"""A name for a finding that survives edits elsewhere in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from standout.diagnostic import Diagnostic
from standout.model.outline import outline
from standout.model.report import Report


def fingerprints(report: Report) -> tuple[str, ...]:
    """One fingerprint a finding, in the order of the report.

    Made of rule, section and quoted words (without case and spacing), so that neither line
    numbers nor a moved section change it. The second finding of the same words gets another.
    """
    import hashlib

    seen: Counter[str] = Counter()
    prints: list[str] = []
    for basis in _bases(report):
        prints.append(hashlib.sha256(f"{basis}\n{seen[basis]}".encode()).hexdigest()[:16])
        seen[basis] += 1
    return tuple(prints)


def _bases(report: Report) -> Iterator[str]:
    spots = outline(report.reading.resume)
    for each in report.diagnostics:
        spot = spots.at(each.span)
        yield "\n".join((each.code, spot.section if spot else "", _words(report, each)))


def _words(report: Report, each: Diagnostic) -> str:
    quote = " ".join(report.quote(each).casefold().split())
    return quote or " ".join(each.message.casefold().split())
