"""Postings made by chance from a seed, as readings, without a reader."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from standout import api
from standout.matching import ProfileIndex, profile_index
from standout.model import (
    Degree,
    Demand,
    Document,
    Level,
    PartialDate,
    Posting,
    PostingReading,
    Requirement,
    Resume,
    Years,
)
from standout.model.posting import Salary
from standout.postings.prepared import prepared
from standout.postings.store import Store
from standout.postings.writing import Added, Writer
from standout.source import Source, Text
from standout.vocabulary import skills

TODAY = date(2026, 11, 22)
ORGANIZATIONS = tuple(f"{name} {form}" for name in ("Brook", "Moss", "Fern", "Slate", "Dune")
                      for form in ("Labs", "Works", "AI"))  # fmt: skip
PLACES = ("Berlin, Germany", "Oslo, Norway", "Lisbon, Portugal", "Remote", "Austin, TX")
TITLES = ("Machine Learning Engineer", "Senior Data Scientist", "Research Scientist", "Gardener",
          "Data Engineer", "Staff Computer Vision Engineer", "NLP Engineer Intern")  # fmt: skip
COMMON = ("python", "pytorch", "sql", "docker", "kubernetes", "spark", "tensorflow", "jax")
PROFILE = Path(api.__file__).parent.parent / "examples" / "profiles" / "senior-staff.yaml"


def index() -> ProfileIndex:
    """An example profile, ready to be matched."""
    return profile_index(resume(), TODAY)


def resume() -> Resume:
    """An example profile."""
    return api.read(PROFILE.read_bytes(), PROFILE.name).resume


@dataclass
class Page:
    """A text that grows, and pieces of it."""

    text: str = ""

    def add(self, line: str) -> Text:
        """A line at the end."""
        start = len(self.text)
        self.text += line + "\n"
        return Text(line, range(start, start + len(line)))


def reading(
    number: int = 0, *, words: str = "", requirements: int = 8, **fields: object
) -> PostingReading:
    """One posting; the same number gives the same one. `fields` are set as they are given."""
    chance = random.Random(number)  # noqa: S311 - the same each time
    page = Page()
    given = {"title": chance.choice(TITLES), "organization": chance.choice(ORGANIZATIONS),
             "places": (chance.choice(PLACES),), **fields}  # fmt: skip
    title, organization = (page.add(str(given.pop(name))) for name in ("title", "organization"))
    named = given.pop("places")
    assert isinstance(named, tuple)
    places = tuple(page.add(each) for each in named)
    page.add(words or " ".join(f"word{chance.randrange(5000)}" for _ in range(80)))
    asked = tuple(_requirements(chance, page, requirements))
    posting = Posting(title, organization, places=places, requirements=asked, id=f"n{number}")
    posting = replace(posting, **given)  # type: ignore[arg-type] # fields of any type
    return PostingReading(Source("made", "json", page.text), Document("json", 0), posting)


def readings(count: int, first: int = 0) -> list[PostingReading]:
    """Several, with dates, pay and terms."""
    found = []
    for number in range(first, first + count):
        chance = random.Random(number * 7 + 1)  # noqa: S311 - the same each time
        low = chance.randrange(40, 200) * 1000
        found.append(
            reading(
                number,
                requirements=chance.randint(0, 14),
                remote=chance.choice((None, "remote", "hybrid", "on-site")),
                employment=chance.choice((None, "full-time", "internship")),
                seniority=chance.choice((None, "senior", "junior")),
                sponsorship=chance.choice((None, None, True, False)),
                salary=chance.choice((None, Salary(low, low + 20_000, "EUR"))),
                posted=chance.choice((None, PartialDate(2026, chance.randint(1, 11), 3))),
            )
        )
    return found


def stored(folder: Path, several: Sequence[PostingReading], batch: int = 500) -> Added:
    """Store them."""
    total = Added()
    with Writer(folder) as writer:
        for start in range(0, len(several), batch):
            total += writer.add([prepared(each) for each in several[start : start + batch]])
        writer.settle()
    return total


def titles(folder: Path) -> list[str]:
    """The titles that are stored, sorted."""
    with Store(folder) as store:
        return sorted(each.title for each in store.listed(None, 10_000))


def _requirements(chance: random.Random, page: Page, count: int) -> Iterator[Requirement]:
    names = [each.id for each in skills.all_skills()]
    for _ in range(count):
        level = chance.choice((Level.REQUIRED, Level.REQUIRED, Level.PREFERRED))
        picked = tuple(chance.choice(COMMON if chance.random() < 0.5 else names) for _ in range(3))
        kind = chance.randrange(10)
        words = f"{chance.choice(('Experience with', 'NeurIPS and', 'Fluent'))} {' '.join(picked)}"
        text = page.add(words)
        waived = chance.random() < 0.05
        if kind < 5:
            named = ((picked[0],), (picked[1],))[: 1 + kind % 2]
            yield Requirement(text, level, Demand.SKILL, named, negated=waived)
        elif kind == 5:
            yield Requirement(text, level, Demand.SKILL, (picked[:2], picked[2:]))
        elif kind == 6:
            years = Years(chance.randint(0, 9))
            several: tuple[tuple[tuple[str, ...], ...], ...] = ((), ((picked[0],),), (picked[:2],))
            ways = several[chance.randrange(3)]
            yield Requirement(text, level, Demand.YEARS, ways, years)
        elif kind == 7:
            degree = Degree(chance.randint(1, 3), chance.choice(((), ("physics",))), waived)
            yield Requirement(text, level, Demand.DEGREE, degree=degree)
        elif kind == 8:
            yield Requirement(text, level, Demand.LANGUAGE, (("german",),), language="german")
        else:
            yield Requirement(text, level, chance.choice((Demand.PUBLICATIONS, Demand.OTHER)))
