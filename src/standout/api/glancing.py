"""Glancing: what a fast first look at a resume has likely seen, and two resumes side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from standout.model import Match, Posting, Reading, Report, Resume
from standout.model.comparison import Side
from standout.model.exposure import Exposure, Picture

if TYPE_CHECKING:
    from standout.matching.settings import MatchSettings


def glance(reading: Reading, match: Match | None = None) -> Exposure:
    """The exposure of every word, line, field and statement, and the moves that show more.

    A match makes the skills its posting requires what the reader looks for.
    """
    from standout.glance.exposing import exposed
    from standout.glance.model import Skim, points
    from standout.glance.moves import best
    from standout.glance.scene import scene
    from standout.glance.wanted import wanted_skills

    wanted = wanted_skills(match) if match is not None else ()
    ready = scene(reading.pages, reading.resume, wanted)
    skim = Skim(ready.laid.cues, points())
    runs = skim.times()
    return replace(exposed(ready, runs), moves=best(ready, skim, runs))


def exposed_to(reading: Reading, match: Match | None = None) -> Exposure:
    """The exposure alone, which is what a choice between several pages needs."""
    from standout.glance import exposure, wanted_skills

    wanted = wanted_skills(match) if match is not None else ()
    return exposure(reading.pages, reading.resume, wanted)


def answered(
    resume: Resume, posting: Posting, today: date, weights: MatchSettings | None = None
) -> Match:
    """How a resume answers a posting, under the weights of `[match]`."""
    from standout import matching

    return matching.match(matching.profile_index(resume, today, weights), posting)


def pictures(content: bytes, reading: Reading) -> tuple[Picture, ...]:
    """The pages of a PDF as pictures, as many as are modelled; none of other formats."""
    if reading.document.format != "pdf":
        return ()
    from standout.glance.layout import MOST_PAGES
    from standout.readers.pdf.picture import pictures

    return pictures(content, MOST_PAGES)


def side(content: bytes, report: Report, match: Match | None = None) -> Side:
    """One side of a comparison: a checked resume with what a first look sees of it."""
    reading = report.reading
    seen = report.exposure or exposed_to(reading, match)
    return Side(report, seen, match, pictures(content, reading))
