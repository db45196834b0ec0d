"""A resume as the tree of a native profile: mappings, lists and strings, ready to be written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from standout.analysis.dates import date_range, find_ranges
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
from standout.source import Text
from standout.vocabulary import networks
from standout.vocabulary.profile_keys import GROUP_SECTIONS, SECTION_KEYS, VERSION
from standout.writers.marks import marked

Value = str | list["Value"] | dict[str, "Value"] | None
Tree = dict[str, Value]

_KEY_OF = {kind: key for key, kind in SECTION_KEYS.items()}
_DASH = regex(r"\s+(?:[-–—]|to|until)\s+|\s*[–—]\s*")


def profile(resume: Resume) -> Tree:
    """The whole profile. Sections keep their order.

    A section of no known kind, or a second one of a kind, goes below `sections:`; what stands
    between two such sections goes with them, for a mapping has only one place for that key.
    """
    tree: Tree = {"standout": str(VERSION)}
    contact = basics(resume.basics)
    if contact:
        tree["basics"] = contact
    sections = [each for each in resume.sections if each.heading or _parts(each)]
    own = _own_run(sections)
    for at, section in enumerate(sections):
        if at not in own:
            tree[_KEY_OF[section.kind]] = _content(section)
        elif at == own[0]:
            tree["sections"] = [own_section(sections[each]) for each in own]
    return tree


def _own_run(sections: list[Section]) -> range:
    seen: set[SectionKind] = set()
    odd: list[int] = []
    for at, section in enumerate(sections):
        if section.kind not in _KEY_OF or section.kind in seen:
            odd.append(at)
        seen.add(section.kind)
    return range(odd[0], odd[-1] + 1) if odd else range(0)


def basics(given: Basics) -> Tree:
    """The header."""
    tree = _texts(
        name=given.name,
        headline=given.headline,
        email=given.email,
        phone=given.phone,
        location=given.location,
    )
    _add(tree, "links", [_link(each) for each in given.links])
    _add(tree, "personal", _values(given.personal))
    _add(tree, "notes", _values(given.notes))
    return tree


def own_section(section: Section) -> Tree:
    """A section with its kind and heading named."""
    tree: Tree = {"kind": section.kind.value} if section.kind is not SectionKind.OTHER else {}
    heading = _texts(heading=section.heading)
    return heading | tree | _parts(section)


def _content(section: Section) -> Value:
    """What stands below a section's own key: a list if that says everything."""
    parts = _parts(section)
    heading = _texts(heading=section.heading)
    if heading or len(parts) > 1:
        return heading | parts
    form = "skills" if section.kind in GROUP_SECTIONS else None
    if "entries" in parts and form is None:
        return parts["entries"]
    if "statements" in parts and form is None:
        return parts["statements"]
    return parts[form] if form and form in parts else parts


def _parts(section: Section) -> Tree:
    tree: Tree = {}
    spoken = section.kind is SectionKind.LANGUAGES
    _add(tree, "entries", [entry(each) for each in section.entries])
    _add(tree, "skills", _groups(section.skills, spoken))
    _add(tree, "statements", [statement(each) for each in section.statements])
    return tree


def statement(given: Statement) -> Value:
    """One statement: a sentence, or a mapping where something backs or selects it."""
    tree: Tree = {"text": marked(given)}
    _add(tree, "evidence", _values(given.evidence))
    _add(tree, "tags", _values(given.tags))
    if given.mark:
        tree["mark"] = given.mark
    if given.variants:
        tree["variants"] = {each.name: marked(each.statement) for each in given.variants}
    return tree if len(tree) > 1 else tree["text"]


def entry(given: Entry) -> Tree:
    """One entry; the keys stand in the order in which a person would fill them in."""
    tree = _texts(title=given.title, organization=given.organization, location=given.location)
    tree |= _dates(given.dates)
    tree |= _texts(degree=given.degree, field=given.field, grade=given.grade)
    _add(tree, "authors", _values(given.authors))
    tree |= _texts(venue=given.venue)
    links = [_link(each) for each in given.links]
    _add(tree, "url" if len(links) == 1 else "links", links)
    _add(tree, "description", _values(given.description))
    _add(tree, "courses", _values(given.courses))
    _add(tree, "keywords", _values(given.keywords))
    _add(tree, "statements", [statement(each) for each in given.statements])
    _add(tree, "notes", _values(given.notes))
    _add(tree, "evidence", _values(given.evidence))
    _add(tree, "tags", _values(given.tags))
    if given.mark:
        tree["mark"] = given.mark
    return tree


def _groups(groups: Iterable[SkillGroup], spoken: bool) -> list[Value]:  # noqa: FBT001 - private
    values: list[Value] = []
    bare_before = False
    for group in groups:
        items = _values(group.items)
        bare = group.name is None and group.level is None
        if bare and not bare_before:
            values += items
        elif spoken and group.name is None and group.level is not None and len(items) == 1:
            values.append({"language": items[0], "fluency": line(group.level)})
        else:
            tree = _texts(group=group.name)
            _add(tree, "items", items)
            values.append(tree | _texts(level=group.level))
        bare_before = bare
    return values


def _dates(dates: DateRange | None) -> Tree:
    """The dates as they are worded, where that wording reads back; in ISO form elsewhere."""
    if dates is None:
        return {}
    text = line(dates.text)
    iso = (_iso(dates.start), "present" if dates.present else _iso(dates.end))
    if dates.start is None and not dates.present:
        return {"date": text if _reads(text, dates) else iso[1] or text}
    worded, *rest = _DASH.split(text, maxsplit=1)
    pair = (worded, "".join(rest))
    if not _same(date_range(dates.text, *pair), dates):
        if _reads(text, dates):
            return {"date": text}
        pair = iso
    if not _same(date_range(dates.text, *pair), dates):
        return {"date": text}
    return {key: each for key, each in zip(("start", "end"), pair, strict=True) if each}


def _reads(text: str, dates: DateRange) -> bool:
    """Say whether the words alone give the same dates."""
    whole = [each for each in find_ranges(text) if each.end - each.start == len(text)]
    if whole and (whole[0].first or whole[0].present):
        found = whole[0]
        return _same(DateRange(dates.text, found.first, found.last, found.present), dates)
    return _same(date_range(dates.text, None, text), dates)


def _same(read: DateRange, dates: DateRange) -> bool:
    return (read.start, read.end, read.present, read.vague) == (
        dates.start,
        dates.end,
        dates.present,
        dates.vague,
    )


def _iso(date: PartialDate | None) -> str:
    if date is None:
        return ""
    return f"{date.season} {date.year}" if date.season else date.iso()


def _link(link: Link) -> Value:
    label = line(link.text) if link.text else ""
    known = networks.recognise(link.url)
    if link.clickable and label == link.url and (link.network, link.username) == known:
        return link.url
    tree: Tree = {"url": link.url} if link.url else {}
    if label and label != link.url:
        tree["label"] = label
    if link.network and link.network != known[0]:
        tree["network"] = link.network
    if link.username and link.username != known[1]:
        tree["username"] = link.username
    return tree if link.clickable else tree | {"clickable": "false"}


def _texts(**texts: Text | None) -> Tree:
    return {key: line(text) for key, text in texts.items() if text is not None and line(text)}


def _values(texts: Iterable[Text]) -> list[Value]:
    return [line(each) for each in texts if line(each)]


def _add(tree: Tree, key: str, values: list[Value]) -> None:
    alone = len(values) == 1 and key in ("url", "description")
    if values:
        tree[key] = values[0] if alone else values


def line(text: Text) -> str:
    """A text as one line."""
    return (
        re.sub(r"\s*\n\s*", " ", text.value.strip()) if "\n" in text.value else text.value.strip()
    )
