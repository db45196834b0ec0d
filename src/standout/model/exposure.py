"""Exposure: how likely a first look of 7, 20 and 60 seconds has seen each word of a page."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from math import ceil

from standout.model.page import Word
from standout.source import Span
from standout.values import frozen

HORIZONS = (7, 20, 60)
"""Seconds: a glance, a second look, a reading."""
LIKELY, UNLIKELY = 0.8, 0.2
"""From which and up to which share of the runs something is called likely and unlikely seen."""
NEVER = 1_000_000_000
"""Milliseconds that stand for a word which a run never comes to."""


class Band(Enum):
    """How sure the model is, over all its runs."""

    LIKELY = "likely"
    MAYBE = "maybe"
    UNLIKELY = "unlikely"


class Role(Enum):
    """What a word does on a resume, as far as a first look cares."""

    NAME = "name"
    TITLE = "title"
    ORGANISATION = "organisation"
    DATE = "date"
    DEGREE = "degree"
    HEADING = "heading"
    BULLET = "bullet"
    SUMMARY = "summary"
    PUBLICATION = "publication"
    SKILL = "skill"
    CONTACT = "contact"


@frozen
class Sight:
    """When something is seen: the milliseconds in each run of the model, ascending."""

    times: tuple[int, ...]

    def share(self, seconds: float) -> float:
        """In which share of the runs it is seen within some seconds, 0 to 1."""
        return bisect_right(self.times, seconds * 1000) / len(self.times)

    def band(self, seconds: float) -> Band:
        """The share as one of three words."""
        share = self.share(seconds)
        if share >= LIKELY:
            return Band.LIKELY
        return Band.UNLIKELY if share <= UNLIKELY else Band.MAYBE

    def at(self, share: float) -> int:
        """The milliseconds by which it is seen in that share of the runs; `NEVER` for never."""
        return self.times[max(0, ceil(round(share * len(self.times), 6)) - 1)]


@frozen
class SeenWord:
    """A word of a page; `line` counts the lines of all pages from 0."""

    word: Word
    page: int
    line: int
    role: Role
    sight: Sight


@frozen
class SeenPart:
    """Several words that say one thing together, seen when most of them are.

    `name` says what it is: 'title', 'employer', ... of a field, the skill of a skill. `rank`
    counts the entries of a kind from 1, the current job first; 0 where there is none.
    """

    name: str
    text: str
    span: Span
    page: int
    sight: Sight
    rank: int = 0


@frozen
class Gain:
    """What a change does to one count: `before` and `after` of `whole` are likely seen in time."""

    what: str
    seconds: int
    before: int
    after: int
    whole: int


@frozen
class Move:
    """A change of the layout, as an order to the writer, and what re-running the model gave."""

    text: str
    span: Span
    gains: tuple[Gain, ...]


@frozen
class Exposure:
    """A model of a fast first look over the pages of a resume. No measurement of a person.

    `fields` are name, titles, employers, dates, degrees and headings; `statements` are whole;
    `results` the numbers of those that state a result; `skills` those the posting requires, or
    the listed ones where there is no posting.
    """

    words: tuple[SeenWord, ...] = ()
    lines: tuple[SeenPart, ...] = ()
    fields: tuple[SeenPart, ...] = ()
    statements: tuple[SeenPart, ...] = ()
    results: tuple[SeenPart, ...] = ()
    skills: tuple[SeenPart, ...] = ()
    required: bool = False
    """The skills are those that a posting requires."""
    moves: tuple[Move, ...] = ()


@frozen
class Picture:
    """A page as a picture: rows of red, green, blue bytes from the top, `scale` pixels a point."""

    page: int
    width: int
    height: int
    pixels: bytes
    scale: float
