"""Checking a resume: reading it and running the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from standout.api.glancing import answered, exposed_to
from standout.api.reading import read
from standout.model import Document, Extraction, Posting, Reading, Report
from standout.rules.notices import INTERNAL, notice
from standout.rules.settings import Settings
from standout.source import Source, Span
from standout.values import frozen

if TYPE_CHECKING:
    from standout.matching.settings import MatchSettings
    from standout.model.evidence import Evidence
    from standout.rules.base import Rule

_LOOKING = "glance"
"""The family of rules that ask what a first look sees: no other pays for the answer."""


@frozen
class Case:
    """What a resume is checked for and against, besides what it says itself."""

    settings: Settings
    today: date
    posting: Posting | None = None
    weights: MatchSettings | None = None
    """Those of matching the posting; the built-in ones for None."""
    evidence: tuple[Evidence, ...] = ()
    """The ledger that the profile names."""


def check(content: bytes, name: str, case: Case, extractions: Iterable[Extraction] = ()) -> Report:
    """Read a resume and run the selected rules over it.

    `extractions` are what further extractors read in the same PDF, beside the built-in ones.
    """
    from standout.rules import engine
    from standout.rules.base import Context

    reading = read(content, name)
    every = (*_extractions(content, reading), *extractions)
    context = Context(reading, case.settings, case.today, every, evidence=case.evidence)
    if case.posting is not None:
        found = answered(reading.resume, case.posting, case.today, case.weights)
        context = replace(context, posting=case.posting, match=found)
    if reading.pages and any(each.family == _LOOKING for each in _selected(case.settings)):
        context = replace(context, exposure=exposed_to(reading, context.match))
    return Report(reading, engine.examine(context), context.exposure)


def _selected(settings: Settings) -> tuple[Rule, ...]:
    from standout.rules import engine

    return engine.selected(engine.all_rules(), settings)


def _extractions(content: bytes, reading: Reading) -> tuple[Extraction, ...]:
    if reading.document.format != "pdf" or not reading.source.text:
        return ()
    from standout.readers.pdf import extractors

    return extractors.extractions(content)


def looked_at(report: Report, case: Case) -> Report:
    """A report with the exposure of its pages, for reports that show it."""
    if not report.reading.pages or report.exposure is not None:
        return report
    resume, posting = report.reading.resume, case.posting
    match = answered(resume, posting, case.today, case.weights) if posting is not None else None
    return replace(report, exposure=exposed_to(report.reading, match))


def failed(name: str, error: Exception) -> Report:
    """The report on a file that made the checker itself fail."""
    import traceback

    reading = Reading(Source(name, "unknown", ""), Document("unknown"))
    frame = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({each.name}, line {each.lineno})" for each in frame)
    message = f"the checker failed: {type(error).__name__}: {error}{where}"
    return Report(reading, (notice(INTERNAL, message, Span(0, 0)),))
