"""The native profile that is written: it reads back, and a person can keep it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import example, given

from standout import api
from standout.model import Basics, Entry, Link, Resume, Section, SectionKind, Statement
from standout.readers import detect
from standout.source import Text
from standout.vocabulary import profile_keys
from standout.writers import marks, profile
from standout.writers.yaml_text import scalar
from tests.resumes import RESUME_COUNT, RESUMES, STRINGS, WORDS, statements, text, values

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "profile.schema.json"


def read(written: str) -> Resume:
    """Read a profile that must be without fault."""
    reading = detect.read(written.encode(), "profile.yaml")
    assert reading.diagnostics == ()
    return reading.resume


def texts_of(resume: Resume) -> list[str]:
    """Every text, in order, dates as they are meant."""
    return [each.value for each in resume.texts()]


@RESUME_COUNT
@given(RESUMES)
def test_nothing_is_lost(resume: Resume) -> None:
    """Every text of any resume stands in its profile, in the same order."""
    assert texts_of(read(profile.write(resume))) == texts_of(resume)


@RESUME_COUNT
@given(RESUMES)
def test_a_profile_reads_back(resume: Resume) -> None:
    """What was read from a profile is the same after writing and reading it again."""
    first = read(profile.write(resume))
    assert values(read(profile.write(first))) == values(first)


@given(statements())
def test_marks_read_back(statement: Statement) -> None:
    """The words come back untouched, and no character gains emphasis that it had not."""
    written = marks.marked(statement)
    back = read(profile.write(_alone(statement))).sections[0].statements[0]
    assert back.text.value == statement.text.value, written
    had = {(at, e.style) for e in statement.emphasis for at in range(e.start, e.end)}
    has = {(at, e.style) for e in back.emphasis for at in range(e.start, e.end)}
    assert has <= had, written
    assert [(each.url, each.text and each.text.value) for each in back.links] == [
        (each.url, each.text and each.text.value) for each in statement.links
    ]


def _alone(statement: Statement) -> Resume:
    return Resume(Basics(), (Section(SectionKind.OTHER, statements=(statement,)),))


@given(STRINGS)
def test_scalars(value: str) -> None:
    """Quotes and escapes are right for YAML's own parser, and text stays text."""
    assert yaml.safe_load(f"- {scalar(value)}\n") == [value]


PLAIN = ["Cut cost by 40%", "C++ and C#", "a-b", "Zoë", "don't", "R&D: now", "10 % of 3"]
QUOTED = ["yes", "3.8", "2020-01-05", "- x", "a: b", "a #b", "", "null", "{x}", "12:30", "x:"]


@pytest.mark.parametrize("value", PLAIN[:5] + PLAIN[6:])
def test_ordinary_words_need_no_quotes(value: str) -> None:
    """Quotes stand only where YAML needs them."""
    assert scalar(value) == value


@pytest.mark.parametrize("value", [*QUOTED, PLAIN[5]])
def test_what_yaml_would_misread_is_quoted(value: str) -> None:
    """Numbers, dates, flags and marks are kept as text."""
    assert scalar(value)[:1] in "'\""


def test_sections_keep_their_order() -> None:
    """Second sections of a kind and unknown ones go below `sections:` without moving others."""
    kinds = ["summary", "other", "experience", "other", "education", "experience", "skills"]
    made = tuple(
        Section(SectionKind(kind), text(f"Part {at}"), statements=(Statement(text("x")),))
        for at, kind in enumerate(kinds)
    )
    back = read(profile.write(Resume(Basics(), made)))
    assert [str(each.heading) for each in back.sections] == [f"Part {n}" for n in range(7)]
    assert [each.kind.value for each in back.sections] == kinds


WORDED = ["Mar 2020 – present", "2019 – 2021", "Summer 2022", "05/2020 – 06/2021", "May 2024"]


@pytest.mark.parametrize("worded", WORDED)
def test_dates_keep_their_wording(worded: str) -> None:
    """A profile says dates as the resume did, and they mean the same."""
    given_text = f"experience:\n  - title: x\n    date: {worded}\n"
    first = read(given_text)
    again = read(profile.write(first))
    assert values(first.sections[0].entries[0].dates) == values(again.sections[0].entries[0].dates)
    assert worded.split(" – ")[0] in profile.write(first)


def test_the_file_explains_itself() -> None:
    """The first line names the schema; sections carry a comment."""
    job = Entry(title=text("Engineer"), organization=text("Acme"))
    written = profile.write(
        Resume(Basics(text("Ada")), (Section(SectionKind.EXPERIENCE, None, (job,)),))
    )
    assert written.startswith(f"# yaml-language-server: $schema={profile.SCHEMA_FILE}\n")
    assert "# Jobs, the latest first.\nexperience:\n  - title: Engineer\n" in written


@RESUME_COUNT
@given(RESUMES)
def test_written_profiles_are_valid(resume: Resume) -> None:
    """What the writer writes is valid against the schema it names."""
    jsonschema.validate(yaml.safe_load(profile.write(resume)), profile_keys.json_schema())


def test_the_published_schema_is_the_declared_one(request: pytest.FixtureRequest) -> None:
    """`docs/schema` is made from the declaration (`--update-golden` writes it anew)."""
    if request.config.getoption("--update-golden"):
        SCHEMA.write_text(api.profile_schema(), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == api.profile_schema()
    jsonschema.Draft202012Validator.check_schema(json.loads(api.profile_schema()))


@given(WORDS)
@example("a\\[")
def test_links_in_statements_survive(label: str) -> None:
    """Whatever its words are, a link comes back around them."""
    whole = Text(f"see {label} now", range(len(label) + 8))
    link = Link("https://example.org", whole[4 : 4 + len(label)])
    back = read(profile.write(_alone(Statement(whole, (), (link,))))).sections[0].statements[0]
    assert [(each.url, str(each.text)) for each in back.links] == [("https://example.org", label)]
