"""What is known of a posting beside its text, and how a board's words for it are understood."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from standout.model import PartialDate
from standout.model.posting import Salary
from standout.patterns import regex
from standout.values import frozen
from standout.vocabulary import demands

_DATE = regex(r"\s*(20\d\d|19\d\d)-(\d{1,2})(?:-(\d{1,2}))?")


@frozen
class Facts:
    """What a board or a page states beside the text. Empty where it says nothing."""

    title: str = ""
    organization: str = ""
    team: str = ""
    places: tuple[str, ...] = ()
    remote: str | None = None
    employment: str | None = None
    seniority: str | None = None
    salary: Salary | None = None
    posted: PartialDate | None = None
    expires: PartialDate | None = None
    id: str = ""
    url: str = ""


def employment(words: str) -> str | None:
    """The employment type that some words name."""
    return demands.first("employment", words[:400])


def seniority(words: str) -> str | None:
    """The seniority that a title or a label names."""
    return demands.first("seniority", words[:400])


def remote(words: str) -> str | None:
    """'remote', 'hybrid' or 'on-site', as some words say."""
    return demands.first("remote", words[:400])


def date(value: Any) -> PartialDate | None:
    """A date from ISO text or from Unix seconds or milliseconds."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if value > 1e11 else value
        if not 0 < seconds < 4e9:
            return None
        moment = datetime.fromtimestamp(seconds, UTC)
        return PartialDate(moment.year, moment.month, moment.day)
    match = _DATE.match(str(value)[:40])
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    day = int(match[3]) if match[3] else None
    return PartialDate(int(match[1]), int(match[2]), day if day and day <= 31 else None)
