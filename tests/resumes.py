"""Resumes to test with: strategies that make them, and their values without places."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from standout.model import (
    Basics,
    DateRange,
    Emphasis,
    Entry,
    Link,
    PartialDate,
    Resume,
    Section,
    SectionKind,
    SkillGroup,
    Statement,
)
from standout.model.resume import MARKS, WORDINGS, Variant
from standout.source import Text

RESUME_COUNT = settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
"""A whole resume takes a while to make, and minutes to shrink."""

ODD = ["a", "B", "7", " ", "*", "**", "_", "__", "`", "$", "[", "](", ")", "\\", ": ", " #", "- ",
       "'", '"', "é", "—", "&", "!", "%", "@", "|", ">", "{", "}", ",", "?", "yes", "null", "~",
       "0x1", "2020", "\xa0", "\u200b", "\ue000", "😀", "\t"]  # fmt: skip
STRINGS = (
    st.lists(st.sampled_from(ODD), min_size=1, max_size=12).map("".join) | st.text(max_size=20)
).map(lambda raw: " ".join(raw.encode("utf-8", "replace").decode().split()))
WORDS = STRINGS.filter(lambda value: re.search(r"\w", value) is not None)


def text(value: str) -> Text:
    """A text whose places are its own offsets."""
    return Text(value, range(len(value)))


TEXTS = WORDS.map(text)
MAYBE = st.none() | TEXTS
MANY = st.lists(TEXTS, max_size=3).map(tuple)

FEW = st.just(()) | st.lists(TEXTS, max_size=2).map(tuple)


ASKED = st.sampled_from(["", "", *MARKS])


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A sentence as `sentences` gives it, with what backs it, selects it, or says it otherwise."""
    names = draw(st.just([]) | st.lists(st.sampled_from(WORDINGS), unique=True, max_size=2))
    variants = tuple(Variant(name, draw(sentences())) for name in names)
    return replace(
        draw(sentences()),
        evidence=draw(FEW),
        tags=draw(FEW),
        mark=draw(ASKED),
        variants=variants,
    )


@st.composite
def sentences(draw: st.DrawFn) -> Statement:
    """A sentence with emphasis and links on stretches of its own characters."""
    whole = draw(TEXTS)
    cuts = st.integers(0, len(whole))
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(cuts), draw(cuts)))
        style = draw(st.sampled_from(["bold", "italic", "code", "maths", "underline"]))
        if start < end:
            marks.append(Emphasis(start, end, style))
    links = []
    for _ in range(draw(st.integers(0, 1))):
        start, end = sorted((draw(cuts), draw(cuts)))
        if whole[start:end].strip():
            links.append(Link("https://example.org/a(b)", whole[start:end].strip()))
    return Statement(whole, tuple(marks), tuple(links))


DATES = st.builds(PartialDate, st.integers(1990, 2030), st.none() | st.integers(1, 12))


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    """Ranges, open ranges, single dates, and words that are no date."""
    start, end = draw(st.none() | DATES), draw(st.none() | DATES)
    present = start is not None and end is None and draw(st.booleans())
    if start is None and end is None:
        return DateRange(text("some time ago"), vague=True)
    shown = [each.iso() for each in (start, end) if each] + ["present"] * present
    return DateRange(text(" – ".join(shown)), start, end, present)


LINKS = st.builds(
    lambda url, label, clickable: Link(url, label or text(url), clickable=clickable),
    st.sampled_from(["https://example.org/x", "example.org", "mailto:a@b.c", "no address"]),
    MAYBE,
    st.booleans(),
)
ENTRIES = st.builds(
    Entry,
    title=MAYBE,
    organization=MAYBE,
    location=MAYBE,
    dates=st.none() | date_ranges(),
    statements=st.lists(statements(), max_size=3).map(tuple),
    description=MANY,
    links=st.lists(LINKS, max_size=2).map(tuple),
    degree=MAYBE,
    field=MAYBE,
    grade=MAYBE,
    courses=MANY,
    authors=MANY,
    venue=MAYBE,
    keywords=MANY,
    notes=MANY,
    evidence=FEW,
    tags=FEW,
    mark=ASKED,
)
GROUPS = st.builds(SkillGroup, MAYBE, st.lists(TEXTS, min_size=1, max_size=3).map(tuple), MAYBE)
SECTIONS = st.builds(
    Section,
    st.sampled_from(list(SectionKind)),
    MAYBE,
    st.lists(ENTRIES, max_size=2).map(tuple),
    st.lists(GROUPS, max_size=3).map(tuple),
    st.lists(statements(), max_size=2).map(tuple),
)
BASICS = st.builds(
    Basics,
    name=MAYBE,
    headline=MAYBE,
    email=MAYBE,
    phone=MAYBE,
    location=MAYBE,
    links=st.lists(LINKS, max_size=2).map(tuple),
    personal=MANY,
    notes=MANY,
)
RESUMES = st.builds(Resume, BASICS, st.lists(SECTIONS, max_size=4).map(tuple))


def values(thing: object) -> object:
    """A model value without places and without bullets, which belong to the paper."""
    if isinstance(thing, Text):
        return thing.value
    if isinstance(thing, tuple):
        return tuple(values(each) for each in thing)
    if dataclasses.is_dataclass(thing):
        fields = [each.name for each in dataclasses.fields(thing) if each.name != "bullet"]
        return {name: values(getattr(thing, name)) for name in fields}
    return thing
