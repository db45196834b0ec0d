"""Entries of RenderCV: experience, education, publications, and normal ones for all else.

A type has few fields; what it has none for goes to the entry's summary, so that no text is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from standout.model import DateRange, Entry, Link, PartialDate, Section, SectionKind, Statement
from standout.patterns import regex
from standout.source import Text
from standout.writers.marks import marked
from standout.writers.profile_tree import Tree, Value, line

_WEB = regex(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,200}\.[A-Za-z]{2,24}(?::\d{2,4})?(?:[/?#]\S{0,1500})?"
)
_DOI = regex(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/[\w.;()/:-]+)", re.ASCII)
_ISO = regex(r"\d{4}-\d{2}(?:-\d{2})?")
_LABELS = {"grade": "Grade", "courses": "Courses", "authors": "Authors", "keywords": "Keywords"}
_REST = (
    "title", "organization", "venue", "degree", "field", "grade", "courses", "authors", "keywords",
    "notes",
)  # fmt: skip


def entries(kind: SectionKind, given: tuple[Entry, ...]) -> list[Value]:
    """Entries of the one type whose required fields all of them have."""
    if kind is SectionKind.EDUCATION and all(
        each.organization and (each.field or each.degree) for each in given
    ):
        return [_degree(each) for each in given]
    if kind is SectionKind.PUBLICATIONS and all(each.title for each in given):
        return [_paper(each) for each in given]
    if all(each.title and each.organization for each in given):
        return [_job(each) for each in given]
    return [named(each) for each in given]


def loose(section: Section) -> list[Value]:
    """Statements without an entry: paragraphs of a summary, bullets elsewhere."""
    said = [text for each in section.statements if (text := _marked(each))]
    if section.kind is SectionKind.SUMMARY:
        return [*said]
    return [{"bullet": each} for each in said]


def named(entry: Entry) -> Tree:
    """An entry of any kind under its name."""
    for part in ("title", "degree", "field", "organization", "venue"):
        text: Text | None = getattr(entry, part)
        if text:
            return {"name": _linked(text, entry)} | _common(entry, part)
    first = next((each for each in entry.texts() if line(each)), None)
    return {"name": _linked(first, entry) if first else "-"} | _common(entry)


def web_address(url: str) -> str:
    """The address as RenderCV takes it, with a scheme; '' for what is none."""
    whole = url if re.match(r"[a-zA-Z][\w+.-]*:", url) else f"https://{url}"
    return whole if _WEB.fullmatch(whole) else ""


def _job(entry: Entry) -> Tree:
    assert entry.title is not None  # noqa: S101 - only called for such entries
    head: Tree = {"company": _text(entry.organization), "position": _linked(entry.title, entry)}
    return head | _common(entry, "title", "organization")


def _degree(entry: Entry) -> Tree:
    assert entry.organization is not None  # noqa: S101 - only called for such entries
    tree: Tree = {"institution": _linked(entry.organization, entry)}
    tree["area"] = _text(entry.field or entry.degree)
    if entry.field and entry.degree:
        tree["degree"] = _text(entry.degree)
    return tree | _common(entry, "organization", "field", "degree")


def _paper(entry: Entry) -> Tree:
    tree: Tree = {"title": _text(entry.title), "authors": [_text(each) for each in entry.authors]}
    venue = entry.venue or entry.organization
    if venue:
        tree["journal"] = _text(venue)
    taken = _address(entry)
    doi = _DOI.fullmatch(taken.url) if taken else None
    if taken:
        tree |= {"doi": doi[1]} if doi else {"url": web_address(taken.url)}
    tree |= _single_date(entry.dates)
    used = "venue" if entry.venue else "organization"
    said = [_marked(each) for each in entry.statements]
    place = [_text(entry.location)] if entry.location else []
    summary = "\n".join([*_summary(entry, {"title", "authors", used}), *place, *said])
    return tree | ({"summary": summary} if summary else {}) | _unprinted(entry)


def _common(entry: Entry, *used: str) -> Tree:
    """The fields that all types but publications share."""
    tree = _dates(entry.dates)
    if entry.location:
        tree["location"] = _text(entry.location)
    summary = "\n".join(_summary(entry, set(used)))
    if summary:
        tree["summary"] = summary
    said: list[Value] = [text for each in entry.statements if (text := _marked(each))]
    if said:
        tree["highlights"] = said
    return tree | _unprinted(entry)


def _unprinted(entry: Entry) -> Tree:
    """Keys of our own, which RenderCV keeps and does not print; lists it could not take."""
    several = {"evidence": entry.evidence, "tags": entry.tags}
    return {key: "\n".join(map(line, texts)) for key, texts in several.items() if texts}


def _summary(entry: Entry, used: set[str]) -> Iterator[str]:
    """The description, and what the type has no field for."""
    yield from (_text(each) for each in entry.description)
    for part in _REST:
        value = getattr(entry, part)
        if value and part not in used:
            texts = value if isinstance(value, tuple) else (value,)
            label = f"{_LABELS[part]}: " if part in _LABELS else ""
            yield label + _text(Text.join(texts, ", "))
    taken = _address(entry)
    yield from (_shown(each) for each in entry.links if each is not taken)


def _shown(link: Link) -> str:
    """A link with words of its own, or one that leads nowhere."""
    url = web_address(link.url)
    if link.text and url and line(link.text) != link.url:
        return _whole(marked(Statement(link.text, links=(Link(url, link.text),))))
    parts = (_text(link.text), url or link.url)
    return " ".join(dict.fromkeys(each for each in parts if each))


def _address(entry: Entry) -> Link | None:
    """The link that the title leads to: one without words of its own."""
    bare = (each for each in entry.links if not each.text or each.text.value == each.url)
    return next((each for each in bare if web_address(each.url)), None)


def _linked(text: Text, entry: Entry) -> str:
    link = _address(entry)
    links = (Link(web_address(link.url), text),) if link else ()
    return _whole(marked(Statement(text, links=links)))


def _text(text: Text | None) -> str:
    return _whole(marked(Statement(text))) if text is not None else ""


def _marked(statement: Statement) -> str:
    """A statement; RenderCV takes a hyphen between spaces for a bullet of a further level."""
    return _whole(marked(statement)).replace(" - ", " – ")


def _whole(text: str) -> str:
    return " ".join(text.split())


def _dates(dates: DateRange | None) -> Tree:
    """Start and end in ISO form where both are known, else the words."""
    if dates is None or dates.vague or dates.start is None:
        return _single_date(dates)
    end = "present" if dates.present else _iso(dates.end)
    ordered = dates.present or _first_day(dates.start) <= _first_day(dates.end)
    if any(each.season for each in (dates.start, dates.end) if each) or not end or not ordered:
        return _single_date(dates)
    return {"start_date": _iso(dates.start), "end_date": end}


def _single_date(dates: DateRange | None) -> Tree:
    if dates is None:
        return {}
    alone = dates.end if dates.start is None else dates.start if dates.end is None else None
    if alone is not None and not alone.season and not dates.present:
        return {"date": _iso(alone)}
    text = line(dates.text)
    if _ISO.fullmatch(text) and not _is_day(text):
        # An academic year, 2019-20, looks like a month that does not exist.
        text = text.replace("-", "–")
    return {"date": text} if text else {}


def _iso(given: PartialDate | None) -> str:
    """ISO form as far as there is such a day."""
    if given is None:
        return ""
    text = given.iso()
    while not _is_day(text):
        text = text.rpartition("-")[0]
    return text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return not text
    return True


def _first_day(given: PartialDate | None) -> tuple[int, ...]:
    parts: Iterable[int | None] = (given.year, given.month, given.day) if given else ()
    return tuple(each or 1 for each in parts)
