"""Resumes of one person made one: what is the same, what is missing, and where it goes."""

from __future__ import annotations

import pytest
from hypothesis import given

from standout.analysis.merging import is_same, merged, missing, place_of
from standout.model import Entry, Reading, Resume, SectionKind
from standout.readers import detect
from tests.resumes import RESUME_COUNT, RESUMES, values


def read(text: str) -> Reading:
    """Read a profile."""
    return detect.read(text.encode(), "profile.yaml")


def resume(text: str) -> Resume:
    """The resume in a profile."""
    return read(text).resume


def entry(text: str, kind: str = "publications") -> Entry:
    """The entry that a flow mapping describes."""
    return resume(f"{kind}:\n  - {text}\n").sections[0].entries[0]


SAME = [
    ("publications", "{title: 'Grasping, blind'}", "{title: grasping blind, date: 2020}", True),
    ("publications", "{title: A, url: https://doi.org/10.1000/X}",
     "{title: B, url: 'doi:10.1000/x'}", True),
    ("publications", "{title: A}", "{title: B, venue: CoRL}", False),
    ("publications", "{venue: CoRL}", "{venue: CoRL, date: 2020}", False),
    ("experience", "{title: Engineer, organization: Acme, start: 2020}",
     "{title: Engineer, organization: ACME, start: 2020-03}", True),
    ("experience", "{title: Engineer, organization: Acme, start: 2020}",
     "{title: Engineer, organization: Acme, start: 2023}", False),
    ("experience", "{title: Engineer, organization: Acme}",
     "{title: Lead, organization: Acme}", False),
    ("education", "{institution: ENS, degree: MSc}", "{institution: ENS, degree: PhD}", False),
    ("education", "{institution: ENS, degree: MSc}", "{institution: ENS}", True),
    ("talks", "{title: On arms, venue: CoRL}", "{title: On arms, venue: RSS}", False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other", "same"), SAME)
def test_same(kind: str, one: str, other: str, same: object) -> None:
    """A DOI or a title names a paper; other things must agree in all that both say."""
    found = is_same(entry(one, kind), entry(other, kind), SectionKind(kind))
    assert found is same
    assert is_same(entry(other, kind), entry(one, kind), SectionKind(kind)) is same


FIRST = """\
basics: {name: Ada Lind, email: ada@example.org, links: [https://github.com/ada]}
experience:
  - {title: Engineer, organization: Acme, start: 2020, end: present}
publications:
  - {title: New, date: 2024}
  - {title: Old, date: 2019, url: https://example.org/old}
skills: [JAX]
"""
SECOND = """\
basics: {name: A. Lind, phone: '+33 1', links: [github.com/ada/, https://ada.example.org]}
summary: [Builds robots]
publications:
  - {title: Middle, date: 2021}
  - {title: old, date: 2019, authors: [A. Lind], url: https://doi.org/10.1/x}
skills: [jax, SQL]
languages: [{language: French, fluency: native}]
"""


def test_merged() -> None:
    """The first is believed, the second fills in; sections and entries go where they belong."""
    both = merged([resume(FIRST), resume(SECOND)])
    basics = both.basics
    assert (str(basics.name), str(basics.email), str(basics.phone)) == (
        "Ada Lind", "ada@example.org", "+33 1",
    )  # fmt: skip
    assert [each.url for each in basics.links] == [
        "https://github.com/ada", "https://ada.example.org",
    ]  # fmt: skip
    assert [each.kind.value for each in both.sections] == [
        "summary", "experience", "publications", "skills", "languages",
    ]  # fmt: skip
    papers = both.sections[2].entries
    assert [str(each.title) for each in papers] == ["New", "Middle", "Old"]
    assert [str(each) for each in papers[2].authors] == ["A. Lind"]
    assert len(papers[2].links) == 2
    assert [str(each) for group in both.sections[3].skills for each in group.items] == [
        "JAX", "SQL",
    ]  # fmt: skip


def test_missing() -> None:
    """Only entries that are not there yet, each once."""
    (section,) = missing(resume(FIRST), merged([resume(SECOND), resume(SECOND)]))
    assert [str(each.title) for each in section.entries] == ["Middle"]


PLACES = [("2025", 0), ("to appear", 0), ("2020", 1), ("2018", 2), (None, 2)]


@pytest.mark.parametrize(("date", "place"), PLACES)
def test_place(date: str | None, place: int) -> None:
    """Before the first older entry; what is to appear comes first, what has no date last."""
    there = resume(FIRST).sections[1].entries
    dated = f", date: {date}" if date else ""
    assert place_of(entry(f"{{title: x{dated}}}"), there) == place


@RESUME_COUNT
@given(RESUMES)
def test_laws(made: Resume) -> None:
    """One resume stays as it is, nothing is missing in itself, and nothing is lost in two."""
    assert values(merged([made])) == values(made)
    assert missing(made, made) == ()
    second = resume(SECOND)
    said = {each.value for each in merged([second, made]).texts()}
    assert {str(each) for each in second.texts()} <= said
