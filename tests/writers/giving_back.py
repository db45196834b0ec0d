"""What a built file must give back: the fields of a profile, held against what was read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import standout
from standout import api
from standout.model import Entry, Reading, Resume, Section, Statement
from standout.source import Text
from standout.vocabulary.locales import locale
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.lines import address, statement_line
from standout.writers.sheet import Sheet, plain
from tests.writers.typesetting.facts import Fact, facts

FOLDER = Path(standout.__file__).parent / "examples" / "profiles"
PROFILES = sorted(path.stem for path in FOLDER.iterdir())
MISREAD: dict[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "typesetting" / "misread.toml").read_text("utf-8")
)
READ_OTHERWISE = {
    "german": {"education 0 field"},  # A grade within the field of study: "Note 1,3".
}
"""What the reader takes for something else, whatever the format."""


def design(name: str) -> Design:
    """The design that speaks a profile's language."""
    return Design(locale="de" if name == "german" else "en")


@cache
def profile(name: str) -> Reading:
    """A profile that ships."""
    path = FOLDER / f"{name}.yaml"
    return api.read(path.read_bytes(), path.name)


@cache
def sheet(name: str) -> Sheet:
    """Its sheet."""
    return compose(profile(name).resume, design(name))


def untold(name: str, read: Resume) -> list[Fact]:
    """The facts of a profile that do not come back word for word, each in its field.

    What the reader takes for something else in every format is known and left out.
    So are statements with an address or with raised letters: plain text spells them out.
    """
    back = {(head.casefold(), *fact) for head, *fact in facts(read, design(name))}
    spelled = [
        _bare_statement(each)
        for section in profile(name).resume.sections
        for entry in section.entries
        for each in entry.statements
        if each.links or any(run.shift for run in statement_line(each))
    ]
    return [
        (head, *fact)
        for head, *fact in facts(profile(name).resume, design(name))
        if (head.casefold(), *fact) not in back
        and [head, *fact] not in MISREAD.get(name, [])
        and _bare(fact[-1]) not in spelled
    ]


def _bare_statement(statement: Statement) -> str:
    return _bare(plain(statement_line(statement)))


def lost(name: str, read: Resume) -> set[str]:
    """What of a profile does not come back, as 'section number field'.

    Who it is and how to reach them is held field by field. Of an entry, dates and statements must
    be the same, and the words of title and employer must stand in it, whichever the reader takes
    them for: 'Reviewer for A, B' may be read as a title and an employer.
    """
    wanted, given = profile(name).resume, dict(_fields(read, name))
    found = {key for key, value in _fields(wanted, name) if given.get(key) != value}
    entries = _entries(read)
    for (kind, at), entry in _entries(wanted).items():
        found |= {f"{kind} {at} {missing}" for missing in _missing(entry, entries.get((kind, at)))}
    return found - READ_OTHERWISE.get(name, set())


def _fields(resume: Resume, name: str) -> Iterator[tuple[str, object]]:
    basics = resume.basics
    for key in ("name", "headline", "email", "phone", "location"):
        yield key, _said(getattr(basics, key))
    yield "links", {_bare(link.url) for link in basics.links}
    for section in resume.sections:
        kind = section.kind.value
        heading = locale(design(name).locale).headings[section.kind]
        yield f"{kind} heading", (_said(section.heading) or heading).casefold()
        yield f"{kind} groups", _groups(section)
        yield f"{kind} entries", len(section.entries)


def _groups(section: Section) -> list[tuple[str, list[str], str]]:
    return [
        (_said(group.name), [each.value for each in group.items], _said(group.level))
        for group in section.skills
    ]


def _entries(resume: Resume) -> dict[tuple[str, int], Entry]:
    return {
        (section.kind.value, at): entry
        for section in resume.sections
        for at, entry in enumerate(section.entries)
    }


def _missing(wanted: Entry, given: Entry | None) -> Iterator[str]:
    if given is None:
        yield "entry"
        return
    statements = {id(each.text) for each in given.statements}
    head = " ".join(each.value for each in given.texts() if id(each) not in statements)
    for key in ("title", "degree", "field", "organization", "location", "venue"):
        if not set(_words(_said(getattr(wanted, key)))) <= set(_words(head)):
            yield key
    if _dates(wanted) != _dates(given):
        yield "dates"
    told = [_plain(plain(statement_line(each))) for each in wanted.statements]
    if told != [_plain(each.text.value) for each in given.statements]:
        yield "statements"


def _dates(entry: Entry) -> object:
    dates = entry.dates
    return (dates.start, dates.end, dates.present) if dates else None


def _said(text: Text | None) -> str:
    return text.value if text is not None else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _bare(url: str) -> str:
    return address(url).casefold()


def _plain(statement: str) -> str:
    """A statement without the marks and addresses that plain text spells out."""
    text = re.sub(r" \(https?://\S+\)|\^(?=\d)", "", statement)
    return text.replace("\N{MINUS SIGN}", "-")
