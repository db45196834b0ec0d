"""A resume made of the tables of an export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from standout.analysis.dates import date_range
from standout.model import (
    Basics,
    DateRange,
    Entry,
    Link,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.patterns import regex
from standout.readers.linkedin.tables import Row, Table
from standout.readers.linkedin.told import paragraphs, told
from standout.readers.structure.education import split_degree
from standout.source import Text
from standout.vocabulary import networks

_K = SectionKind
_SECTIONS: Mapping[str, SectionKind] = {
    "positions": _K.EXPERIENCE, "projects": _K.PROJECTS, "publications": _K.PUBLICATIONS,
    "patents": _K.PUBLICATIONS, "education": _K.EDUCATION, "honors": _K.AWARDS,
    "testscores": _K.OTHER, "certifications": _K.CERTIFICATES, "courses": _K.COURSES,
    "volunteering": _K.VOLUNTEER, "organizations": _K.VOLUNTEER,
}  # fmt: skip
_HEADED = frozenset({"patents", "testscores", "organizations"})
"""Tables whose sections need a heading to be told from others of their kind."""
_GOES_ON = frozenset({"positions", "projects", "volunteering", "organizations"})
"""Tables in which a missing end says that something goes on."""
_GIVERS = ("organization", "school", "issuer", "club")
_LISTED = regex(r"[\s,;\[\]]+")
_LABEL = regex(r"[A-Za-z_]{1,30}:(?!//)")


def resume_of(tables: Mapping[str, Table], titles: Mapping[str, Text]) -> Resume:
    """The resume; `titles` gives the name of each table."""
    rows = {key: each.rows for key, each in tables.items()}
    sections = [_summary(rows), _skills(rows)]
    sections += [
        _entries(key, kind, rows[key], titles[key])
        for key, kind in _SECTIONS.items()
        if rows.get(key)
    ]
    sections.append(_languages(rows))
    # Second sections of a kind come last, where they part no others.
    sections.sort(key=lambda each: each.heading is not None)
    return Resume(_basics(rows), tuple(each for each in sections if any(each.texts())))


def _basics(rows: Mapping[str, tuple[Row, ...]]) -> Basics:
    row = next(iter(rows.get("profile", ())), {})
    names = [row[part] for part in ("first", "last") if part in row]
    phones = [each["number"] for each in rows.get("phonenumbers", ()) if "number" in each]
    return Basics(
        name=Text.join(names) if names else None,
        headline=_one_line(row.get("headline")),
        email=_email(rows.get("emailaddresses", ())),
        phone=phones[0] if phones else None,
        location=row.get("place"),
        links=tuple(_links(row)),
    )


def _email(rows: tuple[Row, ...]) -> Text | None:
    """The main address, else a confirmed one, else any."""
    known = [row for row in rows if "email" in row]
    for part in ("primary", "confirmed"):
        for row in known:
            if str(row.get(part, "")).lower() in ("yes", "true", "ja", "oui", "sí", "si", "1"):
                return row["email"]
    return known[0]["email"] if known else None


def _links(row: Row) -> Iterator[Link]:
    """Sites are written as `[PORTFOLIO:https://example.org],[OTHER:example.net]`."""
    for each in row["sites"].split(_LISTED) if "sites" in row else ():
        label = _LABEL.match(each.value)
        url = each[label.end() :] if label else each
        if "." in url.value:
            yield Link(url.value, url, *networks.recognise(url.value))
    for each in row["handles"].split(_LISTED) if "handles" in row else ():
        user = each.value.removeprefix("@")
        if re.fullmatch(r"\w{1,30}", user):
            yield Link(f"https://x.com/{user}", each, "X", user)


def _summary(rows: Mapping[str, tuple[Row, ...]]) -> Section:
    for key in ("profile", "profilesummary"):
        for row in rows.get(key, ()):
            if "summary" in row:
                lines = paragraphs(row["summary"])
                return Section(_K.SUMMARY, statements=tuple(Statement(each) for each in lines))
    return Section(_K.SUMMARY)


def _skills(rows: Mapping[str, tuple[Row, ...]]) -> Section:
    found: dict[str, Text] = {}
    for row in rows.get("skills", ()):
        if "title" in row:
            found.setdefault(row["title"].value.casefold(), row["title"])
    groups = (SkillGroup(None, tuple(found.values())),) if found else ()
    return Section(_K.SKILLS, skills=groups)


def _languages(rows: Mapping[str, tuple[Row, ...]]) -> Section:
    spoken = [row for row in rows.get("languages", ()) if "title" in row]
    groups = tuple(SkillGroup(None, (row["title"],), row.get("level")) for row in spoken)
    return Section(_K.LANGUAGES, skills=groups)


def _entries(key: str, kind: SectionKind, rows: tuple[Row, ...], title: Text) -> Section:
    entries = tuple(_entry(row, goes_on=key in _GOES_ON) for row in rows)
    return Section(kind, title if key in _HEADED else None, entries)


def _entry(row: Row, *, goes_on: bool) -> Entry:
    description, statements = told(row["told"]) if "told" in row else ((), ())
    activities = tuple(paragraphs(row["activities"])) if "activities" in row else ()
    degree, field = split_degree(row["degree"]) if "degree" in row else (None, None)
    if "field" in row:
        # With a column of its own for the field, the degree is named whole in the other.
        degree, field = row.get("degree"), row["field"]
    link = row.get("link")
    return Entry(
        title=_one_line(row.get("title") or row.get("role")),
        organization=next((row[part] for part in _GIVERS if part in row), None),
        location=row.get("location"),
        dates=_dates(row, goes_on=goes_on),
        statements=statements,
        description=(*description, *activities),
        links=(Link(link.value, link, *networks.recognise(link.value)),) if link else (),
        degree=degree,
        field=field,
        grade=row.get("grade"),
        authors=tuple(row["people"].split(r"[,;]\s*")) if "people" in row else (),
        venue=row.get("venue"),
        keywords=(row["topic"],) if "topic" in row else (),
        notes=(row["note"],) if "note" in row else (),
    )


def _dates(row: Row, *, goes_on: bool) -> DateRange | None:
    start, end = row.get("start"), row.get("end") or row.get("date")
    if start is None:
        return date_range(end, None, end.value) if end is not None else None
    if end is None:
        begun = date_range(start, start.value, None)
        present = goes_on and begun.start is not None
        if present:
            return DateRange(start, begun.start, None, present=True)
        return date_range(start, None, start.value)
    return date_range(Text.join((start, end), " – "), start.value, end.value)


def _one_line(text: Text | None) -> Text | None:
    return Text.join(text.split(r"[\r\n]+")) if text is not None else None
