"""The law of tailoring: no word, number, date or name on the page that the profile lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from standout.building.findings import finding
from standout.diagnostic import Diagnostic
from standout.patterns import regex
from standout.source import Span
from standout.writers.sheet import Sheet, plain

_WORD = regex(r"\d+(?:[.,:/]\d+)*|\w+")


def nothing_new(
    tailored: Sheet, profile: Sheet, allowed: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """A finding for each word of the tailored page that the profile lacks.

    `profile` is the sheet of all of it in the same design, so that dates read alike; `allowed` are
    other names of skills that the profile has.
    """
    known = _words((*_texts(profile), *allowed))
    new = [each for each in _ordered(_texts(tailored)) if each not in known]
    return tuple(
        finding("EVD004", f"`{each}` stands nowhere in the profile", Span(0, 0)) for each in new
    )


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_ordered(texts))


def _ordered(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for text in texts for word in _WORD.findall(text.casefold())))


def _texts(sheet: Sheet) -> Iterator[str]:
    yield from (sheet.name, sheet.headline)
    yield from (each.text for each in sheet.contacts)
    for part in sheet.parts:
        yield part.heading
        yield from map(plain, (*part.paragraphs, *part.statements))
        for group in part.groups:
            yield from (group.name, *group.items, group.level)
        for item in part.items:
            yield from (item.title, item.organization, item.location, item.dates, item.grade)
            yield from (plain(item.authors), item.venue, *(each.text for each in item.links))
            yield from (*item.description, *item.keywords, *item.courses, *item.notes)
            yield from map(plain, item.statements)
