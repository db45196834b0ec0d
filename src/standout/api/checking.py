"""Checking a resume: reading it and running the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from standout.api.glancing import exposed_to
from standout.api.reading import read
from standout.model import Document, Extraction, Posting, Reading, Report
from standout.rules.notices import INTERNAL, notice
from standout.rules.settings import Settings
from standout.source import Source, Span

if TYPE_CHECKING:
    from standout.matching.settings import MatchSettings
    from standout.model.evidence import Evidence
    from standout.rules.base import Rule

_LOOKING = "glance"
"""The family of rules that ask what a first look sees: no other pays for the answer."""


def check(
    content: bytes,
    name: str,
    settings: Settings,
    today: date,
    extractions: Iterable[Extraction] = (),
    posting: Posting | None = None,
    weights: MatchSettings | None = None,
    evidence: Iterable[Evidence] = (),
) -> Report:
    """Read a resume and run the selected rules over it, against a posting where one is given.

    `weights` are those of matching the posting. `extractions` are what further extractors read in
    the same PDF, beside the built-in ones. `evidence` is the ledger that the profile names.
    """
    from standout.rules import engine
    from standout.rules.base import Context

    reading = read(content, name)
    every = (*_extractions(content, reading), *extractions)
    context = Context(reading, settings, today, every, evidence=tuple(evidence))
    if posting is not None:
        from standout import matching

        found = matching.match(matching.profile_index(reading.resume, today, weights), posting)
        context = replace(context, posting=posting, match=found)
    if reading.pages and any(each.family == _LOOKING for each in _selected(settings)):
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


def failed(name: str, error: Exception) -> Report:
    """The report on a file that made the checker itself fail."""
    import traceback

    reading = Reading(Source(name, "unknown", ""), Document("unknown"))
    frame = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({each.name}, line {each.lineno})" for each in frame)
    message = f"the checker failed: {type(error).__name__}: {error}{where}"
    return Report(reading, (notice(INTERNAL, message, Span(0, 0)),))
