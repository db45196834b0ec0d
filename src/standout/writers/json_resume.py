"""A reading as JSON Resume 1.x, with what that format cannot say under `meta.standout`.

`meta.standout` holds `version`, `basics`, `sections` (kind, heading, order, place, whole content
in the words of the native profile), `statements` (text, place, slots, level, quantities),
`not_understood` and `furniture`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from standout.analysis.statement import analyse
from standout.model import (
    Basics,
    Entry,
    PartialDate,
    Reading,
    Resume,
    Section,
    SectionKind,
    Statement,
)
from standout.source import Location, Source, Text
from standout.writers import profile_tree
from standout.writers.outline import is_understood
from standout.writers.profile_tree import line

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]

VERSION = 1
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_K = SectionKind
_KEYS: Mapping[SectionKind, str] = {
    _K.EXPERIENCE: "work", _K.VOLUNTEER: "volunteer", _K.EDUCATION: "education",
    _K.AWARDS: "awards", _K.CERTIFICATES: "certificates", _K.PUBLICATIONS: "publications",
    _K.SKILLS: "skills", _K.LANGUAGES: "languages", _K.INTERESTS: "interests",
    _K.REFERENCES: "references", _K.PROJECTS: "projects", _K.OPEN_SOURCE: "projects",
}  # fmt: skip
_NAME = {"awards": "title", "languages": "language"}
"""The key that names an item, where it is not `name`."""
_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"
"""Signs that RFC 3986 lets stand in an address as they are."""


def write(reading: Reading) -> str:
    """The JSON text, indented, in the order of the standard."""
    resume = reading.resume
    document: Object = {"$schema": SCHEMA}
    summaries = [s for section in resume.of_kind(_K.SUMMARY) for s in section.all_statements()]
    basics = _basics(resume.basics, summaries)
    if basics:
        document["basics"] = basics
    for key in dict.fromkeys(_KEYS.values()):
        kinds = [kind for kind, name in _KEYS.items() if name == key]
        items: list[Json] = []
        for section in resume.of_kind(*kinds):
            items += _items(key, section)
        if items:
            document[key] = items
    document["meta"] = {"version": "v1.0.0", "standout": _additions(reading)}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", "\ufffd", text) + "\n"


def _basics(basics: Basics, summaries: list[Statement]) -> Object:
    sites = [link for link in basics.links if not link.network and _is_address(link.url)]
    profiles: list[Json] = [
        _filled(network=link.network, username=link.username, url=_address(link.url))
        for link in basics.links
        if link not in sites[:1]
    ]
    return _filled(
        name=_one(basics.name),
        label=_one(basics.headline),
        email=_email(_one(basics.email)),
        phone=_one(basics.phone),
        url=_address(sites[0].url) if sites else "",
        summary="\n".join(line(each.text) for each in summaries),
        location=_location(_one(basics.location)),
        profiles=[each for each in profiles if each],
    )


def _email(text: str) -> str:
    """The address, if it has the form that the standard asks for."""
    return text if re.fullmatch(r"[^@\s]+@[^@\s]+", text) else ""


def _location(text: str) -> Object:
    """City, region and country of a place; all of it as an address where it has other parts."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 3 or not all(parts):
        return _filled(address=text)
    if len(parts) == 3 and not re.fullmatch("[A-Z]{2}", parts[2]):
        return _filled(city=parts[0], region=f"{parts[1]}, {parts[2]}")
    return dict(zip(("city", "region", "countryCode"), parts, strict=False))


def _items(key: str, section: Section) -> list[Object]:
    """What a section adds to the standard's list of a key."""
    items: list[Object] = []
    for group in section.skills if key in ("skills", "interests", "languages") else ():
        words = [line(each) for each in group.items]
        level = {"fluency" if key == "languages" else "level": _one(group.level)}
        if key in ("skills", "interests") and group.name is not None:
            items.append(_filled(name=line(group.name), **level, keywords=[*words]))
        else:
            name = _NAME.get(key, "name")
            items += [_filled(**{name: each}, **level) for each in words]
    items += [_ENTRIES.get(key, _named)(each, key) for each in section.entries]
    if key not in ("work", "volunteer", "education", "projects"):
        items += [{_NAME.get(key, "name"): line(each.text)} for each in section.statements]
    return [each for each in items if each]


def _job(entry: Entry, key: str) -> Object:
    who = {"name" if key == "work" else "organization": _one(entry.organization)}
    return _filled(
        **who,
        position=_one(entry.title),
        location=_one(entry.location) if key == "work" else "",
        url=_url(entry),
        **_from_to(entry),
        summary=_lines(entry.description),
        highlights=_deeds(entry),
    )


def _degree(entry: Entry, key: str) -> Object:  # noqa: ARG001 - one signature for all kinds
    return _filled(
        institution=_one(entry.organization),
        url=_url(entry),
        area=_one(entry.field),
        studyType=_one(entry.degree) or _one(entry.title),
        **_from_to(entry),
        score=_one(entry.grade),
        courses=[line(each) for each in entry.courses],
    )


def _project(entry: Entry, key: str) -> Object:  # noqa: ARG001 - one signature for all kinds
    return _filled(
        name=_one(entry.title),
        description=_lines(entry.description),
        highlights=_deeds(entry),
        keywords=[line(each) for each in entry.keywords],
        **_from_to(entry),
        url=_url(entry),
        entity=_one(entry.organization),
    )


def _paper(entry: Entry, key: str) -> Object:  # noqa: ARG001 - one signature for all kinds
    return _filled(
        name=_one(entry.title),
        publisher=_one(entry.venue) or _one(entry.organization),
        releaseDate=_day(entry),
        url=_url(entry),
        summary=_told(entry),
    )


def _named(entry: Entry, key: str) -> Object:
    """An award, a certificate, a person, a skill with a text of its own."""
    name = {_NAME.get(key, "name"): _one(entry.title)}
    if key == "awards":
        giver = _one(entry.organization)
        return _filled(**name, date=_day(entry), awarder=giver, summary=_told(entry))
    if key == "certificates":
        # Here alone the standard asks for a whole date; a month or a year stays in our part.
        day = _day(entry) if len(_day(entry)) == len("2024-03-09") else ""
        return _filled(**name, date=day, issuer=_one(entry.organization), url=_url(entry))
    return _filled(**name, **({"reference": _told(entry)} if key == "references" else {}))


_ENTRIES = {
    "work": _job, "volunteer": _job, "education": _degree, "projects": _project,
    "publications": _paper,
}  # fmt: skip


def _additions(reading: Reading) -> Object:
    resume, source = reading.resume, reading.source
    sections: list[Json] = [
        {
            "kind": section.kind.value,
            "heading": _one(section.heading) or None,
            "order": order,
            "location": _place(source, section.heading),
            "content": _plain(profile_tree.own_section(section)),
        }
        for order, section in enumerate(resume.sections)
    ]
    return {
        "version": VERSION,
        "format": reading.document.format,
        "basics": _plain(profile_tree.basics(resume.basics)),
        "sections": sections,
        "statements": list(_statements(reading)),
        "not_understood": list(_not_understood(reading)),
        "furniture": [_plain(line(each)) for each in resume.furniture],
    }


def _statements(reading: Reading) -> Iterator[Json]:
    for order, section in enumerate(reading.resume.sections):
        for index, entry in enumerate(section.entries):
            for each in entry.statements:
                yield {"section": order, "entry": index} | _statement(each, reading.source)
        for each in section.statements:
            yield {"section": order, "entry": None} | _statement(each, reading.source)


def _statement(statement: Statement, source: Source) -> Object:
    text = statement.text.value
    said = analyse(text)
    slots: list[Json] = [
        {"slot": s.kind.value, "start": s.start, "end": s.end, "text": text[s.start : s.end]}
        for s in said.slots
    ]
    quantities: list[Json] = [
        {
            "start": q.start,
            "end": q.end,
            "value": q.value,
            "unit": q.unit,
            "kind": q.kind,
            "metric": q.metric,
            "result": q.result,
        }
        for q in said.quantities
    ]
    return {
        "text": text,
        "location": _place(source, statement.text),
        "level": said.level,
        "slots": slots,
        "quantities": quantities,
        "question": said.question,
    }


def _not_understood(reading: Reading) -> Iterator[Json]:
    for text, section, entry in unplaced(reading.resume):
        where = _place(reading.source, text)
        yield {"text": text.value, "location": where, "section": section, "entry": entry}


def unplaced(resume: Resume) -> Iterator[tuple[Text, int | None, int | None]]:
    """The texts that are kept without being understood, with their section and entry."""
    for each in resume.basics.notes:
        if not is_understood(each.value):
            yield each, None, None
    for order, section in enumerate(resume.sections):
        if section.kind is _K.OTHER:
            yield from ((each, order, None) for each in section.texts() if each != section.heading)
            continue
        for index, entry in enumerate(section.entries):
            yield from (
                (each, order, index) for each in entry.notes if not is_understood(each.value)
            )


def _place(source: Source, text: Text | None) -> Json:
    """Line and column, and page and box for paged formats; null for a text without a place."""
    return location(source.location(text.span())) if text else None


def location(where: Location) -> Object:
    """A location as the JSON of every face has it."""
    place: Object = {
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }
    if where.page is not None and where.box is not None:
        box = where.box
        corners: list[Json] = [round(each, 2) for each in (box.x0, box.y0, box.x1, box.y1)]
        place |= {"page": where.page, "box": corners}
    return place


def _plain(value: profile_tree.Value) -> Json:
    """The same tree with the type of JSON values."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _filled(**values: Json) -> Object:
    """The object without its empty members, as the standard wants it."""
    return {key: each for key, each in values.items() if each not in (None, "", [], {})}


def _one(text: Text | None) -> str:
    return line(text) if text is not None else ""


def _lines(texts: Iterable[Text]) -> str:
    return "\n".join(line(each) for each in texts)


def _told(entry: Entry) -> str:
    return _lines([*entry.description, *(each.text for each in entry.statements)])


def _deeds(entry: Entry) -> list[Json]:
    return [line(each.text) for each in entry.statements]


def _url(entry: Entry) -> str:
    return _address(entry.links[0].url) if entry.links else ""


def _is_address(url: str) -> bool:
    return bool(_address(url)) and not url.lower().startswith(("mailto:", "tel:"))


def _address(url: str) -> str:
    """The address with a scheme, as the standard wants it; nothing where it is none."""
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s]+$", url):
        return quote(url, safe=_IN_ADDRESSES)
    host = re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?$", url)
    return quote(f"https://{url}", safe=_IN_ADDRESSES) if host else ""


def _from_to(entry: Entry) -> dict[str, Json]:
    """Start and end in ISO 8601; the standard leaves an open end out."""
    dates = entry.dates
    if dates is None:
        return {}
    return {"startDate": _iso(dates.start), "endDate": "" if dates.present else _iso(dates.end)}


def _day(entry: Entry) -> str:
    dates = entry.dates
    return (_iso(dates.end) or _iso(dates.start)) if dates else ""


def _iso(date: PartialDate | None) -> str:
    return date.iso() if date else ""
