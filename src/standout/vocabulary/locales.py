"""How a language words headings, dates and the rest of what a resume prints by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from standout.model import SectionKind
from standout.values import frozen
from standout.vocabulary import tables

NAMES = (
    "ar", "de", "en", "en-gb", "es", "fa", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "sv",
    "zh",
)  # fmt: skip
"""The locales, by the language tag that names their file."""


@frozen
class Locale:
    """One language. `short` and `long` hold twelve month names; `dates` holds patterns.

    A pattern may use `{short}`, `{long}`, `{number}` (two digits), `{month}` (without a leading
    zero) and `{year}`.
    """

    tag: str
    name: str
    paper: str
    direction: str
    present: str
    resume: str
    degree_in_field: str
    dates: Mapping[str, str]
    short: tuple[str, ...]
    long: tuple[str, ...]
    headings: Mapping[SectionKind, str]


@cache
def locale(tag: str) -> Locale:
    """The locale of a tag in `NAMES`."""
    table = dict(tables.load(f"locales/{tag}"))
    headings = {SectionKind(kind): text for kind, text in table.pop("headings").items()}
    short, long = tuple(table.pop("short")), tuple(table.pop("long"))
    return Locale(tag, short=short, long=long, headings=headings, **table)
