"""RenderCV that is written: one entry type a section, nothing lost, what its loader wants."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given

from standout.model import Basics, Entry, Link, Reading, Resume, Section, SectionKind, SkillGroup
from standout.readers import detect
from standout.writers import rendercv
from tests.resumes import RESUME_COUNT, RESUMES, text

REQUIRED = {
    "company": {"company", "position"},
    "institution": {"institution", "area"},
    "title": {"title", "authors"},
    "name": {"name"},
    "label": {"label", "details"},
    "bullet": {"bullet"},
}
"""The key that tells a type of entry, and the keys that an entry of it must have."""
FIELDS = {
    "company", "position", "institution", "area", "degree", "title", "authors", "doi", "url",
    "journal", "name", "label", "details", "bullet", "date", "start_date", "end_date", "location",
    "summary", "highlights", "evidence", "tags",
}  # fmt: skip
EXACT = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-[0-3]\d)?)?")


def read(text: str) -> Reading:
    """Read a profile or a RenderCV file."""
    return detect.read(text.encode(), "cv.yaml")


def check_structure(cv: dict[str, Any]) -> None:
    """The rules of RenderCV's loader: known keys, one type a section, dates in order."""
    assert set(cv) <= {
        "name", "headline", "location", "email", "website", "social_networks",
        "custom_connections", "sections",
    }  # fmt: skip
    assert all(re.match(r"https?://", each) for each in cv.get("website", []))
    for each in cv.get("custom_connections", []):
        assert set(each) == {"fontawesome_icon", "placeholder", "url"}
        assert each["url"] is None or re.match(r"https?://", each["url"])
    for entries in cv.get("sections", {}).values():
        kinds = {_kind_of(each) for each in entries}
        assert len(kinds) == 1
        for entry in entries:
            check_entry(entry)


def _kind_of(entry: object) -> str:
    if isinstance(entry, dict):
        return next(key for key in REQUIRED if key in entry)
    return "text"


def check_entry(entry: object) -> None:
    """Required fields are there, strings are strings, the start is not behind the end."""
    if isinstance(entry, str):
        return
    assert isinstance(entry, dict)
    assert set(entry) <= FIELDS
    assert set(entry) >= REQUIRED[_kind_of(entry)]
    for key, value in entry.items():
        several = key in ("authors", "highlights")
        assert isinstance(value, list if several else str | int)
    start, end = entry.get("start_date"), entry.get("end_date")
    assert (start is None) == (end is None)
    if start is not None and end is not None:
        assert EXACT.fullmatch(start)
        assert end == "present" or (EXACT.fullmatch(end) and start[:4] <= end[:4])


@RESUME_COUNT
@given(RESUMES)
def test_any_resume_gives_a_file_that_loads(made: Resume) -> None:
    """The structure is right, and every word of the resume stands in it."""
    written = rendercv.write(made)
    document = yaml.safe_load(written)
    check_structure(document["cv"])
    back = read(written)
    assert back.document.format == "rendercv"
    said = words(back.resume)
    dates = {id(e.dates.text) for s in made.sections for e in s.entries if e.dates}
    full = [s for s in made.sections if s.entries or s.skills or s.statements]
    for each in Resume(made.basics, tuple(full)).texts():
        if id(each) not in dates:
            assert set(re.findall(r"[^\W_]+", each.value.casefold())) <= said


@RESUME_COUNT
@given(RESUMES)
def test_rendercv_itself_loads_it(made: Resume) -> None:
    """Where RenderCV is installed, its own loader decides."""
    builder = pytest.importorskip(
        "rendercv.schema.rendercv_model_builder", reason="RenderCV is not installed"
    )
    builder.build_rendercv_dictionary_and_model(rendercv.write(made))


def words(resume: Resume) -> set[str]:
    """Every word of a resume, its addresses included."""
    links = [link for section in resume.sections for e in section.entries for link in e.links]
    links += [link for each in resume.statements() for link in each.links]
    told = [each.value for each in resume.texts()]
    told += [each.url for each in (*resume.basics.links, *links)]
    return {word for text in told for word in re.findall(r"[^\W_]+", text.casefold())}


PROFILE = """\
basics:
  name: Ada Park
  headline: ML engineer
  email: ada@example.org
  phone: +33 4 00 00 00 00
  location: Lyon, France
  links: [https://ada.example.org, github.com/adapark, https://kaggle.com/ada]
  notes: [she/her]
summary: [Builds robots that see.]
experience:
  - title: ML engineer
    organization: Acme
    start: Mar 2021
    end: present
    url: https://acme.example.org
    statements: ['Cut **failures** from 9 % to 2 % - at night']
    tags: [research, speed]
  - {title: Intern, organization: Old Acme, date: Summer 2019}
education:
  - {institution: ENS, degree: MSc, field: Statistics, start: 2016-09, end: 2018-06, grade: '1.1'}
publications:
  - {title: Grasping blind, authors: [A. Park], venue: CoRL, date: 2022-11,
     url: https://doi.org/10.1000/182}
awards:
  - {title: Best demo, date: 2019-13}
  - {title: Prize, organization: ICRA, date: 2021}
skills:
  - {group: Learning, items: [JAX, PyTorch]}
  - SQL
languages:
  - {language: French, fluency: native}
interests: [Chess]
sections:
  - heading: 'R&D: boats'
    statements: [Sails a dinghy]
"""


def test_there_and_back() -> None:
    """What RenderCV has a field for comes back as it was."""
    first = read(PROFILE).resume
    reading = read(rendercv.write(first))
    assert reading.diagnostics == ()
    back = reading.resume
    for part in ("name", "headline", "email", "phone", "location"):
        assert str(getattr(back.basics, part)) == str(getattr(first.basics, part))
    assert [str(each) for each in back.basics.notes] == ["she/her"]
    assert {each.url for each in back.basics.links} == {
        "https://ada.example.org", "https://github.com/adapark", "https://kaggle.com/ada",
    }  # fmt: skip
    assert [each.kind for each in back.sections] == [each.kind for each in first.sections]
    job = back.sections[1].entries[0]
    assert (str(job.title), str(job.organization)) == ("ML engineer", "Acme")
    assert job.dates is not None
    assert job.dates.present
    assert [each.url for each in job.links] == ["https://acme.example.org"]
    assert [str(each) for each in job.tags] == ["research", "speed"]
    assert job.statements[0].emphasis[0].style == "bold"
    school = back.sections[2].entries[0]
    assert (str(school.degree), str(school.field)) == ("MSc", "Statistics")
    paper = back.sections[3].entries[0]
    assert paper.links[0].url == "https://doi.org/10.1000/182"
    assert str(paper.venue) == "CoRL"


def test_the_file() -> None:
    """What a person sees who opens it."""
    cv = yaml.safe_load(rendercv.write(read(PROFILE).resume))["cv"]
    assert cv["social_networks"] == [{"network": "GitHub", "username": "adapark"}]
    assert cv["sections"]["Experience"] == [
        {"company": "Acme", "position": "[ML engineer](https://acme.example.org)",
         "start_date": "2021-03", "end_date": "present",
         "highlights": ["Cut **failures** from 9 % to 2 % – at night"], "tags": "research\nspeed"},
        {"company": "Old Acme", "position": "Intern", "date": "Summer 2019"},
    ]  # fmt: skip
    assert cv["sections"]["Skills"] == [
        {"label": "Learning", "details": "JAX, PyTorch"}, {"label": "Skills", "details": "SQL"},
    ]  # fmt: skip
    assert cv["sections"]["Awards"] == [
        {"name": "Best demo", "date": "2019–13"},
        {"name": "Prize", "date": 2021, "summary": "ICRA"},
    ]
    assert cv["sections"]["R&D: boats"] == [{"bullet": "Sails a dinghy"}]


STRICT = {
    "email: ada@localhost": "email", "email: '@'": "email", "phone: '12'": "phone",
    "links: [no address]": "website", "links: [{url: https://orcid.org/x, network: ORCID}]":
    "social_networks", "links: ['mailto:a@b.c']": "website",
}  # fmt: skip


@pytest.mark.parametrize("line", STRICT)
def test_what_the_loader_would_refuse(line: str) -> None:
    """It stands in the header all the same, as a connection of its own."""
    cv = yaml.safe_load(rendercv.write(read(f"basics:\n  name: A\n  {line}\n").resume))["cv"]
    assert STRICT[line] not in cv
    assert len(cv["custom_connections"]) == 1


def test_lone_dollars_of_several_skills_are_not_maths() -> None:
    """A faulty join: the second dollar of a group closed what the first one opened."""
    group = SkillGroup(text("Cost"), (text("spot at $1"), text("budgets")), text("under $2"))
    made = Resume(Basics(name=text("Ada")), (Section(SectionKind.SKILLS, None, (), (group,)),))
    assert "$2" in "".join(each.value for each in read(rendercv.write(made)).resume.texts())


def test_the_address_of_an_entry_without_a_title_is_kept() -> None:
    link = Link("example.org", text("example.org"))
    entry = Entry(description=(text("Notes on sampling"),), links=(link,))
    made = Resume(Basics(name=text("Ada")), (Section(SectionKind.POSTS, None, (entry,)),))
    assert "example.org" in rendercv.write(made)
