"""JSON Resume 1.x, with the older spellings of its keys; the same content in YAML too.

A file that `standout` wrote has additions under `meta.standout`. They are read instead of the
standard part as long as the two say the same; a standard part edited since outweighs them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from standout.analysis.dates import date_range
from standout.diagnostic import Diagnostic
from standout.model import (
    Basics,
    DateRange,
    Entry,
    Link,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.patterns import regex
from standout.readers import inline
from standout.readers.fields import FieldReader, Getter
from standout.readers.native import NativeReader
from standout.readers.nodes import ListNode, MapNode, Node, ScalarNode
from standout.source import Text
from standout.vocabulary import networks

_K = SectionKind
_DATES = {"startDate": "start", "endDate": "end", "date": "date"}
_PLACE = {"url": "link", "website": "link", "location": "location"}
_TOLD = {"summary": "description", "description": "description", "highlights": "statements"}

ENTRY_KEYS: Mapping[str, Mapping[str, str]] = {
    "work": {
        "name": "organization", "company": "organization", "position": "title",
        "keywords": "keywords", **_PLACE, **_DATES, **_TOLD,
    },
    "volunteer": {"organization": "organization", "position": "title", **_PLACE, **_DATES, **_TOLD},
    "education": {
        "institution": "organization", "area": "field", "studyType": "degree", "score": "grade",
        "gpa": "grade", "courses": "courses", **_PLACE, **_DATES, **_TOLD,
    },
    "awards": {"title": "title", "awarder": "organization", **_PLACE, **_DATES, **_TOLD},
    "certificates": {"name": "title", "issuer": "organization", **_PLACE, **_DATES, **_TOLD},
    "publications": {
        "name": "title", "publisher": "venue", "releaseDate": "date", "authors": "authors",
        **_PLACE, **_DATES, **_TOLD,
    },
    "references": {"name": "title", "reference": "description", **_PLACE},
    "projects": {
        "name": "title", "entity": "organization", "roles": "notes", "type": "notes",
        "keywords": "keywords", **_PLACE, **_DATES, **_TOLD,
    },
}  # fmt: skip
"""For each section, its keys and the part of an entry that takes the value."""

GROUP_KEYS: Mapping[str, tuple[str, ...]] = {
    "skills": ("name", "level", "keywords"),
    "interests": ("name", "level", "keywords"),
    "languages": ("language", "name", "fluency", "level"),
}
SECTIONS: Mapping[str, SectionKind] = {
    "work": _K.EXPERIENCE, "volunteer": _K.VOLUNTEER, "education": _K.EDUCATION,
    "awards": _K.AWARDS, "certificates": _K.CERTIFICATES, "certifications": _K.CERTIFICATES,
    "publications": _K.PUBLICATIONS, "skills": _K.SKILLS, "languages": _K.LANGUAGES,
    "interests": _K.INTERESTS, "references": _K.REFERENCES, "projects": _K.PROJECTS,
}  # fmt: skip
_BASICS = (
    "name", "label", "image", "picture", "email", "phone", "degree", "url", "website", "summary",
    "location", "profiles",
)  # fmt: skip
_LOCATION = ("address", "postalCode", "city", "region", "countryCode", "country")
_PROFILE = ("network", "username", "url")
_TOP = ("$schema", "basics", *SECTIONS, "meta")
_BULLET = regex(r"[•▪■●○◦‣·–—*-]\s+")


def resume_of(root: MapNode) -> tuple[Resume, tuple[Diagnostic, ...]]:
    """The resume in a JSON Resume's root, and all that is wrong with it."""
    reader = _JsonResumeReader()
    standard = reader.resume(root)
    more = _additions(root)
    whole = more if more is not None and _agree(standard, more) else standard
    return whole, tuple(reader.diagnostics)


class _JsonResumeReader(FieldReader):
    def resume(self, root: MapNode) -> Resume:
        basics = Basics()
        sections: list[Section] = []
        found, lost = self.fields(root, _TOP)
        for key, value in found.items():
            if key == "basics":
                basics, summary = self._basics(value)
                sections += summary
            elif key in GROUP_KEYS:
                sections.append(self._grouped(key, value))
            elif key in SECTIONS:
                sections.append(self._listed(key, value))
        if lost:
            kept = tuple(Statement(each) for each in lost)
            sections.append(Section(_K.OTHER, statements=kept))
        full = tuple(each for each in sections if any(each.texts()))
        return Resume(basics, full)

    def _basics(self, node: Node) -> tuple[Basics, list[Section]]:
        if not isinstance(node, MapNode):
            self.expected("an object with `name`, `email` and so on", node, "basics")
            return Basics(notes=tuple(self.texts(node, "basics"))), []
        found, lost = self.fields(node, _BASICS)
        text = Getter(self, found)
        place, street = self._location(found.get("location"))
        sites = [text(key) for key in ("url", "website")]
        basics = Basics(
            name=text("name"),
            headline=text("label"),
            email=text("email"),
            phone=text("phone"),
            location=place,
            links=(*(_link(each) for each in sites if each), *self._profiles(found)),
            personal=street,
            notes=(*self.texts(found.get("degree"), "degree"), *lost),
        )
        summary = tuple(_statement(each) for each in self.texts(found.get("summary"), "summary"))
        return basics, [Section(_K.SUMMARY, statements=summary)] if summary else []

    def _location(self, node: Node | None) -> tuple[Text | None, tuple[Text, ...]]:
        """City, region and country; the street is personal."""
        if not isinstance(node, MapNode):
            return self.text(node, "location"), ()
        found, lost = self.fields(node, _LOCATION)
        text = Getter(self, found)
        place = [t for key in _LOCATION[2:] if (t := text(key))]
        street = [t for key in _LOCATION[:2] if (t := text(key))]
        return Text.join(place, ", ") if place else None, (*street, *lost)

    def _profiles(self, found: dict[str, Node]) -> Iterator[Link]:
        for each in self.maps(found.get("profiles"), "profiles"):
            fields, lost = self.fields(each, _PROFILE)
            text = Getter(self, fields)
            network, user, url = text("network"), text("username"), text("url")
            shown = url or user or network
            if shown is not None:
                known = networks.recognise(str(url or ""))
                name = network.value if network else known[0]
                yield Link(str(url or ""), shown, name, user.value if user else known[1])
            yield from (_link(text) for text in lost)

    def _grouped(self, key: str, value: Node) -> Section:
        items = value.items if isinstance(value, ListNode) else (value,)
        groups: list[SkillGroup] = []
        for each in items:
            if isinstance(each, MapNode):
                groups.append(self._group(key, each))
            elif bare := tuple(self.texts(each, key)):
                self.expected("objects", each, key)
                groups.append(SkillGroup(None, bare))
        return Section(SECTIONS[key], skills=tuple(groups))

    def _group(self, key: str, node: MapNode) -> SkillGroup:
        found, lost = self.fields(node, GROUP_KEYS[key])
        text = Getter(self, found)
        name = text("name")
        spoken = text("language")
        level = text("fluency") or text("level")
        items = (*self._list(found.get("keywords"), "keywords"), *lost)
        if spoken is not None:
            return SkillGroup(name, (spoken, *items), level)
        if not items and name is not None:
            return SkillGroup(None, (name,), level)
        return SkillGroup(name, items, level)

    def _listed(self, key: str, value: Node) -> Section:
        items = value.items if isinstance(value, ListNode) else (value,)
        keys = ENTRY_KEYS.get(key, ENTRY_KEYS["certificates"])
        entries: list[Entry] = []
        loose: list[Statement] = []
        if not isinstance(value, ListNode) and not (isinstance(value, ScalarNode) and value.empty):
            self.expected("a list", value, key)
        for each in items:
            if isinstance(each, MapNode):
                entries.append(self._entry(keys, each))
            else:
                loose += [_statement(text) for text in self.texts(each, key)]
        return Section(SECTIONS[key], entries=tuple(entries), statements=tuple(loose))

    def _entry(self, keys: Mapping[str, str], node: MapNode) -> Entry:
        found, lost = self.fields(node, tuple(keys))
        parts: dict[str, list[Text]] = {}
        for key, value in found.items():
            several = keys[key] in ("statements", "keywords", "courses", "authors", "notes")
            texts = self._list(value, key) if several else self.texts(value, key)
            if not several and isinstance(value, ListNode):
                self.expected("text", value, key)
            parts.setdefault(keys[key], []).extend(texts)
        return Entry(
            title=_one(parts.get("title")),
            organization=_one(parts.get("organization")),
            location=_one(parts.get("location")),
            dates=_dates(parts),
            statements=tuple(_statement(each) for each in parts.get("statements", ())),
            description=tuple(parts.get("description", ())),
            links=tuple(_link(each) for each in parts.get("link", ())),
            degree=_one(parts.get("degree")),
            field=_one(parts.get("field")),
            grade=_one(parts.get("grade")),
            venue=_one(parts.get("venue")),
            courses=tuple(parts.get("courses", ())),
            authors=tuple(parts.get("authors", ())),
            keywords=tuple(parts.get("keywords", ())),
            notes=(*parts.get("notes", ()), *lost),
        )

    def _list(self, value: Node | None, key: str) -> Iterator[Text]:
        if isinstance(value, ScalarNode) and not value.empty and key != "type":
            self.expected("a list", value, key)
        yield from self.texts(value, key)


def _statement(text: Text) -> Statement:
    """A sentence; a bullet glyph typed before it is no word of it."""
    glyph = _BULLET.match(text.value)
    if glyph is None:
        return inline.statement(text)
    return inline.statement(text[glyph.end() :], glyph[0].strip())


def _link(text: Text) -> Link:
    return Link(text.value, text, *networks.recognise(text.value))


def _one(texts: list[Text] | None) -> Text | None:
    return Text.join(texts, ", ") if texts else None


def _dates(parts: Mapping[str, list[Text]]) -> DateRange | None:
    start, end = _one(parts.get("start")), _one(parts.get("end") or parts.get("date"))
    written = [each for each in (start, end) if each]
    if not written:
        return None
    if start is not None and end is None:
        # The format says 'still going on' by leaving the end out.
        begun = date_range(start, start.value, None)
        return DateRange(start, begun.start, None, present=True, vague=begun.vague)
    whole = Text.join(written, " – ")
    return date_range(whole, start.value if start else None, end.value if end else None)


def _additions(root: MapNode) -> Resume | None:
    """The resume under `meta.standout`, if this program wrote the file."""
    meta = root.get("meta")
    ours = meta.get("standout") if isinstance(meta, MapNode) else None
    if not isinstance(ours, MapNode) or ours.get("sections") is None:
        return None
    reader = NativeReader()
    basics = ours.get("basics")
    contents = [each.get("content") for each in reader.maps(ours.get("sections"), "sections")]
    sections = [s for each in contents if each for s in reader.own_sections(each)]
    return Resume(reader.basics(basics)[0] if basics else Basics(), tuple(sections))


def _agree(standard: Resume, more: Resume) -> bool:
    """Everything the standard part says stands in the additions, and no deed was taken out."""
    return (
        _words(standard) <= _words(more)
        and _addresses(standard) <= _addresses(more)
        and _dated(standard) == _dated(more)
        and _days(standard) <= _days(more) | {""}
        and _deeds(standard) == _deeds(more)
    )


def _words(resume: Resume) -> set[str]:
    """All words but those of dates and addresses, which the standard part words otherwise."""
    elsewhere = {id(entry.dates.text) for entry in _entries(resume) if entry.dates}
    elsewhere |= {id(link.text) for link in _links(resume) if link.text}
    texts = (text.value for text in resume.texts() if id(text) not in elsewhere)
    return {word for text in texts for word in re.findall(r"[^\W_]+", text)}


def _addresses(resume: Resume) -> set[str]:
    urls = (link.url.removeprefix("https://") for link in _links(resume) if link.url)
    return {unquote(url) for url in urls}


def _links(resume: Resume) -> Iterator[Link]:
    yield from resume.basics.links
    for entry in _entries(resume):
        yield from entry.links


def _entries(resume: Resume) -> Iterator[Entry]:
    return (entry for section in resume.sections for entry in section.entries)


def _dated(resume: Resume) -> Counter[tuple[str, str]]:
    """The periods of the sections in which the standard has a start and an end."""
    kinds = (_K.EXPERIENCE, _K.VOLUNTEER, _K.EDUCATION, _K.PROJECTS, _K.OPEN_SOURCE)
    dates = [e.dates for s in resume.of_kind(*kinds) for e in s.entries if e.dates]
    return Counter((_iso(d.start), _iso(d.end)) for d in dates if d.start or d.end)


def _days(resume: Resume) -> set[str]:
    dates = [each.dates for each in _entries(resume) if each.dates]
    return {_iso(each) for date in dates for each in (date.start, date.end)}


def _iso(date: PartialDate | None) -> str:
    return date.iso() if date else ""


def _deeds(resume: Resume) -> Counter[str]:
    kinds = (_K.EXPERIENCE, _K.VOLUNTEER, _K.PROJECTS, _K.OPEN_SOURCE)
    sections = resume.of_kind(*kinds)
    texts = (x.text for s in sections for e in s.entries for x in e.statements)
    return Counter(_statement(each).text.value for each in texts)
