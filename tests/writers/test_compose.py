"""What of a resume is printed, in which words and order."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

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
from standout.source import Text
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.sheet import Contact, Item, Part, Sheet
from tests.resumes import RESUME_COUNT, RESUMES, text

_TOKEN = re.compile(r"q\d+z")
K = SectionKind


def _item(entry: Entry, design: Design | None = None) -> Item:
    section = Section(K.EXPERIENCE, None, (entry,))
    return compose(Resume(sections=(section,)), design or Design()).parts[0].items[0]


def _parts(*sections: Section, design: Design) -> list[str]:
    return [part.heading for part in compose(Resume(sections=sections), design).parts]


def _loose(kind: SectionKind, heading: str | None = None) -> Section:
    return Section(kind, text(heading) if heading else None, (), (), (Statement(text("x")),))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry(text("Lead"), text("Acme")), Item("Lead", "Acme")),
        (Entry(organization=text("Acme")), Item("Acme")),
        (Entry(text("Kaggle"), text("Kaggle")), Item("Kaggle", "Kaggle")),
        (Entry(venue=text("ICML")), Item("ICML")),
        (Entry(text("Talk"), venue=text("ICML")), Item("Talk", venue="ICML")),
        (Entry(degree=text("MSc"), field=text("Physics")), Item("MSc in Physics")),
        (Entry(field=text("Physics"), organization=text("Uni")), Item("Physics", "Uni")),
        (Entry(text("Scholar"), degree=text("MSc")), Item("Scholar", notes=("MSc",))),
        (Entry(text("\u200b"), degree=text("MSc")), Item("MSc")),
        (Entry(), Item()),
    ],
)
def test_what_opens_an_entry(entry: Entry, expected: Item) -> None:
    assert _item(entry) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "MSc in Statistik"),
        ("de", "MSc Statistik"),
        ("fr", "MSc en Statistik"),
        ("ja", "MSc（Statistik）"),
    ],
)
def test_a_degree_and_its_field(tag: str, expected: str) -> None:
    entry = Entry(degree=text("MSc"), field=text("Statistik"))
    assert _item(entry, Design(locale=tag)).title == expected


def test_braces_in_a_degree_are_characters() -> None:
    assert _item(Entry(degree=text("{x}"), field=text("{0}"))).title == "{x} in {0}"


def test_a_label_stands_for_an_address_and_an_address_for_itself() -> None:
    links = (
        Link("https://www.example.org/a/", text("Code")),
        Link("https://example.org/b", text("https://example.org/b")),
        Link("javascript:alert(1)", text("Run")),
    )
    assert _item(Entry(text("T"), links=links)).links == (
        Contact("link", "Code", "https://www.example.org/a/"),
        Contact("link", "example.org/b", "https://example.org/b"),
        Contact("link", "Run"),
    )


def test_sections_named_by_the_design_come_first() -> None:
    sections = [_loose(K.SKILLS), _loose(K.OTHER, "Boats"), _loose(K.AWARDS, "Prizes")]
    design = Design(locale="de", section_order=(K.AWARDS,), headings={K.SKILLS: "Werkzeug"})
    assert _parts(*sections, design=design) == ["Prizes", "Werkzeug", "Boats"]


def test_an_empty_section_is_not_printed() -> None:
    assert _parts(Section(K.SKILLS, text("Skills")), design=Design()) == []


def test_everything_about_the_applicant_is_a_contact() -> None:
    basics = Basics(
        name=text("Jo Roe"),
        email=text("jo@example.org"),
        phone=text("+1 555 0100"),
        location=text("Oslo"),
        personal=(text("born 1990"),),
        notes=(text("open to travel"),),
        links=(Link("https://github.com/jo", text("GitHub")),),
    )
    sheet = compose(Resume(basics), Design())
    assert [(each.kind, each.text) for each in sheet.contacts] == [
        ("location", "Oslo"),
        ("email", "jo@example.org"),
        ("phone", "+1 555 0100"),
        ("link", "github.com/jo"),
        ("note", "born 1990"),
        ("note", "open to travel"),
    ]
    assert sheet.title == "Jo Roe - Resume"


@settings(RESUME_COUNT)
@given(RESUMES)
def test_every_printable_text_is_on_the_sheet_once(resume: Resume) -> None:
    numbers = itertools.count()
    marked = _marked(resume, numbers)
    found = Counter(_TOKEN.findall("\n".join(_printed(compose(marked, Design())))))
    assert set(found.values()) <= {1}
    assert set(found) == set(_TOKEN.findall("\n".join(_printable(marked))))


def _marked(thing: Any, numbers: Iterator[int]) -> Any:
    """The same with a token of its own at the end of every text."""
    if isinstance(thing, Text):
        value = f"{thing.value} q{next(numbers)}z"
        return Text(value, range(len(value)))
    if isinstance(thing, Statement):
        return dataclasses.replace(thing, text=_marked(thing.text, numbers))
    if isinstance(thing, tuple):
        return tuple(_marked(each, numbers) for each in thing)
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type | PartialDate):
        names = [each.name for each in dataclasses.fields(thing)]
        return dataclasses.replace(
            thing, **{name: _marked(getattr(thing, name), numbers) for name in names}
        )
    return thing


def _printable(thing: object) -> Iterator[str]:
    """Every text but references, tags, labels in the header, and dates in other words."""
    if isinstance(thing, Text):
        yield thing.value
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _printable(each)
    elif isinstance(thing, Statement):
        yield thing.text.value
    elif isinstance(thing, DateRange):
        yield from [thing.text.value] if thing.vague else []
    elif isinstance(thing, Section) and not (thing.entries or thing.skills or thing.statements):
        return
    elif dataclasses.is_dataclass(thing):
        hidden = {"evidence", "tags"} | ({"links"} if isinstance(thing, Basics) else set())
        for each in dataclasses.fields(thing):
            if each.name not in hidden:
                yield from _printable(getattr(thing, each.name))


def _printed(thing: object) -> Iterator[str]:
    """Every string of a sheet that is set on the page."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _printed(each)
    elif dataclasses.is_dataclass(thing):
        hidden = {"url", "kind", "shift"} | ({"title"} if isinstance(thing, Sheet) else set())
        for each in dataclasses.fields(thing):
            if each.name not in hidden:
                yield from _printed(getattr(thing, each.name))


def test_groups_keep_names_and_levels() -> None:
    group = SkillGroup(text("ML"), (text("JAX"), text("\u200b")), text("expert"))
    made = compose(Resume(sections=(Section(K.SKILLS, None, (), (group,)),)), Design()).parts[0]
    assert isinstance(made, Part)
    assert [(each.name, each.items, each.level) for each in made.groups] == [
        ("ML", ("JAX",), "expert")
    ]
