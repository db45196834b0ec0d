"""Which words of a posting are its title, and which name the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standout.analysis.requirements import Row
from standout.patterns import regex
from standout.readers.posting import facts
from standout.source import Text
from standout.vocabulary import demands, places, roles

HEAD = 14
"""Rows at the top that may hold title, employer and place."""

_AT = regex(r"\s(?:at|@|bei|chez|bij)\s(?=\w)")
_DASH = regex(r"\s[–—|-]\s|\s·\s")
_HIRING = regex(
    r"(?P<who>[^|\n]{2,60}?) (?:is )?hiring (?P<what>[^|\n]{3,90}?)(?: in (?P<where>[^|\n]{2,80}))?"
)
_GENDER = regex(
    r"\s*[(\[]\s?(?:[mwfdxhv](?:\s?[/|]\s?[mwfdxhv*]){1,3}|all genders?|gn|he/she/they)\s?[)\]]",
    re.IGNORECASE,
)
_ABOUT = regex(
    r"(?:About|Über|À propos de|Sobre|Over|Working at|Life at|Why)\s"
    r"(?!(?i:us|you|the|our|this|now|me|it)\b)"
    r"([A-ZÀ-Þ][\w&.'’ -]{1,40}?)\s?[:?]?"
)
_AT_COMPANY = regex(r"\b(?:at|join|joining|about|bei|chez|bij|über)\s$")
_OF_COMPANY = regex(r"['’]s?\b|\s(?:is|was|has|builds?|makes|helps|offers|ist|est|develops)\b")
_ENDED = regex(r"[.:!?,;]\s*$")


def title_and_employer(rows: Sequence[Row], given: Text | None) -> tuple[Text | None, Text | None]:
    """The title, as labelled or as it stands at the top, and who is hiring."""
    title = given or _title(rows)
    if title is None:
        return None, _about(rows)
    hiring = _HIRING.fullmatch(title.value)
    if hiring is not None and roles.title_words(hiring["what"]):
        return title[hiring.start("what") : hiring.end("what")], title[: hiring.end("who")]
    bare, employer = _parted(title, rows)
    return _ungendered(bare), employer or _about(rows)


def _title(rows: Sequence[Row]) -> Text | None:
    opened = next((at for at, row in enumerate(rows[:HEAD]) if _opens_section(row)), HEAD)
    head = [row for row in rows[:opened] if len(row.text.value) <= 120 and _may_be_title(row)]
    named = [row for row in head if roles.title_words(row.text.value)]
    first = [row for row in head if row.depth == 1]
    best = [row for row in named if row.depth == 1] or named or first or head[: 1 if opened else 0]
    return best[0].text if best else None


def _may_be_title(row: Row) -> bool:
    value = row.text.value
    if row.bullet or _ENDED.search(value) or "://" in value or len(value.split()) > 14:
        return False
    return not _opens_section(row)


def _opens_section(row: Row) -> bool:
    wording = demands.heading(row.text.value)
    return wording is not None and wording.whole and not row.bullet


def _parted(title: Text, rows: Sequence[Row]) -> tuple[Text, Text | None]:
    """'ML Engineer at Acme', 'ML Engineer (m/w/d) – Acme'."""
    at = _AT.search(title.value)
    if at is not None:
        behind = _DASH.split(title.value[at.end() :])[0]
        return title[: at.start()].strip(), title[at.end() : at.end() + len(behind)].strip()
    parts = list(_at_dashes(title))
    if len(parts) < 2:
        return title, None
    role = next((part for part in parts if roles.title_words(part.value)), parts[0])
    for part in parts:
        if part is not role and _is_employer(part.value, rows):
            return role, part
    if any(_is_aside(part.value) for part in parts if part is not role):
        return role, None
    return title, None


def _at_dashes(title: Text) -> Iterator[Text]:
    start = 0
    for match in _DASH.finditer(title.value):
        yield title[start : match.start()].strip()
        start = match.end()
    yield title[start:].strip()


def _is_aside(words: str) -> bool:
    return (
        places.is_place(words)
        or facts.remote(words) is not None
        or facts.employment(words) is not None
    )


def _is_employer(words: str, rows: Sequence[Row]) -> bool:
    """Say whether the text speaks of it as of a company: 'at Acme', 'Acme is', 'About Acme'."""
    if not 1 < len(words) <= 50 or _is_aside(words) or roles.title_words(words):
        return False
    return (
        any(_speaks_of(words.lower(), row.text.value.lower()) for row in rows[:60])
        or roles.organization_words(words) > 0
    )


def _speaks_of(name: str, line: str) -> bool:
    """Say whether a line in small letters speaks of a company with a name."""
    at = line.find(name)
    while at >= 0:
        end = at + len(name)
        if _OF_COMPANY.match(line, end) or (
            _AT_COMPANY.search(line[max(0, at - 12) : at]) and not line[end : end + 1].isalnum()
        ):
            return True
        at = line.find(name, end)
    return False


def _ungendered(title: Text) -> Text:
    gender = _GENDER.search(title.value)
    if gender is None:
        return title
    front = title[: gender.start()].strip()
    return front or title


def _about(rows: Sequence[Row]) -> Text | None:
    """'About Acme' names the employer, and so does 'Acme — Lisbon' below the title."""
    for row in rows[1:HEAD]:
        value = row.text.value
        short = len(value) <= 80 and _DASH.search(value) and len(_DASH.split(value)) == 2
        parts = row.text.split(_DASH) if short else []
        if len(parts) == 2 and places.is_place(re.sub(r"\s*\([^()]*\)$", "", parts[1].value)):
            own = parts[0].value
            if not _is_aside(own) and not roles.title_words(own):
                return parts[0]
    for row in rows:
        match = _ABOUT.fullmatch(row.text.value.strip()) if len(row.text.value) <= 50 else None
        if match and demands.heading(match[1]) is None:
            return row.text[match.start(1) : match.end(1)]
    return None
