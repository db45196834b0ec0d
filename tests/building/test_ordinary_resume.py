"""An ordinary resume of 33 fields comes back whole from every theme, for every way of reading."""

from __future__ import annotations

from functools import lru_cache

import pytest

from standout.building.checking import Printed, check
from standout.model import Entry, Resume, SectionKind
from standout.readers import detect, plain_text
from standout.readers.pdf import extractors
from standout.source import Source
from standout.writers.compose import compose
from standout.writers.design import Design
from standout.writers.typesetting import themes
from standout.writers.typesetting.typesetter import Typesetter

PROFILE = """
basics:
  name: Wren Achterhuis
  email: wren.achterhuis@example.org
  phone: +1 628 555 0142
  location: Oakland, CA
  links: [https://www.linkedin.com/in/wren-achterhuis-example]
summary: Machine learning engineer with seven years in search. Ships models small teams keep.
education:
  - {degree: MS, field: Computer Science, organization: Willow University, location: "Salem, OR",
     start: 2016-09, end: 2018-06}
  - {degree: BS, field: Mathematics, organization: Tamarack College, location: "Bend, OR",
     start: 2012-09, end: 2016-05}
experience:
  - title: Staff Machine Learning Engineer
    organization: Lanternfish
    location: San Francisco, CA
    start: 2022-03
    end: present
    statements:
      - Raised clicks on the first result by 6.1% with a ranker trained on pairs, over 9M queries
      - Cut the latency of the slowest 1% of queries from 480 ms to 190 ms by caching embeddings
      - Led 4 engineers through the move of 30 models to one feature store
  - title: Machine Learning Engineer
    organization: Harrow & Pike
    location: Oakland, CA
    start: 2020-01
    end: 2022-02
    statements:
      - Reduced refunds by $1.2M a year with a model that finds damaged parcels on photographs
      - Wrote the labelling tool that 25 people use, which doubled labels an hour
      - Halved the training bill by stopping runs that could not win
  - title: Data Scientist
    organization: Bluegill Transit
    location: Portland, OR
    start: 2018-07
    end: 2019-12
    statements:
      - Predicted the arrival of 600 buses within 70 seconds at the median
      - Explained the model to drivers in eight depots
skills:
  - {group: Languages, items: [Python, Go, SQL]}
  - {group: Machine learning, items: [PyTorch, LightGBM, Ranking]}
  - {group: Infrastructure, items: [Kubernetes, Kafka, Feast]}
  - {group: Data, items: [Spark, DuckDB, dbt]}
"""
WANTED = detect.read(PROFILE.encode(), "profile.yaml").resume


@lru_cache(maxsize=8)
def page(theme: str) -> bytes:
    """The PDF of the resume."""
    design = Design(theme=theme)
    return Typesetter().pdf(compose(WANTED, design), themes.built_in(theme), design)


def fields(resume: Resume) -> list[str]:
    """The 33 fields, each by what it is called and what it says."""
    basics, by_kind = resume.basics, {each.kind: each for each in resume.sections}
    found = [str(each) for each in (basics.name, basics.email, basics.phone, basics.location)]
    found += [each.url.split("//")[-1].removeprefix("www.") for each in basics.links]
    about = by_kind.get(SectionKind.SUMMARY)
    found.append(" ".join(each.text.value for each in about.statements) if about else "")
    for kind in (SectionKind.EDUCATION, SectionKind.EXPERIENCE):
        found += [each for entry in _entries(resume, kind) for each in _fields(entry)]
    skills = by_kind.get(SectionKind.SKILLS)
    for group in skills.skills if skills else ():
        found.append(f"{group.name}: {', '.join(str(item) for item in group.items)}")
    return found


def _entries(resume: Resume, kind: SectionKind) -> tuple[Entry, ...]:
    return tuple(e for each in resume.sections if each.kind is kind for e in each.entries)


def _fields(entry: Entry) -> list[str]:
    titles = [each for each in (entry.title, entry.degree) if each is not None]
    dates = entry.dates
    start = dates.start.iso() if dates and dates.start else ""
    end = "present" if dates and dates.present else dates.end.iso() if dates and dates.end else ""
    named = [str(titles[0]) if titles else "", str(entry.organization), f"{start} - {end}"]
    return [*named, *(each.text.value for each in entry.statements)]


def test_there_are_33() -> None:
    assert len(fields(WANTED)) == 33


@pytest.mark.parametrize("theme", themes.NAMES)
def test_a_theme_gives_back_all_33(theme: str) -> None:
    assert fields(detect.read(page(theme), "resume.pdf").resume) == fields(WANTED)


@pytest.mark.parametrize("theme", themes.NAMES)
def test_every_extractor_gives_each_piece_back_whole(theme: str) -> None:
    design = Design(theme=theme)
    columns = themes.built_in(theme).columns
    printed = Printed(WANTED, compose(WANTED, design), design, page(theme), columns)
    assert not check(printed)


@pytest.mark.parametrize("theme", themes.NAMES)
def test_the_words_of_an_extractor_alone_are_enough(theme: str) -> None:
    """Without sizes, weights and places on the page: what a parser of plain text has to go by.

    In the order of the file; who reads rows has one space between an employer and a town.
    """
    (stream,) = (each for each in extractors.extractions(page(theme)) if each.family == "stream")
    text = "\n".join(stream.pages)
    read = plain_text.read(Source("page.txt", "text", text, editable=False)).resume
    assert sorted(fields(read)) == sorted(fields(WANTED))


APART = (
    *("Staff Machine Learning Engineer", "Lanternfish", "Mar 2022 - present", "San Francisco, CA"),
    *("MS in Computer Science", "Willow University", "Sep 2016 - Jun 2018", "Salem, OR"),
)


@pytest.mark.parametrize("theme", themes.NAMES)
def test_no_two_fields_of_one_height_follow_each_other(theme: str) -> None:
    """Simple parsers join what does, however far apart it stands, and lose both fields."""
    (stream,) = (each for each in extractors.extractions(page(theme)) if each.family == "stream")
    lines = {line.strip() for text in stream.pages for line in text.splitlines()}
    assert lines.issuperset(APART)
