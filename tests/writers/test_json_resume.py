"""JSON Resume that is written: valid, complete, and nothing lost on the way back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from standout.model import Document, Reading, Resume
from standout.readers import detect
from standout.source import Source
from standout.writers import json_resume, profile
from tests.resumes import RESUME_COUNT, RESUMES, values

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "read.schema.json"
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[\w.~%:/?#\[\]@!$&'()*+,;=-]*", re.ASCII)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
SECTIONS = {
    "work": {"name", "position", "location", "url", "startDate", "endDate", "summary",
             "highlights"},
    "volunteer": {"organization", "position", "url", "startDate", "endDate", "summary",
                  "highlights"},
    "education": {"institution", "url", "area", "studyType", "startDate", "endDate", "score",
                  "courses"},
    "awards": {"title", "date", "awarder", "summary"},
    "certificates": {"name", "date", "url", "issuer"},
    "publications": {"name", "publisher", "releaseDate", "url", "summary"},
    "skills": {"name", "level", "keywords"},
    "languages": {"language", "fluency"},
    "interests": {"name", "keywords", "level"},
    "references": {"name", "reference"},
    "projects": {"name", "description", "highlights", "keywords", "startDate", "endDate", "url",
                 "entity"},
}  # fmt: skip
"""The keys that JSON Resume 1.0 gives each section."""


def reading_of(resume: Resume) -> Reading:
    """A reading of a resume that stands in no file."""
    source = Source("made", "text", "x" * 400)
    return Reading(source, Document("text"), resume)


def from_profile(text: str) -> Reading:
    """A reading of a profile."""
    return detect.read(text.encode(), "profile.yaml")


def check_standard(document: dict[str, Any]) -> None:
    """The rules of JSON Resume 1.0: known keys, strings, lists of strings, dates, addresses."""
    assert set(document) <= {"$schema", "basics", "meta", *SECTIONS}
    for key, known in SECTIONS.items():
        for item in document.get(key, []):
            assert item
            assert set(item) <= known
            for name, value in item.items():
                if name in ("highlights", "keywords", "courses"):
                    assert all(isinstance(each, str) for each in value)
                    continue
                assert isinstance(value, str)
                if name.endswith("Date") or name == "date":
                    assert ISO.fullmatch(value)
                    assert key != "certificates" or len(value) == len("2024-03-09")
                if name == "url":
                    assert URI.fullmatch(value)
    assert EMAIL.fullmatch(document.get("basics", {}).get("email", "a@b"))


def strings(value: object) -> list[str]:
    """Every string in a JSON value."""
    if isinstance(value, dict):
        return [each for inner in value.values() for each in strings(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in strings(inner)]
    return [value] if isinstance(value, str) else []


@RESUME_COUNT
@given(RESUMES)
def test_valid_and_complete(resume: Resume) -> None:
    """Any resume gives a valid file that holds each of its words."""
    document = json.loads(json_resume.write(reading_of(resume)))
    check_standard(document)
    jsonschema.validate(document["meta"]["standout"], json.loads(SCHEMA.read_text("utf-8")))
    said = set(re.findall(r"[^\W_]+", " ".join(strings(document))))
    for text in resume.texts():
        assert set(re.findall(r"[^\W_]+", text.value)) <= said


@RESUME_COUNT
@given(RESUMES)
def test_native_there_and_back(resume: Resume) -> None:
    """Profile to JSON Resume to profile: the same profile."""
    first = from_profile(profile.write(resume)).resume
    written = json_resume.write(reading_of(first))
    back = detect.read(written.encode(), "resume.json")
    assert values(back.resume) == values(first)
    assert back.diagnostics == ()


EXAMPLE = """\
basics:
  name: Ada Park
  email: ada@example.org
  location: Lyon, Rhône, FR
  links: [https://adapark.example.org, https://github.com/adapark]
  notes: [she/her]
summary: Builds robots that see.
experience:
  - title: ML engineer
    organization: Acme
    start: Mar 2021
    end: present
    description: Robot arms.
    statements: [Cut grasp failures from 9 % to 2 %]
    notes: [Remote]
teaching:
  - title: Bandits
    organization: ENS
    statements: [Taught 40 students]
skills:
  - group: Learning
    items: [JAX]
  - SQL
languages:
  - {language: French, fluency: native}
publications:
  - title: Grasping blind
    authors: [A. Park]
    venue: CoRL
    date: 2022
sections:
  - heading: Boats
    statements: [Sails a dinghy]
"""


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The example as JSON."""
    written: dict[str, Any] = json.loads(json_resume.write(from_profile(EXAMPLE)))
    return written


def test_the_standard_part(document: dict[str, Any]) -> None:
    """Each field goes where JSON Resume has a place for it."""
    assert document["basics"] == {
        "name": "Ada Park",
        "email": "ada@example.org",
        "url": "https://adapark.example.org",
        "summary": "Builds robots that see.",
        "location": {"city": "Lyon", "region": "Rhône", "countryCode": "FR"},
        "profiles": [
            {"network": "GitHub", "username": "adapark", "url": "https://github.com/adapark"}
        ],
    }
    assert document["work"] == [
        {
            "name": "Acme",
            "position": "ML engineer",
            "startDate": "2021-03",
            "summary": "Robot arms.",
            "highlights": ["Cut grasp failures from 9 % to 2 %"],
        }
    ]
    assert document["skills"] == [{"name": "Learning", "keywords": ["JAX"]}, {"name": "SQL"}]
    assert document["languages"] == [{"language": "French", "fluency": "native"}]
    assert document["publications"] == [
        {"name": "Grasping blind", "publisher": "CoRL", "releaseDate": "2022"}
    ]


def test_the_additions(document: dict[str, Any]) -> None:
    """Sections, statements with places and slots, and what was not understood."""
    ours = document["meta"]["standout"]
    assert ours["version"] == 1
    assert [each["kind"] for each in ours["sections"]][:3] == ["summary", "experience", "teaching"]
    assert ours["sections"][-1]["heading"] == "Boats"
    deed = ours["statements"][1]
    assert deed["text"] == "Cut grasp failures from 9 % to 2 %"
    assert (deed["section"], deed["entry"]) == (1, 0)
    assert deed["location"]["line"] == 14
    assert deed["location"]["column"] == 18
    assert isinstance(deed["level"], int)
    assert [each["text"] for each in ours["not_understood"]] == [
        "she/her",
        "Remote",
        "Sails a dinghy",
    ]


ODD = """\
basics: {name: Ada, email: ada at example.org, links: [https://example.org/ö|x]}
experience:
  - title: Engineer
    organization: Acme
    evidence: [https://example.org/proof]
    tags: [industry]
    statements:
      - {text: Cut **$O(n^2)$** to `n`, evidence: [paper 1], tags: [research, speed]}
certificates:
  - {title: Scrum, organization: Guild, date: 2023-03}
  - {title: Boat, organization: Guild, date: 2023-03-09}
skills:
  - {group: Learning, items: [JAX], level: daily}
sections:
  - {heading: Boats, statements: [{text: Sails, tags: [leisure]}]}
"""


def test_what_the_standard_cannot_say_stays_in_our_part() -> None:
    """Evidence, tags, levels and odd values: out of the standard part, back in the resume."""
    first = from_profile(ODD)
    written = json_resume.write(first)
    document = json.loads(written)
    check_standard(document)
    assert "email" not in document["basics"]
    assert document["basics"]["url"] == "https://example.org/%C3%B6%7Cx"
    assert [each.get("date") for each in document["certificates"]] == [None, "2023-03-09"]
    assert values(detect.read(written.encode(), "r.json").resume) == values(first.resume)


def test_an_edited_standard_part_outweighs_the_additions(document: dict[str, Any]) -> None:
    """A deed changed, added or taken out by hand is what is read."""
    for deeds in (["Cut grasp failures from 9 % to 1 %"], []):
        changed = json.loads(json.dumps(document))
        changed["work"][0]["highlights"] = deeds
        back = detect.read(json.dumps(changed).encode(), "resume.json").resume
        told = [each.text.value for each in back.statements()]
        assert [each for each in told if "grasp" in each] == deeds
