"""RenderCV: nine entry types, contact, titles, and what belongs to the page only."""

from __future__ import annotations

from standout.model import Reading, SectionKind
from standout.readers import detect

CV = """\
cv:
  name: Ada Park
  headline: ML engineer
  location: Lyon, France
  email: ada@example.org
  phone: tel:+33-4-00-00-00-00
  website: https://adapark.example.org
  social_networks:
    - network: GitHub
      username: adapark
  sections:
    welcome to my CV:
      - I build **robots** that see.
    work_experience:
      - company: Acme
        position: ML engineer
        start_date: 2021-03
        end_date: present
        location: Lyon
        summary: Robot arms
        highlights:
          - Cut failures from 9 % to 2 %
            - by training in fog
            - and at night
      - company: Old Acme
        position: Intern
        date: Summer 2019
    education:
      - institution: ENS
        area: Statistics
        degree: MSc
        start_date: 2016-09
        end_date: 2018-06
        highlights: ['GPA: 16/20']
    projects:
      - name: '[Blindgrasp](https://github.com/adapark/blindgrasp)'
        date: 2022
        highlights: [Printed it]
    publications:
      - title: Grasping blind
        authors: ['*Ada Park*', B. Ito]
        doi: 10.1000/182
        journal: CoRL
        date: 2022-11
    skills:
      - label: Learning
        details: JAX, PyTorch (Lightning, Fabric), SQL
    languages:
      - label: French
        details: native
    selected_honors:
      - bullet: Best demo
    patents:
      - number: Gripper
    invited_talks:
      - reversed_number: On arms
design:
  theme: classic
locale:
  language: english
settings:
  bold_keywords: []
"""


def read(text: str) -> Reading:
    """Read a RenderCV file."""
    return detect.read(text.encode(), "cv.yaml")


def test_contact() -> None:
    """Header fields; the network's address is made from the user name."""
    reading = read(CV)
    assert reading.diagnostics == ()
    assert reading.document.format == "rendercv"
    basics = reading.resume.basics
    assert str(basics.phone) == "+33-4-00-00-00-00"
    assert [each.url for each in basics.links] == [
        "https://adapark.example.org",
        "https://github.com/adapark",
    ]


def test_sections_and_titles() -> None:
    """Titles as they are printed, kinds by their words."""
    sections = read(CV).resume.sections
    assert [(str(each.heading), each.kind.value) for each in sections[:4]] == [
        ("welcome to my CV", "other"),
        ("Work Experience", "experience"),
        ("Education", "education"),
        ("Projects", "projects"),
    ]


def test_entries() -> None:
    """Experience, education, publication, normal, one-line, bullet and numbered entries."""
    resume = read(CV).resume
    (work,) = resume.of_kind(SectionKind.EXPERIENCE)
    job, intern = work.entries
    assert job.dates is not None
    assert job.dates.present
    assert intern.dates is not None
    assert intern.dates.end is not None
    assert [each.text.value for each in job.statements] == [
        "Cut failures from 9 % to 2 %",
        "by training in fog",
        "and at night",
    ]
    (degree,) = next(iter(resume.of_kind(SectionKind.EDUCATION))).entries
    assert [str(x) for x in (degree.degree, degree.field, degree.organization)] == [
        "MSc",
        "Statistics",
        "ENS",
    ]
    (project,) = next(iter(resume.of_kind(SectionKind.PROJECTS))).entries
    assert (str(project.title), project.links[0].url) == (
        "Blindgrasp",
        "https://github.com/adapark/blindgrasp",
    )
    paper = next(iter(resume.of_kind(SectionKind.PUBLICATIONS))).entries[0]
    assert [str(each) for each in paper.authors] == ["Ada Park", "B. Ito"]
    assert paper.links[0].url == "https://doi.org/10.1000/182"
    (skills,) = resume.of_kind(SectionKind.SKILLS)
    assert [str(each) for each in skills.skills[0].items] == [
        "JAX",
        "PyTorch (Lightning, Fabric)",
        "SQL",
    ]
    (languages,) = resume.of_kind(SectionKind.LANGUAGES)
    assert str(languages.skills[0].level) == "native"
    told = [str(each) for each in resume.texts()]
    for words in ("Best demo", "Gripper", "On arms"):
        assert words in told


def test_mistakes() -> None:
    """Unknown keys have hints and their words are kept."""
    reading = read(
        "cv:\n  name: Ada\n  sections:\n    Work:\n      - compny: Acme\n        position: x\n"
    )
    (found,) = reading.diagnostics
    assert found.code == "DOC006"
    assert found.fix is not None
    assert found.fix.message == "did you mean `company`?"
    assert "Acme" in [str(each) for each in reading.resume.texts()]


def test_sections_of_wrong_types() -> None:
    """Sections that are a list, a text or nothing."""
    for sections in ("just text", "[{title: Work, entries: [Cooked]}]", "", "{Work: }"):
        reading = read(f"cv:\n  name: Ada\n  sections: {sections}\n")
        assert str(reading.resume.basics.name) == "Ada"
