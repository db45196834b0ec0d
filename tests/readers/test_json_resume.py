"""JSON Resume in all its sections, old keys and mistakes."""

from __future__ import annotations

import json

import pytest

from standout.model import Reading, SectionKind
from standout.readers import detect

RESUME = {
    "basics": {
        "name": "Ada Park",
        "label": "ML engineer",
        "image": "https://adapark.example.org/me.png",
        "email": "ada@example.org",
        "phone": "+1 555 010 0199",
        "url": "https://adapark.example.org",
        "summary": "Builds robots that see.\nLikes rain.",
        "location": {
            "address": "1 Quay",
            "postalCode": "69001",
            "city": "Lyon",
            "countryCode": "FR",
            "region": "Rhône",
        },
        "profiles": [{"network": "GitHub", "username": "adapark"}],
    },
    "work": [
        {
            "name": "Acme",
            "position": "ML engineer",
            "location": "Lyon",
            "description": "Robot arms",
            "url": "https://acme.example",
            "startDate": "2021-03-01",
            "summary": "Led vision.",
            "highlights": ["• Cut failures from 9 % to 2 %", "Trained **four** interns 😀"],
        },
        {"company": "Old Acme", "position": "Intern", "startDate": "2019", "endDate": "2020-01"},
    ],
    "volunteer": [{"organization": "Shelter", "position": "Cook", "highlights": ["Cooked"]}],
    "education": [
        {
            "institution": "ENS",
            "area": "Statistics",
            "studyType": "MSc",
            "startDate": "2016-09",
            "endDate": "2018-06",
            "score": "16/20",
            "courses": ["Bandits"],
        }
    ],
    "awards": [{"title": "Best demo", "date": "2022-01", "awarder": "CoRL", "summary": "Arm"}],
    "certificates": [{"name": "CKA", "date": "2021", "issuer": "CNCF", "url": "https://c.example"}],
    "publications": [
        {"name": "Grasping blind", "publisher": "CoRL", "releaseDate": "2022-11", "summary": "S"}
    ],
    "skills": [{"name": "Learning", "level": "daily", "keywords": ["JAX"]}, {"name": "SQL"}],
    "languages": [{"language": "French", "fluency": "native"}],
    "interests": [{"name": "Boats", "keywords": ["Dinghies"]}],
    "references": [{"name": "B. Ito", "reference": "Hire her."}],
    "projects": [
        {
            "name": "Blindgrasp",
            "description": "A gripper",
            "highlights": ["Printed it"],
            "keywords": ["CAD"],
            "startDate": "2022-01-05",
            "endDate": "2022-02-05",
            "url": "https://b.example",
            "roles": ["Lead"],
            "entity": "ENS",
            "type": "tool",
        }
    ],
}


def read(text: str, name: str = "resume.json") -> Reading:
    """Read a JSON Resume."""
    return detect.read(text.encode(), name)


@pytest.fixture(params=[True, False], ids=["escaped", "plain"])
def reading(request: pytest.FixtureRequest) -> Reading:
    """The resume, with and without escapes."""
    return read(json.dumps(RESUME, ensure_ascii=request.param, indent=2))


def test_every_section_is_read(reading: Reading) -> None:
    """No finding, all sections in order, all words in the model."""
    assert reading.diagnostics == ()
    assert [each.kind.value for each in reading.resume.sections] == [
        "summary", "experience", "volunteer", "education", "awards", "certificates",
        "publications", "skills", "languages", "interests", "references", "projects",
    ]  # fmt: skip
    told = " ".join(str(each) for each in reading.resume.texts())
    for word in ("Rhône", "69001", "four", "😀", "Bandits", "Dinghies", "Hire", "Lead", "tool"):
        assert word in told


def test_fields(reading: Reading) -> None:
    """Jobs, dates, bullets typed into a highlight, emphasis."""
    (work,) = reading.resume.of_kind(SectionKind.EXPERIENCE)
    job, old = work.entries
    assert job.dates is not None
    assert (job.dates.start and job.dates.start.iso(), job.dates.present) == ("2021-03-01", True)
    assert [each.text.value for each in job.statements] == [
        "Cut failures from 9 % to 2 %",
        "Trained four interns 😀",
    ]
    assert job.statements[0].bullet == "•"
    assert job.statements[1].emphasis[0].style == "bold"
    assert str(old.organization) == "Old Acme"
    assert str(reading.resume.basics.location) == "Lyon, Rhône, FR"


def test_places_lead_back(reading: Reading) -> None:
    """A statement's span holds its words in the JSON text."""
    (work,) = reading.resume.of_kind(SectionKind.EXPERIENCE)
    span = work.entries[0].statements[0].text.span()
    assert reading.source.text[span.start : span.end] == "Cut failures from 9 % to 2 %"


def test_the_same_in_yaml() -> None:
    """YAML with the keys of JSON Resume."""
    text = "basics:\n  name: Ada Park\n  label: Engineer\nwork:\n  - name: Acme\n    position: ML\n"
    reading = read(text, "resume.yaml")
    assert reading.document.format == "json-resume"
    assert reading.diagnostics == ()
    assert str(reading.resume.sections[0].entries[0].organization) == "Acme"


WRONG = [
    ('{"basics": {"nmae": "Ada"}}', "DOC006", 13, "did you mean `name`?"),
    ('{"work": [{"startdate": "2020"}]}', "DOC006", 12, "did you mean `startDate`?"),
    ('{"work": [{"highlights": "one"}]}', "DOC007", 26, None),
    ('{"work": {"name": "Acme"}}', "DOC007", 11, None),
    ('{"skills": ["Python"]}', "DOC007", 13, None),
    ('{"basics": "Ada"}', "DOC007", 12, None),
    ('{"basics": {"name": ["Ada"]}}', "DOC007", 22, None),
    ('{"basics": {"name": "Ada"},}', "DOC005", 28, None),
]


@pytest.mark.parametrize(("text", "code", "column", "hint"), WRONG)
def test_mistakes_are_named_and_nothing_is_lost(
    text: str, code: str, column: int, hint: str | None
) -> None:
    """Each has its column and hint, and its words are kept."""
    reading = read(text)
    (found,) = reading.diagnostics
    assert (found.code, reading.source.location(found.span).column) == (code, column)
    assert (found.fix.message if found.fix else None) == hint
    assert any(reading.resume.texts())


def test_unknown_sections_are_kept() -> None:
    """A section that the standard does not know keeps its words."""
    reading = read('{"basics": {"name": "Ada"}, "hobbies": [{"title": "On arms"}]}')
    assert "On arms" in [str(each) for each in reading.resume.texts()]
    assert [each.code for each in reading.diagnostics] == ["DOC006"]
