"""A posting: what a team asks for, each demand with its place in the text."""

from __future__ import annotations

from dataclasses import field
from enum import Enum

from standout.diagnostic import Diagnostic
from standout.model.dates import PartialDate
from standout.model.page import Document
from standout.source import Source, Text
from standout.values import frozen


class Level(Enum):
    """How much a posting insists."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class Demand(Enum):
    """What kind of thing is asked for."""

    SKILL = "skill"
    YEARS = "years"
    DEGREE = "degree"
    PUBLICATIONS = "publications"
    CLEARANCE = "clearance"
    PERMIT = "permit"
    LANGUAGE = "language"
    AVAILABILITY = "availability"
    OTHER = "other"


@frozen
class Years:
    """Years of experience, inclusive. `maximum` is None where only a floor is named."""

    minimum: int
    maximum: int | None = None


@frozen
class Degree:
    """A degree asked for: the lowest that will do, and the fields that are named.

    `rank` is 1 for a bachelor's degree, 2 for a master's, 3 for a doctorate. `waivable` says that
    equivalent experience is accepted.
    """

    rank: int
    fields: tuple[str, ...] = ()
    waivable: bool = False


@frozen
class Requirement:
    """One demand. `text` is the clause that states it.

    `ways` holds alternatives of which one suffices; each is the skills, by vocabulary id, that
    are needed together; a term that the vocabulary does not list is its own words in small
    letters. A kind other than SKILL may name skills too ('3 years of Python').
    `language` is the first language that will do, by vocabulary id, and `fluency` the level it is
    asked at: 'A1' to 'C2' or 'native', None where none is named. `negated` says that the posting
    waives it ('no PhD required').
    """

    text: Text
    level: Level
    demand: Demand
    ways: tuple[tuple[str, ...], ...] = ()
    years: Years | None = None
    degree: Degree | None = None
    language: str | None = None
    fluency: str | None = None
    negated: bool = False


@frozen
class Salary:
    """A pay range in whole units of `currency` (ISO 4217), per 'year', 'month', 'day' or 'hour'."""

    minimum: int | None
    maximum: int | None
    currency: str
    period: str = "year"


@frozen
class Posting:
    """A posting in the order of its text. Fields that it does not state are None or empty.

    `remote` is 'remote', 'hybrid' or 'on-site'; `employment` 'full-time', 'part-time',
    'contract', 'internship' or 'temporary'; `seniority` 'intern', 'junior', 'mid', 'senior',
    'staff', 'lead' or 'executive'; `sponsorship` True or False where visas are spoken of.
    `duties` are the lines that tell what is done in the role, `about` those of the team, the
    company, and what no heading tells. `id` and `url` are the board's own.
    """

    title: Text | None = None
    organization: Text | None = None
    team: Text | None = None
    places: tuple[Text, ...] = ()
    remote: str | None = None
    employment: str | None = None
    seniority: str | None = None
    salary: Salary | None = None
    posted: PartialDate | None = None
    expires: PartialDate | None = None
    sponsorship: bool | None = None
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Text, ...] = ()
    about: tuple[Text, ...] = ()
    id: str = ""
    url: str = ""


@frozen
class PostingReading:
    """What was read of one posting: never an exception, whatever the bytes."""

    source: Source
    document: Document
    posting: Posting = field(default_factory=Posting)
    diagnostics: tuple[Diagnostic, ...] = ()
