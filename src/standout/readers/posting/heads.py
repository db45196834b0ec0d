"""Title, organisation, place, pay and dates from the words of a posting that has no fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from standout.analysis.dates import find_ranges
from standout.analysis.requirements import Row
from standout.model import PartialDate
from standout.model.posting import Posting
from standout.patterns import regex
from standout.readers.posting import facts, salaries, titles
from standout.source import Text
from standout.vocabulary import demands, places

_LABEL = regex(r"(?P<name>[^:|\n]{2,40}?)\s?[:|]\s{0,3}(?=\S)")
_LABELS = {
    "title": ("title", "job title", "position", "position title", "role", "stelle", "poste",
    "puesto", "functie", "intitulé du poste"),
    "organization": ("company", "company name", "organisation", "organization", "employer",
    "unternehmen", "entreprise", "empresa", "bedrijf"),
    "team": ("team", "department", "division", "abteilung", "équipe", "departamento", "afdeling"),
    "places": ("location", "locations", "place", "office", "offices", "job location", "where",
    "based in", "standort", "ort", "arbeitsort", "lieu", "localisation", "ubicación", "locatie",
    "standplaats", "city"),
    "employment": ("employment type", "employment", "job type", "type", "contract",
    "contract type", "commitment", "hours", "schedule", "type of employment", "anstellungsart",
    "vertragsart", "type de contrat", "contrat", "tipo de contrato", "dienstverband"),
    "seniority": ("seniority", "seniority level", "level", "experience level", "career level",
    "karrierestufe", "niveau"),
    "remote": ("remote", "workplace type", "work model", "work arrangement", "workplace",
    "arbeitsmodell", "télétravail"),
    "posted": ("posted", "date posted", "posted on", "published", "publication date",
    "veröffentlicht", "publié le", "publicado"),
    "expires": ("deadline", "application deadline", "closing date", "apply by", "expires",
    "valid through", "applications close", "bewerbungsfrist", "date limite", "fecha límite"),
}  # fmt: skip
_FIELD = {label: name for name, labels in _LABELS.items() for label in labels}
_APPLY_BY = regex(
    r"\b(?:apply by|closing date|deadline|applications? close[sd]?(?: on)?|until)\b[^\n]{0,40}",
    re.IGNORECASE,
)
_APPLIES = (
    "apply by", "closing date", "deadline", "applications close", "application close", "until",
)  # fmt: skip
_BODY = 60_000
_LISTED = regex(r"[,/()]|\s(?:or|and)\s|\s[-–]\s")
_SMALL = regex(r"(?<!\w)[a-zß-öø-ÿ]{3}")
_PIECE = regex(r"\s?[|·•;]\s?|\s[–—-]\s")
_SOUGHT = regex(r"looking for an?\s(?:\w+\s){0,3}")


def posting(rows: Sequence[Row], text: str) -> Posting:
    """What the words of a posting tell, without its requirements."""
    labelled = dict(reversed(list(_labelled(rows))))
    title, employer = titles.title_and_employer(rows, labelled.get("title"))
    said = labelled.get("places")
    found = tuple(_places(said)) if said else tuple(_bare_places(rows))
    return Posting(
        title=title,
        organization=labelled.get("organization") or employer,
        team=labelled.get("team"),
        places=found,
        employment=_employed(rows, labelled, title),
        seniority=_seniority(rows, labelled, title),
        **{name: read(rows, labelled, text) for name, read in _READ.items()},
    )


def _employed(rows: Sequence[Row], labelled: _Labelled, title: Text | None) -> str | None:
    told = f"{labelled.get('employment') or ''} {title or ''}"
    return facts.employment(told) or _employment(rows)


def _seniority(rows: Sequence[Row], labelled: _Labelled, title: Text | None) -> str | None:
    said = facts.seniority(str(title or "")) or facts.seniority(
        str(labelled.get("seniority") or "")
    )
    return said or _by_words(rows)


def sponsorship(text: str) -> bool | None:
    """Whether the employer sponsors visas, None where it does not say."""
    said = demands.first("sponsorship", text)
    return None if said is None else said == "yes"


def _labelled(rows: Sequence[Row]) -> Iterator[tuple[str, Text]]:
    for row in rows[:80]:
        value = row.text.value
        if len(value) > 160 or (":" not in value and "|" not in value):
            continue
        match = _LABEL.match(value)
        name = _FIELD.get(match["name"].strip(" *-•").lower()) if match else None
        if match and name:
            rest = row.text[match.end() :].strip()
            if rest:
                yield name, rest


def _places(said: Text) -> Iterator[Text]:
    for part in said.split(r"\s?[;|]\s?|\s/\s|\s(?:or|and|oder|und|ou|&)\s"):
        bare = _unbracketed(part)
        if 1 < len(bare) <= 80:
            yield bare


def _unbracketed(part: Text) -> Text:
    return part[: len(re.sub(r"\s*\([^()]{0,80}\)\s*$", "", part.value))].strip()


def _bare_places(rows: Sequence[Row]) -> Iterator[Text]:
    for row in rows[1 : titles.HEAD]:
        for start, end in _places_in(row.text.value) if len(row.text.value) <= 100 else ():
            yield row.text[start:end]
    if not rows or not (2 < len(rows[0].text) < 120):
        return
    for part in rows[0].text.split(r"\s[|·–—-]\s|[()]"):
        if places.is_place(part.value):
            yield part


def _is_short(piece: str) -> bool:
    """No name of a place has six words, several stand between commas; none is a sentence."""
    if len(_SMALL.findall(piece)) >= 4:
        return False
    return len(piece.split()) <= 5 or _LISTED.search(piece) is not None


@lru_cache(maxsize=16_384)
def _places_in(line: str) -> tuple[tuple[int, int], ...]:
    """Where a short line names places, each between marks."""
    pieces = Text(line, range(len(line))).split(_PIECE)
    parts = [part for each in pieces if (part := _unbracketed(each)) and _is_short(part.value)]
    return tuple(
        (part.places[0], part.end)
        for part in parts
        if places.is_place(part.value) or places.may_be_place(part.value)
    )


def _remote(rows: Sequence[Row], label: Text | None, said: Text | None, text: str) -> str | None:
    words = str(label or "").strip().lower()
    if words.startswith(("yes", "ja", "oui", "100")):
        return "remote"
    head = [row.text for row in rows[: titles.HEAD] if len(row.text.value) <= 120]
    joined = "\n".join(each.value for each in head).lower()
    head = head if any(gate in joined for gate in demands.gates("remote")) else []
    for each in (label, said, *head):
        if each is not None and facts.remote(each.value):
            return facts.remote(each.value)
    told = {demands.first("remote_sentences", line) for line in _lines_on("remote_sentences", text)}
    return next((each for each in ("hybrid", "remote", "on-site") if each in told), None)


def _lines_on(table: str, text: str) -> set[str]:
    """The lines of a text that hold words without which no pattern of a table matches."""
    lowered, found = text.lower(), set()
    for gate in demands.gates(table):
        at = lowered.find(gate)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = end if end >= 0 else len(text)
            found.add(text[start:end])
            at = lowered.find(gate, end)
    return found


def _employment(rows: Sequence[Row]) -> str | None:
    for row in rows[: titles.HEAD]:
        if len(row.text.value) <= 60 and (found := facts.employment(row.text.value)):
            return found
    return None


def _by_words(rows: Sequence[Row]) -> str | None:
    """'We are looking for a senior engineer' where the title does not say."""
    for row in rows[:40]:
        if "looking for" not in row.text.value:
            continue
        match = _SOUGHT.search(row.text.value, 0, 300)
        if match and (found := facts.seniority(match[0])):
            return found
    return None


def _date(said: Text | None) -> PartialDate | None:
    if said is None:
        return None
    return facts.date(said.value) or next(
        (each.last or each.first for each in find_ranges(said.value[:60])), None
    )


def _deadline(text: str) -> PartialDate | None:
    lowered = text.lower()
    if not any(word in lowered for word in _APPLIES):
        return None
    match = _APPLY_BY.search(text)
    if match is None:
        return None
    found = next(iter(find_ranges(match[0])), None)
    date = (found.last or found.first) if found else None
    return date if date is not None and date.month is not None else None


def merged(told: Posting, rows: Sequence[Row], text: str) -> Posting:
    """What a board tells, and what the words say where it tells nothing."""
    missing = {name for name in _FILLED if not getattr(told, name)}
    labelled = dict(reversed(list(_labelled(rows))))
    filled: dict[str, Any] = {}
    if missing & _OF_TITLE:
        title, employer = titles.title_and_employer(rows, labelled.get("title"))
        filled["organization"] = labelled.get("organization") or employer
        filled["employment"] = _employed(rows, labelled, title)
        filled["seniority"] = _seniority(rows, labelled, title)
    for name in missing - _OF_TITLE:
        filled[name] = _READ[name](rows, labelled, text)
    return replace(told, **{name: filled[name] for name in missing})


_Labelled = Mapping[str, Text]
_READ: Mapping[str, Callable[[Sequence[Row], _Labelled, str], Any]] = {
    "remote": lambda rows, said, text: _remote(rows, said.get("remote"), said.get("places"), text),
    "salary": lambda _, __, text: salaries.find(text[:_BODY]),
    "posted": lambda _, said, __: _date(said.get("posted")),
    "expires": lambda _, said, text: _date(said.get("expires")) or _deadline(text),
    "sponsorship": lambda _, __, text: sponsorship(text),
}
_OF_TITLE = frozenset(("organization", "employment", "seniority"))
_FILLED = frozenset((*_READ, *_OF_TITLE))
